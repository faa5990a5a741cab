// Opening the box of a secret ballot (DESIGN.md §4): once its time is up its votes come into the record and are counted; one
// that holds a vote which may not count is thrown away whole, because nobody can take that vote out, and all vote anew.
import type { Calendar, Instant } from '../../calendar';
import type { Context } from '../../context';
import { accepted, refused, unchanged } from '../../decision';
import type { MandateId, TaskId } from '../../ids';
import type { RoundCommand } from '../commands';
import type { RoundDecision } from '../decide';
import { withTask } from '../evolve/tasks';
import type { TaskView } from '../kinds/kind';
import type { CollegialKind } from '../kinds/ballots/choices';
import { countOf } from '../kinds/ballots/count';
import { isHeldOut, isSecret, isShut } from '../kinds/ballots/secret';
import { newDeadline } from '../kinds/ballots/ties';
import { nthBallot } from '../kinds/ballots/work';
import { answererOf, seatsOf, taskDefinitions } from '../queries';
import type { RoundState } from '../state';
import { askOver } from '../over';
import { ask, today, type Asked } from '../view';

type OpenBox = Extract<RoundCommand, { type: 'OpenBox' }>;
type View = TaskView<CollegialKind>;

/** A secret ballot that is being held: its box, and whether that box has to be opened now. */
export interface HeldBox {
  readonly taskId: TaskId;
  readonly nth: number;
  readonly isDue: boolean;
}

/** The boxes of ballots that are over, counted or not: nothing is to be left in them. */
export function pastBoxes(round: RoundState): readonly Pick<HeldBox, 'taskId' | 'nth'>[] {
  return taskDefinitions(round).flatMap((definition) => {
    const task = round.tasks[definition.id];
    if (task === undefined || definition.kind !== 'vote' || !isSecret(definition)) return [];
    const isOverNow = task.status === 'closed' || !isShut({ definition, task });
    const past = nthBallot(task) + (isOverNow ? 1 : 0);
    return Array.from({ length: past }, (_, nth) => ({ taskId: task.id, nth }));
  });
}

/**
 * The secret ballots of a round that are open, in the definition's order. Due: its time is up and enough have voted, or
 * somebody has voted who may not. `round` must tell who has voted.
 */
export function heldBoxes(round: RoundState, now: Instant, calendar: Calendar): readonly HeldBox[] {
  if (round.status !== 'running') return [];
  return taskDefinitions(round).flatMap(({ id }) => {
    const view = secretView(ask(round, id, calendar.dateOf(now)));
    if (view === null) return [];
    const over = secretView(askOver(round, view.task, { now, calendar }));
    const isDue = isVoid(view) || (over !== null && countOf(over).quorum.met);
    return [{ taskId: id, nth: nthBallot(view.task), isDue }];
  });
}

/** By the system alone, with what stood in the box when it was shut. */
export function openBox(command: OpenBox, state: RoundState, context: Context): RoundDecision {
  const { taskId, voted, ballots } = command;
  if (context.actor.kind !== 'system') return refused({ name: 'NotSecretariat' });
  const told = withVoted(state, taskId, voted);
  const view = secretView(ask(told, taskId, today(context)));
  if (view === null || nthBallot(view.task) !== command.nth) return unchanged;
  if (isVoid(view)) {
    return accepted({ type: 'NewBallotCalled', taskId, why: 'voided', deadlineAt: newDeadline(view, context) });
  }
  const over = secretView(askOver(told, view.task, context));
  if (over === null || !countOf(over).quorum.met) return refused({ name: 'BoxNotDue' });
  return accepted({ type: 'BoxOpened', taskId, voted, ballots });
}

/** The view of an open secret ballot; null for any other task. */
function secretView(asked: Asked | null): View | null {
  if (asked === null) return null;
  const { view } = asked;
  const { definition, task } = view;
  if (definition.kind !== 'vote' || !isSecret(definition) || task.status !== 'open') return null;
  return isShut({ definition, task }) ? { ...view, definition } : null;
}

function withVoted(round: RoundState, taskId: TaskId, voted: readonly MandateId[]): RoundState {
  return withTask(round, taskId, (task) =>
    task.work.family === 'ballots' ? { ...task, work: { ...task.work, voted } } : task,
  );
}

/** True when somebody has voted who holds no seat any more, or may take no part in a nomination that is voted on. */
function isVoid(view: View): boolean {
  const { round, definition, task, date } = view;
  if (task.work.family !== 'ballots') return false;
  const seats = new Map(seatsOf(round, definition, date).map((mandate) => [mandate.id, mandate]));
  return task.work.voted.some((id) => {
    const seat = seats.get(id);
    return seat === undefined || isHeldOut(view, answererOf(task, seat));
  });
}
