// Impartiality (habilitet) as a matter of the round: declarations are asked for, possible conflicts are reported, and the
// body rules on all open ones in one batch, each without the person concerned (PROCESS.md §6). What a ruling means for
// answers is asked of standing.ts by those who count them.
import type { LocalDate } from '../../../calendar';
import type { Context } from '../../../context';
import { accepted, refused, unchanged, type Decision } from '../../../decision';
import { as, type FieldId, type PersonId } from '../../../ids';
import { same } from '../../../same';
import { has } from '../../../text';
import type { RoundEvent } from '../../events';
import type { OutstandingTask } from '../../outstanding';
import { nominationsAbout, taskDefinitions } from '../../queries';
import type { RoundRefusal } from '../../refusals';
import type { RoundState } from '../../state';
import { closingAt } from '../../view';
import type { MatterRules } from '../matter';
import { declareInterests, reportConflict } from './declare';
import { evolveImpartiality, nothingDeclared } from './evolve';
import type { ImpartialityCommand } from './messages';
import { decidersOf, judgesNominations, participantsOf } from './people';
import { passedOn, rulings } from './settling';
import { conflictOf, conflictsIn, isOpenConflict } from './standing';
import type { Conflict } from './state';

type Outcome = Decision<RoundEvent, RoundRefusal>;

/** A week to look through the list in, where the definition says nothing. */
const DECLARE_DAYS = 5;

export const impartiality: MatterRules<'impartiality'> = {
  begin: nothingDeclared,
  decide: (command, round, context) => decide(command as ImpartialityCommand, round, context),
  evolve: evolveImpartiality,
  outstanding: (round, date) => [...declarationsWanted(round, date), ...rulingsWanted(round, date)],
  settle,
  moments: (round) =>
    conflictsIn(round)
      .filter(isOpenConflict)
      .flatMap((conflict) => closingAt(conflict) ?? []),
  holdsBack: () => false,
};

/** What is not ruled on is passed on only once all that can be ruled on is. */
function settle(round: RoundState, moment: Pick<Context, 'now' | 'calendar'>): readonly RoundEvent[] {
  const events = [...requests(round, moment), ...rulings(round, moment)];
  return events.length > 0 ? events : passedOn(round, moment);
}

function decide(command: ImpartialityCommand, round: RoundState, context: Context): Outcome {
  if (round.status === 'closed') return refused({ name: 'RoundClosed' });
  if (round.status === 'paused') return refused({ name: 'RoundPaused' });
  if (context.actor.kind !== 'person') return refused({ name: 'NoMandate' });
  const { personId } = context.actor;
  switch (command.type) {
    case 'DeclareInterests':
      return declareInterests(command, round, context, personId);
    case 'ReportConflict':
      return reportConflict(command, round, context, personId);
    case 'VoteOnConflicts':
      return vote(command, round, context, personId);
  }
}

/**
 * A member's votes on what is open before him. What the others have settled meanwhile is left out; on himself nobody votes.
 */
function vote(
  { votes, texts, basis }: Extract<ImpartialityCommand, { type: 'VoteOnConflicts' }>,
  round: RoundState,
  { calendar, now }: Context,
  by: PersonId,
): Outcome {
  const date = calendar.dateOf(now);
  if (votes.length === 0) return refused({ name: 'VotesMissing' });
  if (votes.some(({ personId }) => personId === by)) return refused({ name: 'OwnConflict' });
  const known = votes.map((one) => ({ one, conflict: conflictOf(round, one.personId, one.nominationId) }));
  if (known.some(({ conflict }) => conflict === null)) return refused({ name: 'UnknownNomination' });
  const open = known.flatMap(({ one, conflict }) =>
    conflict !== null && isOpenConflict(conflict) ? [{ one, conflict }] : [],
  );
  const mayRule = open.every(({ conflict }) =>
    decidersOf(round, conflict, date).some(({ personId }) => personId === by),
  );
  if (!mayRule) {
    const isPassedOn = open.some(({ conflict }) => conflict.passedOn !== undefined);
    return refused({ name: isPassedOn ? 'RulingPassedOn' : 'NoMandate' });
  }
  if (open.some(({ one }) => one.outcome === 'exception') && !has(texts, as<FieldId>('reason'))) {
    return refused({ name: 'ReasonMissing' });
  }
  const isSame = open.every(
    ({ one, conflict }) =>
      conflict.votes[by]?.outcome === one.outcome && same(conflict.votes[by].texts?.hash, texts?.hash),
  );
  if (isSame) return unchanged;
  const present = round.matters.impartiality.voted[by] ?? 0;
  if (basis !== present) return refused({ name: 'AnswerChangedMeanwhile', basis: present });
  return accepted({ type: 'ConflictsVotedOn', votes: open.map(({ one }) => one), texts });
}

