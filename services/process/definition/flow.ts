// The order of a definition's tasks: what comes before what, and which task ends the round. Pure look-ups.
import type { TaskId } from '../ids';
import type { Definition } from './schema';
import type { TaskDefinition } from './tasks';

/** All tasks that are closed when `task` opens, nearest first. Unknown ids are left out; a cycle ends by itself. */
export function tasksBefore(tasks: readonly TaskDefinition[], task: TaskDefinition): readonly TaskDefinition[] {
  const found = new Set<TaskDefinition>();
  const waiting = [...task.after];
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const before = tasks.find((candidate) => candidate.id === id);
    if (before === undefined || found.has(before)) continue;
    found.add(before);
    waiting.push(...before.after);
  }
  return [...found];
}

/**
 * The task that ends the round: the publish task that opens the next one, else the last publish task, which everything
 * else leads to. Undefined in a definition without any (check.ts refuses it).
 */
export function endingTask(definition: Pick<Definition, 'steps'>): TaskDefinition | undefined {
  const tasks = definition.steps.flatMap((step) => step.tasks);
  const publications = tasks.filter((task) => task.kind === 'publish');
  const opening = publications.find((task) => task.effects.includes('openNextRound'));
  if (opening !== undefined) return opening;
  const reach = (task: TaskDefinition): number => tasksBefore(tasks, task).length;
  return [...publications].sort((a, b) => reach(a) - reach(b) || tasks.indexOf(a) - tasks.indexOf(b)).at(-1);
}

/** Whether closing this task ends the round. */
export function endsRound(definition: Pick<Definition, 'steps'>, taskId: TaskId): boolean {
  return endingTask(definition)?.id === taskId;
}
