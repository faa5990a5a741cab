// Declaring what may be a conflict and nothing besides, and ruling on what others have declared.
import { fill } from '../players/filling';
import type { Input } from '../players/cards';
import type { Mind } from '../players/mind';
import { find, type Typed } from '../players/screen';
import type { ScenarioNomination } from '../scenario/schema';
import { firstOf, once, plainly, type Skill } from './skill';

type Conflict = ScenarioNomination['conflicts'][number];

/** The first page: the nominations to tick. */
const choosing: Skill = (screen, mind) => {
  const button = find(screen, 'interests.choose');
  if (button === undefined) return null;
  const offered = screen.inputs.find(({ id }) => id === 'picked')?.choices ?? [];
  const own = offered.filter(({ value }) => conflictWith(mind, value) !== null).map(({ value }) => value);
  return once(mind, 'interests chosen', { button, typed: { picked: own.join(',') } });
};

/** The second: a ground for each, and the button that covers the rest. */
const declaring: Skill = (screen, mind) => {
  const button = find(screen, 'interests.declare');
  if (button === undefined) return null;
  const typed = screen.inputs.flatMap((input): [string, string][] => {
    const [kind = '', id = ''] = input.id.split(/_(.*)/s);
    const conflict = conflictWith(mind, id);
    if (conflict === null) return [];
    return [[input.id, kind === 'ground' ? conflict.ground : conflict.about]];
  });
  return once(mind, 'interests declared', { button, typed: fill(screen.inputs, Object.fromEntries(typed), '') });
};

const ruling: Skill = (screen, mind) => {
  const button = find(screen, 'rulings.vote');
  if (button === undefined) return null;
  const votes: Typed = Object.fromEntries(
    screen.inputs.filter(isVote).map((input) => [input.id, ruledOn(mind, input)]),
  );
  const words = mind.words('habilitet');
  return once(mind, 'ruled', { button, typed: fill(screen.inputs, { ...votes, reason: words }, words) });
};

const opening: Skill = (screen, mind) => {
  const declare = find(screen, 'interests.open');
  const rule = find(screen, 'rulings.open');
  if (rule !== undefined) return once(mind, 'rulings', plainly(rule));
  if (declare === undefined || mind.done.has('interests')) return null;
  mind.done.add('interests');
  return plainly(declare);
};

function conflictWith(mind: Mind, nominationId: string): Conflict | null {
  return mind.book.of(nominationId)?.conflicts.find(({ by }) => by === mind.person.key) ?? null;
}

/** `vote_<nomination>@<person>`: people are known to the product by ids of its own, so a nomination has one ruling here. */
function ruledOn(mind: Mind, { id }: Input): string {
  const nominationId = id.slice('vote_'.length).split('@')[0] ?? '';
  return mind.book.of(nominationId)?.conflicts[0]?.ruled ?? 'notDisqualified';
}

function isVote({ id }: Input): boolean {
  return id.startsWith('vote_');
}

export const impartiality: Skill = firstOf(choosing, declaring, ruling, opening);
