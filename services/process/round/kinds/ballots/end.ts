// How a collegial task ends: its outcome by the words of its kind, the arithmetic as it is shown, and what follows for the
// nominations. It does not end while it is not quorate, or while there is nothing to vote on.
import type { NominationId } from '../../../ids';
import type { LotResult } from '../../../tally/lot';
import type { VoteResult } from '../../../tally/majority';
import { rankingOfTiers, type RankedBallot, type Ranking } from '../../../tally/ranking';
import { schulze } from '../../../tally/schulze';
import type { RoundEvent } from '../../events';
import { nominationsAbout } from '../../queries';
import type { CastBallot, Json } from '../../state';
import type { Ending, TaskView } from '../kind';
import { isRemark, stanceOf, type CollegialKind } from './choices';
import { choicesIn, choicesMade, countOf, voteOf, type Apart, type Count, type CountedSeat } from './count';
import { candidatesOf, hasNothingToSelect } from './propose';
import { LOT_FOR, lotOf } from './lot';
import { isShut } from './secret';
import { isSettledAgainst } from './turns';
import { ballotsIn } from './work';

type View = TaskView<CollegialKind>;

/** The version of the result of a selection among nothing. */
export const SELECTION_VERSION = 'selection/1';

/** All outcomes of collegial tasks; `cards/texts` has a sentence for each. */
export type BallotOutcome =
  | 'agreed'
  | 'agreedWithRemarks'
  | 'notAgreed'
  | 'noted'
  | 'notedWithRemarks'
  | 'notNoted'
  | 'carried'
  | 'carriedWithRemarks'
  | 'carriedWithConditions'
  | 'agreedWithDissent'
  | 'notedWithDissent'
  | 'carriedWithDissent'
  | 'approvedWithDissent'
  | 'rejected'
  | 'approved'
  | 'approvedWithRemarks'
  | 'approvedWithConditions'
  | 'notApproved'
  | 'returned'
  | 'tied'
  | 'wantsMeeting'
  | 'ranked'
  | 'nothingToSelect';

/** The outcomes by which a proposal or a matter has been decided in the affirmative. */
export const affirmative: ReadonlySet<string> = new Set<BallotOutcome>([
  'agreed',
  'agreedWithRemarks',
  'noted',
  'notedWithRemarks',
  'carried',
  'carriedWithRemarks',
  'carriedWithConditions',
  'agreedWithDissent',
  'notedWithDissent',
  'carriedWithDissent',
  'approvedWithDissent',
  'approved',
  'approvedWithRemarks',
  'approvedWithConditions',
  'ranked',
]);

export function end(view: View): Ending | null {
  const count = countOf(view);
  if (view.definition.kind === 'rank') return ranked(view, count);
  if (hasNothingToSelect(view)) {
    return {
      result: { version: SELECTION_VERSION, outcome: 'nothingToSelect', arithmetic: standing(view) },
      effects: [],
    };
  }
  const { definition } = view;
  const isProposalMissing = definition.kind === 'vote' && definition.proposal !== undefined && proposal(view) === null;
  if (isProposalMissing || isShut(view)) return null;
  const vote = voteOf(view, count.seats);
  if (!isEnough(view, count, vote)) return null;
  const lot = vote.outcome === 'tied' ? lotOf(view) : null;
  const outcome = outcomeOf(view, count.seats, vote, lot);
  const apart = count.apart.map((part) => partEnded(view, part, lot));
  const arithmetic = {
    ...arithmeticOf(view, count, vote),
    ...(lot === null ? {} : { lot: { ...lot } as unknown as Json }),
    ...(apart.length === 0 ? {} : { apart: apart.map(({ json }) => json) }),
  };
  const result = { version: vote.version, outcome, arithmetic };
  return { result, effects: outcome === 'wantsMeeting' ? [] : selected(view, affirmative.has(outcome), apart) };
}

/** Some nominations of a list counted by themselves, since not the same seats take part in them. */
interface PartEnded {
  readonly nominationIds: readonly NominationId[];
  readonly isCarried: boolean;
  readonly json: Json;
}

