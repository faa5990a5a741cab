// Extending a deadline: never shorter, never into the past; a moved deadline gets new reminders.
import type { Context } from '../../context';
import { accepted, refused, unchanged } from '../../decision';
import type { RoundCommand } from '../commands';
import type { RoundDecision } from '../decide';
import type { RoundState } from '../state';
import { openTask } from './open-task';
import { byChair, bySecretariat } from './rights';

type ExtendDeadline = Extract<RoundCommand, { type: 'ExtendDeadline' }>;

/** By the secretariat, or the chair of a body that answers. A deadline that has passed unclosed can be extended too. */
export function extendDeadline(command: ExtendDeadline, state: RoundState, context: Context): RoundDecision {
  const found = openTask(state, command.taskId, context);
  if ('name' in found) return refused(found);
  const { task, definition } = found;
  if (!bySecretariat(state, context) && !byChair(state, definition, context)) return refused({ name: 'NotChair' });
  if (command.deadlineAt === task.deadlineAt) return unchanged;
  if (task.deadlineAt !== null && command.deadlineAt < task.deadlineAt) {
    return refused({ name: 'ExtensionShortens', deadlineAt: task.deadlineAt });
  }
  if (command.deadlineAt <= context.now) return refused({ name: 'DeadlineInPast' });
  const { taskId, deadlineAt, texts } = command;
  return accepted({ type: 'DeadlineExtended', taskId, deadlineAt, texts });
}
