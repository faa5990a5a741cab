// When the tasks of a definition would open and fall due, for setting up a round, and what to look at before it starts.
// A projection: every task is taken to use all its time. Nothing in a running round is computed from it.
import type { Calendar, Instant, LocalDate } from '../calendar';
import type { Definition, TaskDefinition } from '../definition/schema';
import type { TaskId } from '../ids';
import { graceEnd } from './matters/grace/state';

export interface PlannedTask {
  readonly taskId: TaskId;
  readonly opensAt: Instant;
  readonly deadlineAt: Instant;
}

/** In the definition's order. A task that waits for an unknown task, or in a circle for itself, is left out. */
export function plan(definition: Definition, startsAt: Instant, calendar: Calendar): readonly PlannedTask[] {
  const tasks = definition.steps.flatMap((step) => step.tasks);
  const planned = new Map<TaskId, PlannedTask>();
  /** Its deadline, or the end of the grace after it. */
  const ends = new Map<TaskId, Instant>();
  // Each pass plans what has become possible; as many passes as tasks are enough for any order.
  for (const _ of tasks) {
    for (const task of tasks.filter(({ id }) => !planned.has(id))) {
      const opensAt = opening(task, ends, startsAt);
      if (opensAt === null) continue;
      const deadlineAt = calendar.deadlineAfter(opensAt, task.workingDays);
      const grace = task.kind === 'nominate' ? task.grace : undefined;
      ends.set(task.id, grace === undefined ? deadlineAt : graceEnd(grace, deadlineAt, calendar));
      planned.set(task.id, { taskId: task.id, opensAt, deadlineAt });
    }
  }
  return tasks.flatMap(({ id }) => planned.get(id) ?? []);
}

/** The latest end of what must be closed first; null while that is not planned. */
function opening(task: TaskDefinition, ends: ReadonlyMap<TaskId, Instant>, startsAt: Instant): Instant | null {
  const before = task.after.map((id) => ends.get(id));
  if (before.includes(undefined)) return null;
  return [startsAt, ...before.filter((at) => at !== undefined)].sort().at(-1) ?? startsAt;
}

/** The days a planned task is open, first and last. */
export function daysOf(task: PlannedTask, calendar: Calendar): { readonly from: LocalDate; readonly to: LocalDate } {
  return { from: calendar.dateOf(task.opensAt), to: calendar.dateOf(task.deadlineAt) };
}
