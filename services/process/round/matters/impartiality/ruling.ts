// Counting a ruling: one vote for each who may rule. Ready when more than half agree, when all have voted, or when the time
// is up and more than half have. The same votes give the same ruling, whatever the order they came in.
import type { TextsRef } from '../../../text';
import { chairOf, type Decider } from './people';
import type { Conflict, Ruling, RulingOutcome, RulingVote } from './state';

/** Where votes are even and no chair decides, the careful one stands: doubt keeps a person out (forvaltningsloven § 3(1)5). */
const carefulFirst: readonly RulingOutcome[] = ['disqualified', 'exception', 'notDisqualified'];

/** What has been ruled, or null while it is open. `isOver` says that the time to vote has passed. */
export function rulingOf(
  conflict: Pick<Conflict, 'votes'>,
  deciders: readonly Decider[],
  isOver: boolean,
): Omit<Ruling, 'at'> | null {
  const cast = deciders.flatMap(({ personId }) => conflict.votes[personId] ?? []);
  const counts = { disqualified: 0, notDisqualified: 0, exception: 0 };
  for (const { outcome } of cast) counts[outcome] += 1;
  const most = Math.max(...Object.values(counts));
  const isDecided = most * 2 > deciders.length;
  const isComplete = cast.length === deciders.length || (isOver && cast.length * 2 > deciders.length);
  if (cast.length === 0 || (!isDecided && !isComplete)) return null;
  const leading = carefulFirst.filter((outcome) => counts[outcome] === most);
  const chair = chairOf(deciders.map(({ mandate }) => mandate));
  const casting = chair === null ? undefined : conflict.votes[chair.holder]?.outcome;
  const outcome = leading.find((one) => one === casting) ?? leading[0] ?? 'disqualified';
  return { outcome, counts, deciders: deciders.length, texts: reasonFor(outcome, conflict, deciders) };
}

/** The chair's words for the outcome, else those of the first by id who wrote some. */
function reasonFor(
  outcome: RulingOutcome,
  { votes }: Pick<Conflict, 'votes'>,
  deciders: readonly Decider[],
): TextsRef | null {
  const chair = chairOf(deciders.map(({ mandate }) => mandate));
  const people = deciders.map(({ personId }) => personId).toSorted();
  const inOrder = chair === null ? people : [chair.holder, ...people];
  const written = inOrder
    .map((personId): RulingVote | undefined => votes[personId])
    .find((vote) => vote !== undefined && vote.outcome === outcome && vote.texts !== null);
  return written?.texts ?? null;
}
