// Pausing and resuming a round. While it is paused no answers are taken and nothing closes; deadlines move by the working
// days lost, so nobody has less time than was promised.
import type { Instant } from '../../calendar';
import type { Context } from '../../context';
import { accepted, refused, unchanged } from '../../decision';
import type { RoundCommand } from '../commands';
import type { RoundEvent } from '../events';
import type { RoundDecision } from '../decide';
import { graceUntil, isInGrace } from '../matters/grace/state';
import { taskDefinitions } from '../queries';
import type { RoundState } from '../state';
import { bySecretariat } from './rights';

type PauseRound = Extract<RoundCommand, { type: 'PauseRound' }>;

export function pauseRound(command: PauseRound, state: RoundState, context: Context): RoundDecision {
  if (state.status === 'closed') return refused({ name: 'RoundClosed' });
  if (!bySecretariat(state, context)) return refused({ name: 'NotSecretariat' });
  if (state.status === 'paused') return unchanged;
  return accepted({ type: 'RoundPaused', texts: command.texts });
}

/** Goes on; open deadlines that had not passed when it was paused are moved. */
export function resumeRound(state: RoundState, context: Context): RoundDecision {
  if (state.status === 'closed') return refused({ name: 'RoundClosed' });
  if (!bySecretariat(state, context)) return refused({ name: 'NotSecretariat' });
  if (state.status === 'running') return unchanged;
  return accepted({ type: 'RoundResumed' }, ...movedDeadlines(state, context), ...movedGraces(state, context));
}

function movedDeadlines(state: RoundState, context: Context): readonly RoundEvent[] {
  const pausedAt = state.pausedAt ?? context.now;
  return taskDefinitions(state).flatMap(({ id }): RoundEvent[] => {
    const task = state.tasks[id];
    if (task?.status !== 'open' || task.deadlineAt === null || task.deadlineAt < pausedAt) return [];
    const deadlineAt = movedDeadline(task.deadlineAt, pausedAt, context);
    return deadlineAt === task.deadlineAt ? [] : [{ type: 'DeadlineExtended', taskId: id, deadlineAt, texts: null }];
  });
}

/** A grace that was running when the round was paused ends as much later; one that was to come moves with its deadline. */
function movedGraces(state: RoundState, context: Context): readonly RoundEvent[] {
  const pausedAt = state.pausedAt ?? context.now;
  return Object.values(state.tasks).flatMap((task): RoundEvent[] => {
    const until = graceUntil(state, task);
    if (!isInGrace(state, task, pausedAt) || until === null || task.deadlineAt === null) return [];
    const moved = movedDeadline(until, pausedAt, context);
    return moved === until ? [] : [{ type: 'GraceGiven', taskId: task.id, deadlineAt: task.deadlineAt, until: moved }];
  });
}

/**
 * The deadline as many working days later as the pause lasted, the day of the pause not counted; a pause within one day
 * moves nothing. Whatever the count, a deadline that fell in the pause ends no sooner than the next working day.
 */
function movedDeadline(deadlineAt: Instant, pausedAt: Instant, { calendar, now }: Context): Instant {
  const lost = calendar.workingDaysBetween(calendar.dateOf(pausedAt), calendar.dateOf(now));
  const moved = lost > 0 ? calendar.deadlineAfter(deadlineAt, lost) : deadlineAt;
  return moved <= now ? calendar.deadlineAfter(now, 1) : moved;
}
