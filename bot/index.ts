// The composition root: the only place that knows the environment, the real clock and randomness (STYLE.md §2).
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { config as loadDotenv } from 'dotenv';
import { sandboxClock, systemClock } from '../services/schedule/clock';
import type { Clock, SandboxClock } from '../services/schedule/clock';
import { exampleSecretariat, seedExample } from '../services/local/example/seed';
import { LocalTeamsClient } from '../services/local/teams/client';
import type { LocalTeams } from '../services/local/teams/local-teams';
import { SANDBOX_BOT_ID, SANDBOX_TENANT_ID, startLocalTeams } from '../services/local/teams/local-teams';
import { openStore } from '../services/store/open';
import type { App, Meeting } from './app';
import { startApp } from './app';
import type { Config, LocalMode, TeamsMode } from './config';
import { readConfig } from './config';
import { readDefinitions } from './definitions';
import { connectGraph } from './graph/connect';
import { createLogger } from './log';
import { keepMemorySmall } from './memory';
import { drawFor } from './playground';
import { packageRoot } from './packageRoot';
import { mayAnswerTo } from './teams/cloud';

interface Running {
  readonly app: App;
  readonly close: () => Promise<void>;
}

async function main(): Promise<void> {
  keepMemorySmall();
  loadDotenv({ quiet: true });
  const read = readConfig(process.env);
  if (!read.ok) return refuse('Trinvis cannot start with these settings (see .env.example):', read.faults);
  const { config } = read;
  const definitions = readDefinitions(join(packageRoot(), 'data', 'definitions'), config.definitionFiles);
  if (!definitions.ok)
    return refuse('Trinvis cannot start with these process definitions (docs/definitions.md):', definitions.faults);
  const running =
    config.mode.kind === 'teams'
      ? await startInTeams(config, config.mode, definitions.definitions)
      : await startLocally(config, config.mode, definitions.definitions);
  stopOnSignal(running);
}

function refuse(headline: string, faults: readonly string[]): void {
  process.stderr.write(`${headline}\n${faults.map((fault) => `  - ${fault}\n`).join('')}`);
  process.exitCode = 1;
}

type Definitions = Parameters<typeof startApp>[0]['definitions'];

async function startInTeams(config: Config, mode: TeamsMode, definitions: Definitions): Promise<Running> {
  const { cloud, credentials } = mode;
  const meeting: Meeting = {
    tenantId: credentials.tenantId,
    botId: `28:${credentials.appId}`,
    mayAnswerTo: (serviceUrl) => mayAnswerTo(cloud, serviceUrl),
    // What was remembered is checked again: the allowed hosts may have been narrowed since.
    serviceUrl: (remembered) => (remembered !== null && mayAnswerTo(cloud, remembered) ? remembered : cloud.serviceUrl),
    graph: connectGraph(mode, mode.manifestId),
    sandbox: null,
  };
  return start(config, `teams:${credentials.tenantId}`, systemClock, meeting, definitions);
}

/** As Microsoft's Agents Playground names itself where nobody has configured it otherwise. */
const playground = {
  tenantId: '00000000-0000-0000-0000-0000000000001',
  botId: '00000000-0000-0000-0000-00000000000011',
  /** Alex Wilber, whose screen it shows: of the secretariat, so that a round can be set up. */
  secretariat: ['00000000-0000-0000-0000-0000000000020'],
  /** Who can be given a seat there. */
  people: [{ name: 'Alex Wilber', aadObjectId: '00000000-0000-0000-0000-0000000000020' }],
};

async function startBesidePlayground(config: Config, url: string, definitions: Definitions): Promise<Running> {
  const meeting: Meeting = {
    tenantId: playground.tenantId,
    botId: playground.botId,
    mayAnswerTo: (asked) => asked.replace(/\/+$/, '') === url,
    serviceUrl: () => url,
    graph: null,
    draw: drawFor(playground.people),
    sandbox: null,
  };
  const secretariat = [...config.secretariat, ...playground.secretariat];
  return start({ ...config, secretariat }, 'local', systemClock, meeting, definitions);
}

