// Owns `npm run teams`: a local Teams as a process of its own, with its state on disk.
// Must not start a bot: those are told by --bot, and may come and go.

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { startLocalTeams } from '../services/local/teams/local-teams';

interface Flags {
  readonly port: string;
  readonly bot: readonly string[];
  readonly state: string;
  readonly token?: string;
}

/** The token given, else the one of the state folder, else a new one: addresses bots remember stay good. */
function tokenFor(flags: Flags): string {
  if (flags.token !== undefined) {
    return flags.token;
  }
  const path = join(flags.state, 'token');
  if (existsSync(path)) {
    return readFileSync(path, 'utf8').trim();
  }
  const token = randomBytes(18).toString('base64url');
  mkdirSync(flags.state, { recursive: true, mode: 0o700 });
  writeFileSync(path, `${token}\n`, { mode: 0o600 });
  return token;
}

async function run(flags: Flags): Promise<void> {
  const teams = await startLocalTeams({
    port: Number(flags.port),
    token: tokenFor(flags),
    stateDir: flags.state,
    bots: flags.bot,
    onFailure: (error) => console.error(error),
  });
  console.log(`Lokal Teams: ${teams.pageUrl}`);
  let isStopping = false;
  const stop = (): void => {
    if (!isStopping) {
      isStopping = true;
      teams.close().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error);
          process.exit(1);
        },
      );
    }
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

const program = new Command('teams')
  .description('A Teams of this machine: a Bot Connector and a page on loopback')
  .option('--port <number>', 'where it listens (0: a free port)', '3979')
  .option('--bot <url>', "a bot's messaging endpoint; may be given several times", collect, [])
  .option('--state <folder>', 'where its state lives', '.data/teams')
  .option('--token <text>', 'part of every address (8 to 128 letters, digits, _ or -); else made and kept')
  .action(run);

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
