// Keys of live cards that depend on the state of a task. Must know no card and no channel.
import { turnOf } from '../process/round/lifecycle/reopening';
import type { Task } from '../process/round/state';

/** The key of a task's card below its root: one taken up again gets a card of its own. */
export function cardKey(rootKey: string, task: Task): string {
  const turn = turnOf(task);
  return `${rootKey}/${task.id}${turn === 0 ? '' : `~${turn}`}`;
}
