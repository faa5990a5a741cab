// A week of downtime over three deadlines and the end of summer time: nothing closes before somebody has said that the
// deadlines stand, each person gets one digest that is right for now, and the record says when and as of when.
import { buttonsOf, wordsOf } from '../bot/rig';
import type { Definition } from '../../services/process/definition/schema';
import type { MandateId, TaskId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import { councilDefinition, seatCouncil, type Council } from './council';
import { startGround, type Ground } from './ground';

let ground: Ground;
let council: Council;

const ids = ['ballot', 'second', 'third'].map((id) => as<TaskId>(id));

/** Begun on Monday 11 October 2027; deadlines on 27 and 28 October and, in winter time, on 2 November, at twelve. */
const deadlines = ['2027-10-27T10:00:00.000Z', '2027-10-28T10:00:00.000Z', '2027-11-02T11:00:00.000Z'];

/** Tuesday 26 October at noon until Tuesday 2 November at three in the afternoon. */
const outage = { from: '2027-10-26T10:00:00.000Z', to: '2027-11-02T14:00:00.000Z' };

beforeEach(async () => {
  ground = await startGround({ startsAt: '2027-10-11T08:00:00.000Z' });
  council = await seatCouncil(ground, { members: 4, definition: threeBallots() });
  await ground.one.tick();
  for (const taskId of ids) for (const member of [0, 1, 3]) await vote(member, taskId);
});

afterEach(async () => ground.close());

function threeBallots(): Definition {
  const definition = councilDefinition({ workingDays: 12 });
  const [step] = definition.steps;
  const [ballot, end] = step?.tasks ?? [];
  if (step === undefined || ballot === undefined || end === undefined) throw new Error('The definition has changed.');
  const [, second, third] = ids;
  const tasks = [
    ballot,
    { ...ballot, id: second ?? ballot.id, workingDays: 13 },
    { ...ballot, id: third ?? ballot.id, workingDays: 16 },
    { ...end, after: ids },
  ];
  return { ...definition, steps: [{ ...step, tasks }] };
}

async function vote(member: number, taskId: TaskId): Promise<void> {
  const ballot = { choice: 'for' as const, texts: null, tiers: null, order: [] };
  const mandateId = as<MandateId>(`seat-${member}`);
  await council.give({ type: 'CastBallot', taskId, mandateId, ballot, basis: 0 }, council.people[member]?.personId);
}

async function got(member: number): Promise<readonly string[]> {
  const chat = await council.chat(member);
  if (chat === '') return [];
  const found = await ground.messages(council.people[member]?.aadObjectId ?? '', chat);
  return found.map(({ cards }) => wordsOf(cards));
}

const statuses = async (): Promise<readonly unknown[]> => {
  const { tasks } = await council.round();
  return ids.map((id) => tasks[id]?.status);
};

test('what is down in the last hours before a deadline closes nothing; the chair is asked once for each, the others get one digest', async () => {
  ground.moveTo('2027-10-26T09:00:00.000Z');
  await ground.one.tick();
  const before = await Promise.all([1, 2, 3].map(async (member) => (await got(member)).length));
  ground.moveTo(outage.to);
  await ground.one.tick(outage);
  await ground.one.tick(outage);
  await ground.one.tick();
  expect(await statuses()).toEqual(['open', 'open', 'open']);
  const asked = (await got(0)).filter((text) => text.includes('Skal fristen forlænges?'));
  expect(asked).toHaveLength(3);
  expect(asked[0]).toContain('Trinvis var ude af drift fra');
  const after = await Promise.all([1, 2, 3].map(async (member) => (await got(member)).length));
  // Two have answered everything; the third gets one digest, although three deadlines have passed.
  expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual([0, 1, 0]);
  const buttons = buttonsOf(
    (await ground.messages(council.people[0]?.aadObjectId ?? '', await council.chat(0))).map(({ cards }) => cards),
  );
  expect(JSON.stringify(buttons)).toContain('deadline.keep');
});

test('the deadlines stand: each task closes as of its own deadline, done now; what follows starts now', async () => {
  ground.moveTo(outage.to);
  await ground.one.tick(outage);
  const chair = council.people[0]?.personId;
  for (const taskId of ids) await council.give({ type: 'KeepDeadline', taskId }, chair);
  await ground.one.tick();
  const { tasks } = await council.round();
  expect(ids.map((id) => tasks[id]?.closedAt)).toEqual(deadlines);
  expect(tasks[as<TaskId>('end')]).toMatchObject({ status: 'open', openedAt: outage.to });
  const doneAt = new Set<string>();
  for await (const { body } of ground.one.store.commits.read('round/round-1', 0)) {
    const { at, events } = JSON.parse(body) as { at: string; events: readonly { type: string; asOf?: string }[] };
    for (const { type, asOf } of events) if (type === 'TaskClosed') doneAt.add(`${at} as of ${asOf}`);
  }
  expect([...doneAt]).toEqual(deadlines.map((asOf) => `${outage.to} as of ${asOf}`));
  // Nobody is reminded of what has closed, and the question is told as answered where it had not been sent.
  const left = (await ground.one.store.notices.ofPrefix('downtime/')).map(({ state }) => state);
  expect(new Set(left)).toEqual(new Set(['sent']));
});

test('one is extended: those who could not answer can, and get a digest for its new deadline only', async () => {
  ground.moveTo(outage.to);
  await ground.one.tick(outage);
  const chair = council.people[0]?.personId;
  const [first, second, third] = ids;
  if (first === undefined || second === undefined || third === undefined) throw new Error('no tasks');
  await council.give({ type: 'KeepDeadline', taskId: first }, chair);
  await council.give({ type: 'KeepDeadline', taskId: second }, chair);
  await council.give(
    { type: 'ExtendDeadline', taskId: third, deadlineAt: '2027-11-05T11:00:00.000Z', texts: null },
    chair,
  );
  const before = await Promise.all([1, 2, 3].map(async (member) => (await got(member)).length));
  ground.moveTo('2027-11-05T07:00:00.000Z');
  await ground.one.tick();
  const after = await Promise.all([1, 2, 3].map(async (member) => (await got(member)).length));
  expect(after.map((count, index) => count - (before[index] ?? 0))).toEqual([0, 1, 0]);
  await vote(2, third);
  ground.moveTo('2027-11-05T11:00:30.000Z');
  await ground.one.tick();
  const { tasks } = await council.round();
  expect(tasks[third]).toMatchObject({ status: 'closed', closedAt: '2027-11-05T11:00:00.000Z' });
});
