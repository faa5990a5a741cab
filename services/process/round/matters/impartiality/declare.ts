// Declaring and reporting possible conflicts: by oneself for the whole round, at any time, or by another with a reason.
// Reporting holds a person out until it is ruled on; only the ruling finds somebody disqualified (PROCESS.md §6).
import type { Context } from '../../../context';
import { accepted, refused, unchanged, type Decision } from '../../../decision';
import { as, type FieldId, type NominationId, type PersonId } from '../../../ids';
import { same } from '../../../same';
import { has, type TextsRef } from '../../../text';
import type { RoundEvent } from '../../events';
import { isSecretariat } from '../../queries';
import type { RoundRefusal } from '../../refusals';
import type { RoundState } from '../../state';
import type { ImpartialityCommand } from './messages';
import { forumOf, hasPart } from './people';
import { conflictOf, conflictsIn, isOpenConflict } from './standing';
import type { Ground } from './state';

type Outcome = Decision<RoundEvent, RoundRefusal>;
type Command<Type extends ImpartialityCommand['type']> = Extract<ImpartialityCommand, { type: Type }>;

/** All grounds, in the order they are offered. */
export const grounds: readonly Ground[] = [
  'ownInterest',
  'closePerson',
  'association',
  'supervision',
  'institution',
  'other',
];

/** Five working days to rule in, where the definition says nothing: a week in which everyone has been at work. */
export const RULING_DAYS = 5;
/** What is reported later joins a batch that still has so many working days left: less would be no time to think. */
const JOINABLE_DAYS = 2;

/** The text field of what a person says of one conflict in his declaration. */
export function aboutFieldOf(nominationId: NominationId): FieldId {
  return as<FieldId>(`about_${nominationId}`);
}

/** The person's whole declaration: new ones are reported, open ones of his own that are no longer listed are taken back. */
export function declareInterests(
  command: Command<'DeclareInterests'>,
  round: RoundState,
  context: Context,
  by: PersonId,
): Outcome {
  const date = context.calendar.dateOf(context.now);
  if (!hasPart(round, by, date)) return refused({ name: 'NoMandate' });
  for (const { nominationId, grounds: on } of command.conflicts) {
    const refusal = notReportable(nominationId, on, round);
    if (refusal !== null) return refused(refusal);
  }
  const present = round.matters.impartiality.declarations[by];
  const reports = command.conflicts.flatMap(({ nominationId, grounds: on }) => {
    const texts = has(command.texts, aboutFieldOf(nominationId)) ? command.texts : null;
    return isKnown(round, by, nominationId, on) ? [] : reported(round, context, by, { nominationId, on, texts });
  });
  const listed = new Set(command.conflicts.map(({ nominationId }) => nominationId));
  const takenBack = conflictsIn(round)
    .filter((conflict) => conflict.personId === by && conflict.reportedBy === by && isOpenConflict(conflict))
    .filter(({ nominationId }) => !listed.has(nominationId))
    .map(({ nominationId }): RoundEvent => ({ type: 'ConflictWithdrawn', personId: by, nominationId }));
  const changes = [...reports, ...takenBack];
  if (present !== undefined && changes.length === 0) return unchanged;
  const basis = present?.revision ?? 0;
  if (command.basis !== basis) return refused({ name: 'AnswerChangedMeanwhile', basis });
  return accepted({ type: 'InterestsDeclared', texts: command.texts }, ...changes);
}

/** One possible conflict. About another it needs a reason, and once ruled on only chair or secretariat may raise it again. */
export function reportConflict(
  command: Command<'ReportConflict'>,
  round: RoundState,
  context: Context,
  by: PersonId,
): Outcome {
  const { personId, nominationId, grounds: on, texts } = command;
  const date = context.calendar.dateOf(context.now);
  if (!hasPart(round, by, date) || !hasPart(round, personId, date)) return refused({ name: 'NoMandate' });
  const refusal = notReportable(nominationId, on, round);
  if (refusal !== null) return refused(refusal);
  const isOwn = by === personId;
  if (!isOwn && !has(texts, as<FieldId>('reason'))) return refused({ name: 'ReasonMissing' });
  const present = conflictOf(round, personId, nominationId);
  if (present !== null && isOpenConflict(present)) {
    return isOwn && !same(present.grounds, sorted(on))
      ? accepted(...reported(round, context, personId, { nominationId, on, texts }))
      : unchanged;
  }
  if (present?.ruling && !isOwn && !isSecretariat(round, by, date)) return refused({ name: 'ConflictSettled' });
  if (present?.ruling && isOwn && same(present.grounds, sorted(on))) return unchanged;
  return accepted(...reported(round, context, personId, { nominationId, on, texts }));
}

function notReportable(nominationId: NominationId, on: readonly Ground[], round: RoundState): RoundRefusal | null {
  const nomination = round.nominations[nominationId];
  if (nomination === undefined || nomination.status === 'withdrawn') return { name: 'UnknownNomination' };
  return on.length > 0 && on.every((ground) => grounds.includes(ground)) ? null : { name: 'GroundMissing' };
}

/** Reported before on the same grounds, and either still open or ruled on: nothing new to report. */
function isKnown(round: RoundState, personId: PersonId, nominationId: NominationId, on: readonly Ground[]): boolean {
  const present = conflictOf(round, personId, nominationId);
  return present !== null && present.withdrawnAt === null && same(present.grounds, sorted(on));
}

interface Reported {
  readonly nominationId: NominationId;
  readonly on: readonly Ground[];
  readonly texts: TextsRef | null;
}

function reported(
  round: RoundState,
  context: Context,
  personId: PersonId,
  { nominationId, on, texts }: Reported,
): readonly RoundEvent[] {
  const forum = forumOf(round, personId, context.calendar.dateOf(context.now));
  if (forum === null) return [];
  const deadlineAt = deadlineFor(round, forum.decidedBy, context);
  return [{ type: 'ConflictReported', personId, nominationId, grounds: sorted(on), ...forum, deadlineAt, texts }];
}

/** All that is open before the same people is ruled on together, so it shares one deadline while that leaves time. */
function deadlineFor(round: RoundState, decidedBy: readonly string[], { calendar, now }: Context): string {
  const soonest = calendar.deadlineAfter(now, JOINABLE_DAYS);
  const open = conflictsIn(round)
    .filter((conflict) => isOpenConflict(conflict) && conflict.passedOn === undefined)
    .filter((conflict) => same(conflict.decidedBy, decidedBy))
    .map(({ deadlineAt }) => deadlineAt)
    .filter((deadlineAt) => deadlineAt >= soonest)
    .toSorted();
  return open[0] ?? calendar.deadlineAfter(now, round.definition.impartiality?.rulingDays ?? RULING_DAYS);
}

function sorted(on: readonly Ground[]): readonly Ground[] {
  return grounds.filter((ground) => on.includes(ground));
}
