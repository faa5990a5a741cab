// Conditions of an approval, each tracked until it is met: laid down when the task closes, met by its owner, and confirmed by
// the seat that wanted it. Those so marked hold back what comes after the task.
import type { LocalDate } from '../../../calendar';
import type { Context } from '../../../context';
import { accepted, refused, unchanged, type Decision } from '../../../decision';
import { as, type FieldId, type ObligationId, type PersonId, type TaskId } from '../../../ids';
import type { Mandate } from '../../../organisation/state';
import { has } from '../../../text';
import type { Recorded, RoundEvent } from '../../events';
import { ballotsIn } from '../../kinds/ballots/work';
import { bySecretariat } from '../../lifecycle/rights';
import type { OutstandingTask } from '../../outstanding';
import { answererOf, bodiesOf, isSecretariat, mandatesOf, taskDefinition } from '../../queries';
import type { RoundRefusal } from '../../refusals';
import type { RoundState, Task } from '../../state';
import { today } from '../../view';
import type { MatterRules } from '../matter';
import type { ObligationCommand } from './messages';
import type { Obligation, Obligations } from './state';

type Outcome = Decision<RoundEvent, RoundRefusal>;
type Command<Type extends ObligationCommand['type']> = Extract<ObligationCommand, { type: Type }>;

export const obligations: MatterRules<'obligations'> = {
  begin: { all: {}, laidDown: [] },
  decide(command, round, context) {
    if (round.status === 'closed') return refused({ name: 'RoundClosed' });
    switch (command.type) {
      case 'AssignObligation':
        return assign(command, round, context);
      case 'ReportObligation':
        return report(command, round, context);
      case 'CheckObligation':
        return check(command, round, context);
      default:
        return unchanged;
    }
  },
  evolve,
  outstanding,
  settle: layDown,
  moments: () => [],
  holdsBack: (round, taskId) => {
    const after = taskDefinition(round, taskId)?.after ?? [];
    return obligationsOf(round).some((one) => one.gates && one.status !== 'met' && after.includes(one.taskId));
  },
};

/** Obligations in the order they were laid down. */
export function obligationsOf(round: RoundState): readonly Obligation[] {
  return Object.values(round.matters.obligations.all);
}

/** Who owns an obligation: the members and contacts of its body. */
export function ownersOf(round: RoundState, { bodyId }: Obligation, date: LocalDate): readonly Mandate[] {
  return mandatesOf(round.electorate, [bodyId], date).filter(({ role }) => role !== 'observer');
}

/** Who says that it is met: the seat that wanted it; where that has ended, the secretariat. */
export function checkersOf(round: RoundState, { mandateId, taskId }: Obligation, date: LocalDate): readonly PersonId[] {
  const mandate = round.electorate.mandates[mandateId];
  const task = round.tasks[taskId];
  if (mandate !== undefined && task !== undefined) return [answererOf(task, mandate)];
  const office = mandatesOf(round.electorate, [round.definition.secretariat], date);
  return office.flatMap(({ holder }) => (isSecretariat(round, holder, date) ? [holder] : []));
}

function closingOf(task: Task): string {
  return `${task.id}@${task.closedAt ?? ''}`;
}

/** What a closing with conditions brings: one obligation for each seat that made one, by the definition's settings. */
function layDown(round: RoundState, { now, calendar }: Pick<Context, 'now' | 'calendar'>): readonly RoundEvent[] {
  for (const task of Object.values(round.tasks)) {
    const closing = closingOf(task);
    const isConditional = task.result?.outcome.endsWith('WithConditions') === true;
    if (task.status !== 'closed' || !isConditional || round.matters.obligations.laidDown.includes(closing)) continue;
    const definition = taskDefinition(round, task.id);
    const settings = definition !== undefined && 'conditions' in definition ? definition.conditions : undefined;
    const owners = bodiesOf(round.electorate, [settings?.owner ?? round.definition.secretariat], calendar.dateOf(now));
    const deadlineAt = calendar.deadlineAfter(now, settings?.workingDays ?? definition?.workingDays ?? 1);
    const { ballots } = ballotsIn(task);
    const made = (Object.keys(ballots) as (keyof typeof ballots)[])
      .filter((id) => ballots[id]?.choice === 'approveWithConditions')
      .sort();
    const laid = made.map((mandateId, index) => ({
      id: as<ObligationId>(`${task.id}.${round.matters.obligations.laidDown.length}.${index + 1}`),
      mandateId,
      texts: ballots[mandateId]?.texts ?? null,
      bodyId: owners[0] ?? round.definition.secretariat,
      deadlineAt,
      gates: settings?.gates ?? false,
    }));
    return [{ type: 'ObligationsLaidDown', taskId: task.id, closing, obligations: laid }];
  }
  return [];
}

