// The professional work: assessing one nomination after another, remarks and statements, drafting and signing the advice.
import type { Button, Input } from '../players/cards';
import { fill, offered, onScale } from '../players/filling';
import type { Mind } from '../players/mind';
import { datum, find, type Press, type Screen, type Typed } from '../players/screen';
import { firstOf, once, plainly, type Skill } from './skill';

/** How often a half-done assessment is kept first, as people do when the telephone rings. */
const keepsFirst = 0.02;

/** How many let themselves be moved by the others' reasons in a second round, and by how much. */
const changesMind = 0.4;
const moved = 0.25;

/** In a second round: most stay with what they said, some come nearer to the others, unless the scenario says who. */
const lookingAgain: Skill = (screen, mind) => {
  const keep = find(screen, 'assessment.keep');
  const give = find(screen, 'assessment.give');
  if (keep === undefined) return null;
  const key = `again ${datum(keep, 'taskId')} ${datum(keep, 'nominationId')} ${datum(keep, 'mandateId')}`;
  if (mind.seen.has(key)) return null;
  mind.seen.add(key);
  if (give === undefined || !isMoved(mind, datum(keep, 'nominationId'))) return plainly(keep);
  return {
    button: give,
    typed: fill(
      screen.inputs,
      scores(screen.inputs, give, mind, { share: moved, again: true }),
      mind.words('indstillingen'),
    ),
  };
};

function isMoved(mind: Mind, nominationId: string): boolean {
  const judged = mind.judged(nominationId);
  return judged === undefined ? mind.draw() < changesMind : judged.again !== undefined;
}

const assessing: Skill = (screen, mind) => {
  const give = find(screen, 'assessment.give');
  if (give === undefined) return null;
  const key = `assess ${datum(give, 'taskId')} ${datum(give, 'nominationId')} ${datum(give, 'mandateId')}`;
  const typed = fill(screen.inputs, scores(screen.inputs, give, mind), mind.words('indstillingen'));
  const save = find(screen, 'assessment.save');
  if (save !== undefined && !mind.seen.has(`${key} kept`) && mind.draw() < keepsFirst) {
    mind.seen.add(`${key} kept`);
    return { button: save, typed };
  }
  if (mind.seen.has(`${key} complained`)) return null;
  mind.seen.add(mind.done.has(key) ? `${key} complained` : `${key} given`);
  mind.done.add(key);
  return { button: give, typed };
};

/** `share` of the spread with which this person differs from a nomination's quality; `again` in a second round. */
function scores(
  inputs: readonly Input[],
  give: Button,
  mind: Mind,
  { share, again }: { readonly share: number; readonly again: boolean } = { share: 1, again: false },
): Typed {
  const nominationId = datum(give, 'nominationId');
  const { scale, evidence, spread, default: usual } = mind.answersTo(datum(give, 'taskId'));
  const title = mind.book.of(nominationId)?.key ?? '';
  const typedInto = (input: Input): string | null => {
    if (input.kind === 'choice') {
      const steps = offered(input, input.id === 'evidence' ? evidence : scale);
      return onScale(steps, mind.judge(nominationId, spread * share, input.id, again));
    }
    if (input.id === 'reason')
      return usual?.reason ?? reasonFor(mind.judge(nominationId, spread * share, '', again), title);
    return null;
  };
  return Object.fromEntries(
    inputs.flatMap((input): [string, string][] => {
      const value = typedInto(input);
      return value === null ? [] : [[input.id, value]];
    }),
  );
}

function reasonFor(judgement: number, key: string): string {
  if (judgement > 0.7) return `Velafgrænset gruppe med klart udbytte af helgenomsekventering (eksempel ${key}).`;
  if (judgement > 0.4) return `Relevant gruppe, men udbyttet er kun delvist belyst (eksempel ${key}).`;
  return `Målrettet udredning dækker behovet i dag; merværdien er ikke godtgjort (eksempel ${key}).`;
}

