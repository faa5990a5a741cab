// Invariants that can fail: each breach below is made on purpose and must be found.
import { holdsCpr } from '../../../services/local/rehearsal/evidence/cpr';
import type { ExportedCommit, ExportedRecord } from '../../../services/local/rehearsal/evidence/record';
import { roundsOf } from '../../../services/local/rehearsal/evidence/round';
import { invariants } from '../../../services/local/rehearsal/invariants';
import type { Evidence } from '../../../services/local/rehearsal/invariants/invariant';
import { NominationBook } from '../../../services/local/rehearsal/players/book';
import type { Entry } from '../../../services/local/rehearsal/players/journal';
import { parseScenario } from '../../../services/local/rehearsal/scenario/read';
import { makeCommit } from '../../../services/store/commit-format';
import { definition, json } from './files';

const seat = (id: string, holder: string) => ({ id, bodyId: 'board', role: 'member', holder, speaksFor: null });
const started = {
  type: 'RoundStarted',
  roundId: 'r',
  definition: {
    bodies: [{ id: 'board', kind: 'board' }],
    steps: [{ id: 's', tasks: [{ kind: 'approve', id: 'ok', bodies: ['board'], rule: { method: 'majority' } }] }],
  },
  electorate: { bodies: {}, mandates: { m1: seat('m1', 'p1'), m2: seat('m2', 'p2') } },
};
const cast = (mandateId: string, choice: string) => ({
  type: 'BallotCast',
  taskId: 'ok',
  mandateId,
  ballot: { choice, texts: null, tiers: null, order: [] },
});
const closed = (approve: number, against: number, outcome: string) => ({
  type: 'TaskClosed',
  taskId: 'ok',
  asOf: '2027-01-05T10:00:00.000Z',
  result: {
    version: 'majority/1',
    outcome: 'approved',
    arithmetic: {
      quorum: { seats: 2, answered: 2 },
      choices: { ...(approve > 0 ? { approve } : {}), ...(against > 0 ? { doNotApprove: against } : {}) },
      vote: { for: approve, against, abstain: 0, outcome },
    },
  },
});

type Step = readonly [actor: string, event: object];

/** A record of these events, one commit each. */
function record(steps: readonly Step[]): ExportedRecord {
  const commits: ExportedCommit[] = [];
  steps.forEach(([actor, event], at) => {
    const body = {
      streamId: 'round/r',
      seq: at + 1,
      commandId: `c${at}`,
      at: `2027-01-05T0${at}:00:00.000Z` as never,
      actor,
      events: [event],
    };
    commits.push(makeCommit(body, commits.at(-1)?.hash ?? '0'.repeat(64)));
  });
  const people = ['p1', 'p2'].map((id) => ({ personId: id, aadObjectId: `aad-${id}` }));
  return { commits, people };
}

const pressed = (person: string, choice: string): Entry => ({
  person: `aad-${person}`,
  verb: 'ballot.cast',
  data: { taskId: 'ok', choice },
  typed: {},
  end: 'done',
  presses: 1,
});

const usual: readonly Step[] = [
  ['p1', started],
  ['system', { type: 'TaskOpened', taskId: 'ok' }],
  ['p1', cast('m1', 'approve')],
  ['p2', cast('m2', 'approve')],
  ['system', closed(2, 0, 'carried')],
];

function evidence(steps: readonly Step[], entries: readonly Entry[], commits?: readonly ExportedCommit[]): Evidence {
  const made = record(steps);
  const exported = commits === undefined ? made : { ...made, commits };
  const rounds = roundsOf(exported);
  const [round] = rounds;
  if (round === undefined) throw new Error('no round');
  const scenario = parseScenario(json('data/scenarios/simple-approval.json'), 's', definition('simple-approval'));
  const none = { standing: [], told: [], tooBig: [], withoutVersion: [], sharedInputs: [], withCpr: [], repeated: [] };
  return {
    scenario: { ...scenario, nominations: [] },
    record: exported,
    rounds,
    round,
    entries: [{ ...pressed('p1', ''), verb: 'setup.begin' }, ...entries],
    traffic: none as unknown as Evidence['traffic'],
    book: new NominationBook([]),
    counters: {} as Evidence['counters'],
    violations: [],
    kills: { wanted: 0, done: 0 },
    actsLeft: [],
    chatOf: (aad) => aad,
  };
}

/** Names of the invariants that do not hold. */
function broken(found: Evidence): readonly string[] {
  return invariants.filter(({ breaches }) => breaches(found).length > 0).map(({ name }) => name);
}

const bothPressed = [pressed('p1', 'approve'), pressed('p2', 'approve')];
/** The record here has no cards and is no whole round: these speak of that. */
const always = [
  'The round is closed, and the next one carries over what it should',
  'Every channel card of a closed task is sealed',
];

test('a record in order breaks nothing but what it leaves out', () => {
  expect(broken(evidence(usual, bothPressed))).toEqual(always);
});

test('an acknowledged answer that is not in the record is missed', () => {
  const without = [...usual.slice(0, 3), ['system', closed(1, 0, 'carried')] as const];
  expect(broken(evidence(without, bothPressed))).toContain('Every acknowledged action is in the record');
});

test('an answer nobody gave is noticed', () => {
  expect(broken(evidence(usual, bothPressed.slice(0, 1)))).toContain(
    'Nothing is in the record more often than people did it',
  );
});

test('an answer for a seat that somebody else holds is noticed', () => {
  const stolen = usual.map((step, at) => (at === 3 ? (['p1', cast('m2', 'approve')] as const) : step));
  expect(broken(evidence(stolen, [pressed('p1', 'approve'), pressed('p1', 'approve')]))).toContain(
    'No answer counts from anybody who does not hold the seat or stand in for it',
  );
});

test('an answer after the closing is noticed', () => {
  const late = [...usual, ['p2', cast('m2', 'doNotApprove')] as const];
  expect(broken(evidence(late, [...bothPressed, pressed('p2', 'doNotApprove')]))).toContain(
    'No answer counts that came after its task was closed or before it was open',
  );
});

test('a result that does not follow from the ballots is noticed', () => {
  const wrong = [...usual.slice(0, 4), ['system', closed(1, 1, 'carried')] as const];
  expect(broken(evidence(wrong, bothPressed))).toEqual(
    expect.arrayContaining([
      "Each seat's last answer is the one that was counted",
      'Votes recounted from the ballots give the published result',
    ]),
  );
});

test('one changed byte breaks the chain', () => {
  const { commits } = record(usual);
  const changed = commits.map((commit, at) =>
    at === 3 ? { ...commit, body: commit.body.replace('approve', 'abstain') } : commit,
  );
  expect(broken(evidence(usual, bothPressed, changed))).toContain(
    'Every commit is chained to the one before it by its hash',
  );
});

test.each([
  ['010190-1234', true],
  ['0101901234', true],
  ['61 01 90 1234', false],
  ['3213901234', false],
  ['tlf. 33 12 34 56', false],
  [`${'0101901234'.repeat(6)}abcd`, false],
])('%p holds a civil registration number: %p', (text, holds) => {
  expect(holdsCpr(text)).toBe(holds);
});
