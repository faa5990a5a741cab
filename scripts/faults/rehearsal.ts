// `npm run faults`: a rehearsal with two bots and a database that are killed again and again, held against an undisturbed
// one of the same seed (docs/faults.md). Prints a table for people and one JSON line of all figures.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Progress } from '../../services/local/rehearsal/progress';
import { rehearse, type ReadRecord, type Rehearsed } from '../../services/local/rehearsal/rehearsal';
import { readDefinition, readScenario } from '../../services/local/rehearsal/scenario/read';
import type { Notice } from '../../services/store/ports';
import { readingStore, recordIn } from '../rehearsed-record';
import { differences, tracesOf, type Traces } from './compare';
import { gapNames } from './gaps';

const dist = resolve(__dirname, '..', '..');
const root = resolve(dist, '..');

/** As many lines of one difference as help to find its cause. */
const linesShown = 10;

export interface Flags {
  /** The name of one that ships, or a file. Left out: the small round that meets the rules a committee lives by. */
  readonly definition?: string;
  /** Left out: the scenario of the same name. */
  readonly scenario?: string;
  readonly seed: string;
  readonly kills: string;
}

/** What the process that kills has counted. */
interface Done {
  readonly processes: Readonly<Record<string, number>>;
  readonly gaps: Readonly<Record<string, number>>;
  readonly activities: number;
}

interface Ran {
  readonly rehearsed: Rehearsed;
  readonly traces: Traces;
  readonly notices: readonly Notice[];
  readonly done: Done;
}

/** False when the two differ, something is broken, or a gap was never hit. */
export async function faultyRehearsal(flags: Flags): Promise<boolean> {
  const wanted = Number(flags.kills);
  const undisturbed = await run(flags, { kills: 0, activities: 0 });
  tell('undisturbed', undisturbed);
  const killed = await run(flags, { kills: wanted, activities: undisturbed.done.activities });
  tell('killed', killed);
  return judged(flags, undisturbed, killed);
}

