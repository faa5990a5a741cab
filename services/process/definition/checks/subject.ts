// Checks of what a task is about: the nominations, conclusions, selections and groups it works on come from tasks before it.
import { never } from '../../decision';
import type { Fault } from '../faults';
import { tasksBefore } from '../flow';
import type { Subject, TaskDefinition } from '../tasks';
import { fault, type Checked, type Placed } from './check';

/** Kinds that are about each nomination and mean nothing without any. */
const needNominations: ReadonlySet<TaskDefinition['kind']> = new Set(['assess', 'conclude', 'rank', 'group']);

/** Where the nominations a task is about come from, and what to write when they come from nowhere. */
export function subject(checked: Checked, { task, path }: Placed): readonly Fault[] {
  if (!('about' in task)) return [];
  const wrong = wrongSubject(task, task.about, before(checked, task));
  return wrong === null ? [] : [fault([...path, 'about'], `Task "${task.id}" ${wrong}`)];
}

/** What is wrong with the subject, as the rest of a sentence about the task; null when it comes from somewhere. */
function wrongSubject(task: TaskDefinition, about: Subject, earlier: readonly TaskDefinition[]): string | null {
  const isAfter = (kind: TaskDefinition['kind']): boolean => earlier.some((other) => other.kind === kind);
  switch (about) {
    case 'round': {
      const cure = 'Write about: "submitted", "qualified" or "selected".';
      if (needNominations.has(task.kind)) return `works on each nomination, so it cannot be about the round. ${cure}`;
      const isSelection = task.kind === 'vote' && task.proposal !== undefined;
      return isSelection ? `selects nominations, so it must say among which. ${cure}` : null;
    }
    case 'submitted': {
      if (task.kind === 'state' || isAfter('nominate')) return null;
      const cure = needNominations.has(task.kind) ? '' : ', or write about: "round"';
      const message = 'is about the submitted nominations, but no task of the kind "nominate" comes before it.';
      return `${message} Put one before it${cure}.`;
    }
    case 'qualified': {
      const message = 'is about the qualified nominations, but no task of the kind "conclude" comes before it.';
      return isAfter('conclude') ? null : `${message} Write about: "submitted", or put a conclude task before it.`;
    }
    case 'selected': {
      const message = 'is about the selected nominations, but no vote on a selection comes before it';
      const isSelected = earlier.some((other) => other.kind === 'vote' && other.proposal !== undefined);
      return isSelected ? null : `${message} (kind "vote" with proposal: { "of": "selection", … }).`;
    }
    default:
      return never(about);
  }
}

/** Networks and chapters per patient group need groups. */
export function groups(checked: Checked, { task, path }: Placed): readonly Fault[] {
  const isNetworks = task.kind === 'appoint' && task.per === 'group';
  const isChapters = task.kind === 'document' && task.chapters === 'group';
  if (!isNetworks && !isChapters) return [];
  if (before(checked, task).some(({ kind }) => kind === 'group')) return [];
  const [key, other] = isNetworks ? ['per', 'per: "round"'] : ['chapters', 'chapters: "none"'];
  const message = `Task "${task.id}" goes by patient group, but no task of the kind "group" comes before it.`;
  return [fault([...path, key], `${message} Write ${other}, or put one before it.`)];
}

function before({ tasks }: Checked, task: TaskDefinition): readonly TaskDefinition[] {
  const all = tasks.map((placed) => placed.task);
  return tasksBefore(all, task);
}
