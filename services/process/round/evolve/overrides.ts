// Folding what two people changed by hand in the round itself: who holds a seat, and by which process it runs.
import type { Mandate } from '../../organisation/state';
import { taskDefinitions } from '../queries';
import type { MatterEvent } from '../matters/messages';
import type { Overrides } from '../matters/overrides/state';
import type { Electorate, RoundState } from '../state';
import { waiting } from './waiting';

type Event<Type extends MatterEvent['type']> = Extract<MatterEvent, { type: Type }>;

/** The seat has another holder; a substitute called for the one who was replaced is called no more. */
export function personReplaced(state: RoundState, { mandateId, personId }: Event<'PersonReplaced'>): RoundState {
  const mandate = state.electorate.mandates[mandateId];
  if (mandate === undefined) return state;
  const mandates = { ...state.electorate.mandates, [mandateId]: { ...mandate, holder: personId } };
  const tasks = Object.values(state.tasks).map((task) => {
    if (task.status === 'closed' || task.standIns[mandateId] === undefined) return task;
    const { [mandateId]: _, ...standIns } = task.standIns;
    return { ...task, standIns };
  });
  return {
    ...state,
    electorate: { ...state.electorate, mandates },
    tasks: Object.fromEntries(tasks.map((task) => [task.id, task])),
  };
}

/** A seat as it counts in the round: whoever was put in stays, while the organisation names the one who was replaced. */
export function asReplaced(mandate: Mandate, { replaced }: Overrides): Mandate {
  const replacement = replaced[mandate.id];
  return replacement === undefined || replacement.was !== mandate.holder
    ? mandate
    : { ...mandate, holder: replacement.is };
}

/** The round runs by another version: tasks that have begun go on, new ones wait, those taken out are gone. */
export function definitionAmended(state: RoundState, event: Event<'DefinitionAmended'>): RoundState {
  const { definition, definitionHash } = event;
  const tasks = taskDefinitions(event).map((task) => state.tasks[task.id] ?? waiting(task));
  const known = state.electorate.bodies;
  const bodies: Electorate['bodies'] = {
    ...Object.fromEntries(definition.bodies.map((body) => [body.id, body])),
    ...known,
  };
  return {
    ...state,
    definition,
    definitionHash,
    electorate: { ...state.electorate, bodies },
    tasks: Object.fromEntries(tasks.map((task) => [task.id, task])),
  };
}