/** By the secretariat or who laid it down; a deadline never in the past. */
function assign(command: Command<'AssignObligation'>, round: RoundState, context: Context): Outcome {
  const { obligationId, bodyId, deadlineAt, gates } = command;
  const found = round.matters.obligations.all[obligationId];
  if (found === undefined) return refused({ name: 'UnknownObligation' });
  if (!bySecretariat(round, context) && !isChecker(found, round, context)) return refused({ name: 'NotSecretariat' });
  if (found.status === 'met') return refused({ name: 'ObligationMet' });
  if (round.electorate.bodies[bodyId] === undefined) return refused({ name: 'UnknownOrganisation', bodyId });
  if (found.bodyId === bodyId && found.deadlineAt === deadlineAt && found.gates === gates) return unchanged;
  if (deadlineAt <= context.now) return refused({ name: 'DeadlineInPast' });
  return accepted({ type: 'ObligationAssigned', obligationId, bodyId, deadlineAt, gates });
}

function report({ obligationId, texts }: Command<'ReportObligation'>, round: RoundState, context: Context): Outcome {
  const found = round.matters.obligations.all[obligationId];
  if (found === undefined) return refused({ name: 'UnknownObligation' });
  const { actor } = context;
  const isOwner = ownersOf(round, found, today(context)).some(
    ({ holder }) => actor.kind === 'person' && holder === actor.personId,
  );
  if (!isOwner) return refused({ name: 'NoMandate' });
  if (found.status !== 'open') return unchanged;
  return accepted({ type: 'ObligationReported', obligationId, texts });
}

/** Met, or not yet: then with what is missing, and its owner has it again. */
function check(command: Command<'CheckObligation'>, round: RoundState, context: Context): Outcome {
  const { obligationId, met, texts } = command;
  const found = round.matters.obligations.all[obligationId];
  if (found === undefined) return refused({ name: 'UnknownObligation' });
  if (!isChecker(found, round, context)) return refused({ name: 'NoMandate' });
  if (found.status === 'met') return met ? unchanged : refused({ name: 'ObligationMet' });
  // Its owner has it already: said twice, "not yet" is said once.
  if (!met && found.status === 'open') return unchanged;
  if (!met && !has(texts, as<FieldId>('reason'))) return refused({ name: 'ReasonMissing' });
  return accepted({ type: 'ObligationChecked', obligationId, met, texts });
}

function isChecker(found: Obligation, round: RoundState, context: Context): boolean {
  const { actor } = context;
  return actor.kind === 'person' && checkersOf(round, found, today(context)).includes(actor.personId);
}

function evolve(slice: Obligations, { event, by, at }: Recorded<RoundEvent>): Obligations {
  switch (event.type) {
    case 'ObligationsLaidDown': {
      const laid = event.obligations.map((one): [string, Obligation] => {
        const base = { deadlineSetAt: at, deadlineRevision: 0, status: 'open', reported: null, met: null } as const;
        return [one.id, { ...one, ...base, taskId: event.taskId }];
      });
      return { all: { ...slice.all, ...Object.fromEntries(laid) }, laidDown: [...slice.laidDown, event.closing] };
    }
    case 'ObligationAssigned': {
      const { obligationId, bodyId, deadlineAt, gates } = event;
      const deadlineRevision = (slice.all[obligationId]?.deadlineRevision ?? 0) + 1;
      return changed(slice, obligationId, { bodyId, deadlineAt, gates, deadlineSetAt: at, deadlineRevision });
    }
    case 'ObligationReported':
      if (by === null) return slice;
      return changed(slice, event.obligationId, { status: 'reported', reported: { by, at, texts: event.texts } });
    case 'ObligationChecked':
      if (by === null) return slice;
      return changed(slice, event.obligationId, event.met ? { status: 'met', met: { by, at } } : { status: 'open' });
    case 'TaskReopened': {
      const again = new Set<TaskId>([event.taskId, ...event.setBack]);
      const kept = Object.entries(slice.all).filter(([, one]) => !again.has(one.taskId));
      const isSame = kept.length === Object.keys(slice.all).length;
      return isSame ? slice : { ...slice, all: Object.fromEntries(kept) };
    }
    default:
      return slice;
  }
}

function changed(slice: Obligations, id: ObligationId, change: Partial<Obligation>): Obligations {
  const found = slice.all[id];
  return found === undefined ? slice : { ...slice, all: { ...slice.all, [id]: { ...found, ...change } } };
}

/** The owner until it is reported, then who laid it down. */
function outstanding(round: RoundState, date: LocalDate): readonly OutstandingTask[] {
  return obligationsOf(round).flatMap((one): readonly OutstandingTask[] => {
    if (one.status === 'met') return [];
    const isOpen = one.status === 'open';
    const people = isOpen ? ownersOf(round, one, date).map(({ holder }) => holder) : checkersOf(round, one, date);
    const bodyId = isOpen ? one.bodyId : (round.electorate.mandates[one.mandateId]?.bodyId ?? one.bodyId);
    const entries = [...new Set(people)].map((personId) => ({
      personId,
      mandateId: null,
      bodyId,
      wanted: isOpen ? ('condition' as const) : ('conditionCheck' as const),
      left: 1,
      total: 1,
      nominationIds: [],
    }));
    const { taskId, deadlineAt, deadlineSetAt, deadlineRevision } = one;
    return [{ taskId, matter: `obligation:${one.id}`, deadlineAt, deadlineSetAt, deadlineRevision, entries }];
  });
}
