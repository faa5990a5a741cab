// Downtime as a matter of the round: when Trinvis was down in the last working hours before a deadline, the task is kept
// open and its chair is asked whether to extend or to let the deadline stand (DESIGN.md §6). Nothing closes meanwhile, and
// nobody is stuck: the secretariat may answer as well, extend, or close the task.
import type { LocalDate } from '../../../calendar';
import type { Context } from '../../../context';
import { accepted, refused, unchanged, type Decision } from '../../../decision';
import type { PersonId, TaskId } from '../../../ids';
import type { Mandate } from '../../../organisation/state';
import type { Recorded, RoundEvent } from '../../events';
import { openTask } from '../../lifecycle/open-task';
import { byChair, bySecretariat } from '../../lifecycle/rights';
import type { OutstandingTask } from '../../outstanding';
import { bodiesOf, mandatesOf, taskDefinition } from '../../queries';
import type { RoundRefusal } from '../../refusals';
import type { RoundState } from '../../state';
import type { MatterRules } from '../matter';
import { affectedBy } from './affected';
import type { DowntimeCommand } from './messages';
import type { Downtime, Downtimes } from './state';

type Outcome = Decision<RoundEvent, RoundRefusal>;

/** Those who could not answer wait to hear what holds: a working day, and reminders after it. */
const ANSWER_DAYS = 1;

export const downtime: MatterRules<'downtime'> = {
  begin: {},
  decide: (command, round, context) => decide(command as DowntimeCommand, round, context),
  evolve,
  outstanding: (round, date) =>
    questionsIn(round).flatMap(({ taskId, question }): OutstandingTask[] => {
      const entries = askedOn(round, taskId, date).map(({ holder, id, bodyId }) => ({
        personId: holder,
        mandateId: id,
        bodyId,
        wanted: 'downtime' as const,
        left: 1,
        total: 1,
        nominationIds: [],
      }));
      const { askedAt, deadlineAt, of } = question;
      if (entries.length === 0) return [];
      return [{ taskId, matter: `downtime-${of}`, deadlineAt, deadlineSetAt: askedAt, deadlineRevision: 0, entries }];
    }),
  settle: () => [],
  moments: () => [],
  holdsBack: () => false,
  keepsOpen: (round, taskId) => questionOf(round, taskId) !== null,
};

/** The question that waits for an answer in a task; null where none does. */
export function questionOf(round: RoundState, taskId: TaskId): Downtime | null {
  const question = round.matters.downtime[taskId];
  const task = round.tasks[taskId];
  if (question === undefined || question.kept || task?.status !== 'open') return null;
  return question.of === task.deadlineAt ? question : null;
}

/** Who is asked: the chairs of the task's bodies, and where there is none the secretariat. */
export function askedOn(round: RoundState, taskId: TaskId, date: LocalDate): readonly Mandate[] {
  const definition = taskDefinition(round, taskId);
  if (definition === undefined) return [];
  const bodies = bodiesOf(round.electorate, definition.bodies, date);
  const chairs = mandatesOf(round.electorate, bodies, date).filter(({ role }) => role === 'chair');
  const office = mandatesOf(round.electorate, [round.definition.secretariat], date);
  const seen = new Set<PersonId>();
  return (chairs.length > 0 ? chairs : office.filter(({ role }) => role !== 'observer')).filter(({ holder }) => {
    const isNew = !seen.has(holder);
    seen.add(holder);
    return isNew;
  });
}

function questionsIn(round: RoundState): readonly { readonly taskId: TaskId; readonly question: Downtime }[] {
  return (Object.keys(round.matters.downtime) as TaskId[]).flatMap((taskId) => {
    const question = questionOf(round, taskId);
    return question === null ? [] : [{ taskId, question }];
  });
}

function decide(command: DowntimeCommand, round: RoundState, context: Context): Outcome {
  switch (command.type) {
    case 'AskAfterDowntime':
      return askAfter(command, round, context);
    case 'KeepDeadline':
      return keep(command, round, context);
  }
}

/** Only the system knows when it was down. Asked once about a deadline, however often it was down before it. */
function askAfter(
  { taskId, from, to }: Extract<DowntimeCommand, { type: 'AskAfterDowntime' }>,
  round: RoundState,
  { actor, calendar, now }: Context,
): Outcome {
  if (actor.kind !== 'system') return refused({ name: 'NotSecretariat' });
  const of = round.tasks[taskId]?.deadlineAt ?? null;
  if (of === null || !affectedBy(round, { from, to }, calendar).includes(taskId)) return unchanged;
  if (round.matters.downtime[taskId]?.of === of) return unchanged;
  const deadlineAt = calendar.deadlineAfter(now, ANSWER_DAYS);
  return accepted({ type: 'DowntimeFound', taskId, of, from, to, deadlineAt });
}

function keep({ taskId }: { readonly taskId: TaskId }, round: RoundState, context: Context): Outcome {
  const found = openTask(round, taskId, context);
  if ('name' in found) return refused(found);
  if (!bySecretariat(round, context) && !byChair(round, found.definition, context))
    return refused({ name: 'NotChair' });
  return questionOf(round, taskId) === null ? unchanged : accepted({ type: 'DeadlineKept', taskId });
}

function evolve(slice: Downtimes, { event, at }: Recorded<RoundEvent>): Downtimes {
  if (event.type === 'DowntimeFound') {
    const { taskId, of, from, to, deadlineAt } = event;
    return { ...slice, [taskId]: { of, from, to, askedAt: at, deadlineAt, kept: false } };
  }
  if (event.type !== 'DeadlineKept') return slice;
  const question = slice[event.taskId];
  return question === undefined ? slice : { ...slice, [event.taskId]: { ...question, kept: true } };
}
