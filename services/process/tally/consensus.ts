// Decisions that are not counted by majority: consensus with recorded dissent, and consent (nobody objects).
// Names the dissenters, because a minority opinion is part of the decision (PROCESS.md §7); never decides by a vote.
import { TallyError, wholeNumber } from './errors';
import type { VoteResult } from './majority';

export const CONSENSUS_VERSION = 'consensus/1';
export const CONSENT_VERSION = 'consent/1';

/** One elector's answer. `against` is a dissent, or an objection that stands; one withdrawn is another answer. */
export type Answer = { readonly by: string; readonly choice: 'for' | 'against' | 'abstain' };

/** A result with those who stood against it, in the order of `entitled`. */
export type ConsentResult = VoteResult & { readonly dissent: readonly string[] };

/**
 * Consensus among those who took a side: carried when somebody agrees and at most `dissentMax` disagree. The dissenters
 * stand in the result, for their minority opinion. Never tied. Who must have answered at all is the quorum's business.
 * @param entitled who may answer, without the recused.
 * @throws TallyError `UnknownElector`, `DuplicateAnswer`, `NotAWholeNumber`.
 */
export function consensus(dissentMax: number, entitled: readonly string[], answers: readonly Answer[]): ConsentResult {
  const counted = countAnswers(entitled, answers);
  const base = counted.for + counted.against;
  const needed = Math.max(1, base - wholeNumber(dissentMax));
  const outcome = counted.for >= needed ? 'carried' : 'lost';
  return { version: CONSENSUS_VERSION, outcome, ...counted, base, needed };
}

/**
 * Consent: carried when no objection stands. With `silenceConsents`, those who have not answered count in `base` as not
 * objecting; without it, somebody must have said yes. Never tied.
 * @param entitled who may answer, without the recused.
 * @throws TallyError `UnknownElector`, `DuplicateAnswer`.
 */
export function consent(
  silenceConsents: boolean,
  entitled: readonly string[],
  answers: readonly Answer[],
): ConsentResult {
  const counted = countAnswers(entitled, answers);
  const consenting = counted.for + (silenceConsents ? counted.missing : 0);
  const base = consenting + counted.against;
  const needed = Math.max(1, base);
  const outcome = consenting >= needed ? 'carried' : 'lost';
  return { version: CONSENT_VERSION, outcome, ...counted, base, needed };
}

function countAnswers(entitled: readonly string[], answers: readonly Answer[]) {
  const choices = new Map<string, Answer['choice']>();
  for (const { by, choice } of answers) {
    if (!entitled.includes(by)) throw new TallyError('UnknownElector', by);
    if (choices.has(by)) throw new TallyError('DuplicateAnswer', by);
    choices.set(by, choice);
  }
  const chosen = (choice: Answer['choice']): string[] => entitled.filter((elector) => choices.get(elector) === choice);
  return {
    entitled: entitled.length,
    for: chosen('for').length,
    against: chosen('against').length,
    abstain: chosen('abstain').length,
    missing: entitled.length - choices.size,
    dissent: chosen('against'),
  };
}
