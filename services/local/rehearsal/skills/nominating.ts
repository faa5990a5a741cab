// Writing a nomination page by page, backing or sending back what others wrote, and sending a returned one again.
import type { Button, Input } from '../players/cards';
import { fill } from '../players/filling';
import type { Mind } from '../players/mind';
import { datum, find, type Press, type Screen, type Typed } from '../players/screen';
import type { FieldValue, ScenarioNomination } from '../scenario/schema';
import { firstOf, once, plainly, type Skill } from './skill';

const fieldPrefix = 'field_';

/** A page of the form: fills it, goes on, and on the last page sends it; a draft is kept on its second page. */
const writing: Skill = (screen, mind) => {
  const any = find(screen, 'nomination.save');
  if (any === undefined) return null;
  const id = datum(any, 'nominationId');
  if (mind.writing !== null) {
    mind.book.bind(id, mind.writing);
    mind.writing = null;
  }
  const nomination = mind.book.of(id);
  if (nomination === undefined) return null;
  const page = Number(any.data['page'] ?? 0);
  const key = `write ${id} ${page} ${mind.book.resent.has(nomination.key) ? 'again' : ''}`;
  // The same page a second time is a complaint; a third time nothing helps.
  const isSecond = mind.seen.has(key);
  if (isSecond && mind.seen.has(`${key} twice`)) return null;
  mind.seen.add(isSecond ? `${key} twice` : key);
  const button = wayOn(screen, nomination, page);
  if (button === undefined) return null;
  if (button.data['go'] === 'finish' && mind.book.returned.has(nomination.key)) mind.book.resent.add(nomination.key);
  return { button, typed: fill(screen.inputs, typedFor(screen.inputs, nomination, mind), mind.words(nomination.key)) };
};

function wayOn(screen: Screen, nomination: ScenarioNomination, page: number): Button | undefined {
  const go = (way: string): Button | undefined => find(screen, 'nomination.save', { go: way });
  if (nomination.ends === 'draft' && (page > 0 || go('next') === undefined)) return go('close');
  return go('next') ?? go('finish');
}

function typedFor(inputs: readonly Input[], nomination: ScenarioNomination, mind: Mind): Typed {
  const changed = mind.book.returned.has(nomination.key) ? nomination.returned?.fields : {};
  const fields: Readonly<Record<string, FieldValue>> = { ...nomination.fields, ...changed };
  return Object.fromEntries(
    inputs.flatMap((input): [string, string][] => {
      const value = fields[input.id.startsWith(fieldPrefix) ? input.id.slice(fieldPrefix.length) : input.id];
      return value === undefined ? [] : [[input.id, typed(input, value)]];
    }),
  );
}

function typed(input: Input, value: FieldValue): string {
  if (typeof value === 'boolean') return value ? input.valueOn : 'false';
  return Array.isArray(value) ? value.join(',') : String(value);
}

/** A nomination on screen that waits for this person's organisation. */
const backing: Skill = (screen, mind) => {
  const back = find(screen, 'nomination.back');
  if (back === undefined) return null;
  const nomination = mind.book.of(datum(back, 'nominationId'));
  if (nomination === undefined) return plainly(back);
  if (!nomination.backed) return null;
  if (nomination.returned !== undefined && !mind.book.returned.has(nomination.key)) {
    return plainly(find(screen, 'nomination.return.open'));
  }
  return plainly(back);
};

const returning: Skill = (screen, mind) => {
  const button = find(screen, 'nomination.return');
  if (button === undefined) return null;
  const nomination = mind.book.of(datum(button, 'nominationId'));
  const key = `return ${nomination?.key ?? ''}`;
  const reason = nomination?.returned?.reason ?? mind.words('indstillingen');
  if (nomination !== undefined) mind.book.returned.add(nomination.key);
  return once(mind, key, { button, typed: fill(screen.inputs, { reason }, reason) });
};

/** One's own that was sent back: opened to be written again. */
const correcting: Skill = (screen, mind) => {
  const button = screen.buttons.find((one) => one.verb === 'nomination.open' && isReturnedOwn(one, mind));
  return once(mind, `correct ${button === undefined ? '' : datum(button, 'nominationId')}`, plainly(button));
};

function isReturnedOwn(button: Button, mind: Mind): boolean {
  const nomination = mind.book.of(datum(button, 'nominationId'));
  return nomination !== undefined && nomination.by === mind.person.key && isWaiting(nomination, mind);
}

function isWaiting({ key }: ScenarioNomination, { book }: Mind): boolean {
  return book.returned.has(key) && !book.resent.has(key);
}

/** Ways to those: the list of what waits, a nomination on it, one's own that was returned. */
const finding: Skill = (screen, mind) => {
  const shown = screen.buttons.filter(({ verb }) => verb === 'nomination.show' && !isSamePage(screen, verb));
  const wanted = shown.find((button) => {
    const nomination = mind.book.of(datum(button, 'nominationId'));
    const isOwn = nomination?.by === mind.person.key;
    const waits = nomination === undefined ? false : isOwn ? isWaiting(nomination, mind) : nomination.backed;
    return waits && !mind.seen.has(`show ${datum(button, 'nominationId')}`);
  });
  const isBackingList = screen.buttons.some(({ verb }) => verb === 'task.show');
  if (wanted !== undefined && (isBackingList || isOwnOne(wanted, mind))) {
    return once(mind, `show ${datum(wanted, 'nominationId')}`, plainly(wanted));
  }
  return null;
};

function isOwnOne(button: Button, mind: Mind): boolean {
  return mind.book.of(datum(button, 'nominationId'))?.by === mind.person.key;
}

/** A nomination's own card turns its pages by the same verb: that is no list. */
function isSamePage(screen: Screen, verb: string): boolean {
  const ids = new Set(screen.buttons.filter((button) => button.verb === verb).map((one) => datum(one, 'nominationId')));
  return ids.size === 1 && screen.buttons.some((button) => button.verb === verb && button.data['page'] !== undefined);
}

/** The list of what waits for backing, and its further pages. */
const listing: Skill = (screen, mind) => {
  const button = screen.buttons.find(
    (one) => one.verb === 'page' && one.data['list'] === 'backing' && !mind.seen.has(pageKey(one)),
  );
  return button === undefined ? null : once(mind, pageKey(button), plainly(button));
};

function pageKey(button: Button): string {
  return `page ${datum(button, 'taskId')} ${datum(button, 'list')} ${datum(button, 'bodyId')} ${Number(button.data['page'])}`;
}

/** Others are alike: what the scenario wrote is sent all the same. */
const sendingAnyway: Skill = (screen) => plainly(find(screen, 'nomination.send', { go: 'finish' }));

export const nominating: Skill = firstOf(sendingAnyway, writing, returning, backing, correcting, finding, listing);

/** Begins one that the scenario has this person write: from a button that opens an empty form. */
export function begin(screen: Pick<Screen, 'buttons'>, nomination: ScenarioNomination): Press | null {
  const button = screen.buttons.find(
    ({ verb, data }) =>
      verb === 'nomination.open' &&
      data['nominationId'] === undefined &&
      (nomination.task === undefined || data['taskId'] === nomination.task),
  );
  return plainly(button);
}
