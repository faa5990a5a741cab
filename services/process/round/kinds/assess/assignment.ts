// Who is asked to assess which nominations where fewer than all members are: evenly, and away from conflicts. The same
// state always gives the same assignment; what has been assigned stays, and only what falls short is filled up.
import type { MandateId, NominationId } from '../../../ids';
import type { Mandate } from '../../../organisation/state';
import { isOut } from '../../matters/impartiality/answering';
import { nominationsAbout, seatsOf } from '../../queries';
import type { Nomination } from '../../state';
import type { TaskView } from '../kind';
import { assessedIn } from './coverage';

type View = TaskView<'assess'>;
type Assigned = Readonly<Record<NominationId, readonly MandateId[]>>;

/**
 * What has to change for every nomination to have its `assessorsPerNomination` seats in force; empty where nothing has,
 * where every seat is asked anyway, and in a second round, which asks those who have assessed before.
 */
export function assignmentChanges(view: View): Assigned {
  const each = view.definition.assessorsPerNomination;
  const seats = seatsOf(view.round, view.definition, view.date);
  const { assigned, second } = assessedIn(view);
  if (each === undefined || each >= seats.length || second !== null) return {};
  const nominations = nominationsAbout(view.round, view.definition.about);
  const standing = nominations.map((nomination, at) => ({
    nomination,
    at,
    kept: seats.filter(
      (seat) => (assigned[nomination.id]?.includes(seat.id) ?? false) && !isOut(view, seat, nomination.id),
    ),
    able: seats.filter((seat) => !isOut(view, seat, nomination.id)),
  }));
  const load = new Map(
    seats.map(({ id }) => [id, standing.filter(({ kept }) => kept.some((of) => of.id === id)).length]),
  );
  const short = standing
    .filter(({ kept, able }) => kept.length < Math.min(each, able.length))
    // Those with the fewest to choose among first: what is left for the others can be shared evenly.
    .sort((one, other) => free(one.able, one.nomination) - free(other.able, other.nomination) || one.at - other.at);
  const changes: Record<NominationId, readonly MandateId[]> = {};
  for (const { nomination, at, kept, able } of short) {
    const rest = able.filter((seat) => !kept.includes(seat));
    const chosen = inOrder(rest, nomination, load, at * each).slice(0, each - kept.length);
    for (const { id } of chosen) load.set(id, (load.get(id) ?? 0) + 1);
    changes[nomination.id] = [...kept, ...chosen].map(({ id }) => id).sort();
  }
  return changes;
}

/** Nobody's own and nobody's organisation's first; among them who has fewest; then in turn, from another seat each time. */
function inOrder(
  seats: readonly Mandate[],
  nomination: Nomination,
  load: ReadonlyMap<MandateId, number>,
  from: number,
): readonly Mandate[] {
  const turn = new Map(seats.map(({ id }, at) => [id, (at - (from % seats.length) + seats.length) % seats.length]));
  return seats.toSorted(
    (one, other) =>
      closeness(one, nomination) - closeness(other, nomination) ||
      countOf(load, one) - countOf(load, other) ||
      countOf(turn, one) - countOf(turn, other),
  );
}

function countOf(counts: ReadonlyMap<MandateId, number>, { id }: Mandate): number {
  return counts.get(id) ?? 0;
}

/** How near a seat stands to a nomination: 2 nominated it, 1 speaks for an organisation behind it, 0 neither. */
function closeness(seat: Mandate, nomination: Nomination): 0 | 1 | 2 {
  if (nomination.nominators.includes(seat.holder)) return 2;
  return seat.speaksFor !== null && nomination.onBehalfOf.includes(seat.speaksFor) ? 1 : 0;
}

function free(seats: readonly Mandate[], nomination: Nomination): number {
  return seats.filter((seat) => closeness(seat, nomination) === 0).length;
}
