// A whole small round through the HTTP edge, with the real bot as a process of its own: once as it should be, once with
// kills on the way, once with a definition nobody has written a scenario for.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateScenario } from '../../../services/local/rehearsal/generate';
import { Progress } from '../../../services/local/rehearsal/progress';
import { rehearse, type ReadRecord, type Rehearsed } from '../../../services/local/rehearsal/rehearsal';
import { readPlainDefinition } from '../../../services/local/rehearsal/scenario/plain-definition';
import { parseScenario } from '../../../services/local/rehearsal/scenario/read';
import type { Scenario } from '../../../services/local/rehearsal/scenario/schema';
import { openStore } from '../../../services/store/open';
import { compiledProduct } from '../../support/compiled';
import { definition, json } from './files';

// The machine may be busy with other tests: each of these starts a bot or restarts it several times.
jest.setTimeout(240_000);

const folders: string[] = [];

afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

async function readRecord(dataDir: string): Promise<ReadRecord> {
  const store = await openStore({ dataDir, stamp: 'local', ids: randomUUID });
  try {
    const commits = [];
    for (const streamId of await store.commits.streamIds()) {
      for await (const commit of store.commits.read(streamId, 0)) commits.push(commit);
    }
    const people = (await store.people.all()).map(({ id, aadObjectId }) => ({ personId: id, aadObjectId }));
    return { commits, people, noticesSent: (await store.notices.count()).sent };
  } finally {
    await store.close();
  }
}

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'trinvis-rehearsal-'));
  folders.push(path);
  return path;
}

async function play(scenario: Scenario, more: { kills?: number; definitionFiles?: readonly string[] } = {}) {
  const lines: string[] = [];
  const rehearsed: Rehearsed = await rehearse({
    scenario,
    seed: 4,
    dataDir: folder(),
    kills: more.kills ?? 0,
    botEntry: join(compiledProduct(), 'bot/index.js'),
    definitionFiles: more.definitionFiles ?? [],
    progress: new Progress({ isTerminal: false, write: (text) => lines.push(text) }),
    readRecord,
  });
  return { ...rehearsed, output: lines.join('') };
}

function simpleApproval(): Scenario {
  return parseScenario(json('data/scenarios/simple-approval.json'), 'simple-approval', definition('simple-approval'));
}

test('a small round is played from set-up to publication, and every invariant holds', async () => {
  const { summary, breaches, output } = await play(simpleApproval());
  expect(breaches).toEqual([]);
  expect(summary).toMatchObject({ definition: 'simple-approval', seed: 4, nominations: 6 });
  expect(summary.headHash).toMatch(/^[0-9a-f]{64}$/);
  expect(output).toContain('Kom med forslag');
});

test('killed on the way, it ends as if nothing had happened', async () => {
  const { summary, breaches } = await play(simpleApproval(), { kills: 4 });
  expect(breaches).toEqual([]);
  expect(summary.nominations).toBe(6);
});

test('a definition with other steps, bodies and words is played by a scenario made from it alone', async () => {
  const other = {
    format: 1,
    name: 'garden-year',
    title: { da: 'Haveåret', en: 'The garden year' },
    source: 'Made up for this test.',
    secretariat: 'havekontor',
    bodies: [
      { id: 'havekontor', kind: 'secretariat', da: 'Havekontoret', en: 'Garden office' },
      { id: 'bede', kind: 'plot', da: 'Bedene', en: 'The beds' },
      { id: 'raad', kind: 'council', da: 'Haverådet', en: 'The garden council' },
    ],
    calendar: { zone: 'Europe/Copenhagen', deadlineHour: '10:00', closedWeeks: [], closedDays: [] },
    reminders: { before: [1], onTheDay: true, after: [1] },
    form: {
      titleField: 'plant',
      pages: [
        {
          title: { da: 'Planten', en: 'The plant' },
          fields: [{ id: 'plant', label: { da: 'Plante', en: 'Plant' }, kind: 'text', required: true }],
        },
      ],
    },
    steps: [
      {
        id: 'spring',
        title: { da: 'Forår', en: 'Spring' },
        tasks: [
          {
            kind: 'nominate',
            id: 'wish',
            title: { da: 'Ønsk en plante', en: 'Wish for a plant' },
            bodies: ['bede'],
            workingDays: 6,
            backing: false,
          },
          {
            kind: 'vote',
            id: 'sow',
            title: { da: 'Skal vi så dem?', en: 'Shall we sow them?' },
            bodies: ['raad'],
            workingDays: 4,
            after: ['wish'],
            about: 'submitted',
            rule: { method: 'majority' },
          },
          {
            kind: 'publish',
            id: 'tell',
            title: { da: 'Sig det til alle', en: 'Tell everybody' },
            bodies: ['havekontor'],
            workingDays: 3,
            after: ['sow'],
            effects: ['publishResult', 'notifyNominators'],
          },
        ],
      },
    ],
  };
  const file = join(folder(), 'garden-year.json');
  writeFileSync(file, JSON.stringify(other));
  const read = readPlainDefinition(other);
  if (!read.success) throw read.error;
  const { summary, breaches } = await play(generateScenario(read.data, '2027-01-04'), { definitionFiles: [file] });
  expect(breaches).toEqual([]);
  expect(summary).toMatchObject({ definition: 'garden-year', nominations: 12 });
});
