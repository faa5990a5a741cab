// What is told of tasks in the wrong order, or with settings that do not fit their kind: one change to a good file each.
import { faultsAfter, faultsTold, put, type Case } from './files';

const flow: readonly Case[] = [
  [
    'a task that waits for none',
    'ngc-2019',
    'steps[2].tasks[0].after',
    ['conclud'],
    'steps[2].tasks[0].after[0]: Task "rank" waits for "conclud", which is no task here. Did you mean "conclude"?',
  ],
  [
    'a circle',
    'ngc-2019',
    'steps[0].tasks[0].after',
    ['agree-list'],
    'steps[0].tasks[0].after: These tasks wait for each other, so none of them ever opens: agree-process → agree-list → add-nominations → nominate → agree-process.',
  ],
  [
    'a task that leads nowhere',
    'ngc-2019',
    'steps[1].tasks[3].after',
    ['statement'],
    'steps[1].tasks[2].id: The round ends with "next-round", which does not wait for "cross-disciplinary"',
  ],
  [
    'no end',
    'simple-approval',
    'steps[2].tasks[0]',
    {
      kind: 'state',
      id: 'publish',
      title: { da: 'a', en: 'a' },
      bodies: ['kontoret'],
      workingDays: 5,
      after: ['approve'],
    },
    'steps: The process has no end.',
  ],
  [
    'two ends',
    'ngc-2019',
    'steps[2].tasks[4].effects',
    ['openNextRound'],
    'steps[4].tasks[0].effects: Task "next-round" opens the next round, but "notice" already does.',
  ],
  ['a step twice', 'ngc-2019', 'steps[1].id', 'nominations', 'steps[1].id: There are two steps "nominations"'],
  [
    'a task twice',
    'ngc-2019',
    'steps[1].tasks[0].id',
    'nominate',
    'steps[1].tasks[0].id: There are two tasks "nominate"',
  ],
  [
    'what it builds on comes later',
    'ngc-2019',
    'steps[2].tasks[0].basedOn',
    ['select'],
    'steps[2].tasks[0].basedOn[0]: Task "rank" builds on "select", which need not be closed when it opens.',
  ],
  [
    'what it builds on is nowhere',
    'ngc-2019',
    'steps[2].tasks[0].basedOn',
    ['assessment'],
    'steps[2].tasks[0].basedOn[0]: Task "rank" builds on "assessment", which is no task here.',
  ],
];

const tasks: readonly Case[] = [
  [
    'qualified before anything is concluded',
    'ngc-2019',
    'steps[0].tasks[3].about',
    'qualified',
    'steps[0].tasks[3].about: Task "agree-list" is about the qualified nominations, but no task of the kind "conclude" comes before it.',
  ],
  [
    'selected before anything is selected',
    'ngc-2019',
    'steps[2].tasks[1].about',
    'selected',
    'steps[2].tasks[1].about: Task "consider" is about the selected nominations, but no vote on a selection comes before it',
  ],
  [
    'submitted before anything is nominated',
    'ngc-2019',
    'steps[0].tasks[0].about',
    'submitted',
    'steps[0].tasks[0].about: Task "agree-process" is about the submitted nominations, but no task of the kind "nominate" comes before it.',
  ],
  [
    'ranking the round',
    'ngc-2019',
    'steps[2].tasks[0].about',
    'round',
    'steps[2].tasks[0].about: Task "rank" works on each nomination, so it cannot be about the round.',
  ],
  [
    'selecting among nothing',
    'ngc-2019',
    'steps[2].tasks[2].about',
    'round',
    'steps[2].tasks[2].about: Task "select" selects nominations, so it must say among which.',
  ],
  [
    'networks per group without groups',
    'ngc-2021',
    'steps[3].tasks[1].after',
    ['notice'],
    'steps[3].tasks[1].per: Task "appoint" goes by patient group, but no task of the kind "group" comes before it.',
  ],
  [
    'a choice of another kind',
    'ngc-2019',
    'steps[2].tasks[2].choices',
    ['for', 'against', 'agree'],
    'steps[2].tasks[2].choices[2]: "agree" is no answer to a task of the kind "vote".',
  ],
  [
    'nobody can say no',
    'ngc-2019',
    'steps[2].tasks[2].choices',
    ['for', 'abstain'],
    'steps[2].tasks[2].choices: Nobody can say no in "select". Add one of against,',
  ],
  [
    'nobody can say yes',
    'ngc-2019',
    'steps[2].tasks[2].choices',
    ['against', 'abstain'],
    'steps[2].tasks[2].choices: Nobody can say yes in "select".',
  ],
  [
    'a ranking counted by majority',
    'ngc-2019',
    'steps[2].tasks[0].rule.method',
    'majority',
    'steps[2].tasks[0].rule.method: A task of the kind "rank" is counted by "ranking", not by "majority".',
  ],
  [
    'a vote counted by ranking',
    'ngc-2019',
    'steps[2].tasks[2].rule.method',
    'ranking',
    'steps[2].tasks[2].rule.method: "ranking" counts tasks of the kind "rank" only.',
  ],
  [
    'a tier twice',
    'ngc-2019',
    'steps[2].tasks[0].tiers[1].id',
    'high',
    'steps[2].tasks[0].tiers[1].id: There are two tiers "high"',
  ],
  [
    'a secret ranking',
    'ngc-2019',
    'steps[2].tasks[0].visibility',
    'secret',
    'steps[2].tasks[0].visibility: Only a task of the kind "vote" can be secret. For "rank" write hiddenUntilClose',
  ],
  [
    'a secret ballot with words',
    'ngc-2019',
    'steps[2].tasks[2].visibility',
    'secret',
    'steps[2].tasks[2].choices: A secret ballot holds a bare choice. Take out approveWithRemark, approveWithConditions, doNotApprove and return',
  ],
  [
    'nominations that wait for everyone',
    'ngc-2019',
    'steps[0].tasks[1].closes',
    'whenAnswered',
    'steps[0].tasks[1].closes: Nobody knows when all have nominated',
  ],
];

faultsTold('the order of tasks', flow);
faultsTold('what stands in a task', tasks);

test('a secret ballot is allowed with bare choices and a majority, and with no other method', () => {
  const secretly = (method: string) =>
    faultsAfter('ngc-2019', (file) => {
      put(file, 'steps[2].tasks[2].visibility', 'secret');
      put(file, 'steps[2].tasks[2].choices', ['for', 'against', 'abstain']);
      put(file, 'steps[2].tasks[2].rule.method', method);
    });
  expect(secretly('majority')).toEqual([]);
  expect(secretly('consensus')).toEqual([
    expect.stringMatching(/rule\.method: A secret ballot is counted by "majority"/),
  ]);
});

test('a secret ballot whose tie the chair breaks is told', () => {
  const faults = faultsAfter('ngc-2019', (file) => {
    put(file, 'steps[2].tasks[2].visibility', 'secret');
    put(file, 'steps[2].tasks[2].choices', ['for', 'against', 'abstain']);
    put(file, 'steps[2].tasks[2].rule.tie', 'chair');
  });
  expect(faults).toContainEqual(expect.stringMatching(/rule\.tie: When the chair decides a tie, everybody sees/));
});

test('a task that waits for a circle is told that it never opens', () => {
  const faults = faultsAfter('ngc-2019', (file) => put(file, 'steps[0].tasks[0].after', ['agree-list']));
  expect(faults.some((fault) => fault.includes('Task "rank" never opens: it waits for'))).toBe(true);
});
