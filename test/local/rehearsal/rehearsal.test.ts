// A whole small round through the HTTP edge, with the real bot as a process of its own that is killed on the way. More kills,
// other processes and definitions of one's own: `npm run rehearse`, `npm run faults`.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Progress } from '../../../services/local/rehearsal/progress';
import { rehearse, type Rehearsed } from '../../../services/local/rehearsal/rehearsal';
import { parseScenario } from '../../../services/local/rehearsal/scenario/read';
import type { Scenario } from '../../../services/local/rehearsal/scenario/schema';
import { readRecord } from '../../../scripts/rehearsed-record';
import { compiledProduct } from '../../support/compiled';
import { definition, json } from './files';

// The machine may be busy with other tests: each of these starts a bot or restarts it several times.
jest.setTimeout(240_000);

const folders: string[] = [];

afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true, force: true });
});

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'trinvis-rehearsal-'));
  folders.push(path);
  return path;
}

async function play(scenario: Scenario) {
  const lines: string[] = [];
  const rehearsed: Rehearsed = await rehearse({
    scenario,
    seed: 4,
    dataDir: folder(),
    kills: 1,
    botEntry: join(compiledProduct(), 'bot/index.js'),
    definitionFiles: [],
    progress: new Progress({ isTerminal: false, write: (text) => lines.push(text) }),
    readRecord,
  });
  return { ...rehearsed, output: lines.join('') };
}

function simpleApproval(): Scenario {
  return parseScenario(json('data/scenarios/simple-approval.json'), 'simple-approval', definition('simple-approval'));
}

test('a small round is played from set-up to publication, killed once on the way, and every invariant holds', async () => {
  const { summary, breaches, output } = await play(simpleApproval());
  expect(breaches).toEqual([]);
  expect(summary).toMatchObject({ definition: 'simple-approval', seed: 4, nominations: 6 });
  expect(summary.headHash).toMatch(/^[0-9a-f]{64}$/);
  expect(output).toContain('Kom med forslag');
});
