// Putting nominations in order and choosing among them: tiers page by page, a proposed selection, groups.
import type { Button, Input } from '../players/cards';
import { fill, offered, onScale } from '../players/filling';
import type { Mind } from '../players/mind';
import { datum, find, type Press, type Screen } from '../players/screen';
import { firstOf, once, plainly, type Skill } from './skill';

const tierPrefix = 'tier_';
const groupPrefix = 'group_';

const ranking: Skill = (screen, mind) => {
  const saves = screen.buttons.filter(({ verb }) => verb === 'ranking.save');
  if (saves.length > 0) return tiers(screen, saves, mind);
  const open = find(screen, 'ranking.open');
  if (open !== undefined && !mind.done.has(seatKey('ranked', open))) {
    return once(mind, seatKey('rank', open), plainly(open));
  }
  const give = find(screen, 'ranking.give');
  if (give !== undefined) return once(mind, seatKey('give', give), plainly(give));
  const show = find(screen, 'ranking.show');
  return show === undefined ? null : once(mind, seatKey('show', show), plainly(show));
};

/** One seat's part in one task. */
function seatKey(what: string, button: Button): string {
  return `${what} ${datum(button, 'taskId')} ${datum(button, 'mandateId')}`;
}

function tiers(screen: Screen, saves: readonly Button[], mind: Mind): Press | null {
  const button = wayOn(saves);
  if (button === undefined) return null;
  const taskId = datum(button, 'taskId');
  if (button.data['go'] === 'finish') mind.done.add(seatKey('ranked', button));
  const { tiers: bounds, spread } = mind.answersTo(taskId);
  const tierOf = (input: Input): string => {
    const judgement = mind.judge(input.id.slice(tierPrefix.length), spread, taskId);
    const wanted = bounds?.find(({ atLeast }) => judgement >= atLeast)?.tier;
    const there = offered(input, undefined);
    return wanted !== undefined && there.includes(wanted) ? wanted : onScale(there.toReversed(), judgement);
  };
  const known = Object.fromEntries(
    screen.inputs.filter(({ id }) => id.startsWith(tierPrefix)).map((input) => [input.id, tierOf(input)]),
  );
  return once(mind, pageKey('tiers', button), { button, typed: fill(screen.inputs, known, '') });
}

const selecting: Skill = (screen, mind) => {
  const propose = find(screen, 'selection.propose');
  if (propose !== undefined) {
    mind.done.add(`selection ${datum(propose, 'taskId')}`);
    return once(mind, `propose ${datum(propose, 'taskId')}`, plainly(propose));
  }
  const saves = screen.buttons.filter(({ verb }) => verb === 'selection.save');
  const button = wayOn(saves);
  if (button !== undefined) return ticks(screen, button, mind);
  const open = find(screen, 'selection.open');
  if (open === undefined || mind.done.has(`selection ${datum(open, 'taskId')}`)) return null;
  return once(mind, `select ${datum(open, 'taskId')}`, plainly(open));
};

function ticks(screen: Screen, button: Button, mind: Mind): Press | null {
  const wanted = mind.answersTo(datum(button, 'taskId')).selected;
  const ids = new Set(wanted?.flatMap((key) => mind.book.idOf(key) ?? []));
  const known = Object.fromEntries(
    screen.inputs
      .filter(({ kind }) => kind === 'choices')
      .map((input) => {
        const there = offered(input, undefined);
        return [input.id, (wanted === undefined ? there : there.filter((id) => ids.has(id))).join(',')];
      }),
  );
  return once(mind, pageKey('ticks', button), { button, typed: fill(screen.inputs, known, '') });
}

const grouping: Skill = (screen, mind) => {
  const propose = find(screen, 'grouping.propose');
  if (propose !== undefined) {
    mind.done.add(`groups ${datum(propose, 'taskId')}`);
    return once(mind, `propose ${datum(propose, 'taskId')}`, plainly(propose));
  }
  const names = find(screen, 'grouping.names');
  if (names !== undefined) return named(screen, names, mind);
  const button = wayOn(screen.buttons.filter(({ verb }) => verb === 'grouping.save'));
  if (button !== undefined) return grouped(screen, button, mind);
  const confirm = find(screen, 'grouping.confirm');
  if (confirm !== undefined) {
    return once(mind, `confirm ${datum(confirm, 'taskId')} ${Number(confirm.data['basis'])}`, plainly(confirm));
  }
  const open = find(screen, 'grouping.open');
  if (open === undefined || mind.done.has(`groups ${datum(open, 'taskId')}`)) return null;
  return once(mind, `group ${datum(open, 'taskId')}`, plainly(open));
};

function named(screen: Screen, button: Button, mind: Mind): Press | null {
  const { groups } = mind.answersTo(datum(button, 'taskId'));
  const names = groups?.map(({ name }) => name) ?? ['Gruppe 1 (eksempel)'];
  const typed = fill(screen.inputs, { names: names.join('\n') }, '');
  return once(mind, `names ${datum(button, 'taskId')}`, { button, typed });
}

function grouped(screen: Screen, button: Button, mind: Mind): Press | null {
  const { groups } = mind.answersTo(datum(button, 'taskId'));
  const groupOf = (input: Input): string => {
    const key = mind.book.of(input.id.slice(groupPrefix.length))?.key;
    const name = groups?.find(({ nominations }) => key !== undefined && nominations.includes(key))?.name;
    const choice = input.choices.find(({ title }) => title === name) ?? input.choices.find(({ value }) => value !== '');
    return choice?.value ?? '';
  };
  const known = Object.fromEntries(
    screen.inputs.filter(({ id }) => id.startsWith(groupPrefix)).map((input) => [input.id, groupOf(input)]),
  );
  return once(mind, pageKey('grouped', button), { button, typed: fill(screen.inputs, known, '') });
}

/** On to the next page as long as there is one, then to the end. */
function wayOn(saves: readonly Button[]): Button | undefined {
  return saves.find(({ data }) => data['go'] === 'next') ?? saves.find(({ data }) => data['go'] === 'finish');
}

function pageKey(what: string, button: Button): string {
  return `${what} ${datum(button, 'taskId')} ${datum(button, 'mandateId')} ${Number(button.data['page'])}`;
}

export const lists: Skill = firstOf(ranking, selecting, grouping);
