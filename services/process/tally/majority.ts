// Votes for and against: simple, absolute and qualified majority, and a number of approvals.
// Counts only; who is entitled, who is recused and what a tie leads to is the round's business.
import { TallyError, wholeNumber } from './errors';
import { isMoreThanHalf, neededOf, type ShareRule } from './share';

/** Stands with every result: verification recomputes a result by the rule of its version (DESIGN.md §3). */
export const MAJORITY_VERSION = 'majority/1';

/**
 * What the share is taken of: the votes cast for or against (`cast`), those and the abstentions (`present`), or all who
 * could have voted (`all`). Which is a setting of the definition (PROCESS.md §2).
 */
export type MajorityRule = ShareRule & { readonly of: 'cast' | 'present' | 'all' };

/** More votes for than against; abstentions do not count. */
export const SIMPLE_MAJORITY: MajorityRule = { of: 'cast', share: [1, 2], strictlyMore: true };
/** More than half of all who could have voted. */
export const ABSOLUTE_MAJORITY: MajorityRule = { of: 'all', share: [1, 2], strictlyMore: true };

/** Votes of those who were entitled to answer: the recused are neither entitled nor counted. */
export type VoteCounts = {
  readonly entitled: number;
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
};

/** The outcome with its arithmetic, as a card shows it: `for` of `base`, `needed` to carry. Plain JSON. */
export type VoteResult = VoteCounts & {
  readonly version: string;
  readonly outcome: 'carried' | 'lost' | 'tied';
  /** Entitled and silent. */
  readonly missing: number;
  readonly base: number;
  readonly needed: number;
};

/**
 * Counts a vote by majority. `tied` only under "more than half", when for and against are equal and one more vote for
 * would carry: what a tie leads to (a chair's vote, a new ballot, a lot) is the definition's setting. Two thirds cannot
 * tie, and neither can a vote in which nobody voted for or against: those are lost.
 * @throws TallyError `MoreVotesThanEntitled`, `NotAWholeNumber`, `NotAShare`.
 */
export function majority(rule: MajorityRule, counts: VoteCounts): VoteResult {
  const missing = missingOf(counts);
  const base = baseOf(rule, counts);
  const needed = neededOf(base, rule);
  const isEven = counts.for === counts.against && counts.for > 0;
  const isTied = isMoreThanHalf(rule) && isEven && counts.for + 1 >= needed;
  const outcome = counts.for >= needed ? 'carried' : isTied ? 'tied' : 'lost';
  return { version: MAJORITY_VERSION, outcome, ...pick(counts), missing, base, needed };
}

/**
 * Counts approvals: all entitled must approve, one is enough, or a number of them.
 * @throws TallyError `MoreVotesThanEntitled`, `NotAWholeNumber`.
 */
export function approval(needs: 'all' | 'any' | number, counts: VoteCounts): VoteResult {
  const missing = missingOf(counts);
  // Nobody entitled is no approval: at least one must have been given.
  const needed = needs === 'all' ? Math.max(1, counts.entitled) : needs === 'any' ? 1 : wholeNumber(needs, 1);
  const outcome = counts.for >= needed ? 'carried' : 'lost';
  return { version: MAJORITY_VERSION, outcome, ...pick(counts), missing, base: counts.entitled, needed };
}

function baseOf(rule: MajorityRule, counts: VoteCounts): number {
  switch (rule.of) {
    case 'cast':
      return counts.for + counts.against;
    case 'present':
      return counts.for + counts.against + counts.abstain;
    case 'all':
      return counts.entitled;
    default:
      return rule.of satisfies never;
  }
}

function missingOf(counts: VoteCounts): number {
  const entitled = wholeNumber(counts.entitled);
  const answered = wholeNumber(counts.for) + wholeNumber(counts.against) + wholeNumber(counts.abstain);
  if (answered > entitled) throw new TallyError('MoreVotesThanEntitled', `${answered} of ${entitled}`);
  return entitled - answered;
}

/** Only the counts: a caller's object may hold more, and a result is recorded word for word. */
function pick(counts: VoteCounts): VoteCounts {
  return { entitled: counts.entitled, for: counts.for, against: counts.against, abstain: counts.abstain };
}
