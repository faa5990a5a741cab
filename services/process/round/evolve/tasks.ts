// Folding one task inside a round: copies the task and the table of tasks, nothing else.
import type { TaskId } from '../../ids';
import type { Recorded, RoundEvent } from '../events';
import { rulesOf } from '../kinds';
import type { RoundState, Task } from '../state';

/** The round with one task changed; the same round when it has no such task or nothing changed. */
export function withTask(state: RoundState, taskId: TaskId, change: (task: Task) => Task): RoundState {
  const task = state.tasks[taskId];
  if (task === undefined) return state;
  const changed = change(task);
  return changed === task ? state : { ...state, tasks: { ...state.tasks, [taskId]: changed } };
}

/** The round after an event of a task's own kind. */
export function workOf(state: RoundState, taskId: TaskId, recorded: Recorded<RoundEvent>): RoundState {
  return withTask(state, taskId, (task) => {
    const work = rulesOf(task.kind).evolve(task.work, recorded, state);
    if (work === task.work) return task;
    const { reopening } = task;
    return reopening === undefined ? { ...task, work } : { ...task, work, reopening: { ...reopening, touched: true } };
  });
}
