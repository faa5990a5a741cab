// Who may steer a round: the secretariat, the chair of a task's body, and the system for what nobody asks for.
import type { Context } from '../../context';
import type { TaskDefinition } from '../../definition/schema';
import { bodiesOf, holdsRole, isSecretariat } from '../queries';
import type { RoundState } from '../state';
import { today } from '../view';

type Steered = Pick<RoundState, 'electorate' | 'definition'>;

/** True for a member of the body that runs the round. */
export function bySecretariat(round: Steered, context: Context): boolean {
  return context.actor.kind === 'person' && isSecretariat(round, context.actor.personId, today(context));
}

/** True for the chair, or the deputy in the chair's absence, of a body that answers the task. */
export function byChair(round: Steered, task: TaskDefinition, context: Context): boolean {
  if (context.actor.kind !== 'person') return false;
  const date = today(context);
  const bodies = bodiesOf(round.electorate, task.bodies, date);
  return holdsRole(round, context.actor.personId, bodies, ['chair', 'deputyChair'], date);
}
