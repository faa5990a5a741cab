// `npm run faults`: a whole rehearsal with two bots and a database, each a process that is killed again and again, judged by
// the rehearsal's invariants and compared with an undisturbed run of the same seed. Prints its figures.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command } from 'commander';
import { Progress } from '../services/local/rehearsal/progress';
import { rehearse, type ReadRecord, type Rehearsed } from '../services/local/rehearsal/rehearsal';
import { readDefinition, readScenario } from '../services/local/rehearsal/scenario/read';
import type { Notice } from '../services/store/ports';
import { differences, tracesOf, type Traces } from './faults/compare';
import { crowd } from './faults/crowd';
import { manyNotices } from './faults/notices';
import { readingStore, recordIn } from './rehearsed-record';

const dist = resolve(__dirname, '..');
const root = resolve(dist, '..');

/** About how many activities people send in the rehearsal of each definition, for spreading the kills. */
const activitiesOf: Readonly<Record<string, number>> = { 'simple-approval': 200, 'ngc-2021': 3_000, 'ngc-2019': 5_000 };

/** Every state a ledger ends in is read through these prefixes: the kinds of notices there are. */
const kinds = ['reminder/', 'waiting/', 'receipt/', 'returned/', 'outcome/', 'result/', 'lastDay/', 'extended/'];

interface Ran {
  readonly rehearsed: Rehearsed;
  readonly traces: Traces;
  readonly notices: readonly Notice[];
  readonly kills: Readonly<Record<string, number>>;
}

async function run(definitionName: string, seed: number, kills: number): Promise<Ran> {
  const definition = await readDefinition(join(root, 'data', 'definitions', `${definitionName}.json`));
  const scenario = await readScenario(join(root, 'data', 'scenarios', `${definitionName}.json`), definition);
  const dataDir = mkdtempSync(join(tmpdir(), 'trinvis-faults-'));
  const plan = { kills, seed, activities: activitiesOf[definitionName] ?? 1_000 };
  writeFileSync(join(dataDir, 'faults.json'), JSON.stringify(plan));
  const progress = new Progress({ isTerminal: false, write: () => true });
  let read: { readonly traces: Traces; readonly notices: readonly Notice[] } | null = null;
  try {
    const rehearsed = await rehearse({
      scenario,
      seed,
      dataDir,
      kills: 0,
      botEntry: join(dist, 'scripts', 'faults', 'company.js'),
      definitionFiles: [],
      progress,
      readRecord: async () => {
        const found = await readAll(join(dataDir, 'database'));
        read = { traces: tracesOf(found.record, found.notices), notices: found.notices };
        return found.record;
      },
    });
    if (read === null) throw new Error('The record was not read.');
    const done = join(dataDir, 'faults-done.json');
    const counted = existsSync(done) ? (JSON.parse(readFileSync(done, 'utf8')) as Ran['kills']) : {};
    return { rehearsed, kills: counted, ...(read as { traces: Traces; notices: readonly Notice[] }) };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function readAll(dataDir: string): Promise<{ readonly record: ReadRecord; readonly notices: readonly Notice[] }> {
  return readingStore(dataDir, async (store) => {
    const notices = (await Promise.all(kinds.map(async (kind) => store.notices.ofPrefix(kind)))).flat();
    return { record: await recordIn(store), notices };
  });
}

function tell(name: string, { rehearsed: { summary, breaches }, notices, kills }: Ran): void {
  const states = new Map<string, number>();
  for (const { state, reason } of notices) {
    const key = state === 'sent' ? state : `${state} (${reason ?? ''})`;
    states.set(key, (states.get(key) ?? 0) + 1);
  }
  const { commits, cardsPosted, cardsUpdated, wallMs } = summary;
  console.log(
    `${name}: ${commits} commits, ${cardsPosted} cards, ${cardsUpdated} edits, ${(wallMs / 1_000).toFixed(1)} s`,
  );
  console.log(`  killed: ${JSON.stringify(kills)}`);
  console.log(`  notices: ${JSON.stringify(Object.fromEntries(states))}`);
  for (const { name: invariant, breaches: lines } of breaches) {
    console.log(`  broken: ${invariant}`);
    for (const line of lines.slice(0, 5)) console.log(`    ${line}`);
  }
}

async function main(flags: { definition: string; seed: string; kills: string }): Promise<void> {
  const seed = Number(flags.seed);
  const undisturbed = await run(flags.definition, seed, 0);
  tell('undisturbed', undisturbed);
  const killed = await run(flags.definition, seed, Number(flags.kills));
  tell('killed', killed);
  let isWhole = killed.rehearsed.breaches.length === 0;
  for (const part of ['acts', 'events', 'results', 'notices'] as const) {
    const different = differences(undisturbed.traces[part], killed.traces[part]);
    console.log(`${part}: ${different.length === 0 ? 'equal' : `${different.length} differ`}`);
    for (const line of different.slice(0, 10)) console.log(`    ${line.slice(0, 400)}`);
    if (part !== 'notices') isWhole &&= different.length === 0;
  }
  if (!isWhole) process.exitCode = 1;
}

const program = new Command('faults').description(
  'What must hold while processes die, the network fails and many come at once',
);

program
  .command('rehearsal', { isDefault: true })
  .description('A whole rehearsal with two bots, while bots and database are killed; compared with an undisturbed one')
  .option('--definition <name>', 'which process', 'simple-approval')
  .option('--seed <number>', "of the players' judgement and the kills", '1')
  .option('--kills <number>', 'how often a process is killed', '20')
  .action(main);

program
  .command('notices')
  .description('Many due notices and three bots: each is sent once')
  .option('--count <number>', 'how many', '10000')
  .action(async ({ count }: { readonly count: string }) => held(await manyNotices(Number(count))));

program
  .command('crowd')
  .description('Hundreds vote within seconds; if asked, the database is gone for a while in the middle')
  .option('--voters <number>', 'how many', '500')
  .option('--seconds <number>', 'within how long', '10')
  .option('--gone <seconds>', 'how long the database is gone', '0')
  .option('--seed <number>', 'of the moments they vote at', '1')
  .action(async ({ voters, seconds, gone, seed }: Readonly<Record<'voters' | 'seconds' | 'gone' | 'seed', string>>) =>
    held(
      await crowd({
        voters: Number(voters),
        seconds: Number(seconds),
        goneSeconds: Number(gone),
        seed: Number(seed),
      }),
    ),
  );

function held(isWhole: boolean): void {
  if (!isWhole) process.exitCode = 1;
}

program.parseAsync().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
