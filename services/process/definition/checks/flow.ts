// Checks of the order of tasks: every task opens at some time, what it builds on is done by then, and the process ends.
import { endingTask, tasksBefore } from '../flow';
import { hint, listed, some, type Fault } from '../faults';
import type { TaskDefinition } from '../tasks';
import { fault, repeated, type Check, type Checked, type Placed } from './check';

export const checkFlow: Check = (checked) => {
  const { definition, tasks } = checked;
  const { steps } = definition;
  return [
    ...repeated(
      'steps',
      steps.map(({ id }) => id),
      (at) => ['steps', at, 'id'],
    ),
    ...repeated(
      'tasks',
      tasks.map(({ task }) => task.id),
      (at) => [...(tasks[at]?.path ?? []), 'id'],
    ),
    ...tasks.flatMap((placed) => [
      ...unknownAfter(checked, placed),
      ...basedOn(checked, placed),
      ...returnsTo(checked, placed),
    ]),
    ...neverOpening(checked),
    ...ending(checked),
  ];
};

function unknownAfter({ tasks }: Checked, { task, path }: Placed): readonly Fault[] {
  const ids = tasks.map((placed) => placed.task.id);
  return task.after.flatMap((id, at) => {
    if (ids.includes(id)) return [];
    const message = `Task "${task.id}" waits for "${id}", which is no task here.${hint(id, ids)}`;
    return [fault([...path, 'after', at], `${message} Tasks: ${some(ids, 'and', 20)}.`)];
  });
}

function basedOn({ tasks }: Checked, { task, path }: Placed): readonly Fault[] {
  if (!('basedOn' in task)) return [];
  const all = tasks.map((placed) => placed.task);
  const before = tasksBefore(all, task).map(({ id }) => id);
  return task.basedOn.flatMap((id, at) => {
    const place = [...path, 'basedOn', at];
    if (!all.some((other) => other.id === id)) {
      return [fault(place, `Task "${task.id}" builds on "${id}", which is no task here.${hint(id, before)}`)];
    }
    if (before.includes(id)) return [];
    const message = `Task "${task.id}" builds on "${id}", which need not be closed when it opens.`;
    return [fault(place, `${message} Put "${id}" in its after, or in the after of a task before it.`)];
  });
}

/** What is sent back must have been made before. */
function returnsTo({ tasks }: Checked, { task, path }: Placed): readonly Fault[] {
  if (!('returnsTo' in task) || task.returnsTo === undefined) return [];
  const all = tasks.map((placed) => placed.task);
  const before = tasksBefore(all, task).map(({ id }) => id);
  if (before.includes(task.returnsTo)) return [];
  const message = `Task "${task.id}" sends back to "${task.returnsTo}", which is no task before it.`;
  return [fault([...path, 'returnsTo'], `${message}${hint(task.returnsTo, before)}`)];
}

/** Tasks in a circle, each circle once, and those that wait for one. */
function neverOpening({ tasks }: Checked): readonly Fault[] {
  const all = tasks.map((placed) => placed.task);
  const told = new Set<string>();
  return tasks.flatMap(({ task, path }) => {
    if (told.has(task.id)) return [];
    const circle = circleOf(all, task);
    for (const id of circle) told.add(id);
    if (circle.length > 0) {
      const message = `These tasks wait for each other, so none of them ever opens: ${[...circle, task.id].join(' → ')}.`;
      return [fault([...path, 'after'], `${message} Take one of them out of an after.`)];
    }
    const stuck = tasksBefore(all, task).find((before) => circleOf(all, before).length > 0);
    return stuck === undefined
      ? []
      : [fault([...path, 'after'], `Task "${task.id}" never opens: it waits for "${stuck.id}", which is in a circle.`)];
  });
}

/** The ids on a way from a task back to itself, beginning with it; none when there is no such way. */
function circleOf(tasks: readonly TaskDefinition[], start: TaskDefinition): readonly string[] {
  const ways: TaskDefinition[][] = [[start]];
  const seen = new Set<string>();
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    for (const id of way.at(-1)?.after ?? []) {
      if (id === start.id) return way.map((task) => task.id);
      const next = tasks.find((task) => task.id === id);
      if (next === undefined || seen.has(id)) continue;
      seen.add(id);
      ways.push([...way, next]);
    }
  }
  return [];
}

/** The process ends with one publish task, and everything else is done before it. */
function ending({ definition, tasks }: Checked): readonly Fault[] {
  const end = endingTask(definition);
  if (end === undefined) {
    return [
      fault(
        ['steps'],
        'The process has no end. Its last task must be of the kind "publish"; when it is published, the round closes.',
      ),
    ];
  }
  const before = new Set(
    tasksBefore(
      tasks.map(({ task }) => task),
      end,
    ),
  );
  const openers = tasks.filter(({ task }) => task.kind === 'publish' && task.effects.includes('openNextRound'));
  return [
    ...openers.slice(1).map(({ task, path }) => {
      const message = `Task "${task.id}" opens the next round, but "${end.id}" already does. Only one task can end the round.`;
      return fault([...path, 'effects'], message);
    }),
    ...tasks.flatMap((placed) => (placed.task === end || before.has(placed.task) ? [] : leadsNowhere(placed, end))),
  ];
}

function leadsNowhere({ task, path }: Placed, end: TaskDefinition): readonly Fault[] {
  const message = `The round ends with "${end.id}", which does not wait for "${task.id}", so it could end before that is done.`;
  const cure = task.after.includes(end.id)
    ? `A task cannot come after the end: let "${end.id}" wait for it instead.`
    : `Name "${task.id}" in the after of ${listed([`"${end.id}"`, 'a task before it'], 'or')}.`;
  return [fault([...path, 'id'], `${message} ${cure}`)];
}
