// Checks of what stands in a task: its subject comes from an earlier task, and its choices and rule fit its kind.
import { allowedChoices, comeWithWords, defaultChoices, noChoices, yesChoices, type ChoosingKind } from '../choices';
import { listed, type Fault } from '../faults';
import { tasksBefore } from '../flow';
import type { TaskDefinition } from '../tasks';
import { fault, repeated, type Check, type Checked, type Placed } from './check';

/** Kinds that are about each nomination and mean nothing without any. */
const needNominations: ReadonlySet<TaskDefinition['kind']> = new Set(['assess', 'conclude', 'rank', 'group']);

export const checkTasks: Check = (checked) =>
  checked.tasks.flatMap((placed) => [
    ...subject(checked, placed),
    ...groups(checked, placed),
    ...choices(placed),
    ...rule(placed),
    ...closing(placed),
  ]);

/** Where the nominations a task is about come from, and what to write when they come from nowhere. */
function subject({ tasks }: Checked, { task, path }: Placed): readonly Fault[] {
  if (!('about' in task)) return [];
  const place = [...path, 'about'];
  const { about } = task;
  const before = tasksBefore(
    tasks.map((placed) => placed.task),
    task,
  );
  if (about === 'round') return aboutNothing(task) ? [fault(place, `Task "${task.id}" ${aboutNothing(task)}`)] : [];
  if (about === 'qualified' && !before.some(({ kind }) => kind === 'conclude')) {
    const message = `Task "${task.id}" is about the qualified nominations, but no task of the kind "conclude" comes before it.`;
    return [fault(place, `${message} Write about: "submitted", or put a conclude task before it.`)];
  }
  if (about === 'selected' && !before.some((earlier) => earlier.kind === 'vote' && earlier.proposal !== undefined)) {
    const message = `Task "${task.id}" is about the selected nominations, but no vote on a selection comes before it`;
    return [fault(place, `${message} (kind "vote" with proposal: { "of": "selection", … }).`)];
  }
  if (about === 'submitted' && task.kind !== 'state' && !before.some(({ kind }) => kind === 'nominate')) {
    const cure = needNominations.has(task.kind) ? '' : ', or write about: "round"';
    const message = `Task "${task.id}" is about the submitted nominations, but no task of the kind "nominate" comes before it.`;
    return [fault(place, `${message} Put one before it${cure}.`)];
  }
  return [];
}

/** Why a task that is about the whole round would have nothing to do; empty when it is fine. */
function aboutNothing(task: TaskDefinition): string {
  const cure = 'Write about: "submitted", "qualified" or "selected".';
  if (needNominations.has(task.kind)) return `works on each nomination, so it cannot be about the round. ${cure}`;
  if (task.kind === 'vote' && task.proposal !== undefined)
    return `selects nominations, so it must say among which. ${cure}`;
  return '';
}

/** Networks and chapters per patient group need groups. */
function groups({ tasks }: Checked, { task, path }: Placed): readonly Fault[] {
  const key =
    task.kind === 'appoint' && task.per === 'group'
      ? 'per'
      : task.kind === 'document' && task.chapters === 'group'
        ? 'chapters'
        : null;
  if (key === null) return [];
  const before = tasksBefore(
    tasks.map((placed) => placed.task),
    task,
  );
  if (before.some(({ kind }) => kind === 'group')) return [];
  const other = key === 'per' ? 'per: "round"' : 'chapters: "none"';
  return [
    fault(
      [...path, key],
      `Task "${task.id}" goes by patient group, but no task of the kind "group" comes before it. Write ${other}, or put one before it.`,
    ),
  ];
}

function choices({ task, path }: Placed): readonly Fault[] {
  if (!isChoosing(task)) return [];
  const written = task.choices ?? defaultChoices[task.kind];
  const place = [...path, 'choices'];
  const allowed = allowedChoices[task.kind];
  const misfits = written.flatMap((choice, at) =>
    allowed.includes(choice)
      ? []
      : [
          fault(
            [...place, at],
            `"${choice}" is no answer to a task of the kind "${task.kind}". Possible: ${listed(allowed, 'or')}.`,
          ),
        ],
  );
  const oneSided = [
    ...(written.some((choice) => yesChoices.has(choice))
      ? []
      : [
          fault(
            place,
            `Nobody can say yes in "${task.id}". Add one of ${listed(
              allowed.filter((choice) => yesChoices.has(choice)),
              'or',
            )}.`,
          ),
        ]),
    ...(task.kind === 'consider' || written.some((choice) => noChoices.has(choice))
      ? []
      : [
          fault(
            place,
            `Nobody can say no in "${task.id}". Add one of ${listed(
              allowed.filter((choice) => noChoices.has(choice)),
              'or',
            )}.`,
          ),
        ]),
  ];
  return [...misfits, ...oneSided, ...repeated('choices', written, (at) => [...place, at])];
}

function isChoosing(task: TaskDefinition): task is Extract<TaskDefinition, { kind: ChoosingKind }> {
  return task.kind in allowedChoices;
}

function rule({ task, path }: Placed): readonly Fault[] {
  if (!('rule' in task)) return [];
  const { method } = task.rule;
  const ranks = task.kind === 'rank';
  return [
    ...(ranks && method !== 'ranking'
      ? [fault([...path, 'rule', 'method'], `A task of the kind "rank" is counted by "ranking", not by "${method}".`)]
      : []),
    ...(!ranks && method === 'ranking'
      ? [
          fault(
            [...path, 'rule', 'method'],
            `"ranking" counts tasks of the kind "rank" only. Write consensus, consent, majority or approval.`,
          ),
        ]
      : []),
    ...(ranks
      ? repeated(
          'tiers',
          task.tiers.map(({ id }) => id),
          (at) => [...path, 'tiers', at, 'id'],
        )
      : []),
    ...(task.visibility === 'secret' ? secret({ task, path }) : []),
  ];
}

/** What a secret ballot cannot have: anything that shows who answered what (DESIGN.md §4). */
function secret({ task, path }: Placed): readonly Fault[] {
  if (task.kind !== 'vote') {
    return [
      fault(
        [...path, 'visibility'],
        `Only a task of the kind "vote" can be secret. For "${task.id}" write hiddenUntilClose: answers are shown when it closes.`,
      ),
    ];
  }
  const spoken = (task.choices ?? []).filter((choice) => comeWithWords.has(choice));
  return [
    ...(spoken.length === 0
      ? []
      : [
          fault(
            [...path, 'choices'],
            `A secret ballot holds a bare choice. Take out ${listed(spoken)}: words would show who answered.`,
          ),
        ]),
    ...(task.rule.tie === 'chair'
      ? [
          fault(
            [...path, 'rule', 'tie'],
            `When the chair decides a tie, everybody sees what the chair chose, so the ballot is not secret. Write stands, newBallot or lot.`,
          ),
        ]
      : []),
  ];
}

/** Nobody knows when the last nomination has come, so such a task cannot wait for everyone. */
function closing({ task, path }: Placed): readonly Fault[] {
  if (task.kind !== 'nominate' || task.closes !== 'whenAnswered') return [];
  return [
    fault(
      [...path, 'closes'],
      `Nobody knows when all have nominated, so "${task.id}" cannot close whenAnswered. Write atDeadline or byHand.`,
    ),
  ];
}
