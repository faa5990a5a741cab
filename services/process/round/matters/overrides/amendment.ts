// Whether another version of the process fits a round that runs, and in what the two differ. Pure comparison of data.
import type { Definition, TaskDefinition } from '../../../definition/schema';
import type { TaskId } from '../../../ids';
import { same } from '../../../same';
import { choicesOf } from '../../kinds/ballots/choices';
import { taskDefinition } from '../../queries';
import type { RoundState, Task } from '../../state';

/** One setting that differs. `before` and `after` are plain text; null where it is not there. */
export interface Difference {
  /** The task it belongs to; null for what belongs to the whole process. */
  readonly taskId: TaskId | null;
  /** The names of the settings down to it, as they stand in the file. */
  readonly path: readonly string[];
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * What does not fit, as a path in the file; null where all does. Tasks that have begun must still be there, of their kind and
 * measured alike, nobody else may run the round, and nominations that stand must have a form that knows them.
 */
export function unfitOf(round: RoundState, after: Definition): string | null {
  const before = round.definition;
  if (after.name !== before.name) return 'name';
  if (after.secretariat !== before.secretariat) return 'secretariat';
  const unknown = after.bodies.find(
    ({ id }) => round.electorate.bodies[id] === undefined && !before.bodies.some((body) => body.id === id),
  );
  if (unknown !== undefined) return `bodies.${unknown.id}`;
  const begun = Object.values(round.tasks).filter(({ status }) => status !== 'waiting');
  const lost = begun.find(({ id, kind }) => taskDefinition({ definition: after }, id)?.kind !== kind);
  if (lost !== undefined) return `tasks.${lost.id}`;
  const opened = begun.find(({ id }) => isSecretIn(before, id) !== isSecretIn(after, id));
  if (opened !== undefined) return `tasks.${opened.id}.visibility`;
  const measure = measureChanged(begun, before, after);
  if (measure !== null) return measure;
  const hasNominations = Object.keys(round.nominations).length > 0;
  if (hasNominations && after.form?.titleField !== before.form?.titleField) return 'form.titleField';
  return null;
}

/** Votes in a box cannot come into the open, nor open ones into a box: what has begun stays as it was. */
function isSecretIn(definition: Definition, taskId: TaskId): boolean {
  const task = taskDefinition({ definition }, taskId);
  return task !== undefined && 'visibility' in task && task.visibility === 'secret';
}

/**
 * What has been given is measured by what it was given on: scale, principles and grades of an assessment, tiers of a ranking,
 * choices of a ballot. Words beside them may be mended; what they are and count for may not, once their task has begun.
 */
function measureChanged(begun: readonly Task[], before: Definition, after: Definition): string | null {
  if (begun.some(({ kind }) => kind === 'assess')) {
    const measures = { scale: scaleOf, principles: principlesOf, evidence: gradesOf };
    const changed = Object.entries(measures).find(([, of]) => !same(of(before), of(after)));
    if (changed !== undefined) return changed[0];
  }
  const remeasured = begun.find(({ id }) => !same(offeredIn(before, id), offeredIn(after, id)));
  return remeasured === undefined ? null : `tasks.${remeasured.id}.${remeasured.kind === 'rank' ? 'tiers' : 'choices'}`;
}

/** True for a path of `unfitOf` that names what a begun task's answers are measured by. */
export function isMeasure(path: string): boolean {
  return /^(scale|principles|evidence)$|\.(tiers|choices)$/.test(path);
}

function scaleOf({ scale }: Definition): readonly unknown[] {
  return scale.map(({ id, value }) => [id, value]);
}

function principlesOf({ principles }: Definition): readonly unknown[] {
  return principles.map(({ id, scored, weight = 1 }) => [id, scored, weight]);
}

function gradesOf({ evidence }: Definition): readonly unknown[] {
  return evidence.map(({ id }) => id);
}

/** What a task's answers are made of: tiers in their order, or choices whatever their order. */
function offeredIn(definition: Definition, taskId: TaskId): readonly string[] {
  const task = taskDefinition({ definition }, taskId);
  if (task === undefined || !('rule' in task)) return [];
  return task.kind === 'rank' ? task.tiers.map(({ id }) => id) : choicesOf(task).toSorted();
}

/** Every setting that differs, tasks first by their order; a task that is new or gone is one difference. */
export function differencesOf(before: Definition, after: Definition): readonly Difference[] {
  const tasksBefore = tasksOf(before);
  const tasksAfter = tasksOf(after);
  const ids = [...new Set([...tasksAfter.keys(), ...tasksBefore.keys()])];
  const ofTasks = ids.flatMap((id) => ofTask(id, tasksBefore.get(id), tasksAfter.get(id)));
  return [...ofTasks, ...differing(null, [], { ...before, steps: [] }, { ...after, steps: [] })];
}

function tasksOf(definition: Definition): ReadonlyMap<TaskId, TaskDefinition> {
  return new Map(definition.steps.flatMap((step) => step.tasks).map((task) => [task.id, task]));
}

function ofTask(
  taskId: TaskId,
  before: TaskDefinition | undefined,
  after: TaskDefinition | undefined,
): readonly Difference[] {
  if (before === undefined) return [{ taskId, path: [], before: null, after: 'task' }];
  if (after === undefined) return [{ taskId, path: [], before: 'task', after: null }];
  return differing(taskId, [], before, after);
}

function differing(
  taskId: TaskId | null,
  path: readonly string[],
  before: unknown,
  after: unknown,
): readonly Difference[] {
  if (same(before, after)) return [];
  if (!isRecord(before) || !isRecord(after)) return [{ taskId, path, before: told(before), after: told(after) }];
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) => differing(taskId, [...path, key], before[key], after[key]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function told(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