/** Where the definition asks for declarations: of everyone who takes part, once a task that judges nominations is open. */
function requests(round: RoundState, { now, calendar }: Pick<Context, 'now' | 'calendar'>): readonly RoundEvent[] {
  const settings = round.definition.impartiality;
  if (settings === undefined) return [];
  const { requested } = round.matters.impartiality;
  return taskDefinitions(round)
    .filter((definition) => judgesNominations(definition) && requested[definition.id] === undefined)
    .filter(({ id }) => round.tasks[id]?.status === 'open' && listed(round).length > 0)
    .map(({ id }) => ({
      type: 'DeclarationsRequested',
      taskId: id,
      deadlineAt: calendar.deadlineAfter(now, settings.declareDays ?? DECLARE_DAYS),
    }));
}

function listed(round: RoundState) {
  return nominationsAbout(round, 'submitted');
}

/** Everyone asked who has not declared in this round, under the first open task he was asked for. */
function declarationsWanted(round: RoundState, date: LocalDate): readonly OutstandingTask[] {
  const { requested, declarations } = round.matters.impartiality;
  const asked = new Set<PersonId>();
  return taskDefinitions(round).flatMap((definition): OutstandingTask[] => {
    const request = requested[definition.id];
    if (request === undefined || round.tasks[definition.id]?.status !== 'open') return [];
    const entries = participantsOf(round, definition, date)
      .filter(({ personId }) => declarations[personId] === undefined && !asked.has(personId))
      .map(({ personId, mandate }) => ({
        personId,
        mandateId: mandate.id,
        bodyId: mandate.bodyId,
        wanted: 'declaration' as const,
        left: 1,
        total: 1,
        nominationIds: [],
      }));
    for (const { personId } of entries) asked.add(personId);
    if (entries.length === 0) return [];
    const { at, deadlineAt } = request;
    return [
      { taskId: definition.id, matter: 'declaration', deadlineAt, deadlineSetAt: at, deadlineRevision: 0, entries },
    ];
  });
}

/** What is open before the same people until the same time, and who of them has not voted on all of it. */
function rulingsWanted(round: RoundState, date: LocalDate): readonly OutstandingTask[] {
  const batches = new Map<string, Conflict[]>();
  for (const conflict of conflictsIn(round).filter(isOpenConflict)) {
    const key = [conflict.taskId, conflict.deadlineAt, conflict.passedOn?.to ?? '', ...conflict.decidedBy].join(' ');
    batches.set(key, [...(batches.get(key) ?? []), conflict]);
  }
  return [...batches.values()].flatMap((batch): OutstandingTask[] => {
    const [first] = batch;
    const entries = first === undefined ? [] : votersOf(round, batch, date);
    if (first === undefined || entries.length === 0) return [];
    const { taskId, deadlineAt } = first;
    const deadlineSetAt = batch.map((one) => one.passedOn?.at ?? one.reportedAt).toSorted()[0] ?? null;
    const matter = `ruling-${deadlineAt}`;
    return [{ taskId, matter, deadlineAt, deadlineSetAt, deadlineRevision: 0, entries }];
  });
}

function votersOf(round: RoundState, batch: readonly Conflict[], date: LocalDate): OutstandingTask['entries'] {
  const entries = new Map<PersonId, OutstandingTask['entries'][number]>();
  for (const conflict of batch) {
    for (const { personId, mandate } of decidersOf(round, conflict, date)) {
      const known = entries.get(personId);
      const isLeft = conflict.votes[personId] === undefined;
      entries.set(personId, {
        personId,
        mandateId: mandate.id,
        bodyId: mandate.bodyId,
        wanted: 'ruling',
        left: (known?.left ?? 0) + (isLeft ? 1 : 0),
        total: (known?.total ?? 0) + 1,
        nominationIds: [...(known?.nominationIds ?? []), ...(isLeft ? [conflict.nominationId] : [])],
      });
    }
  }
  return [...entries.values()].filter(({ left }) => left > 0);
}
