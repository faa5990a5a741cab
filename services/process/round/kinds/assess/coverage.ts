// Which assessments count, and which are still to be given. An assessment is a professional opinion, not a vote: it
// stands when its seat ends, unless the same person has assessed the nomination again in a new one. One from a person
// who is held out of a nomination counts nowhere (PROCESS.md §6).
import type { MandateId, NominationId, PersonId } from '../../../ids';
import type { Mandate } from '../../../organisation/state';
import { answererFor, isOut } from '../../matters/impartiality/answering';
import { asCounted, mayTakePart } from '../../matters/impartiality/standing';
import { nominationsAbout, seatsOf } from '../../queries';
import type { Assessment, Work } from '../../state';
import type { TaskView } from '../kind';

type View = TaskView<'assess'>;
type Assessed = Extract<Work, { family: 'assessments' }>;

const nothing: Assessed = { family: 'assessments', given: {}, assigned: {}, second: null };

export function assessedIn({ task }: Pick<View, 'task'>): Assessed {
  return task.work.family === 'assessments' ? task.work : nothing;
}

/** The assessments of a nomination that count, one per person and seat. */
export function givenIn(view: View, nominationId: NominationId): readonly Assessment[] {
  return countedIn(view, nominationId).map(([, assessment]) => assessment);
}

/** The same with their seats; `from` other than what stands: what stood before a second round. */
export function countedIn(
  view: View,
  nominationId: NominationId,
  from: Assessed['given'] = assessedIn(view).given,
): readonly (readonly [MandateId, Assessment])[] {
  const inForce = new Set(seatsOf(view.round, view.definition, view.date).map(({ id }) => id));
  const all = Object.entries(from[nominationId] ?? {}) as [MandateId, Assessment][];
  const round = asCounted(view.round, view.task);
  const given = all.filter(([, { by }]) => mayTakePart(round, by, nominationId));
  const present = given.filter(([id]) => inForce.has(id));
  const former = given.filter(([id]) => !inForce.has(id));
  return [...present, ...former.filter(([, { by }]) => !present.some(([, assessment]) => assessment.by === by))];
}

/** The nominations a seat is asked about: all, or those assigned to it; in a second round those it is to look at again. */
export function shareOf(mandate: Mandate, view: View): readonly NominationId[] {
  const { assigned, second } = assessedIn(view);
  if (second !== null) {
    return second.nominationIds.filter(
      (id) => second.before[id]?.[mandate.id] !== undefined && !isOut(view, mandate, id),
    );
  }
  const isOverdue = overdue(view);
  return nominationsAbout(view.round, view.definition.about)
    .map(({ id }) => id)
    .filter((id) => isOverdue || (assigned[id]?.includes(mandate.id) ?? true))
    .filter((id) => !isOut(view, mandate, id));
}

/**
 * From the day after the deadline everybody is asked for what is missing, so that one silent member stops nothing. The
 * deadline's day is read off its UTC date: with a deadline just after midnight they are asked some hours too early,
 * which harms nobody.
 */
function overdue({ task, date }: View): boolean {
  return task.deadlineAt !== null && task.deadlineAt.slice(0, 10) < date;
}

/**
 * Nominations a seat still has to assess, by who has to: those it has not, that have not been assessed by enough others, and
 * that somebody answers for. A substitute stands beside the holder for those he is disqualified for.
 */
export function leftFor(mandate: Mandate, view: View): ReadonlyMap<PersonId, readonly NominationId[]> {
  const { second } = assessedIn(view);
  const enough = view.definition.assessorsPerNomination ?? Number.POSITIVE_INFINITY;
  const left = new Map<PersonId, NominationId[]>();
  for (const id of shareOf(mandate, view)) {
    const person = answererFor(view, mandate, id);
    if (person === null) continue;
    const counted = countedIn(view, id);
    const isDone =
      second === null
        ? counted.length >= enough || counted.some(([seat, { by }]) => seat === mandate.id || by === person)
        : (second.answered[id]?.includes(mandate.id) ?? false);
    if (!isDone) left.set(person, [...(left.get(person) ?? []), id]);
  }
  return left;
}

/** How far a seat is: of those it is asked about and those it has assessed beside them. */
export function progressOf(mandate: Mandate, view: View): { readonly given: number; readonly total: number } {
  const share = shareOf(mandate, view);
  const { given, second } = assessedIn(view);
  if (second !== null) {
    const left = [...leftFor(mandate, view).values()].flat().length;
    return { given: share.length - left, total: share.length };
  }
  const own = nominationsAbout(view.round, view.definition.about).filter(({ id }) => {
    const by = given[id]?.[mandate.id]?.by;
    return by !== undefined && mayTakePart(view.round, by, id);
  });
  const total = new Set([...share, ...own.map(({ id }) => id)]);
  return { given: own.length, total: total.size };
}

/**
 * How many assessments a nomination needs before the task can end; never more than there are seats to give them, and none
 * where everyone is held out of it.
 */
export function neededFor(view: View, id: NominationId): number {
  const seats = seatsOf(view.round, view.definition, view.date);
  const able = seats.length === 0 ? 1 : seats.filter((seat) => answererFor(view, seat, id) !== null).length;
  return Math.min(view.definition.assessorsPerNomination ?? 1, able);
}

/** Nominations that lack assessments, in order of number: while there is one the task cannot end. */
export function uncovered(view: View): readonly NominationId[] {
  return nominationsAbout(view.round, view.definition.about)
    .map(({ id }) => id)
    .filter((id) => givenIn(view, id).length < neededFor(view, id));
}
