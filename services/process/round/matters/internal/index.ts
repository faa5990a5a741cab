// An organisation's own earlier deadline as a matter: set by those who back for it, followed by reminders.
import type { LocalDate } from '../../../calendar';
import type { Context } from '../../../context';
import { accepted, refused, unchanged, type Decision } from '../../../decision';
import type { BodyId, TaskId } from '../../../ids';
import type { Recorded, RoundEvent } from '../../events';
import { isAmong, mandatesIn, partiesOf, personOf, speakers } from '../../kinds/acting';
import { nominatingWanted } from '../../kinds/nominate/wanted';
import type { OutstandingTask } from '../../outstanding';
import { definitionOf } from '../../queries';
import type { RoundRefusal } from '../../refusals';
import type { RoundState } from '../../state';
import type { MatterRules } from '../matter';
import type { InternalCommand } from './messages';
import { internalDeadlineOf, isBeforeInternal, type Internal } from './state';

export const internal: MatterRules<'internal'> = {
  begin: {},
  decide: (command, round, context) => set(command as unknown as InternalCommand, round, context),
  evolve,
  outstanding,
  settle: () => [],
  moments: () => [],
  holdsBack: () => false,
};

/** By a contact, the chair or the deputy of an organisation the task names; before the task's own deadline, and to come. */
function set(command: InternalCommand, round: RoundState, context: Context): Decision<RoundEvent, RoundRefusal> {
  const { taskId, bodyId, deadlineAt } = command;
  const definition = definitionOf(round, taskId, 'nominate');
  const task = round.tasks[taskId];
  if (round.status === 'closed') return refused({ name: 'RoundClosed' });
  if (definition === undefined || task === undefined) return refused({ name: 'UnknownTask' });
  if (task.status !== 'open' || task.deadlineAt === null) return refused({ name: 'TaskNotOpen', taskId });
  const where = { round, task, date: context.calendar.dateOf(context.now) };
  const isParty = partiesOf(where, definition.bodies).includes(bodyId);
  if (!isParty || !isAmong(where, personOf(context), mandatesIn(where, [bodyId], speakers)))
    return refused({ name: 'NotContact', bodyId });
  if (internalDeadlineOf(round, taskId, bodyId) === deadlineAt) return unchanged;
  if (deadlineAt !== null && deadlineAt <= context.now) return refused({ name: 'DeadlineInPast' });
  if (deadlineAt !== null && deadlineAt >= task.deadlineAt)
    return refused({ name: 'InternalDeadlineLate', deadlineAt: task.deadlineAt });
  return accepted({ type: 'InternalDeadlineSet', taskId, bodyId, deadlineAt });
}

/** What the organisation's people owe before its own deadline; after it the task's own is the one that counts. */
function outstanding(round: RoundState, date: LocalDate): readonly OutstandingTask[] {
  return Object.entries(round.matters.internal).flatMap(([id, ofBodies]) => {
    const taskId = id as TaskId;
    const definition = definitionOf(round, taskId, 'nominate');
    const task = round.tasks[taskId];
    if (definition === undefined || task?.status !== 'open') return [];
    const wanted = nominatingWanted({ round, task, definition, date });
    return Object.entries(ofBodies).flatMap(([body, { deadlineAt, setAt, revision }]): readonly OutstandingTask[] => {
      const entries = wanted.filter(({ bodyId }) => bodyId === body);
      if (entries.length === 0 || !isBeforeInternal(round, taskId, body as BodyId, date)) return [];
      const deadline = { deadlineAt, deadlineSetAt: setAt, deadlineRevision: revision };
      return [{ taskId, matter: `internal/${body}`, ...deadline, entries }];
    });
  });
}

function evolve(slice: Internal, { event, at }: Recorded<RoundEvent>): Internal {
  if (event.type !== 'InternalDeadlineSet') return slice;
  const { taskId, bodyId, deadlineAt } = event;
  const revision = (slice[taskId]?.[bodyId]?.revision ?? 0) + 1;
  return { ...slice, [taskId]: { ...slice[taskId], [bodyId]: { deadlineAt, setAt: at, revision } } };
}