/** Without its quorum, or without a majority, what was proposed for them is not decided. */
function partEnded(view: View, { nominationIds, seats, quorum }: Apart, lot: LotResult | null): PartEnded {
  const vote = voteOf(view, seats);
  const outcome = isEnough(view, { quorum }, vote) ? outcomeOf(view, seats, vote, lot) : 'notQuorate';
  const json = { nominationIds, quorum: { ...quorum }, choices: choicesMade(view, seats), vote: { ...vote }, outcome };
  return { nominationIds, isCarried: affirmative.has(outcome), json };
}

/**
 * Enough approvals are enough: `needs` is the quorum of an approval that is given. One after another, so is what can no
 * longer be given: those who come after are never asked.
 */
export function isEnough(view: View, count: Pick<Count, 'quorum'>, vote: VoteResult): boolean {
  const isApproved = view.definition.rule.method === 'approval' && vote.outcome === 'carried';
  return count.quorum.met || isApproved || isSettledAgainst(view, vote);
}

/** What stands, for a task that is closed by hand without a result. */
export function standing(view: View): Json {
  const count = countOf(view);
  const isUncounted = view.definition.kind === 'rank' || isShut(view);
  return arithmeticOf(view, count, isUncounted ? null : voteOf(view, count.seats));
}

/** Plain JSON: `quorum` and `vote` as the tally gives them, `choices` made, and whose ballots were set aside. */
function arithmeticOf(view: View, count: Count, vote: VoteResult | null): { readonly [key: string]: Json } {
  const { quorum, seats, setAside, withheld, pending } = count;
  return {
    quorum: { ...quorum },
    choices: choicesMade(view, seats),
    setAside,
    ...(withheld.length === 0 ? {} : { withheld }),
    ...(pending === 0 ? {} : { pending }),
    vote: vote && { ...vote },
  };
}

function outcomeOf(view: View, seats: readonly CountedSeat[], vote: VoteResult, lot: LotResult | null): BallotOutcome {
  const choices = choicesIn(view, seats);
  if (choices.includes('wantsMeeting')) return 'wantsMeeting';
  const decided = vote.outcome === 'tied' ? afterTie(view, seats, lot) : vote.outcome;
  if (decided === 'tied') return 'tied';
  if (decided === 'carried' && view.definition.rule.method === 'consensus' && vote.against > 0) {
    return dissentWord[view.definition.kind];
  }
  if (decided === 'lost') return choices.includes('return') ? 'returned' : lostWord[view.definition.kind];
  if (choices.includes('approveWithConditions')) return conditionsWord[view.definition.kind];
  return choices.some(isRemark) ? remarksWord[view.definition.kind] : carriedWord[view.definition.kind];
}

/** What a tie leads to here: the lot that was drawn, or the chair's own vote where the rule says so; else it stands. */
function afterTie(view: View, seats: readonly CountedSeat[], lot: LotResult | null): VoteResult['outcome'] {
  if (lot !== null) return lot.order[0] === LOT_FOR ? 'carried' : 'lost';
  if (view.definition.rule.tie !== 'chair') return 'tied';
  const taking = seats.filter(({ recused }) => !recused);
  // A chair who is held out is stood for by the deputy.
  const isChairOut = seats.some(({ mandate, recused }) => recused && mandate.role === 'chair');
  const chairs = taking.filter(({ mandate }) => mandate.role === (isChairOut ? 'deputyChair' : 'chair'));
  const stance = chairs.length === 1 && chairs[0]?.ballot ? stanceOf(chairs[0].ballot.choice) : 'abstain';
  if (stance === 'for') return 'carried';
  return stance === 'against' ? 'lost' : 'tied';
}

type Words = { readonly [Kind in CollegialKind]: BallotOutcome };

