// Counting ballots by the rule of the task: which seats count, whether they are enough, and what they say together.
// The arithmetic itself is services/process/tally; the same seats and ballots always give the same result, whatever the
// order in which they came.
import type { LocalDate } from '../../../calendar';
import type { ChoiceId } from '../../../definition/schema';
import type { MandateId, NominationId } from '../../../ids';
import type { Mandate } from '../../../organisation/state';
import { consensus, consent, type Answer, type ConsentResult } from '../../../tally/consensus';
import { approval, majority, type VoteCounts, type VoteResult } from '../../../tally/majority';
import { quorum, type QuorumResult, type QuorumRule } from '../../../tally/quorum';
import { asCounted } from '../../matters/impartiality/standing';
import { answererOf, bodiesOf, seatsOf } from '../../queries';
import type { RoundState, Task } from '../../state';
import type { TaskView } from '../kind';
import { stanceOf, type CollegialKind, type Stance } from './choices';
import { isHeldOut, isSecret, votedIn } from './secret';
import { isTouched, itemsOf, pendingAmong, voiceAbout, voicesOn, type Voice } from './voices';
import { ballotsIn } from './work';

type View = TaskView<CollegialKind>;

/** A seat in force, with its ballot if it has one that counts; recused, it is neither entitled nor missing. */
export type CountedSeat = Voice;

export interface Count {
  readonly seats: readonly CountedSeat[];
  readonly quorum: QuorumResult;
  /** Ballots of mandates that are no longer in force: in the record, but not counted (PROCESS.md §3). */
  readonly setAside: readonly MandateId[];
  /** Seats whose ballot is in the record and counted nowhere, because its giver is held out (PROCESS.md §6). */
  readonly withheld: readonly MandateId[];
  /** Recused seats that are so only until it is ruled on. */
  readonly pending: number;
  /** Nominations of a list that not all these seats take part in, those counted alike together. */
  readonly apart: readonly Apart[];
}

/** Some nominations of a list with the seats as they count for them. */
export interface Apart {
  readonly nominationIds: readonly NominationId[];
  readonly seats: readonly CountedSeat[];
  readonly quorum: QuorumResult;
}

/** What a count rests on beside the task, which never changes: cards of one state are drawn for many people. */
interface Made extends Pick<RoundState, 'electorate' | 'nominations' | 'matters'> {
  readonly date: LocalDate;
  readonly count: Count;
}

const made = new WeakMap<Task, Made>();

/** The seats in force on the view's day, sorted by id, with what they have answered. */
export function countOf(view: View): Count {
  const { electorate, nominations, matters } = view.round;
  const known = made.get(view.task);
  const isKnown = known?.electorate === electorate && known.nominations === nominations && known.date === view.date;
  if (isKnown && known.matters.impartiality === matters.impartiality) return known.count;
  const count = countedAnew({ ...view, round: asCounted(view.round, view.task) });
  made.set(view.task, { electorate, nominations, matters, date: view.date, count });
  return count;
}

/** In a secret ballot a seat is known to have voted, and nothing else of it; who is held out has no part in any of it. */
function countedInSecret(view: View): Count {
  const seats = seatsOf(view.round, view.definition, view.date).map((mandate): Voice => {
    const recused = isHeldOut(view, answererOf(view.task, mandate));
    return { mandate, ballot: null, recused, silentOn: [], beside: null };
  });
  return { seats, quorum: quorumOf(view, seats), setAside: [], withheld: [], pending: 0, apart: [] };
}

function countedAnew(view: View): Count {
  if (isSecret(view.definition)) return countedInSecret(view);
  const { ballots } = ballotsIn(view.task);
  const seats = voicesOn(view);
  const counting = new Map(seats.map((seat) => [seat.mandate.id, seat]));
  const given = (Object.keys(ballots) as MandateId[]).sort();
  const isHeard = (id: MandateId, { ballot, beside }: CountedSeat): boolean =>
    ballot === ballots[id] || beside?.ballot === ballots[id];
  return {
    seats,
    quorum: quorumOf(view, seats),
    setAside: given.filter((id) => !counting.has(id)),
    withheld: given.filter((id) => {
      const seat = counting.get(id);
      return seat !== undefined && !isHeard(id, seat);
    }),
    pending: pendingAmong(view, seats),
    apart: apartFrom(view, seats),
  };
}

