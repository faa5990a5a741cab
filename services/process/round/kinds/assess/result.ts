// What the assessments of a task say, counted exactly: per nomination and principle the spread, the middle and who is
// missing as numbers (PROCESS.md §4: show the spread and not only the mean). Names nobody.
import { summarise } from '../../../tally/scores';
import type { NominationId, PrincipleId } from '../../../ids';
import { nominationsAbout, seatsOf } from '../../queries';
import type { Assessment, Json, TaskResult } from '../../state';
import type { TaskView } from '../kind';
import { givenIn } from './coverage';

type View = TaskView<'assess'>;

export const ASSESSMENT_VERSION = 'assessment/1';

/** The result with its arithmetic: `coverage` counts assessments against seats, `nominations` are in order of number. */
export function assessmentResult(view: View, outcome: string): TaskResult {
  const nominations = nominationsAbout(view.round, view.definition.about);
  const seats = seatsOf(view.round, view.definition, view.date).length;
  const given = nominations.map(({ id }) => givenIn(view, id).length);
  const arithmetic = {
    seats,
    coverage: {
      given: given.reduce((sum, count) => sum + count, 0),
      of: nominations.length * (view.definition.assessorsPerNomination ?? seats),
      unassessed: given.filter((count) => count === 0).length,
    },
    nominations: nominations.map(({ id }) => nominationResult(view, id)),
  };
  return { version: ASSESSMENT_VERSION, outcome, arithmetic };
}

function nominationResult(view: View, id: NominationId): Json {
  const given = givenIn(view, id);
  const { principles, evidence } = view.round.definition;
  return {
    id,
    given: given.length,
    principles: principles
      .filter(({ scored }) => scored)
      .map((principle) => principleResult(view, principle.id, given)),
    evidence: evidence.map((grade) => ({
      id: grade.id,
      count: given.filter((assessment) => assessment.evidence === grade.id).length,
    })),
  };
}

function principleResult(view: View, id: PrincipleId, given: readonly Assessment[]): Json {
  const { scale } = view.round.definition;
  const values = scale.flatMap(({ value }) => (value === null ? [] : [value]));
  const scores = given.map(({ scores: of }) => scale.find((step) => step.id === of[id])?.value ?? null);
  const summary = summarise(values, scores);
  const disagreement = summary.range !== null && summary.range >= view.definition.disagreementFrom;
  return { id, ...summary, disagreement };
}
