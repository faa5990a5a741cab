// Folding a task that is taken up again, and those that wait for it anew. What they had brought about for nominations and
// groups is taken back with them; the record keeps it.
import type { Instant } from '../../calendar';
import type { TaskId } from '../../ids';
import type { LifecycleEvent } from '../events';
import { rulesOf } from '../kinds';
import { reballoted } from '../kinds/ballots/work';
import { nominationsAbout, taskDefinition } from '../queries';
import type { Nomination, Reopening, RoundState, Task } from '../state';
import { withTask } from './tasks';

type Event = Extract<LifecycleEvent, { type: 'TaskReopened' }>;

export function taskReopened(state: RoundState, event: Event, at: Instant): RoundState {
  const without = [event.taskId, ...event.setBack].reduce<RoundState>(takenBack, state);
  const open = withTask(without, event.taskId, (task) => ({
    ...begunAgain(task, event, at, false),
    status: 'open',
    openedAt: at,
    deadlineAt: event.deadlineAt,
    deadlineSetAt: at,
    work:
      event.because === 'returned'
        ? (rulesOf(task.kind).returned?.(task.work, at) ?? task.work)
        : reballoted(task.work, at),
  }));
  return event.setBack.reduce((round, id) => withTask(round, id, (task) => waitingAgain(round, task, event, at)), open);
}

function waitingAgain(round: RoundState, task: Task, event: Event, at: Instant): Task {
  const definition = taskDefinition(round, task.id);
  const rules = rulesOf(task.kind);
  const begun = definition === undefined ? task.work : rules.begin(definition);
  return {
    ...begunAgain(task, { ...event, texts: [] }, at, true),
    status: 'waiting',
    openedAt: null,
    deadlineAt: null,
    deadlineSetAt: null,
    standIns: {},
    work: rules.again?.(task.work, at) ?? begun,
  };
}

/** Reminders and notices of the first time are others than those of the second: the deadline's revision goes on. */
function begunAgain(task: Task, { because, from, texts }: Event, at: Instant, touched: boolean): Task {
  const reopening: Reopening = { turn: (task.reopening?.turn ?? 0) + 1, because, at, from, texts, touched };
  const { closing: _, ...before } = task;
  return { ...before, reopening, closedAt: null, result: null, deadlineRevision: task.deadlineRevision + 1 };
}

/** The nominations and groups without what this task had brought about. */
function takenBack(state: RoundState, taskId: TaskId): RoundState {
  const definition = taskDefinition(state, taskId);
  if (definition?.kind === 'vote' && definition.proposal !== undefined) {
    return changed(state, nominationsAbout(state, definition.about), { decision: null });
  }
  if (definition?.kind === 'conclude') {
    return changed(state, nominationsAbout(state, definition.about), { conclusion: null });
  }
  if (definition?.kind === 'group') {
    return { ...changed(state, Object.values(state.nominations), { groupId: null }), groups: {} };
  }
  return state;
}

function changed(state: RoundState, some: readonly Nomination[], change: Partial<Nomination>): RoundState {
  const nominations = Object.fromEntries(some.map((nomination) => [nomination.id, { ...nomination, ...change }]));
  return { ...state, nominations: { ...state.nominations, ...nominations } };
}
