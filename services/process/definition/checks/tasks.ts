// Checks of what stands in a task: its choices, its rule and how it closes fit its kind; its subject is subject.ts'.
import { allowedChoices, comeWithWords, defaultChoices, noChoices, yesChoices, type ChoosingKind } from '../choices';
import { listed, type Fault } from '../faults';
import type { TaskDefinition } from '../tasks';
import { fault, repeated, type Check, type Placed } from './check';
import { groups, subject } from './subject';

export const checkTasks: Check = (checked) =>
  checked.tasks.flatMap((placed) => [
    ...subject(checked, placed),
    ...groups(checked, placed),
    ...choices(placed),
    ...rule(placed),
    ...inTurn(placed),
    ...closing(placed),
  ]);

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

/** One after another needs several to follow each other, and a count that knows when enough have approved. */
function inTurn({ task, path }: Placed): readonly Fault[] {
  if (task.kind !== 'approve' || task.inTurn !== true) return [];
  const place = [...path, 'inTurn'];
  return [
    ...(task.bodies.length > 1
      ? []
      : [fault(place, `Only one party answers "${task.id}". Name those who answer one after another in "bodies".`)]),
    ...(task.rule.method === 'approval'
      ? []
      : [fault(place, `Answers one after another are counted by the rule "approval", not by "${task.rule.method}".`)]),
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
    ...(task.rule.method === 'majority'
      ? []
      : [
          fault(
            [...path, 'rule', 'method'],
            `A secret ballot is counted by "majority": nobody may learn who stood against it, and who was silent said nothing.`,
          ),
        ]),
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
  if (task.kind !== 'nominate') return [];
  if (task.grace !== undefined && (task.closes === 'byHand' || task.late === 'accepted')) {
    const cure = 'Take out "grace", or let the task close at its deadline and refuse what is late.';
    return [fault([...path, 'grace'], `"${task.id}" takes nominations after its deadline anyway. ${cure}`)];
  }
  if (task.closes !== 'whenAnswered') return [];
  return [
    fault(
      [...path, 'closes'],
      `Nobody knows when all have nominated, so "${task.id}" cannot close whenAnswered. Write atDeadline or byHand.`,
    ),
  ];
}
