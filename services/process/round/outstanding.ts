// Who still has something to do, and for which seat: what cards, reminders and "mine opgaver" are made from. Reads only.
import type { Instant, LocalDate } from '../calendar';
import type { PersonId, TaskId } from '../ids';
import type { Mandate } from '../organisation/state';
import type { Outstanding } from './kinds/kind';
import { outstandingMatters } from './matters';
import { standsInFor } from './matters/impartiality/answering';
import { answererOf, nominationsAbout, seatsOf, taskDefinition, taskDefinitions } from './queries';
import type { RoundState } from './state';
import { stoppedTasks } from './stopped';
import { ask } from './view';

/** An open task, or a matter that hangs on one, with what is left to do in it and until when. */
export interface OutstandingTask {
  readonly taskId: TaskId;
  /** Which matter, by a key that is the same as long as it is the same matter; null for the task itself. */
  readonly matter: string | null;
  readonly deadlineAt: Instant | null;
  /** When the deadline was last set: reminders that would have been due before are not sent. */
  readonly deadlineSetAt: Instant | null;
  readonly deadlineRevision: number;
  readonly entries: readonly Outstanding[];
}

/**
 * What is left to do on `date` in every open task, in the definition's order, then in the round's matters; where nothing is
 * left is not named, unless the task stands still for want of anybody: then the secretariat is asked.
 * Nothing is outstanding in a round that is paused or closed: nobody could do it.
 */
export function outstanding(round: RoundState, date: LocalDate): readonly OutstandingTask[] {
  if (round.status !== 'running') return [];
  const inTasks = taskDefinitions(round).flatMap(({ id }) => {
    const entries = outstandingIn(round, id, date);
    const task = round.tasks[id];
    if (task === undefined || entries.length === 0) return [];
    const { deadlineAt, deadlineSetAt, deadlineRevision } = task;
    return [{ taskId: id, matter: null, deadlineAt, deadlineSetAt, deadlineRevision, entries }];
  });
  const told = [...inTasks, ...outstandingMatters(round, date)];
  return [...told, ...stoppedTasks(round, date, told)];
}

/** What is left to do in one task; empty when it is not open, is unknown, or its round does not run. */
export function outstandingIn(round: RoundState, taskId: TaskId, date: LocalDate): readonly Outstanding[] {
  if (round.status !== 'running' || round.tasks[taskId]?.status !== 'open') return [];
  const asked = ask(round, taskId, date);
  return asked === null ? [] : asked.rules.outstanding(asked.view);
}

/** What is left for one person, over all open tasks and matters. */
export function outstandingFor(round: RoundState, personId: PersonId, date: LocalDate): readonly OutstandingTask[] {
  return outstanding(round, date)
    .map((task) => ({ ...task, entries: task.entries.filter((entry) => entry.personId === personId) }))
    .filter((task) => task.entries.length > 0);
}

/**
 * The seats a person answers for in a task on `date`: those he holds unless a substitute was called, and those he was
 * called for, also where it is for some nominations alone. Sorted by id; empty for an unknown task. Whether the task is open does not matter.
 */
export function actingFor(round: RoundState, taskId: TaskId, personId: PersonId, date: LocalDate): readonly Mandate[] {
  const task = round.tasks[taskId];
  const definition = taskDefinition(round, taskId);
  if (task === undefined || definition === undefined) return [];
  const asked = { round, task, definition };
  const about = 'about' in definition ? nominationsAbout(round, definition.about).map(({ id }) => id) : [];
  return seatsOf(round, definition, date).filter(
    (mandate) => answererOf(task, mandate) === personId || standsInFor(asked, mandate, personId, about),
  );
}
