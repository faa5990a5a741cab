// What the assessments of a task say, counted exactly: per nomination and principle the spread, the middle and who is
// missing as numbers (PROCESS.md §4: show the spread and not only the mean). Names nobody.
import type { NominationId } from '../../../ids';
import type { Mandate } from '../../../organisation/state';
import { isOut } from '../../matters/impartiality/answering';
import { nominationsAbout, seatsOf } from '../../queries';
import type { Assessment, Json, TaskResult } from '../../state';
import type { TaskView } from '../kind';
import { assessedIn, countedIn, givenIn } from './coverage';
import { changedIn, summaryOf } from './second-round';

type View = TaskView<'assess'>;

export const ASSESSMENT_VERSION = 'assessment/1';

/**
 * The result with its arithmetic: `coverage` counts assessments against seats, `nominations` are in order of number.
 * Nominations of a second round also say what stood before it, and how many seats changed.
 */
export function assessmentResult(view: View, outcome: string): TaskResult {
  const nominations = nominationsAbout(view.round, view.definition.about);
  const seats = seatsOf(view.round, view.definition, view.date);
  const given = nominations.map(({ id }) => givenIn(view, id).length);
  const arithmetic = {
    seats: seats.length,
    coverage: {
      given: given.reduce((sum, count) => sum + count, 0),
      of: nominations.reduce((sum, { id }) => sum + wantedFor(view, id, seats), 0),
      unassessed: given.filter((count) => count === 0).length,
    },
    nominations: nominations.map(({ id }) => nominationResult(view, id)),
  };
  return { version: ASSESSMENT_VERSION, outcome, arithmetic };
}

/** How many assessments are wanted of a nomination: from all seats that may, or as many as the definition says. */
function wantedFor(view: View, id: NominationId, seats: readonly Mandate[]): number {
  return view.definition.assessorsPerNomination ?? seats.filter((seat) => !isOut(view, seat, id)).length;
}

function nominationResult(view: View, id: NominationId): Json {
  return { id, ...summaries(view, givenIn(view, id)), ...beforeOf(view, id) };
}

function beforeOf(view: View, id: NominationId): Readonly<Record<string, Json>> {
  const { second } = assessedIn(view);
  if (second === null || !second.nominationIds.includes(id)) return {};
  const before = countedIn(view, id, second.before).map(([, assessment]) => assessment);
  return { before: summaries(view, before), changed: changedIn(view, id) };
}

function summaries(view: View, given: readonly Assessment[]): Readonly<Record<string, Json>> {
  const { principles, evidence } = view.round.definition;
  return {
    given: given.length,
    principles: principles.filter(({ scored }) => scored).map(({ id }) => ({ id, ...summaryOf(view, id, given) })),
    evidence: evidence.map((grade) => ({
      id: grade.id,
      count: given.filter((assessment) => assessment.evidence === grade.id).length,
    })),
  };
}
