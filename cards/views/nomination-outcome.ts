// What came of a nomination in its round, once the decision is final: one of five ends, with the words of its letter.
// Reads what stands; concludes nothing from a score or a rank.
import type { Nomination } from '../../services/process/round/state';

/** `postponed`: nothing was decided on it in this round, so it can be taken up in the next one (PROCESS.md §9). */
export type NominationOutcome = 'selected' | 'notSelected' | 'notQualified' | 'merged' | 'postponed';

/** A decision goes before the advice; the advice settles what never came up for decision; anything else is postponed. */
export function outcomeOf({ decision, conclusion }: Pick<Nomination, 'decision' | 'conclusion'>): NominationOutcome {
  if (decision !== null) return decision;
  if (conclusion?.outcome === 'notQualified') return 'notQualified';
  return conclusion?.outcome === 'mergedWith' ? 'merged' : 'postponed';
}
