// A real round, decided by the real rules, recorded and verified: its results are counted anew from the commits alone.
import { calendarOf } from '../../services/schedule/calendar';
import { recountRound } from '../../services/record/recount-round';
import { verifyRecord } from '../../services/record/verify';
import type { RecordSource, StreamReport } from '../../services/record/verify';
import { makeCommit, noHash, parseBody } from '../../services/store/commit-format';
import { openRecord } from '../../services/store/open-record';
import type { Store } from '../../services/store/ports';
import { roundDecider } from '../../services/process/round/decider';
import { castBallot, definitionWith, electorateOf, monday, seat, started, tick } from '../process/given';
import type { RoundStep } from '../process/given';
import { freshDatabase } from '../store/contract/stores';
import type { Database } from '../store/contract/stores';

type Stored = Readonly<Record<string, unknown>>;

let database: Database;
let store: Store;

beforeAll(async () => {
  database = await freshDatabase();
  store = await database.open();
});
afterAll(async () => database.drop());

const names = ['anna', 'bo', 'cille'];
const definition = definitionWith([{ id: 'sag', kind: 'vote', closes: 'atDeadline' }]);
const electorate = electorateOf(definition, ...names.map((name) => seat(name, 'udvalg')));
const decider = roundDecider(calendarOf);
const recompute = { round: recountRound(calendarOf) };

/** Takes the steps in the store, each in a commit of its own. */
async function play(id: string, steps: readonly RoundStep[]): Promise<void> {
  const rounds = store.streams(decider);
  let now = monday;
  for (const [index, step] of steps.entries()) {
    now = step.at ?? now;
    const state = (await rounds.read(id))?.state ?? null;
    const command = typeof step.command === 'function' ? step.command(state) : step.command;
    const wish = { actor: step.actor, now, verb: command.type, subject: id, basis: index, input: command, texts: null };
    expect((await rounds.execute(id, { ...wish, command: () => command })).kind).toBe('done');
  }
}

async function verified(source: RecordSource): Promise<StreamReport | undefined> {
  const report = await verifyRecord(source, { recompute });
  return report.streams.find((stream) => stream.streamId.startsWith('round/'));
}

async function reading<Value>(read: (record: RecordSource) => Promise<Value>): Promise<Value> {
  const record = await openRecord({ uri: database.uri, dataDir: '' });
  try {
    return await read(record);
  } finally {
    await record.close();
  }
}

it('the results of a round are counted anew and are the same', async () => {
  const ballots = names.map((by, index) => castBallot({ by, task: 'sag', choice: index === 2 ? 'against' : 'for' }));
  await play('r1', [started(definition, electorate), ...ballots, tick('2027-02-01T08:00:00.000Z')]);
  const state = (await store.streams(decider).read('r1'))?.state;
  expect(Object.values(state?.tasks ?? {})).toMatchObject([{ status: 'closed' }]);
  expect(await reading(verified)).toMatchObject({ fault: null, results: { same: 1, otherVersion: 0 } });
});

it('a result that the ballots do not give is found, though every hash is right', async () => {
  const documents = await reading(async (record) => {
    const all: Stored[] = [];
    for await (const document of record.commits())
      if (String(document['streamId']).startsWith('round/')) all.push(document);
    return all;
  });
  const forged = rehashed(documents, (event) => {
    const { result } = event as { readonly result?: { readonly arithmetic: unknown } };
    return result === undefined ? event : { ...(event as object), result: { ...result, outcome: 'rejected' } };
  });
  const source: RecordSource = { commits: () => each(forged), texts: async () => new Map() };
  const report = await verified(source);
  expect(report?.fault).toMatchObject({ seq: documents.length, problem: expect.stringContaining('counted anew') });
});

/** The whole chain written anew with other events. */
function rehashed(documents: readonly Stored[], change: (event: unknown) => unknown): readonly Stored[] {
  let prevHash = noHash;
  return documents.map((document) => {
    const body = parseBody({ body: String(document['body']) });
    const commit = makeCommit({ ...body, events: body.events.map(change) }, prevHash);
    prevHash = commit.hash;
    return { _id: commit.hash, ...commit };
  });
}

async function* each(documents: readonly Stored[]): AsyncIterable<Stored> {
  yield* documents;
}
