// A working group of three and its chair with two nominations before it, and the steps of impartiality by first names.
import {
  person,
  nominationId,
  by,
  definitionWith,
  electorateOf,
  seat,
  started,
  submittedNomination,
  texts,
} from '../../given';
import type { RoundStep, TaskSketch } from '../../given';
import type { RoundState } from '../../../../services/process/round/state';
import type { Ground, RulingOutcome } from '../../../../services/process/round/matters/impartiality/state';
import type { Definition } from '../../../../services/process/definition/schema';
import type { Mandate } from '../../../../services/process/organisation/state';

export const principles = [{ id: 'value', label: { da: 'Værdi', en: 'Value' }, scored: true }];
export const scale = [0, 1, 2, 3].map((value) => ({
  id: `s${String(value)}`,
  value,
  label: { da: String(value), en: String(value) },
}));

export interface BodySketch {
  readonly tasks?: readonly TaskSketch[];
  readonly impartiality?: Definition['impartiality'];
  readonly seats?: readonly Mandate[];
  readonly nominations?: readonly string[];
}

/** Chair karl, deputy dorte, members anna and bo (with a substitute, stig), observer olga. */
export const group: readonly Mandate[] = [
  seat('karl', 'udvalg', { role: 'chair' }),
  seat('dorte', 'udvalg', { role: 'deputyChair' }),
  seat('anna', 'udvalg'),
  seat('bo', 'udvalg', { substitute: person('stig') }),
  seat('olga', 'udvalg', { role: 'observer' }),
];

/** The round with nominations `n1`, `n2` (and more when named) submitted; one vote about them unless tasks are said. */
export function roundWith({ tasks, impartiality, seats, nominations }: BodySketch = {}): RoundStep {
  const definition = definitionWith(tasks ?? [{ id: 'afstemning', kind: 'vote', about: 'submitted' }], {
    principles,
    scale,
    ...(impartiality === undefined ? {} : { impartiality }),
  });
  const ids = nominations ?? ['n1', 'n2'];
  return started(definition, electorateOf(definition, ...(seats ?? group)), {
    carriedOver: ids.map((id, index) => submittedNomination(id, `2027-00${String(index + 1)}`)),
  });
}

type Listed = Readonly<Record<string, readonly Ground[]>>;

/** The person's declaration: nominations with the grounds on which they may be a conflict; none is "none". */
export function declare(name: string, listed: Listed = {}, basis?: number): RoundStep {
  return by(name, (state) => ({
    type: 'DeclareInterests',
    conflicts: Object.entries(listed).map(([id, grounds]) => ({ nominationId: nominationId(id), grounds })),
    texts: null,
    basis: basis ?? state?.matters.impartiality.declarations[person(name)]?.revision ?? 0,
  }));
}

/** A conflict with `id`: one's own, or raised about another, with a reason unless said. */
export function report(name: string, id: string, about = name, reason = true): RoundStep {
  return by(name, {
    type: 'ReportConflict',
    personId: person(about),
    nominationId: nominationId(id),
    grounds: ['other'],
    texts: reason ? texts('reason') : null,
  });
}

/** Votes on open ones: `{ 'bo n1': 'disqualified' }`. */
export function rule(
  name: string,
  votes: Readonly<Record<string, RulingOutcome>>,
  more: { readonly reason?: boolean; readonly basis?: number; readonly at?: string } = {},
): RoundStep {
  return by(
    name,
    (state: RoundState | null) => ({
      type: 'VoteOnConflicts',
      votes: Object.entries(votes).map(([key, outcome]) => {
        const [who = '', id = ''] = key.split(' ');
        return { personId: person(who), nominationId: nominationId(id), outcome };
      }),
      texts: more.reason === true ? texts('reason') : null,
      basis: more.basis ?? state?.matters.impartiality.voted[person(name)] ?? 0,
    }),
    more.at ?? null,
  );
}

/** The person is reported and found disqualified for the nomination by karl, dorte and whoever else is needed. */
export function recused(name: string, ...ids: readonly string[]): readonly RoundStep[] {
  const judges = ['karl', 'dorte', 'anna', 'bo'].filter((one) => one !== name).slice(0, 3);
  const votes = Object.fromEntries(ids.map((id): [string, RulingOutcome] => [`${name} ${id}`, 'disqualified']));
  // More than half settles it, so those who come after have nothing left to say.
  return [...ids.map((id) => report(name, id)), ...judges.slice(0, 2).map((judge) => rule(judge, votes))];
}
