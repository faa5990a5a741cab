// Which tasks do not open because one before them was not decided in the affirmative: a list nobody selected is approved by
// nobody, and a plan that was sent back is not in force. Pure look-ups; the ways on are matters of their own.
import type { TaskDefinition } from '../definition/schema';
import type { TaskId } from '../ids';
import { affirmative } from './kinds/ballots/end';
import { taskDefinition, taskDefinitions } from './queries';
import type { RoundState } from './state';

/** Outcomes that are no decision against anything: there was nothing to decide, or the secretariat closed it and said why. */
const neutral: ReadonlySet<string> = new Set(['nothingToSelect', 'closedByHand']);

/**
 * True for a closed task that a body answered together and did not decide in the affirmative: rejected, not agreed, not
 * approved, returned, tied, or to be dealt with at a meeting. Never where the definition says `opensNext: "always"`.
 */
export function isUndecided(round: RoundState, taskId: TaskId): boolean {
  const definition = taskDefinition(round, taskId);
  const task = round.tasks[taskId];
  if (definition === undefined || task?.status !== 'closed' || task.result === null) return false;
  if (!('rule' in definition) || definition.opensNext === 'always') return false;
  const { outcome } = task.result;
  return !affirmative.has(outcome) && !neutral.has(outcome);
}

/** True while a task that has to be decided first has been closed without. */
export function isBehindUndecided(round: RoundState, definition: TaskDefinition): boolean {
  return definition.after.some((id) => isUndecided(round, id));
}

/** The tasks that wait for this one alone to be decided, in the definition's order; empty for a task that was. */
export function heldBackBy(round: RoundState, taskId: TaskId): readonly TaskId[] {
  if (!isUndecided(round, taskId)) return [];
  return taskDefinitions(round)
    .filter(({ id, after }) => after.includes(taskId) && round.tasks[id]?.status === 'waiting')
    .map(({ id }) => id);
}
