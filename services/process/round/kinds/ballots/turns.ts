// Approving one after another: the parties of the task answer in the order in which the definition names them, each when all
// before it have answered (issue "The rules a committee lives by", § 5). Reads only; how answers count is count.ts.
import type { BodyId } from '../../../ids';
import type { Mandate } from '../../../organisation/state';
import { answererOf, seatsOf } from '../../queries';
import type { VoteResult } from '../../../tally/majority';
import type { TaskView } from '../kind';
import type { CollegialKind } from './choices';
import { hasAnswered, isHeldOut, isSecret } from './secret';
import { isThrough, isTouched } from './voices';

type View = TaskView<CollegialKind>;

/** True for a seat from which nothing more can come. */
export function isSeatDone(view: View, mandate: Mandate): boolean {
  if (isSecret(view.definition)) {
    return hasAnswered(view.task, mandate.id) || isHeldOut(view, answererOf(view.task, mandate));
  }
  return isTouched(view) ? isThrough(view, mandate) : hasAnswered(view.task, mandate.id);
}

/** True where the task's parties answer one after another. */
export function isInTurn({ definition }: Pick<View, 'definition'>): boolean {
  return definition.kind === 'approve' && definition.inTurn === true;
}

/** The seats of each party, in turn; a seat that several parties name answers with the first. */
function turnsOf(view: View): readonly (readonly Mandate[])[] {
  const named = new Set<Mandate['id']>();
  return view.definition.bodies.map((party) =>
    seatsOf(view.round, { bodies: [party] }, view.date).filter(({ id }) => {
      const isFirst = !named.has(id);
      named.add(id);
      return isFirst;
    }),
  );
}

/** Seats whose turn has not come: before them somebody has yet to answer. None where all answer at once. */
export function waitingSeats(view: View): readonly Mandate[] {
  if (!isInTurn(view)) return [];
  const turns = turnsOf(view);
  const now = turns.findIndex((seats) => seats.some((seat) => !isSeatDone(view, seat)));
  return now === -1 ? [] : turns.slice(now + 1).flat();
}

/** Bodies whose turn has not come. */
export function waitingBodies(view: View): readonly BodyId[] {
  return [...new Set(waitingSeats(view).map(({ bodyId }) => bodyId))];
}

/** Bodies whose turn it is: those that the ones after them wait for; empty where nobody waits. */
export function bodiesInTurn(view: View): readonly BodyId[] {
  const waiting = new Set(waitingSeats(view).map(({ id }) => id));
  if (waiting.size === 0) return [];
  const now = turnsOf(view)
    .flat()
    .filter((seat) => !waiting.has(seat.id) && !isSeatDone(view, seat));
  return [...new Set(now.map(({ bodyId }) => bodyId))];
}

/** In turn there is nothing left to ask once enough can no longer approve: those who come after are spared the question. */
export function isSettledAgainst(view: View, { for: inFavour, missing, needed }: VoteResult): boolean {
  return isInTurn(view) && inFavour + missing < needed;
}
