// The second round of assessing: only the nominations assessors disagree about, looked at again by those who assessed
// them, with the others' reasons before them. What stood before is kept beside what stands after.
import type { Context } from '../../../context';
import { accepted, refused, unchanged, type Decision } from '../../../decision';
import type { NominationId, PrincipleId } from '../../../ids';
import { summarise, type Summary } from '../../../tally/scores';
import type { RoundCommand } from '../../commands';
import type { Recorded, RoundEvent } from '../../events';
import { nominationsAbout, seatsOf } from '../../queries';
import type { RoundRefusal } from '../../refusals';
import type { Assessment, Work } from '../../state';
import { isAmong, partiesOf, personOf, signersOf } from '../acting';
import type { FollowMoment, TaskView } from '../kind';
import { assessedIn, countedIn, givenIn, uncovered } from './coverage';

type View = TaskView<'assess'>;
type Assessed = Extract<Work, { family: 'assessments' }>;
type Keep = Extract<RoundCommand, { type: 'KeepAssessment' }>;
type Opened = Extract<RoundEvent, { type: 'SecondRoundOpened' }>;

/** What a principle's scores say, and whether they lie further apart than the definition calls agreement. */
export function summaryOf(
  view: Pick<View, 'round' | 'definition'>,
  principle: PrincipleId,
  given: readonly Assessment[],
): Summary & { readonly disagreement: boolean } {
  const { scale } = view.round.definition;
  const values = scale.flatMap(({ value }) => (value === null ? [] : [value]));
  const scores = given.map(({ scores: of }) => scale.find((step) => step.id === of[principle])?.value ?? null);
  const summary = summarise(values, scores);
  return { ...summary, disagreement: summary.range !== null && summary.range >= view.definition.disagreementFrom };
}

/** The nominations assessors disagree about on any principle, in order of number. */
export function disputed(view: View): readonly NominationId[] {
  const scored = view.round.definition.principles.filter((principle) => principle.scored);
  return nominationsAbout(view.round, view.definition.about)
    .map(({ id }) => id)
    .filter((id) => {
      const given = givenIn(view, id);
      return scored.some((principle) => summaryOf(view, principle.id, given).disagreement);
    });
}

/** Opens by itself instead of the task's end, where the definition has a second round and there is something to look at. */
export function secondRoundDue(view: View, moment: FollowMoment): readonly RoundEvent[] {
  const { secondRound } = view.definition;
  if (!moment.ends || secondRound === undefined || assessedIn(view).second !== null) return [];
  if (uncovered(view).length > 0) return [];
  return opening(view, moment, secondRound.workingDays);
}

function opening(
  view: View,
  { now, calendar }: Pick<Context, 'now' | 'calendar'>,
  workingDays: number,
): readonly Opened[] {
  const nominationIds = disputed(view);
  if (nominationIds.length === 0) return [];
  const deadlineAt = calendar.deadlineAfter(now, workingDays);
  return [{ type: 'SecondRoundOpened', taskId: view.task.id, nominationIds, deadlineAt }];
}

/** The chair need not wait for the deadline once every nomination has been assessed by as many as it needs. */
export function openSecondRound(view: View, context: Context): Decision<RoundEvent, RoundRefusal> {
  const { secondRound } = view.definition;
  if (!isAmong(view, personOf(context), signersOf(view, partiesOf(view, view.definition.bodies)))) {
    return refused({ name: 'NotChair' });
  }
  if (secondRound === undefined) return refused({ name: 'NoSecondRound' });
  if (assessedIn(view).second !== null) return unchanged;
  const missing = uncovered(view).length;
  if (missing > 0) return refused({ name: 'AssessmentsMissing', missing });
  const [opened] = opening(view, context, secondRound.workingDays);
  return opened === undefined ? refused({ name: 'NoDisagreement' }) : accepted(opened);
}

/** An assessor has read the others' reasons and stays with his own. Whose seat it is has been asked before. */
export function keepAssessment(command: Keep, view: View): Decision<RoundEvent, RoundRefusal> {
  const { taskId, nominationId, mandateId } = command;
  const { given, second } = assessedIn(view);
  if (second === null) return refused({ name: 'NoSecondRound' });
  const present = given[nominationId]?.[mandateId];
  if (present === undefined || !second.nominationIds.includes(nominationId)) {
    return refused({ name: 'NominationNotInTask', nominationId });
  }
  if (command.basis !== present.revision) return refused({ name: 'AnswerChangedMeanwhile', basis: present.revision });
  if (second.answered[nominationId]?.includes(mandateId) ?? false) return unchanged;
  return accepted({ type: 'AssessmentKept', taskId, nominationId, mandateId });
}

export function secondRoundOpened(work: Assessed, event: Opened, at: Recorded<RoundEvent>['at']): Assessed {
  const { nominationIds } = event;
  const before = Object.fromEntries(nominationIds.map((id) => [id, work.given[id] ?? {}]));
  return { ...work, second: { openedAt: at, nominationIds, before, answered: {} } };
}

/** Notes that a seat has answered in the second round; outside one nothing is noted. */
export function answeredAgain(
  work: Assessed,
  { nominationId, mandateId }: Pick<Keep, 'nominationId' | 'mandateId'>,
): Assessed {
  const { second } = work;
  if (second === null) return work;
  const answered = second.answered[nominationId] ?? [];
  if (answered.includes(mandateId)) return work;
  return {
    ...work,
    second: { ...second, answered: { ...second.answered, [nominationId]: [...answered, mandateId] } },
  };
}

/** How many seats of a nomination said something else in the second round than before it. */
export function changedIn(view: View, id: NominationId): number {
  const { second } = assessedIn(view);
  if (second === null) return 0;
  const before = new Map(countedIn(view, id, second.before));
  const after = new Map(countedIn(view, id));
  return seatsOf(view.round, view.definition, view.date).filter((seat) => {
    const [one, other] = [before.get(seat.id), after.get(seat.id)];
    return one !== undefined && other !== undefined && one.revision !== other.revision;
  }).length;
}