/** The nominations for which other seats count, or other ballots, than for the list as a whole. A ranking counts pairs itself. */
function apartFrom(view: View, whole: readonly CountedSeat[]): readonly Apart[] {
  if (view.definition.kind === 'rank' || !isTouched(view)) return [];
  const groups = new Map<string, { readonly nominationIds: NominationId[]; readonly seats: readonly CountedSeat[] }>();
  const usual = signatureOf(whole);
  for (const id of itemsOf(view)) {
    const seats = whole.map(({ mandate }) => voiceAbout(view, mandate, id));
    const signature = signatureOf(seats);
    if (signature === usual) continue;
    const known = groups.get(signature) ?? { nominationIds: [], seats };
    known.nominationIds.push(id);
    groups.set(signature, known);
  }
  return [...groups.values()].map((group) => ({ ...group, quorum: quorumOf(view, group.seats) }));
}

/** Seats that count alike have the same: who is held out, and whose ballot speaks. */
function signatureOf(seats: readonly CountedSeat[]): string {
  return seats.map(({ ballot, recused }) => (recused ? '-' : (ballot?.by ?? '?'))).join(' ');
}

function quorumOf(view: View, seats: readonly CountedSeat[]): QuorumResult {
  const { rule } = view.definition;
  const groupOf = (mandate: Mandate): string | null =>
    'byGroup' in rule.quorum && rule.quorum.byGroup === 'speaksFor' ? mandate.speaksFor : mandate.bodyId;
  const voted = new Set(votedIn(view.task));
  const answered = seats.map(({ mandate, ballot, recused }) => ({
    group: groupOf(mandate),
    recused,
    answered: ballot !== null || voted.has(mandate.id),
  }));
  return quorum(quorumRule(view, seats, view.date), rule.quorumOf, answered);
}

function quorumRule(view: View, seats: readonly CountedSeat[], date: LocalDate): QuorumRule {
  const wanted = view.definition.rule.quorum;
  if (!('byGroup' in wanted)) return wanted;
  const bodies = bodiesOf(view.round.electorate, view.definition.bodies, date);
  const organisations = seats.flatMap(({ mandate }) => mandate.speaksFor ?? []);
  const groups = wanted.byGroup === 'body' ? bodies : [...new Set(organisations)].sort();
  return { groups, each: wanted.each };
}

/** The vote of the counted seats that take part, by the rule's method; a ranking is no vote. */
export function voteOf(view: View, counted: readonly CountedSeat[]): VoteResult | ConsentResult {
  const { rule } = view.definition;
  const seats = counted.filter(({ recused }) => !recused);
  switch (rule.method) {
    case 'consensus':
      return consensus(rule.dissentMax ?? 0, seatIds(seats), answersOf(seats));
    case 'consent':
      return consent(true, seatIds(seats), answersOf(seats));
    case 'majority':
    case 'ranking':
      return majority(rule.majority, countsOf(view, seats));
    case 'approval':
      return approval(rule.needs, countsOf(view, seats));
    default:
      return rule.method satisfies never;
  }
}

function countsOf(view: View, seats: readonly CountedSeat[]): VoteCounts {
  const stances = choicesIn(view, seats).map(stanceOf);
  const count = (stance: Stance): number => stances.filter((one) => one === stance).length;
  return { entitled: seats.length, for: count('for'), against: count('against'), abstain: count('abstain') };
}

function seatIds(seats: readonly CountedSeat[]): readonly string[] {
  return seats.map(({ mandate }) => mandate.id);
}

function answersOf(seats: readonly CountedSeat[]): readonly Answer[] {
  return seats.flatMap((seat): Answer[] => {
    const stance = stanceOfSeat(seat);
    return stance === null || stance === 'notCounted' ? [] : [{ by: seat.mandate.id, choice: stance }];
  });
}

function stanceOfSeat({ ballot }: CountedSeat): Stance | null {
  return ballot === null ? null : stanceOf(ballot.choice);
}

/** What was chosen by the counted seats; in a secret ballot what was in its box, once it was opened. */
export function choicesIn(view: View, seats: readonly CountedSeat[]): readonly (ChoiceId | 'ranked')[] {
  const { box } = ballotsIn(view.task);
  return box === null ? seats.flatMap(({ ballot }) => ballot?.choice ?? []) : box.ballots.map(({ choice }) => choice);
}

/** How often each choice was made, by choice in the order of the alphabet. */
export function choicesMade(view: View, seats: readonly CountedSeat[]): Readonly<Record<string, number>> {
  const chosen = choicesIn(view, seats).toSorted();
  const counts: Record<string, number> = {};
  for (const choice of chosen) counts[choice] = (counts[choice] ?? 0) + 1;
  return counts;
}
