// Checks of a definition's bodies: each once, valid in the right order, successors known, and everybody named is there.
import type { Fault } from '../faults';
import { hint } from '../faults';
import type { Body, Definition } from '../schema';
import type { TaskDefinition } from '../tasks';
import { fault, repeated, unknownParties, type Check } from './check';

export const checkBodies: Check = (checked) => {
  const { definition } = checked;
  const { bodies } = definition;
  return [
    ...repeated('bodies', ids(bodies), (at) => ['bodies', at, 'id']),
    ...bodies.flatMap((body, at) => [...validity(body, at), ...successor(bodies, body, at)]),
    ...secretariat(definition),
    ...unknownParties(checked, definition.impartiality?.decidedBy ?? [], ['impartiality', 'decidedBy']),
    ...checked.tasks.flatMap(({ task, path }) =>
      partyLists(task).flatMap(({ key, parties }) => unknownParties(checked, parties, [...path, ...key])),
    ),
    ...(definition.form?.pages ?? []).flatMap((page, pageAt) =>
      page.fields.flatMap((field, at) =>
        unknownParties(checked, field.from ?? [], ['form', 'pages', pageAt, 'fields', at, 'from']),
      ),
    ),
  ];
};

function validity(body: Body, at: number): readonly Fault[] {
  if (body.validFrom === undefined || body.validTo === undefined || body.validFrom <= body.validTo) return [];
  const message = `"${body.id}" would end (${body.validTo}) before it begins (${body.validFrom}). Swap the dates.`;
  return [fault(['bodies', at, 'validTo'], message)];
}

function successor(bodies: readonly Body[], body: Body, at: number): readonly Fault[] {
  if (body.successor === undefined) return [];
  const path = ['bodies', at, 'successor'];
  const next = bodies.find((other) => other.id === body.successor);
  if (next === undefined) {
    const message = `"${body.id}" is followed by "${body.successor}", which is no body here.`;
    return [fault(path, `${message}${hint(body.successor, ids(bodies))} Add it to bodies.`)];
  }
  if (body.validTo === undefined) {
    return [
      fault(
        path,
        `"${body.id}" has a successor but no last day. Write validTo, the day before "${next.id}" takes over.`,
      ),
    ];
  }
  const line = lineOf(bodies, body);
  if (line.at(-1) !== body) return [];
  return [fault(path, `Successors go round in a circle: ${ids(line).join(' → ')}. The last of them has none.`)];
}

/** A body and those that follow it, until the line ends or comes back to one already in it. */
function lineOf(bodies: readonly Body[], body: Body): readonly Body[] {
  const line = [body];
  for (let next = follower(bodies, body); next !== undefined; next = follower(bodies, next)) {
    const met = line.includes(next);
    line.push(next);
    if (met) break;
  }
  return line;
}

function follower(bodies: readonly Body[], body: Body): Body | undefined {
  return bodies.find((other) => other.id === body.successor);
}

function secretariat(definition: Definition): readonly Fault[] {
  const known = ids(definition.bodies);
  if (known.includes(definition.secretariat)) return [];
  const message = `The secretariat "${definition.secretariat}" is no body here.${hint(definition.secretariat, known)}`;
  return [fault(['secretariat'], `${message} Add it to bodies, for example with the kind "secretariat".`)];
}

/** Every list of parties in a task, with the keys that lead to it. */
function partyLists(task: TaskDefinition): readonly { key: readonly string[]; parties: readonly string[] }[] {
  const lists = [{ key: ['bodies'], parties: task.bodies }];
  if (task.kind === 'conclude') lists.push({ key: ['draftedBy'], parties: task.draftedBy });
  if (task.kind === 'group') lists.push({ key: ['confirmedBy'], parties: task.confirmedBy });
  if (task.kind === 'document') lists.push({ key: ['agreedBy'], parties: task.agreedBy });
  if (task.kind === 'vote' && task.proposal) lists.push({ key: ['proposal', 'by'], parties: task.proposal.by });
  return lists;
}

function ids(bodies: readonly Body[]): readonly string[] {
  return bodies.map((body) => body.id);
}
