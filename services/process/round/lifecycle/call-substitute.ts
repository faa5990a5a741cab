// Calling a substitute for one task: from then on he answers for the seat, and the holder does not.
import type { Context } from '../../context';
import { accepted, refused, unchanged } from '../../decision';
import type { TaskDefinition } from '../../definition/schema';
import type { Mandate } from '../../organisation/state';
import type { RoundCommand } from '../commands';
import type { RoundDecision } from '../decide';
import { allowsSubstitutes, seatsOf } from '../queries';
import type { RoundState } from '../state';
import { openTask } from './open-task';
import { byChair, bySecretariat } from './rights';

type CallSubstitute = Extract<RoundCommand, { type: 'CallSubstitute' }>;

/** By the holder, the chair of the body or the secretariat; only where the task allows it and a substitute is named. */
export function callSubstitute(command: CallSubstitute, state: RoundState, context: Context): RoundDecision {
  const { taskId, mandateId } = command;
  const found = openTask(state, taskId, context);
  if ('name' in found) return refused(found);
  const { task, definition, date } = found;
  const mandate = seatsOf(state, definition, date).find(({ id }) => id === mandateId);
  if (mandate === undefined || !mayCall(mandate, state, definition, context)) return refused({ name: 'NoMandate' });
  if (!allowsSubstitutes(definition)) return refused({ name: 'SubstitutesNotAllowed' });
  if (mandate.substitute === null) return refused({ name: 'NoSubstitute', mandateId });
  if (task.standIns[mandateId] === mandate.substitute) return unchanged;
  return accepted({ type: 'SubstituteCalled', taskId, mandateId, personId: mandate.substitute });
}

function mayCall(mandate: Mandate, state: RoundState, definition: TaskDefinition, context: Context): boolean {
  const isHolder = context.actor.kind === 'person' && context.actor.personId === mandate.holder;
  return isHolder || bySecretariat(state, context) || byChair(state, definition, context);
}
