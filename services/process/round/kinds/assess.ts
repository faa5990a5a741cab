// Assessing nominations against the governing principles (PROCESS.md §4): each member every nomination, on a scale, with
// a reason. Shows how scores are spread; never selects anything from a score.
import type { Context } from '../../context';
import { accepted, refused, unchanged, type Decision } from '../../decision';
import { as, type FieldId, type NominationId, type PersonId, type PrincipleId } from '../../ids';
import { same } from '../../same';
import { has } from '../../text';
import type { RoundCommand } from '../commands';
import type { RoundEvent } from '../events';
import { answererFor } from '../matters/impartiality/answering';
import { mayTakePart } from '../matters/impartiality/standing';
import { answererOf, nominationsAbout, seatsOf } from '../queries';
import type { RoundRefusal } from '../refusals';
import type { Assessment, Work } from '../state';
import { outstandingFor, personOf } from './acting';
import { assignmentChanges } from './assess/assignment';
import { assessedIn, leftFor, shareOf, uncovered } from './assess/coverage';
import { assessmentResult } from './assess/result';
import {
  answeredAgain,
  keepAssessment,
  openSecondRound,
  secondRoundDue,
  secondRoundOpened,
} from './assess/second-round';
import type { KindRules, TaskView } from './kind';

type View = TaskView<'assess'>;
type Command = Extract<RoundCommand, { type: 'GiveAssessment' }>;
type OfSeat = Extract<RoundCommand, { type: 'GiveAssessment' | 'KeepAssessment' }>;

export const assess: KindRules<'assess'> = {
  begin: () => ({ family: 'assessments', given: {}, assigned: {}, second: null }),
  decide(command, view, context) {
    switch (command.type) {
      case 'GiveAssessment':
        return giveAssessment(command, view, context);
      case 'KeepAssessment': {
        const refusal = notEntitled(command, view, context) ?? notAssessable(command, view);
        return refusal === null ? keepAssessment(command, view) : refused(refusal);
      }
      case 'OpenSecondRound':
        return openSecondRound(view, context);
      default:
        return refused({ name: 'NotThisTask', taskId: view.task.id });
    }
  },
  evolve(work, { event, at, by }) {
    if (work.family !== 'assessments') return work;
    switch (event.type) {
      case 'AssessmentGiven': {
        if (by === null) return work;
        const { nominationId, mandateId, nominationRevision, scores, evidence, texts } = event;
        const ofNomination = work.given[nominationId] ?? {};
        const before = ofNomination[mandateId];
        const revision = (before?.revision ?? 0) + 1;
        const assessment = { scores, evidence, texts, nominationRevision, by, at, revision };
        const given = { ...work.given, [nominationId]: { ...ofNomination, [mandateId]: assessment } };
        return answeredAgain({ ...withReplaced(work, nominationId, before, by), given }, event);
      }
      case 'AssessmentKept':
        return answeredAgain(work, event);
      case 'AssessorsAssigned':
        return { ...work, assigned: { ...work.assigned, ...event.assigned } };
      case 'SecondRoundOpened':
        return secondRoundOpened(work, event, at);
      default:
        return work;
    }
  },
  outstanding(view) {
    return seatsOf(view.round, view.definition, view.date).flatMap((mandate) => {
      const own = answererOf(view.task, mandate);
      return [...leftFor(mandate, view)].flatMap(([personId, nominationIds]) => {
        const share = shareOf(mandate, view).filter((id) => answererFor(view, mandate, id) === personId);
        const counts = { left: nominationIds.length, total: share.length, nominationIds };
        return outstandingFor(view, [mandate], 'assessments', counts).map((entry) =>
          personId === own ? entry : { ...entry, personId },
        );
      });
    });
  },
  complete: (view) =>
    seatsOf(view.round, view.definition, view.date).every((mandate) => leftFor(mandate, view).size === 0),
  /** Assessors are assigned where fewer than all are asked, and where they disagree a second round comes before the end. */
  follow(view, moment) {
    const assigned = assignmentChanges(view);
    if (Object.keys(assigned).length > 0) return [{ type: 'AssessorsAssigned', taskId: view.task.id, assigned }];
    return secondRoundDue(view, moment);
  },
  /** Ends when every nomination has been assessed by somebody, or by as many as the definition asks for. */
  end: (view) => (uncovered(view).length === 0 ? { result: assessmentResult(view, 'assessed'), effects: [] } : null),
  standing: (view) => assessmentResult(view, 'closedByHand').arithmetic,
  closes: 'atDeadline',
  /** A task whose nominations are not all assessed at the deadline waits, and an assessment that comes then counts. */
  late: 'accepted',
};