async function startLocally(config: Config, mode: LocalMode, definitions: Definitions): Promise<Running> {
  if (mode.playgroundUrl !== undefined) return startBesidePlayground(config, mode.playgroundUrl, definitions);
  const token = mode.teamsUrl === undefined ? randomBytes(18).toString('base64url') : tokenOf(mode.teamsUrl);
  const teams = mode.teamsUrl === undefined ? await startTeams(config, mode, token) : null;
  const serviceUrl = teams?.serviceUrl ?? (mode.teamsUrl ?? '').replace(/\/+$/, '');
  const clock = sandboxClock();
  await readSandboxTime(serviceUrl, clock);
  const meeting: Meeting = {
    tenantId: SANDBOX_TENANT_ID,
    botId: SANDBOX_BOT_ID,
    mayAnswerTo: (asked) => asked.replace(/\/+$/, '') === serviceUrl,
    serviceUrl: () => serviceUrl,
    graph: null,
    sandbox: { token, clock, ticksByItself: mode.seed === undefined },
  };
  const withExample = teams !== null && mode.exampleData;
  const secretariat = withExample ? [...config.secretariat, ...exampleSecretariat] : config.secretariat;
  const running = await start({ ...config, secretariat }, 'local', clock, meeting, definitions);
  if (teams !== null) {
    teams.setBots([`http://127.0.0.1:${running.app.port}/api/messages`]);
    process.stdout.write(`\n  Trinvis kører.\n  Åbn lokal Teams i en browser: ${teams.pageUrl}\n\n`);
    if (withExample) void tellExample(running.app, teams);
  }
  return {
    app: running.app,
    close: async () => {
      await running.close();
      await teams?.close();
    },
  };
}

/** An empty sandbox gets example data. Cut off on the way it stays as it is: half an example is nothing to build on. */
async function tellExample(app: App, teams: LocalTeams): Promise<void> {
  const { settings } = app.parts;
  const state = await settings.read('example');
  if (state === 'begun') {
    process.stdout.write('  Eksempeldata blev ikke færdige sidst. Slet mappen i DATA_DIR for at begynde forfra.\n\n');
    return;
  }
  if (state === 'done' || teams.isSeeded()) return;
  process.stdout.write('  Lægger eksempeldata ind …\n');
  try {
    await settings.write('example', 'begun');
    await seedExample({
      serviceUrl: teams.serviceUrl,
      scenarioFile: join(packageRoot(), 'data', 'scenarios', 'ngc-2019.json'),
      patientGroupsFile: join(packageRoot(), 'data', 'patient-groups.json'),
    });
    await settings.write('example', 'done');
    process.stdout.write('  Eksempeldata er klar: opfundne personer, de rigtige organer, en runde i trin 1.\n\n');
  } catch (error) {
    app.parts.logger.error({ err: error }, 'the example data could not be put in');
    process.stdout.write('  Eksempeldata kunne ikke lægges ind. Slet mappen i DATA_DIR for at prøve igen.\n\n');
  }
}

async function startTeams(config: Config, mode: LocalMode, token: string): Promise<LocalTeams> {
  return startLocalTeams({ port: mode.teamsPort, token, stateDir: join(resolve(config.dataDir), 'teams'), bots: [] });
}

/** The sandbox's time is the local Teams' to keep; a bot that starts asks for it. */
async function readSandboxTime(serviceUrl: string, clock: SandboxClock): Promise<void> {
  clock.moveTo((await new LocalTeamsClient(serviceUrl).clock()).now);
}

async function start(
  config: Config,
  stamp: 'local' | `teams:${string}`,
  clock: Clock,
  meeting: Meeting,
  definitions: Definitions,
): Promise<Running> {
  const logger = createLogger(config.logLevel);
  const seed = config.mode.kind === 'local' ? config.mode.seed : undefined;
  const idOf = seed === undefined ? (): string => randomUUID() : (of: string): string => derivedId(seed, of);
  const store = await openStore({
    uri: config.mongodbUri,
    dataDir: resolve(config.dataDir),
    stamp,
    ids: randomUUID,
    logger,
    waitForDatabase: true,
    idOf,
  });
  // Started again where it was killed, it frees what it held; elsewhere it is another process, and leases run out.
  const instance = config.port === 0 ? randomUUID() : `${hostname()}:${config.port}`;
  await store.instances.freeHeldBefore(instance);
  const app = await startApp({ config, definitions, store, clock, newId: randomUUID, instance, idOf, logger, meeting });
  void app.tick();
  return {
    app,
    close: async () => {
      await app.close();
      await store.close();
    },
  };
}

/** A UUID that follows from what it is the id of: for comparing two runs of a sandbox, where nothing needs to be secret. */
function derivedId(seed: string, of: string): string {
  const hex = createHash('sha256')
    .update(JSON.stringify([seed, of]))
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Whoever asks the process to stop gets what is under way finished first; asked twice, it stops at once. */
function stopOnSignal(running: Running): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    void running.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

function tokenOf(teamsUrl: string): string {
  return new URL(teamsUrl).pathname.split('/').find((part) => part !== '') ?? '';
}

main().catch((error: unknown) => {
  process.stderr.write(`Trinvis stopped: ${error instanceof Error ? error.message : 'unknown error'}\n`);
  process.exit(1);
});
