// Taking a task up again: what was sent back goes to who made it, and all that came after waits for its turn anew.
// Says what would happen; who may ask for it is the matter's or the kind's business. The record keeps what stood.
import type { Instant } from '../../calendar';
import type { Context } from '../../context';
import { tasksBefore } from '../../definition/flow';
import type { TaskDefinition } from '../../definition/schema';
import type { TaskId } from '../../ids';
import type { TextsRef } from '../../text';
import type { RoundEvent } from '../events';
import { taskDefinition, taskDefinitions } from '../queries';
import type { RoundRefusal } from '../refusals';
import type { RoundState, Task } from '../state';

type TaskReopened = Extract<RoundEvent, { type: 'TaskReopened' }>;

/** Kinds whose tasks make something that others answer to, so that it can be sent back to them. */
const makers: ReadonlySet<TaskDefinition['kind']> = new Set<TaskDefinition['kind']>([
  'rank',
  'vote',
  'conclude',
  'group',
  'document',
]);

/** How often the task has been taken up again: 0 the first time. */
export function turnOf(task: Task): number {
  return task.reopening?.turn ?? 0;
}

/** All tasks that wait for this one, directly or through others, in the definition's order. */
export function followersOf(round: Pick<RoundState, 'definition'>, taskId: TaskId): readonly TaskId[] {
  const tasks = taskDefinitions(round);
  return tasks.filter((task) => tasksBefore(tasks, task).some(({ id }) => id === taskId)).map(({ id }) => id);
}

/** Followers that have begun: they begin again when the task is taken up again. */
export function begunAfter(round: RoundState, taskId: TaskId): readonly TaskId[] {
  return followersOf(round, taskId).filter((id) => round.tasks[id]?.status !== 'waiting');
}

/**
 * Which task made what this one answers to: the definition's word (`returnsTo`), else what it builds on, else the nearest
 * task before it that makes something. Null where there is nobody to send it back to.
 */
export function returnTarget(round: Pick<RoundState, 'definition'>, taskId: TaskId): TaskId | null {
  const definition = taskDefinition(round, taskId);
  if (definition === undefined) return null;
  if ('returnsTo' in definition && definition.returnsTo !== undefined) return definition.returnsTo;
  const before = tasksBefore(taskDefinitions(round), definition);
  const basedOn = 'basedOn' in definition ? definition.basedOn : [];
  const made = before.filter((task) => makers.has(task.kind));
  return (made.find(({ id }) => basedOn.includes(id)) ?? made[0])?.id ?? null;
}

/** What the event holds beside the task. */
export type Why = Pick<TaskReopened, 'because' | 'from' | 'texts' | 'deadlineAt'>;

/** The task open again and what came after it waiting; refused once something of it has been published. */
export function reopened(round: RoundState, taskId: TaskId, why: Why): TaskReopened | RoundRefusal {
  const task = round.tasks[taskId];
  if (task === undefined) return { name: 'UnknownTask' };
  if (task.status !== 'closed') return { name: 'TaskNotClosed', taskId };
  const setBack = begunAfter(round, taskId);
  const isPublished = [taskId, ...setBack].some((id) => wasPublished(round.tasks[id]));
  if (isPublished) return { name: 'AlreadyPublished' };
  return { type: 'TaskReopened', taskId, setBack, ...why };
}

function wasPublished(task: Task | undefined): boolean {
  return task?.work.family === 'publication' && task.work.publishedAt !== null;
}

/**
 * What follows from an answer that sends something back: its maker's task is open again, and the one that sent it back
 * waits for it. Nothing follows where something after it has begun by then (the record of an older release).
 */
export function leadBack(round: RoundState, moment: Pick<Context, 'now' | 'calendar'>): readonly RoundEvent[] {
  for (const task of Object.values(round.tasks)) {
    if (task.status !== 'closed' || task.result?.outcome !== 'returned') continue;
    const target = returnTarget(round, task.id);
    if (target === null || begunAfter(round, task.id).length > 0) continue;
    const deadlineAt = deadlineOf(round, target, moment);
    const event = reopened(round, target, { because: 'returned', from: task.id, texts: wanted(task), deadlineAt });
    if ('type' in event) return [event];
  }
  return [];
}

function deadlineOf(round: RoundState, taskId: TaskId, { now, calendar }: Pick<Context, 'now' | 'calendar'>): Instant {
  return calendar.deadlineAfter(now, taskDefinition(round, taskId)?.workingDays ?? 1);
}

/** What is wanted: the words of those who sent it back. */
function wanted({ work }: Task): readonly TextsRef[] {
  if (work.family !== 'ballots') return [];
  const returning = Object.entries(work.ballots).filter(([, ballot]) => ballot.choice === 'return');
  return returning.sort(([one], [other]) => (one < other ? -1 : 1)).flatMap(([, { texts }]) => texts ?? []);
}

/** True for a task taken up again in which nobody has done anything since: it is complete only by what is new. */
export function isUntouched({ reopening, status }: Task): boolean {
  return status === 'open' && reopening !== undefined && !reopening.touched;
}