type Assessed = Extract<Work, { family: 'assessments' }>;

/** An answer of somebody else for the seat is not lost when it is given anew: it was set aside, not deleted. */
function withReplaced(work: Assessed, id: NominationId, before: Assessment | undefined, by: PersonId): Assessed {
  if (before === undefined || before.by === by) return work;
  return { ...work, replaced: { ...work.replaced, [id]: [...(work.replaced?.[id] ?? []), before] } };
}

/** One assessment per seat and nomination; a changed one only from a view that showed the present one. */
function giveAssessment(command: Command, view: View, context: Context): Decision<RoundEvent, RoundRefusal> {
  const refusal = notEntitled(command, view, context) ?? notAssessable(command, view) ?? incomplete(command, view);
  if (refusal !== null) return refused(refusal);
  const { taskId, nominationId, mandateId, scores, evidence, texts } = command;
  const nomination = view.round.nominations[nominationId];
  if (nomination === undefined) return refused({ name: 'UnknownNomination' });
  const { given, second } = assessedIn(view);
  const present = given[nominationId]?.[mandateId];
  const basis = present?.revision ?? 0;
  const isCounted = present !== undefined && mayTakePart(view.round, present.by, nominationId);
  const isSame = isCounted && same(present.scores, scores) && present.evidence === evidence;
  if (isSame && present.texts.hash === texts.hash) {
    // In a second round the same answer again says that it stands.
    return second === null ? unchanged : keepAssessment({ ...command, type: 'KeepAssessment', basis }, view);
  }
  if (command.basis !== basis) return refused({ name: 'AnswerChangedMeanwhile', basis });
  return accepted({
    type: 'AssessmentGiven',
    taskId,
    nominationId,
    nominationRevision: nomination.revision,
    mandateId,
    scores,
    evidence,
    texts,
  });
}

function notEntitled({ mandateId, nominationId }: OfSeat, view: View, context: Context): RoundRefusal | null {
  const personId = personOf(context);
  const mandate = seatsOf(view.round, view.definition, view.date).find(({ id }) => id === mandateId);
  if (mandate === undefined || personId === null) return { name: 'NoMandate' };
  if (answererFor(view, mandate, nominationId) === personId) return null;
  if (!mayTakePart(view.round, personId, nominationId)) return { name: 'HeldOut', nominationIds: [nominationId] };
  return mandate.holder === personId ? { name: 'SubstituteHasBeenCalled', mandateId } : { name: 'NoMandate' };
}

/** A nomination of the task; in a second round one of those looked at again. */
function notAssessable({ nominationId }: OfSeat, view: View): RoundRefusal | null {
  if (view.round.nominations[nominationId] === undefined) return { name: 'UnknownNomination' };
  const { second } = assessedIn(view);
  const about = second?.nominationIds ?? nominationsAbout(view.round, view.definition.about).map(({ id }) => id);
  return about.includes(nominationId) ? null : { name: 'NominationNotInTask', nominationId };
}

/** Every scored principle, the evidence where the definition grades it, and a joint reason (PROCESS.md §4). */
function incomplete({ scores, evidence, texts }: Command, view: View): RoundRefusal | null {
  const { principles, scale, evidence: grades } = view.round.definition;
  const scored = principles.filter((principle) => principle.scored).map(({ id }) => id);
  const missing = scored.filter((id) => scores[id] === undefined);
  if (missing.length > 0) return { name: 'ScoresMissing', principles: missing };
  const given = Object.entries(scores) as [PrincipleId, string][];
  const isKnown = given.every(([id, step]) => scored.includes(id) && scale.some((known) => known.id === step));
  if (!isKnown) return { name: 'UnknownScore' };
  const isGraded = grades.length === 0 ? evidence === null : grades.some(({ id }) => id === evidence);
  if (!isGraded) return { name: 'EvidenceMissing' };
  const reasons = view.definition.reasonAtEnds ? given.filter(([, step]) => isAtEnd(step, view)) : [];
  const isReasoned = has(texts, as<FieldId>('reason')) && reasons.every(([id]) => has(texts, reasonFieldOf(id)));
  return isReasoned ? null : { name: 'ReasonMissing' };
}

/** The text field of the reason for one principle, asked at the ends of the scale (`reasonAtEnds`). */
export function reasonFieldOf(principle: PrincipleId): FieldId {
  return as<FieldId>(`reason_${principle}`);
}

/** True for the lowest and the highest value of the scale. */
function isAtEnd(step: string, view: View): boolean {
  const valued = view.round.definition.scale.filter(({ value }) => value !== null);
  return step === valued[0]?.id || step === valued.at(-1)?.id;
}
