// What follows by itself from what has just been decided: tasks that are complete close, what comes after them opens, and
// with the last task the round closes. All of it stands in the commit of the command that led to it (DESIGN.md §4).
import type { Instant, LocalDate } from '../calendar';
import type { Context } from '../context';
import type { TaskId } from '../ids';
import { evolve } from './evolve';
import type { Recorded, RoundEvent } from './events';
import { isBehindUndecided } from './held-back';
import type { Ending, EndMoment } from './kinds/kind';
import { isHeldBack, settleMatters } from './matters';
import { leadBack } from './lifecycle/reopening';
import { asOfDeadline, isAnswered, isPast } from './over';
import { taskDefinition, taskDefinitions } from './queries';
import type { RoundState, Task } from './state';
import { ask, today, type Asked } from './view';

/** Which tasks may be closed because their deadline has passed: all on a tick, else only the one just answered. */
export type Overdue = 'all' | TaskId | null;

/**
 * The events that follow in `round`, in order; empty when nothing does. It ends, because a task opens once, closes once,
 * and is balloted anew a bounded number of times; one that is taken up again waits for somebody to do something in it.
 * `seed` is for ties that a lot decides; without one such a task waits.
 * What a missed deadline opens starts now, so that no task closes that nobody was shown (DESIGN.md §6).
 */
export function settle(
  round: RoundState,
  context: Pick<Context, 'now' | 'calendar'>,
  overdue: Overdue,
  seed: string | null = null,
): readonly RoundEvent[] {
  const moment: Moment = { now: context.now, calendar: context.calendar, date: today(context), overdue, seed };
  const events: RoundEvent[] = [];
  let state = round;
  for (let next = nextEvents(state, moment); next.length > 0; next = nextEvents(state, moment)) {
    for (const event of next) state = evolve(state, bySystem(event, moment.now));
    events.push(...next);
  }
  return events;
}

interface Moment extends EndMoment {
  readonly date: LocalDate;
  readonly overdue: Overdue;
}

/** An event that nobody in particular caused, as the fold receives it. */
function bySystem(event: RoundEvent, at: Instant): Recorded<RoundEvent> {
  return { event, by: null, at };
}

function nextEvents(state: RoundState, moment: Moment): readonly RoundEvent[] {
  if (state.status !== 'running') return [];
  const ofMatters = settleMatters(state, moment);
  if (ofMatters.length > 0) return ofMatters;
  const back = leadBack(state, moment);
  if (back.length > 0) return back;
  for (const { id } of taskDefinitions(state)) {
    const task = state.tasks[id];
    if (task === undefined || task.status === 'closed') continue;
    const events = task.status === 'waiting' ? opening(state, task, moment) : closing(state, task, moment);
    if (events.length > 0) return events;
  }
  return [];
}

function opening(state: RoundState, task: Task, { now, calendar }: Moment): readonly RoundEvent[] {
  const definition = taskDefinition(state, task.id);
  if (definition === undefined || state.startsAt > now) return [];
  if (!definition.after.every((id) => state.tasks[id]?.status === 'closed')) return [];
  if (isBehindUndecided(state, definition) || isHeldBack(state, task.id)) return [];
  const deadlineAt = calendar.deadlineAfter(now, definition.workingDays);
  return [{ type: 'TaskOpened', taskId: task.id, deadlineAt }];
}

/** What the task's kind brings by itself comes before its end, which it may put off. */
function closing(state: RoundState, task: Task, moment: Moment): readonly RoundEvent[] {
  const asked = ask(state, task.id, moment.date);
  if (asked === null) return [];
  const answered = isAnswered(state, task, asked, moment.date);
  const isLookedAt = moment.overdue === 'all' || moment.overdue === task.id;
  const ends = answered || (isLookedAt && isPast(state, task, asked, moment.now));
  const followed = asked.rules.follow?.(asked.view, { now: moment.now, calendar: moment.calendar, ends }) ?? [];
  if (followed.length > 0) return followed;
  if (answered) return ended(asked, moment, moment.now);
  return ends ? closingByTime(state, task, asked, moment) : [];
}

function closingByTime(state: RoundState, task: Task, asked: Asked, moment: Moment): readonly RoundEvent[] {
  const asOf = asOfDeadline(state, task, asked, moment.now);
  const then = ask(state, task.id, moment.calendar.dateOf(asOf));
  return then === null ? [] : ended(then, moment, asOf);
}

/** The end of a task, or what has to happen before it: then it is asked again. */
function ended({ rules, view }: Asked, moment: Moment, asOf: Instant): readonly RoundEvent[] {
  const before = rules.beforeEnd?.(view, moment) ?? [];
  if (before === 'wait') return [];
  return before.length > 0 ? before : closedBy(view.task.id, rules.end(view, asOf), asOf);
}

function closedBy(taskId: TaskId, ending: Ending | null, asOf: Instant): readonly RoundEvent[] {
  if (ending === null) return [];
  return [{ type: 'TaskClosed', taskId, asOf, result: ending.result, texts: null }, ...ending.effects];
}