async function run(flags: Flags, plan: { readonly kills: number; readonly activities: number }): Promise<Ran> {
  const rules = join(root, 'data', 'scenarios', 'rules');
  const given = flags.definition ?? join(rules, 'definition.json');
  const isFile = given.endsWith('.json');
  const file = isFile ? resolve(given) : join(root, 'data', 'definitions', `${given}.json`);
  const definition = await readDefinition(file);
  const scenarioFile =
    flags.scenario ??
    (flags.definition === undefined ? join(rules, 'scenario.json') : join(root, 'data', 'scenarios', `${given}.json`));
  const scenario = await readScenario(resolve(scenarioFile), definition);
  const seed = Number(flags.seed);
  const dataDir = mkdtempSync(join(tmpdir(), 'trinvis-faults-'));
  writeFileSync(join(dataDir, 'faults.json'), JSON.stringify({ ...plan, seed }));
  const found: { read: { readonly record: ReadRecord; readonly notices: readonly Notice[] } | null } = { read: null };
  try {
    const rehearsed = await rehearse({
      scenario,
      seed,
      dataDir,
      kills: 0,
      comparable: true,
      killsBesides: () => sum(doneIn(dataDir).processes),
      botEntry: join(dist, 'scripts', 'faults', 'company.js'),
      definitionFiles: isFile ? [file] : [],
      // What the processes complain of is told; how far the round is, is not.
      progress: new Progress({ isTerminal: false, write: (text) => text.startsWith('  bot:') && tellError(text) }),
      readRecord: async () => {
        found.read = await readAll(join(dataDir, 'database'));
        return found.read.record;
      },
    });
    const { read } = found;
    if (read === null) throw new Error('The record was not read.');
    return { rehearsed, traces: tracesOf(read.record, read.notices), notices: read.notices, done: doneIn(dataDir) };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function tellError(text: string): true {
  process.stderr.write(text);
  return true;
}

function doneIn(dataDir: string): Done {
  const file = join(dataDir, 'faults-done.json');
  if (!existsSync(file)) return { processes: {}, gaps: {}, activities: 0 };
  return JSON.parse(readFileSync(file, 'utf8')) as Done;
}

async function readAll(dataDir: string): Promise<{ readonly record: ReadRecord; readonly notices: readonly Notice[] }> {
  return readingStore(dataDir, async (store) => ({
    record: await recordIn(store),
    notices: await store.notices.ofPrefix(''),
  }));
}

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}

function tell(name: string, { rehearsed: { summary, breaches }, notices }: Ran): void {
  const { commits, cardsPosted, cardsUpdated, wallMs } = summary;
  const seconds = (wallMs / 1_000).toFixed(1);
  console.log(`${name}: ${commits} commits, ${cardsPosted} cards, ${cardsUpdated} edits, ${seconds} s`);
  console.log(`  notices: ${JSON.stringify(statesOf(notices))}`);
  for (const { name: invariant, breaches: lines } of breaches) {
    console.log(`  broken: ${invariant}`);
    for (const line of lines.slice(0, linesShown)) console.log(`    ${line}`);
  }
}

function statesOf(notices: readonly Notice[]): Readonly<Record<string, number>> {
  const states: Record<string, number> = {};
  for (const { state, reason } of notices) {
    const key = reason === null ? state : `${state}: ${reason}`;
    states[key] = (states[key] ?? 0) + 1;
  }
  return states;
}

function judged(flags: Flags, undisturbed: Ran, killed: Ran): boolean {
  const differing = Object.fromEntries(
    (['commits', 'tallies', 'notices'] as const).map((part) => {
      const lines = differences(undisturbed.traces[part], killed.traces[part]);
      console.log(`${part}: ${lines.length === 0 ? `equal (${killed.traces[part].size})` : `${lines.length} differ`}`);
      for (const line of lines.slice(0, linesShown)) console.log(`    ${line.slice(0, 600)}`);
      return [part, lines.length];
    }),
  );
  const { gaps, processes } = killed.done;
  const kills = Number(flags.kills);
  const missed = gapNames.filter((gap) => (gaps[gap] ?? 0) === 0);
  for (const gap of gapNames) console.log(`  ${gap.padEnd(28)} ${gaps[gap] ?? 0} kills`);
  const { summary, breaches } = killed.rehearsed;
  const duplicatesMax = sum(processes) - (processes['database'] ?? 0);
  const figures = {
    definition: summary.definition,
    seed: summary.seed,
    kills: sum(processes),
    ...processes,
    inGaps: sum(gaps),
    gapsMissed: missed.length,
    commits: killed.traces.commits.size,
    commitsDiffering: differing['commits'],
    tallies: killed.traces.tallies.size,
    talliesDiffering: differing['tallies'],
    notices: killed.traces.notices.size,
    noticesDiffering: differing['notices'],
    noticesStates: statesOf(killed.notices),
    acknowledged: summary.acknowledged,
    acknowledgedLost: summary.acknowledgedLost,
    duplicates: summary.repeated,
    // A bot that is killed between a create and its note leaves one message that nobody can tell from a new one.
    duplicatesMax,
    invariantsBroken: breaches.length,
    undisturbedSeconds: Math.round(undisturbed.rehearsed.summary.wallMs / 1_000),
    seconds: Math.round(summary.wallMs / 1_000),
  };
  for (const [name, value] of Object.entries(figures))
    if (!(value instanceof Object)) console.log(`${name.padEnd(24)} ${String(value)}`);
  console.log(JSON.stringify(figures));
  const isEqual = Object.values(differing).every((lines) => lines === 0);
  const isSpread = kills < 2 * gapNames.length || missed.length === 0;
  return isEqual && isSpread && breaches.length === 0 && summary.acknowledgedLost === 0 && figures.kills === kills;
}
