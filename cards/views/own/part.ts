// What a viewer may do in the tasks that are not ballots, as the rules' own look-ups say it. For showing buttons only:
// the rules decide again when one is pressed.
import type { BodyId, PersonId } from '../../../services/process/ids';
import type { TaskView } from '../../../services/process/round/kinds/kind';
import {
  isAmong,
  mandatesIn,
  partiesOf,
  signersOf,
  voicesOf,
  workers,
} from '../../../services/process/round/kinds/acting';
import type { Scene } from '../scene';
import type { TaskOf } from '../seats';

export type Where = Pick<TaskView, 'round' | 'task' | 'date'>;

export function whereOf(scene: Scene, { task, date }: TaskOf): Where {
  return { round: scene.round, task, date };
}

/** Bodies among the parties that the person may work for. */
export function worksFor(where: Where, personId: PersonId, parties: readonly string[]): readonly BodyId[] {
  return partiesOf(where, parties).filter((id) => isAmong(where, personId, mandatesIn(where, [id], workers)));
}

/** Bodies among the parties that the person may speak for. */
export function speaksFor(where: Where, personId: PersonId, parties: readonly string[]): readonly BodyId[] {
  return partiesOf(where, parties).filter((id) => isAmong(where, personId, voicesOf(where, id)));
}

/** True when the person may sign for one of the parties. */
export function signsFor(where: Where, personId: PersonId, parties: readonly string[]): boolean {
  return isAmong(where, personId, signersOf(where, partiesOf(where, parties)));
}
