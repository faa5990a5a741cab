// Who still owes nominations: those whose nomination was sent back, and contacts whose organisation has none yet.
import type { Nomination } from '../../state';
import { mandatesIn, outstandingFor, partiesOf } from '../acting';
import type { Outstanding, TaskView } from '../kind';
import { isOnBehalfOf } from './backing';

type View = TaskView<'nominate'>;

export function nominatingWanted(view: View): readonly Outstanding[] {
  return [...returnedOnes(view), ...nominationsWanted(view)];
}

export function nominationsIn({ round, task }: View): readonly Nomination[] {
  return Object.values(round.nominations).filter(({ taskId }) => taskId === task.id);
}

/** A returned nomination waits for its first nominator: one entry with all that one organisation sent back to him. */
function returnedOnes(view: View): readonly Outstanding[] {
  const entries = new Map<string, Outstanding>();
  for (const { id, status, returned, nominators } of nominationsIn(view)) {
    const [personId] = nominators;
    if (status !== 'returned' || returned === null || personId === undefined) continue;
    const key = `${personId} ${returned.by}`;
    const nominationIds = [...(entries.get(key)?.nominationIds ?? []), id];
    const count = { left: nominationIds.length, total: nominationIds.length, nominationIds };
    entries.set(key, { personId, mandateId: null, bodyId: returned.by, wanted: 'nominating', ...count });
  }
  return [...entries.values()];
}

/** Contacts of the task's bodies that have nothing on the list yet. */
function nominationsWanted(view: View): readonly Outstanding[] {
  const present = nominationsIn(view).filter(({ status }) => status !== 'withdrawn');
  const empty = partiesOf(view, view.definition.bodies).filter(
    (bodyId) => !present.some((nomination) => isOnBehalfOf(nomination, bodyId, view)),
  );
  return outstandingFor(view, mandatesIn(view, empty, ['contact']), 'nominating');
}
