// The task that steering is about: there, open, in a round that runs.
import type { Context } from '../../context';
import type { TaskId } from '../../ids';
import type { TaskView } from '../kinds/kind';
import type { RoundRefusal } from '../refusals';
import type { RoundState } from '../state';
import { ask, today } from '../view';

/** The open task's view, or why there is none to steer. */
export function openTask(state: RoundState, taskId: TaskId, context: Context): TaskView | RoundRefusal {
  if (state.status === 'closed') return { name: 'RoundClosed' };
  if (state.status === 'paused') return { name: 'RoundPaused' };
  const asked = ask(state, taskId, today(context));
  if (asked === null) return { name: 'UnknownTask' };
  if (asked.view.task.status === 'waiting') return { name: 'TaskNotOpen', taskId };
  if (asked.view.task.status === 'closed') return { name: 'TaskClosed', taskId };
  return asked.view;
}
