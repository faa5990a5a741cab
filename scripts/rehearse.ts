// Owns `npm run rehearse`: options, files, the progress display and the exit code. What a rehearsal is, is
// services/local/rehearsal; here the record is read, because only scripts may know both the store and the players.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { generateScenario } from '../services/local/rehearsal/generate';
import { Progress } from '../services/local/rehearsal/progress';
import { rehearse, type Rehearsed } from '../services/local/rehearsal/rehearsal';
import { readDefinition, readScenario } from '../services/local/rehearsal/scenario/read';
import { readRecord } from './rehearsed-record';

const root = resolve(__dirname, '..', '..');
const botEntry = join(root, 'dist', 'bot', 'index.js');
/** The round of a generated scenario: all bodies of the shipped definitions exist then. */
const generatedStart = '2027-01-04';
/** As many lines of one broken invariant as help to find the cause. */
const BREACHES_SHOWN = 8;

interface Flags {
  readonly definition: string;
  readonly scenario?: string;
  readonly seed: string;
  readonly json?: string;
  readonly kills: string;
}

async function run(flags: Flags): Promise<void> {
  const isFile = flags.definition.endsWith('.json');
  const shipped = join(root, 'data', 'definitions', `${flags.definition}.json`);
  const definitionFile = isFile ? resolve(flags.definition) : shipped;
  const definition = await readDefinition(definitionFile);
  const ownScenario = join(root, 'data', 'scenarios', `${definition.name}.json`);
  const scenarioFile = flags.scenario ?? (!isFile && existsSync(ownScenario) ? ownScenario : null);
  const scenario =
    scenarioFile === null
      ? generateScenario(definition, generatedStart)
      : await readScenario(resolve(scenarioFile), definition);
  const folder = dataFolder();
  const progress = new Progress({
    isTerminal: process.stdout.isTTY,
    write: (text) => process.stdout.write(text),
  });
  progress.say(`Prøve af ${scenario.round.name} (${definition.name}), seed ${flags.seed}`);
  try {
    const rehearsed = await rehearse({
      scenario,
      seed: Number(flags.seed),
      dataDir: folder.path,
      kills: Number(flags.kills),
      botEntry,
      definitionFiles: isFile ? [definitionFile] : [],
      progress,
      readRecord,
    });
    tell(progress, rehearsed);
    if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify(rehearsed.summary, null, 2)}\n`);
    if (rehearsed.breaches.length > 0) process.exitCode = 1;
  } finally {
    progress.end();
    if (!folder.stays) rmSync(folder.path, { recursive: true, force: true });
  }
}

/** DATA_DIR stays, and must be empty: a rehearsal is judged on its own record alone. Without it, a folder that goes. */
function dataFolder(): { readonly path: string; readonly stays: boolean } {
  const wanted = process.env['DATA_DIR'];
  if (wanted === undefined || wanted === '')
    return { path: mkdtempSync(join(tmpdir(), 'trinvis-prøve-')), stays: false };
  const path = resolve(wanted);
  mkdirSync(path, { recursive: true });
  if (readdirSync(path).length > 0) throw new Error(`DATA_DIR ${wanted} is not empty. Choose an empty folder.`);
  return { path, stays: true };
}

function tell(progress: Progress, { summary, breaches }: Rehearsed): void {
  const { nominations, qualified, selected, patientGroups, networks, commits, notices, wallMs } = summary;
  progress.say('');
  progress.say(
    `${nominations} indstillinger, ${qualified} kvalificeret, ${selected} udvalgt, ${patientGroups} patientgrupper, ${networks} netværk`,
  );
  progress.say(
    `${commits} commits, ${notices} beskeder, ${summary.cardsPosted} kort, ${summary.cardsUpdated} opdateringer, ${(wallMs / 1000).toFixed(1).replace('.', ',')} s`,
  );
  progress.say(`Sagslog: ${summary.headHash}`);
  for (const { name, held } of summary.invariants) progress.say(`${held ? '  ✓' : '  ✗'} ${name}`);
  for (const { name, breaches: lines } of breaches) {
    progress.say(`\n✗ ${name}`);
    for (const line of lines.slice(0, BREACHES_SHOWN)) progress.say(`    ${line}`);
    if (lines.length > BREACHES_SHOWN) progress.say(`    … og ${lines.length - BREACHES_SHOWN} til`);
  }
}

// Ended from outside, it still ends its bot: only an exit of its own is told to those who wait for it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const program = new Command('rehearse')
  .description('Plays a whole round through the HTTP edge, by players who press what is on the cards they received')
  .option('--definition <name|file>', 'which process', 'ngc-2019')
  .option('--scenario <file>', 'who takes part and what they answer (docs/scenarios.md)')
  .option('--seed <number>', "of the players' judgement and the kills", '1')
  .option('--json <file>', 'where the summary is written')
  .option('--kills <number>', 'how often the bot is killed on the way', '0')
  .action(run);

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
