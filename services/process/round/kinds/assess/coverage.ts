// Which assessments count, and which are still to be given. An assessment is a professional opinion, not a vote: it
// stands when its seat ends, unless the same person has assessed the nomination again in a new one.
import type { MandateId, NominationId } from '../../../ids';
import type { Mandate } from '../../../organisation/state';
import { answererOf, nominationsAbout, seatsOf } from '../../queries';
import type { Assessment } from '../../state';
import type { TaskView } from '../kind';

type View = TaskView<'assess'>;

/** The assessments of a nomination that count, one per person and seat. */
export function givenIn(view: View, nominationId: NominationId): readonly Assessment[] {
  const { work } = view.task;
  if (work.family !== 'assessments') return [];
  const inForce = new Set(seatsOf(view.round, view.definition, view.date).map(({ id }) => id));
  const given = Object.entries(work.given[nominationId] ?? {}) as [MandateId, Assessment][];
  const present = given.filter(([id]) => inForce.has(id)).map(([, assessment]) => assessment);
  const former = given.filter(([id]) => !inForce.has(id)).map(([, assessment]) => assessment);
  return [...present, ...former.filter(({ by }) => !present.some((assessment) => assessment.by === by))];
}

/** Nominations a seat still has to assess: those it has not, and that have not been assessed by enough others. */
export function leftFor(mandate: Mandate, view: View): readonly NominationId[] {
  const { work, ...task } = view.task;
  if (work.family !== 'assessments') return [];
  const person = answererOf({ ...task, work }, mandate);
  const enough = view.definition.assessorsPerNomination ?? Number.POSITIVE_INFINITY;
  return nominationsAbout(view.round, view.definition.about)
    .map(({ id }) => id)
    .filter((id) => {
      const given = givenIn(view, id);
      const isDone = work.given[id]?.[mandate.id] !== undefined || given.some(({ by }) => by === person);
      return !isDone && given.length < enough;
    });
}

/** How many assessments a nomination needs before the task can end; never more than there are seats to give them. */
export function neededPer(view: View): number {
  const seats = seatsOf(view.round, view.definition, view.date).length;
  return Math.min(view.definition.assessorsPerNomination ?? 1, Math.max(1, seats));
}
