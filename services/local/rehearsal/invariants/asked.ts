// Whether the round became what the scenario asked for: nominations, advice, selection, groups; and all kills took place.
import { selectedIn } from './course';
import type { Evidence, Invariant } from './invariant';

function keysOf(evidence: Evidence, ids: readonly string[]): readonly string[] {
  return ids.map((id) => evidence.book.of(id)?.key ?? id).toSorted();
}

/** What is only there, and what is only wanted. */
function differs(what: string, there: readonly string[], wanted: readonly string[]): readonly string[] {
  const extra = there.filter((key) => !wanted.includes(key));
  const missing = wanted.filter((key) => !there.includes(key));
  return [
    ...(extra.length === 0 ? [] : [`${what}, not asked for: ${extra.join(', ')}`]),
    ...(missing.length === 0 ? [] : [`${what}, missing: ${missing.join(', ')}`]),
  ];
}

/** The answers of the scenario to whichever task has them. */
function answered<Value>(
  { scenario }: Evidence,
  pick: (answers: Evidence['scenario']['answers'][string]) => Value | undefined,
): Value | undefined {
  return Object.values(scenario.answers)
    .map(pick)
    .find((value) => value !== undefined);
}

export const asked: readonly Invariant[] = [
  {
    name: 'Every nomination that people sent and backed is submitted, and no other',
    breaches: (evidence) => {
      const there = [...evidence.round.nominations.values()].filter(({ number }) => number !== null);
      const wanted = evidence.scenario.nominations
        .filter(({ ends, backed }) => ends === 'sent' && backed)
        .map(({ key }) => key);
      return differs(
        'Submitted',
        keysOf(
          evidence,
          there.map(({ id }) => id),
        ),
        wanted,
      );
    },
  },
  {
    name: 'What was selected is what the scenario selects',
    breaches: (evidence) => {
      const wanted = answered(evidence, ({ selected }) => selected);
      if (wanted === undefined) return [];
      return differs(
        'Selected',
        keysOf(
          evidence,
          selectedIn(evidence.round).map(({ id }) => id),
        ),
        wanted,
      );
    },
  },
  {
    name: 'The groups are those of the scenario',
    breaches: (evidence) => {
      const wanted = answered(evidence, ({ groups }) => groups);
      if (wanted === undefined) return [];
      const members = new Map<string, string[]>();
      for (const { id, groupId } of evidence.round.nominations.values()) {
        if (groupId !== null) members.set(groupId, [...(members.get(groupId) ?? []), evidence.book.of(id)?.key ?? id]);
      }
      const there = [...members.values()].map((keys) => keys.toSorted().join('+'));
      return differs(
        'Groups',
        there,
        wanted.map(({ nominations }) => nominations.toSorted().join('+')),
      );
    },
  },
  {
    name: 'The bot came back from every kill',
    breaches: ({ kills }) =>
      kills.done === kills.wanted ? [] : [`${kills.wanted} were wanted, ${kills.done} took place.`],
  },
];