const carriedWord: Words = { agree: 'agreed', consider: 'noted', vote: 'carried', approve: 'approved', rank: 'ranked' };
const remarksWord: Words = {
  agree: 'agreedWithRemarks',
  consider: 'notedWithRemarks',
  vote: 'carriedWithRemarks',
  approve: 'approvedWithRemarks',
  rank: 'ranked',
};
const conditionsWord: Words = {
  agree: 'agreedWithRemarks',
  consider: 'notedWithRemarks',
  vote: 'carriedWithConditions',
  approve: 'approvedWithConditions',
  rank: 'ranked',
};
const dissentWord: Words = {
  agree: 'agreedWithDissent',
  consider: 'notedWithDissent',
  vote: 'carriedWithDissent',
  approve: 'approvedWithDissent',
  rank: 'ranked',
};
const lostWord: Words = {
  agree: 'notAgreed',
  consider: 'notNoted',
  vote: 'rejected',
  approve: 'notApproved',
  rank: 'ranked',
};

function proposal(view: View): readonly NominationId[] | null {
  return ballotsIn(view.task).proposal?.nominationIds ?? null;
}

/**
 * A carried proposal selects what is on it and still stands; every other candidate is not selected. Nominations that were
 * counted by themselves follow their own count, whatever became of the list: nobody held out of one moves it.
 */
function selected(view: View, isCarried: boolean, apart: readonly PartEnded[]): readonly RoundEvent[] {
  const proposed = proposal(view);
  if (proposed === null) return [];
  const decided = candidatesOf(view)
    .map(({ id }) => id)
    .filter((id) => apart.find(({ nominationIds }) => nominationIds.includes(id))?.isCarried ?? isCarried);
  if (decided.length === 0 && (!isCarried || apart.length > 0)) return [];
  return [
    {
      type: 'NominationsSelected',
      selected: decided.filter((id) => proposed.includes(id)),
      notSelected: decided.filter((id) => !proposed.includes(id)),
    },
  ];
}

/** A ranking of nothing needs nobody; any other needs its quorum. */
function ranked(view: TaskView<CollegialKind>, count: Count): Ending | null {
  if (view.definition.kind !== 'rank') return null;
  const alternatives = nominationsAbout(view.round, view.definition.about).map(({ id }) => id);
  if (alternatives.length > 0 && !count.quorum.met) return null;
  const ranking = schulze(alternatives, rankedBallots(view.definition.tiers, count, alternatives));
  const arithmetic = { ...arithmeticOf(view, count, null), ranking: { ...ranking } as unknown as Json };
  return { result: { version: ranking.version, outcome: 'ranked', arithmetic }, effects: [] };
}

/** The counted ballots of a ranking as the tally takes them, on these alternatives. */
export function rankedBallots(
  tiersOf: readonly { readonly id: string }[],
  count: Pick<Count, 'seats'>,
  alternatives: readonly NominationId[],
): readonly RankedBallot[] {
  const tiers = tiersOf.map(({ id }) => id);
  const among = (ids: readonly NominationId[]): readonly NominationId[] =>
    ids.filter((id) => alternatives.includes(id));
  return count.seats.flatMap(({ ballot, silentOn, beside }): readonly RankedBallot[] => {
    if (ballot === null) return [];
    const own = {
      ranking: rankingIn(ballot, tiers, alternatives),
      ...(silentOn.length === 0 ? {} : { recused: among(silentOn) }),
    };
    if (beside === null) return [own];
    const { ballot: other, on } = beside;
    return [
      own,
      { ranking: rankingIn(other, tiers, alternatives), recused: among(other.without ?? []), only: among(on) },
    ];
  });
}

/** A nomination withdrawn after it was ranked is no alternative any more. */
function rankingIn(ballot: CastBallot, tiers: readonly string[], alternatives: readonly NominationId[]): Ranking {
  const tierOf = Object.fromEntries(alternatives.flatMap((id) => tierEntry(ballot.tiers ?? {}, id)));
  return rankingOfTiers(
    tiers,
    tierOf,
    ballot.order.filter((id) => Object.hasOwn(tierOf, id)),
  );
}

function tierEntry(tiers: Readonly<Record<NominationId, string>>, id: NominationId): readonly [NominationId, string][] {
  const tier = tiers[id];
  return tier === undefined ? [] : [[id, tier]];
}