/** To the next one: from the own view, from the list of tasks, or after one has been given. */
const goingOn: Skill = (screen, mind) => {
  const next = screen.buttons.find((button) => {
    if (button.verb !== 'assessment.show' && button.verb !== 'assessment.open') return false;
    const nominationId = datum(button, 'nominationId');
    const key = `assess ${datum(button, 'taskId')} ${nominationId} ${datum(button, 'mandateId')}`;
    return nominationId === '' || !mind.done.has(key);
  });
  if (next === undefined) return null;
  const after = datum(next, 'after') || datum(next, 'nominationId');
  return once(mind, `go on ${datum(next, 'taskId')} ${datum(next, 'mandateId')} ${after}`, plainly(next));
};

const remarking: Skill = (screen, mind) => {
  const make = find(screen, 'remark.make');
  if (make !== undefined) return remark(screen, make, mind);
  const open = find(screen, 'remark.open');
  if (open === undefined) return null;
  return nextRemark(mind, datum(open, 'taskId')) === undefined ? null : plainly(open);
};

function nextRemark(mind: Mind, taskId: string) {
  return mind
    .answersTo(taskId)
    .remarks.find((one, at) => one.by === mind.person.key && !mind.done.has(`remark ${taskId} ${at}`));
}

function remark(screen: Screen, make: Button, mind: Mind): Press | null {
  const taskId = datum(make, 'taskId');
  const next = nextRemark(mind, taskId);
  if (next === undefined) return null;
  mind.done.add(`remark ${taskId} ${mind.answersTo(taskId).remarks.indexOf(next)}`);
  const nominationId = next.nomination === undefined ? undefined : mind.book.idOf(next.nomination);
  const about = screen.inputs.some(({ id }) => id === 'nominationId') && nominationId !== undefined;
  return {
    button: make,
    typed: fill(screen.inputs, { text: next.text, ...(about ? { nominationId } : {}) }, next.text),
  };
}

const stating: Skill = (screen, mind) => {
  const give = find(screen, 'statement.give');
  if (give !== undefined) {
    const { reason } = mind.answerTo(datum(give, 'taskId'));
    const key = `statement ${datum(give, 'taskId')} ${datum(give, 'bodyId')}`;
    return once(mind, key, { button: give, typed: fill(screen.inputs, { text: reason }, reason) });
  }
  const open = find(screen, 'statement.open');
  if (open === undefined) return null;
  return once(mind, `statement open ${datum(open, 'taskId')} ${datum(open, 'bodyId')}`, plainly(open));
};

const concluding: Skill = (screen, mind) => {
  const drafts = screen.buttons.filter(({ verb }) => verb === 'conclusion.draft');
  const button = drafts.find(({ data }) => data['go'] === 'next') ?? drafts.find(({ data }) => data['go'] === 'finish');
  if (button !== undefined) return conclusion(screen, button, mind);
  const open = screen.buttons.find((one) => one.verb === 'conclusion.open' && datum(one, 'nominationId') === '');
  return open === undefined ? null : once(mind, `conclude ${datum(open, 'taskId')}`, plainly(open));
};

function conclusion(screen: Screen, button: Button, mind: Mind): Press | null {
  const id = datum(button, 'nominationId');
  const usual = mind.answersTo(datum(button, 'taskId')).default;
  const wanted = mind.book.of(id)?.conclusion;
  const outcome = wanted?.outcome ?? usual?.choice ?? 'qualified';
  const reason = wanted?.reason ?? usual?.reason ?? mind.words('indstillingen');
  const into = wanted?.into === undefined ? undefined : mind.book.idOf(wanted.into);
  const typed = fill(screen.inputs, { outcome, reason, ...(into === undefined ? {} : { into }) }, reason);
  return once(mind, `conclusion ${datum(button, 'taskId')} ${id}`, { button, typed });
}

const signing: Skill = (screen, mind) => {
  const sign = find(screen, 'conclusions.sign');
  if (sign !== undefined) return once(mind, `sign ${datum(sign, 'taskId')}`, plainly(sign));
  const open = find(screen, 'conclusions.sign.open');
  return open === undefined ? null : once(mind, `sign open ${datum(open, 'taskId')}`, plainly(open));
};

export const professional: Skill = firstOf(lookingAgain, assessing, goingOn, remarking, stating, signing, concluding);
