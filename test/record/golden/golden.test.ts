// What an earlier release wrote is still read, folded and verified: as it lay in the database, whatever the rules have
// learnt since. The files are never written anew; a new format gets files of its own (docs/operating.md).
import { verifyRecord } from '../../../services/record/verify';
import { recountRound } from '../../../services/record/recount-round';
import { handbookDecider } from '../../../services/process/handbook/decider';
import { organisationDecider } from '../../../services/process/organisation/decider';
import { roundDecider } from '../../../services/process/round/decider';
import type { RoundState } from '../../../services/process/round/state';
import { calendarOf } from '../../../services/schedule/calendar';
import { openRecord } from '../../../services/store/open-record';
import type { Store } from '../../../services/store/ports';
import { parseBody } from '../../../services/store/commit-format';
import { freshDatabase } from '../../store/contract/stores';
import type { Database } from '../../store/contract/stores';
import { capture, goldenNames, readGolden, sourceOf } from './record-file';

/** The newest hash of every stream, as it was when the record was written: anchors kept outside it. */
const heads: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'format-1-every-event': {
    'handbook/handbook': 'a7cd4fd853bb78c7e96ba5e26ae5c8b48bdbdf38a282e3220543a6b2dca3c21e',
    'organisation/organisation': '5f7d45a2161eb7048a30c24d8079e0565603d1187829914e8a5acbbddf82f3c7',
    'round/r1': '7068599438fc33aec84493b9b4972568e883edeb24efa86fa3cd70a61917df70',
  },
  'format-1-ngc-2019': {
    'organisation/organisation': '77758812d3fe6415523d0426d0d88f7660057c68c66b635975e3e0bad234a6f1',
    'round/90392d05-566a-4e47-bd17-47416486a63e': '9b6bd392c543cd5f1e49708464ace5ac0c009514abaeca36298db3a7120a2f2b',
    'round/90392d05-566a-4e47-bd17-47416486a63e.2': '41a32552b7f6927e2805b80b8096ab0ec8e593897cc4306ab2e2470bd2f1e355',
  },
};

const decider = roundDecider(calendarOf);
const recompute = { round: recountRound(calendarOf) };

/** `GOLDEN_RECORD=name DATA_DIR=folder npx jest test/record/golden` keeps a record that was just written as a golden one. */
beforeAll(async () => {
  const { GOLDEN_RECORD: name, DATA_DIR: dataDir } = process.env;
  if (name === undefined || dataDir === undefined) return;
  const record = await openRecord({ dataDir });
  try {
    await capture(name, record);
  } finally {
    await record.close();
  }
});

test('every golden record has its anchors here', () => {
  expect(goldenNames()).toEqual(Object.keys(heads).sort());
});

test.each(goldenNames())('%s is verified: chain, texts, and every result counted anew', async (name) => {
  const report = await verifyRecord(sourceOf(readGolden(name)), { recompute });
  expect(report.streams.flatMap(({ streamId, fault }) => (fault === null ? [] : [[streamId, fault]]))).toEqual([]);
  expect(Object.fromEntries(report.streams.map(({ streamId, head }) => [streamId, head.hash]))).toEqual(heads[name]);
  const closed = readGolden(name).commits.flatMap((commit) =>
    parseBody({ body: String(commit['body']) }).events.filter((event) => isOfType(event, 'TaskClosed')),
  );
  const counted = report.streams.map(({ results }) => (results?.same ?? 0) + (results?.otherVersion ?? 0));
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(closed.length);
  expect(report.streams.some(({ texts }) => texts.present > 0)).toBe(true);
});

function isOfType(event: unknown, type: string): boolean {
  return event instanceof Object && Reflect.get(event, 'type') === type;
}

describe('read from a database that an earlier release filled', () => {
  let database: Database;
  let store: Store;

  beforeAll(async () => {
    database = await freshDatabase();
    const raw = await database.raw();
    for (const name of goldenNames()) {
      // Two records may both hold the one organisation: a database has only one.
      const own = readGolden(name).commits.filter(({ streamId }) => ownIn(name, String(streamId)));
      await raw.collection('commits').insertMany(own.map((commit) => ({ ...commit })));
    }
    store = await database.open();
  });
  afterAll(async () => database.drop());

  const ownIn = (name: string, streamId: string): boolean =>
    streamId.startsWith('round/') || name === 'format-1-every-event';

  async function rounds(): Promise<readonly RoundState[]> {
    const streams = store.streams(decider);
    const states = await Promise.all((await streams.list()).map(async (id) => (await streams.read(id))?.state ?? null));
    return states.filter((state) => state !== null);
  }

  it('a whole round is closed and the next has begun', async () => {
    const [first, next] = (await rounds()).filter(({ definition }) => definition.name === 'ngc-golden');
    expect(first).toMatchObject({ status: 'closed' });
    expect(next).toMatchObject({ status: 'running', previous: first?.id });
    const closed = Object.values(first?.tasks ?? {}).map(({ status, result }) => [status, result !== null]);
    expect(closed).toHaveLength(18);
    expect(new Set(closed.map(String))).toEqual(new Set(['closed,true']));
    const selected = Object.values(first?.nominations ?? {}).filter(({ decision }) => decision === 'selected');
    expect(selected).toHaveLength(13);
  });

  it('a round that was paused, extended, re-staffed and revised stands as it did', async () => {
    const round = (await rounds()).find(({ id }) => id === 'r1');
    expect(round).toMatchObject({
      status: 'closed',
      orgSeq: 2,
      nominations: {
        n1: { status: 'submitted', revision: 2, conclusion: { outcome: 'qualified' } },
        n3: { conclusion: { outcome: 'notQualified' } },
        n4: { status: 'withdrawn' },
        gammel: { number: '2026-004', conclusion: { outcome: 'mergedWith', into: 'n1' } },
      },
      tasks: {
        indstil: { deadlineAt: '2027-01-28T11:00:00.000Z' },
        valg: { status: 'closed', result: { outcome: 'carried' } },
        godkend: { status: 'closed', result: { outcome: 'approvedWithRemarks' } },
      },
    });
    expect(Object.keys(round?.electorate.mandates ?? {})).toContain('udvalg-dea');
    expect(Object.keys(round?.electorate.mandates ?? {})).not.toContain('udvalg-ove');
  });

  it('organisation and handbook stand as they did', async () => {
    const organisation = await store.streams(organisationDecider(() => '2027-03-01')).read('organisation');
    expect(organisation?.state).toMatchObject({
      mandates: {
        'udvalg-ove': { validTo: '2027-01-20' },
        'udvalg-carl': { substitute: 'dea', preparers: ['peter'] },
      },
      channels: { udvalg: { teamId: 't1', channelId: '19:udvalg@thread.tacv2' } },
    });
    const handbook = await store.streams(handbookDecider).read('handbook');
    expect(Object.keys(handbook?.state.entries ?? {})).toEqual(['e2']);
  });
});
