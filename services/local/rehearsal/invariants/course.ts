// The course of the round: every task in its turn, selected only what was qualified and proposed, and what comes after.
import { isObject } from '../players/cards';
import { object, text, texts, type RecordedNomination, type RecordedRound } from '../evidence/record';
import type { Invariant } from './invariant';

function submitted(round: RecordedRound): readonly RecordedNomination[] {
  return [...round.nominations.values()].filter(({ number }) => number !== null);
}

function hasKind(round: RecordedRound, kind: string): boolean {
  return [...round.tasks.values()].some((task) => task.kind === kind);
}

function selectedIn({ nominations }: RecordedRound): readonly RecordedNomination[] {
  return [...nominations.values()].filter(({ decision }) => decision === 'selected');
}

/** Whether some task of the definition has this effect. */
function hasEffect(round: RecordedRound, effect: string): boolean {
  return [...round.tasks.values()].some(({ definition }) => texts(definition, 'effects').includes(effect));
}

/**
 * What the next round ought to begin with, told from the record: submitted and never decided. What was never submitted is its
 * nominators' to take along.
 */
function unsettled(round: RecordedRound): readonly string[] {
  return [...round.nominations.values()]
    .filter(({ status, number, decision, conclusion }) => {
      if (status === 'sent' || status === 'returned') return number !== null && number !== '';
      const isAdvisedAway = conclusion === 'notQualified' || conclusion === 'mergedWith';
      return status === 'submitted' && decision === null && !isAdvisedAway;
    })
    .map(({ id }) => id);
}

export const course: readonly Invariant[] = [
  {
    name: 'Every task was opened and closed, each after those it waits for',
    breaches: ({ round }) =>
      [...round.tasks.values()].flatMap((task) => {
        if (task.openedAt === null || task.closedAt === null) return [`${task.id} was not opened and closed.`];
        const before = texts(task.definition, 'after').map((id) => round.tasks.get(id)?.closedAt ?? null);
        const tooEarly = before.some((closedAt) => closedAt === null || closedAt > (task.openedAt ?? ''));
        return tooEarly ? [`${task.id} was opened before what it waits for was closed.`] : [];
      }),
  },
  {
    name: 'Every selected nomination was submitted, qualified and proposed',
    breaches: ({ round }) => {
      const proposals = round.events.filter(({ type }) => type === 'SelectionProposed');
      const proposed = new Set(texts(proposals.at(-1)?.data ?? {}, 'nominationIds'));
      const qualifies = hasKind(round, 'conclude');
      return selectedIn(round).flatMap(({ id, number, conclusion }) => [
        ...(number === null ? [`${id} was never submitted.`] : []),
        ...(qualifies && conclusion !== 'qualified' ? [`${number} was not qualified.`] : []),
        ...(proposed.has(id) ? [] : [`${number} was not proposed.`]),
      ]);
    },
  },
  {
    name: 'Every selected nomination is in exactly one confirmed group',
    breaches: ({ round }) => {
      const confirms = round.events.some(({ type }) => type === 'GroupsConfirmed');
      if (!hasKind(round, 'group')) return [];
      if (!confirms) return ['The groups were never confirmed.'];
      const proposal = round.events.findLast(({ type }) => type === 'GroupsProposed');
      const groups = Object.values(object({ groups: proposal?.data['groups'] ?? [] }, 'groups'));
      const listed = (Array.isArray(proposal?.data['groups']) ? proposal.data['groups'] : groups).filter(isObject);
      const grouped = listed.flatMap((group) => texts(group, 'nominationIds'));
      return selectedIn(round)
        .filter(({ id }) => grouped.filter((other) => other === id).length !== 1)
        .map(({ number }) => `${number} is not in exactly one group.`);
    },
  },
  {
    name: 'The round is closed, and the next one carries over what it should',
    breaches: ({ round, rounds }) => {
      if (!round.closed) return ['The round is not closed.'];
      if (!hasEffect(round, 'openNextRound')) return [];
      const next = rounds.find(({ id }) => id === round.next);
      if (next === undefined) return ['There is no next round.'];
      const wanted = unsettled(round).toSorted().join(' ');
      return [
        ...(next.previous === round.id ? [] : ['The next round does not name the one before it.']),
        ...(round.carriedOver.toSorted().join(' ') === wanted ? [] : ['The round carries over something else.']),
        ...(next.carriedIn.toSorted().join(' ') === wanted ? [] : ['The next round begins with something else.']),
      ];
    },
  },
  {
    name: 'Everything the scenario has people do besides answering was offered to them, and done',
    breaches: ({ actsLeft }) => actsLeft.map(({ by, once, note }) => `${by}, in ${once}: ${note}`),
  },
  {
    name: 'Numbers of nominations are given once and without gaps',
    breaches: ({ round }) => {
      const numbers = submitted(round)
        .map(({ number }) => Number((number ?? '').split('-')[1]))
        .toSorted((one, other) => one - other);
      const wrong = numbers.filter((number, at) => number !== at + 1);
      return wrong.map((number) => `The number ${number} is given twice or follows a gap.`);
    },
  },
];

export { hasEffect, selectedIn, submitted, text };
