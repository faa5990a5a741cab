// Which reminders a task has: its own, or the definition's as far as they fit in it.
import type { Reminders } from './parts';
import type { Definition } from './schema';
import type { TaskDefinition } from './tasks';

/**
 * The reminders of a task. Of the definition's, rungs that would come on the day it opens or before are left out: a
 * task of three working days has no reminder five working days before its deadline.
 */
export function remindersOf(definition: Pick<Definition, 'reminders'>, task: TaskDefinition): Reminders {
  if (task.reminders !== undefined) return task.reminders;
  const { before, ...rest } = definition.reminders;
  return { ...rest, before: before.filter((days) => days < task.workingDays) };
}
