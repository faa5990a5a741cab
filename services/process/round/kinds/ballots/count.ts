// Counting ballots by the rule of the task: which seats count, whether they are enough, and what they say together.
// The arithmetic itself is services/process/tally; the same seats and ballots always give the same result, whatever the
// order in which they came.
import type { LocalDate } from '../../../calendar';
import type { MandateId } from '../../../ids';
import type { Mandate } from '../../../organisation/state';
import { consensus, consent, type Answer, type ConsentResult } from '../../../tally/consensus';
import { approval, majority, type VoteCounts, type VoteResult } from '../../../tally/majority';
import { quorum, type QuorumResult, type QuorumRule } from '../../../tally/quorum';
import { bodiesOf, seatsOf } from '../../queries';
import type { CastBallot, Electorate, Task } from '../../state';
import type { TaskView } from '../kind';
import { stanceOf, type CollegialKind, type Stance } from './choices';
import { ballotsIn } from './work';

type View = TaskView<CollegialKind>;

/** A seat that counts, with its ballot if it has one. */
export interface CountedSeat {
  readonly mandate: Mandate;
  readonly ballot: CastBallot | null;
}

export interface Count {
  readonly seats: readonly CountedSeat[];
  readonly quorum: QuorumResult;
  /** Ballots of mandates that are no longer in force: in the record, but not counted (PROCESS.md §3). */
  readonly setAside: readonly MandateId[];
}

/**
 * Counts made of a task, which never changes: cards of one state are drawn for many people. With them stands what else
 * they rest on.
 */
const made = new WeakMap<Task, { readonly electorate: Electorate; readonly date: LocalDate; readonly count: Count }>();

/** The seats in force on the view's day, sorted by id, with what they have answered. */
export function countOf(view: View): Count {
  const known = made.get(view.task);
  if (known?.electorate === view.round.electorate && known.date === view.date) return known.count;
  const count = counted(view);
  made.set(view.task, { electorate: view.round.electorate, date: view.date, count });
  return count;
}

function counted(view: View): Count {
  const { ballots } = ballotsIn(view.task);
  const mandates = seatsOf(view.round, view.definition, view.date);
  const seats = mandates.map((mandate) => ({ mandate, ballot: ballots[mandate.id] ?? null }));
  const counting = new Set(mandates.map(({ id }) => id));
  const setAside = (Object.keys(ballots) as MandateId[]).filter((id) => !counting.has(id)).sort();
  return { seats, quorum: quorumOf(view, seats), setAside };
}

function quorumOf(view: View, seats: readonly CountedSeat[]): QuorumResult {
  const { rule } = view.definition;
  const groupOf = (mandate: Mandate): string | null =>
    'byGroup' in rule.quorum && rule.quorum.byGroup === 'speaksFor' ? mandate.speaksFor : mandate.bodyId;
  const answered = seats.map(({ mandate, ballot }) => ({
    group: groupOf(mandate),
    recused: false,
    answered: ballot !== null,
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

/** The vote of the counted seats by the rule's method; a ranking is no vote. */
export function voteOf(view: View, seats: readonly CountedSeat[]): VoteResult | ConsentResult {
  const { rule } = view.definition;
  switch (rule.method) {
    case 'consensus':
      return consensus(rule.dissentMax ?? 0, seatIds(seats), answersOf(seats));
    case 'consent':
      return consent(true, seatIds(seats), answersOf(seats));
    case 'majority':
    case 'ranking':
      return majority(rule.majority, countsOf(seats));
    case 'approval':
      return approval(rule.needs, countsOf(seats));
    default:
      return rule.method satisfies never;
  }
}

function countsOf(seats: readonly CountedSeat[]): VoteCounts {
  const count = (stance: Stance): number => seats.filter((seat) => stanceOfSeat(seat) === stance).length;
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

/** How often each choice was made, by choice in the order of the alphabet. */
export function choicesMade(seats: readonly CountedSeat[]): Readonly<Record<string, number>> {
  const chosen = seats.flatMap(({ ballot }) => ballot?.choice ?? []).sort();
  const counts: Record<string, number> = {};
  for (const choice of chosen) counts[choice] = (counts[choice] ?? 0) + 1;
  return counts;
}
