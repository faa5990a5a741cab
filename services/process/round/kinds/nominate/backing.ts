// Which organisations still have to back a nomination, and who speaks for them. An organisation that has ended is stood
// for by its successor, which backs once for each it took over (PROCESS.md §3).
import type { BodyId, PersonId } from '../../../ids';
import type { Mandate } from '../../../organisation/state';
import { bodyOn, lineOf } from '../../../organisation/successors';
import type { Nomination } from '../../state';
import { isAmong, mandatesIn, speakers } from '../acting';
import type { TaskView } from '../kind';

type View = TaskView<'nominate'>;
type Backed = Pick<Nomination, 'onBehalfOf' | 'backedBy'>;

/** The organisations whose backing is missing, as they stand on the view's day. */
export function unbacked({ onBehalfOf, backedBy }: Backed, view: View): readonly BodyId[] {
  const { bodies } = view.round.electorate;
  const missing = onBehalfOf.filter((id) => {
    const line = lineOf(bodies, id).map((body) => body.id);
    return !backedBy.includes(id) && !line.some((successor) => backedBy.includes(successor));
  });
  return [...new Set(missing.map((id) => standingOf(id, view)))];
}

/** The organisation that stands for this one on the view's day: itself, or its successor. */
export function standingOf(id: BodyId, { round, date }: View): BodyId {
  return bodyOn(round.electorate.bodies, id, date)?.id ?? id;
}

/** True when the nomination is made on behalf of this organisation, or of one it took over. */
export function isOnBehalfOf(nomination: Backed, id: BodyId, view: View): boolean {
  return nomination.onBehalfOf.some((named) => named === id || standingOf(named, view) === standingOf(id, view));
}

/** Contacts, chair and deputy of an organisation: they back and return (PROCESS.md §2). */
export function backersOf(id: BodyId, view: View): readonly Mandate[] {
  return mandatesIn(view, [standingOf(id, view)], speakers);
}

export function isBacker(personId: PersonId | null, id: BodyId, view: View): boolean {
  return isAmong(view, personId, backersOf(id, view));
}
