// Who is ruled out of a nomination has no say in it: not by score, vote or rank after the ruling, and no advice on it is his.
import { list, object, text, texts, type Json, type RecordedRound } from '../evidence/record';
import { isObject } from '../players/cards';
import type { Invariant } from './invariant';

export const impartiality: readonly Invariant[] = [
  {
    name: 'Nobody assesses, remarks on or advises on a nomination he is held out of',
    breaches: ({ round }) => {
      const heldOut = new Set<string>();
      return round.events.flatMap(({ type, data, actor, seq }): readonly string[] => {
        const key = `${text(data, 'personId')} ${text(data, 'nominationId')}`;
        if (type === 'ConflictReported') heldOut.add(key);
        if (type === 'ConflictWithdrawn') heldOut.delete(key);
        if (type === 'ConflictRuled' && text(data, 'outcome') !== 'disqualified') heldOut.delete(key);
        const isInput = ['AssessmentGiven', 'RemarkMade', 'ConclusionDrafted'].includes(type);
        return isInput && heldOut.has(`${actor} ${text(data, 'nominationId')}`) ? [`no. ${seq}: ${type}`] : [];
      });
    },
  },
  {
    name: 'No ruling on a possible conflict counts a vote of the person concerned',
    breaches: ({ round }) =>
      round.events.flatMap(({ type, data, actor, seq }) =>
        type === 'ConflictsVotedOn'
          ? list(data, 'votes')
              .filter(isObject)
              .filter((vote) => text(vote, 'personId') === actor)
              .map(() => `no. ${seq}: ${actor} on himself.`)
          : [],
      ),
  },
  {
    name: 'Where somebody is ruled out, a list is counted for those nominations without him',
    breaches: ({ round }) =>
      [...round.tasks.values()].flatMap((task) => {
        const apart = list(task.arithmetic, 'apart').filter(isObject);
        return apart.flatMap((part) => overcounted(round, part).map((line) => `${task.id}: ${line}`));
      }),
  },
];

/** More answers than seats that take part, for nominations that are counted apart. */
function overcounted(round: RecordedRound, part: Json): readonly string[] {
  const quorum = object(part, 'quorum');
  const ids = texts(part, 'nominationIds');
  const isTouched = ids.some((id) => [...round.disqualified].some((key) => key.endsWith(` ${id}`)));
  const answered = Number(quorum['answered'] ?? 0);
  const entitled = Number(quorum['entitled'] ?? answered);
  return isTouched && answered > entitled ? [`${answered} answers of ${entitled} who take part.`] : [];
}
