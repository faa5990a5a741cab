// Secret ballots: everyone who was told that his vote is in stands among those who voted, the box holds as many votes as
// voters, and the record links nobody to a vote.
import { list, text, type RecordedRound } from '../evidence/record';
import { isObject } from '../players/cards';
import { datum } from '../players/screen';
import { personIds, type Invariant } from './invariant';

export function secretTasks(round: RecordedRound): ReadonlySet<string> {
  const secret = [...round.tasks.values()].filter(({ definition }) => text(definition, 'visibility') === 'secret');
  return new Set(secret.map(({ id }) => id));
}

export const boxes: readonly Invariant[] = [
  {
    name: 'Whoever was told that his secret vote is in stands among those who voted',
    breaches: ({ round, record, entries }) => {
      const ids = personIds(record);
      const secret = secretTasks(round);
      return entries
        .filter(({ verb, end }) => verb === 'ballot.cast' && end === 'done')
        .flatMap(({ person, data, verb }): readonly string[] => {
          const taskId = datum({ data, verb } as Parameters<typeof datum>[0], 'taskId');
          const box = round.boxes.get(taskId);
          if (!secret.has(taskId) || box === undefined) return [];
          const holders = box.voted.map((id) => round.seats.get(id)?.holder);
          const isNamed = holders.includes(ids.get(person) ?? '');
          return isNamed || isStandIn(round, taskId, ids.get(person) ?? '') ? [] : [`${person} in ${taskId}`];
        });
    },
  },
  {
    name: 'A secret box holds a vote for every voter, and the record links nobody to a vote',
    breaches: ({ round }) => [
      ...[...round.boxes].flatMap(([taskId, { voted, choices }]) =>
        voted.length === choices.length ? [] : [`${taskId}: ${voted.length} voters, ${choices.length} votes.`],
      ),
      ...round.events.flatMap(({ type, data, seq }) => {
        const isLinked = type === 'BallotCast' && secretTasks(round).has(text(data, 'taskId'));
        return isLinked ? [`no. ${seq}: a secret vote under a name.`] : [];
      }),
      ...round.events.flatMap(({ type, data, seq }) => {
        if (type !== 'BoxOpened') return [];
        const strange = list(data, 'ballots')
          .filter(isObject)
          .flatMap((ballot) => Object.keys(ballot))
          .filter((key) => key !== 'receipt' && key !== 'choice');
        return strange.map((key) => `no. ${seq}: a ballot of a box holds "${key}".`);
      }),
    ],
  },
];

function isStandIn(round: RecordedRound, taskId: string, personId: string): boolean {
  return round.events.some(
    ({ type, data }) =>
      type === 'SubstituteCalled' && text(data, 'taskId') === taskId && text(data, 'personId') === personId,
  );
}
