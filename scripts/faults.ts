// Owns `npm run faults`: what must hold while processes die, the network fails and many come at once. Options and exit code
// only; each rehearsal of a disaster is a file in scripts/faults, and docs/faults.md says what they show.
import { Command } from 'commander';
import { tickCosts } from '../bench/ticks';
import { calendarAgrees } from './faults/calendar';
import { connectorFaults } from './faults/connector';
import { crowd } from './faults/crowd';
import { fanout } from './faults/fanout';
import { manyNotices } from './faults/notices';
import { faultyRehearsal, type Flags } from './faults/rehearsal';

const program = new Command('faults').description(
  'What must hold while processes die, the network fails and many come at once',
);

program
  .command('rehearsal', { isDefault: true })
  .description('A whole rehearsal with two bots, while bots and database are killed; compared with an undisturbed one')
  .option(
    '--definition <name|file>',
    'which process; left out: a small round that meets the rules a committee lives by',
  )
  .option('--scenario <file>', 'who takes part and what they answer (docs/scenarios.md)')
  .option('--seed <number>', "of the players' judgement and the kills", '1')
  .option('--kills <number>', 'how often a process is killed', '40')
  .action(async (flags: Flags) => held(await faultyRehearsal(flags)));

program
  .command('notices')
  .description('Many due notices and three bots: each is sent once')
  .option('--count <number>', 'how many', '10000')
  .action(async ({ count }: { readonly count: string }) => held(await manyNotices(Number(count))));

program
  .command('connector')
  .description('Three in ten calls to Teams fail, under its limits; then chats that refuse')
  .option('--people <number>', 'how many', '140')
  .option('--rate <share>', 'of the calls that fail', '0.3')
  .option('--seed <number>', 'of the faults', '1')
  .action(async ({ people, rate, seed }: Readonly<Record<'people' | 'rate' | 'seed', string>>) =>
    held(await connectorFaults({ people: Number(people), rate: Number(rate), seed: Number(seed) })),
  );

program
  .command('fanout')
  .description('A message to each of many conversations, in simulated time, against the least that the limits allow')
  .option('--conversations <number>', 'how many', '2000')
  .option('--latency <ms>', 'how long Teams takes for a call', '20')
  .action(async ({ conversations, latency }: Readonly<Record<'conversations' | 'latency', string>>) =>
    held(await fanout({ conversations: Number(conversations), latencyMs: Number(latency) })),
  );

program
  .command('calendar')
  .description('Working days and deadlines of 2024–2035 against a table computed without our calendar')
  .action(() => held(calendarAgrees()));

program
  .command('ticks')
  .description('What a tick costs with 1, 10 and 100 open rounds, alone and beside many commits')
  .option('--commits <number>', 'how many', '100000')
  .action(async ({ commits }: { readonly commits: string }) => held(await tickCosts(Number(commits))));

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
