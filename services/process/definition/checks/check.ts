// What every check of a definition works with: the whole of it, its tasks with their places, and its bodies.
// Owns how a fault is made; must not decide what is one.
import { hint, pathText, some, type Fault, type PathPart } from '../faults';
import type { Definition } from '../schema';
import type { TaskDefinition } from '../tasks';

/** A task with its place in the file. */
export interface Placed<Task extends TaskDefinition = TaskDefinition> {
  readonly task: Task;
  readonly path: readonly PathPart[];
}

export interface Checked {
  readonly definition: Definition;
  readonly tasks: readonly Placed[];
  /** What may be written where a party is asked for: body ids and `kind:…`. */
  readonly parties: ReadonlySet<string>;
}

export type Check = (checked: Checked) => readonly Fault[];

export function checkedOf(definition: Definition): Checked {
  const tasks = definition.steps.flatMap((step, at) =>
    step.tasks.map((task, index) => ({ task, path: ['steps', at, 'tasks', index] })),
  );
  const parties = definition.bodies.flatMap((body) => [body.id, `kind:${body.kind}`]);
  return { definition, tasks, parties: new Set(parties) };
}

export function fault(path: readonly PathPart[], message: string): Fault {
  return { path: pathText(path), message };
}

/** Faults for every party of a list that the definition does not hold. */
export function unknownParties(
  { parties }: Checked,
  written: readonly string[],
  path: readonly PathPart[],
): readonly Fault[] {
  return written.flatMap((party, at) => {
    if (parties.has(party)) return [];
    return [fault([...path, at], unknownParty(party, parties))];
  });
}

function unknownParty(party: string, parties: ReadonlySet<string>): string {
  if (parties.has(`kind:${party}`))
    return `There is no body "${party}". For all bodies of that kind write "kind:${party}".`;
  const known = [...parties];
  if (party.startsWith('kind:')) {
    const kinds = known.filter((other) => other.startsWith('kind:'));
    return `No body is of the kind in "${party}".${hint(party, kinds)} Kinds in this file: ${some(kinds)}.`;
  }
  const ids = known.filter((other) => !other.startsWith('kind:'));
  return `There is no body "${party}".${hint(party, ids)} Bodies in this file: ${some(ids)}.`;
}

/** Faults for ids that stand more than once; `what` names them, `placeOf` says where each stands. */
export function repeated(
  what: string,
  ids: readonly string[],
  placeOf: (at: number) => readonly PathPart[],
): readonly Fault[] {
  return ids.flatMap((id, at) => {
    const first = ids.indexOf(id);
    if (first === at) return [];
    return [
      fault(placeOf(at), `There are two ${what} "${id}": the first is at ${pathText(placeOf(first))}. Rename one.`),
    ];
  });
}
