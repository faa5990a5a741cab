// Owns starting and stopping a local Teams: it makes the parts and puts them on one loopback server (DESIGN.md §8).
// Must not be started with a state folder that another one uses, and never listens beyond this machine.

import { randomUUID } from 'node:crypto';
import { Acts } from './acts';
import type { Directory } from './api';
import { BotClock } from './bot-clock';
import { BotLink, PATIENCE_MS_DEFAULT } from './bot-link';
import { SandboxClock } from './clock';
import { routeConnector } from './connector';
import { routeControl } from './control';
import { Creations } from './creations';
import { LocalTeamsError } from './errors';
import { EventHub } from './events';
import { FaultPlan } from './faults';
import { HttpGround } from './http';
import { Installs } from './installs';
import { Invokes } from './invokes';
import { Ledger } from './ledger';
import { routePage } from './page-files';
import { Posts } from './posts';
import { Refresher } from './refresher';
import { Rosters } from './rosters';
import { Sandbox, type Identity } from './sandbox';
import { Says } from './says';
import { Storage } from './storage';

// Fixed, so that a state folder fits every later start.
export const SANDBOX_TENANT_ID = '7f1c2d50-0000-4000-8000-000000000001';
export const SANDBOX_BOT_ID = '28:7f1c2d50-0000-4000-8000-000000000b07';
const BOT_NAME = 'Trinvis';
// Long enough not to be guessed by a page that may try some addresses; only characters that need no escaping.
const TOKEN_FORM = /^[A-Za-z0-9_-]{8,128}$/;

export interface LocalTeamsOptions {
  /** 0 takes a free port. */
  readonly port: number;
  /** In every address; whoever has it can be anybody in the sandbox. */
  readonly token: string;
  /** Where the state lives; without it, in memory. */
  readonly stateDir?: string;
  /** The bots' messaging endpoints, on this machine. */
  readonly bots: readonly string[];
  /** The real time, in milliseconds. */
  readonly now?: () => number;
  readonly tenantId?: string;
  readonly botId?: string;
  /** How long one activity may wait for a bot, in milliseconds; 10 s when left out, as in Teams. */
  readonly patienceMs?: number;
  /** Told of what should not happen. */
  readonly onFailure?: (error: unknown) => void;
}

export interface LocalTeams {
  readonly port: number;
  readonly serviceUrl: string;
  readonly pageUrl: string;
  readonly tenantId: string;
  readonly botId: string;
  /** Adds people and teams, and tells the bots; see PUT /local/directory. */
  seed(directory: Directory): Promise<void>;
  /** Whether anybody is in the directory: false for a new state folder. */
  isSeeded(): boolean;
  setBots(endpoints: readonly string[]): void;
  /** The sandbox's time, in milliseconds. */
  now(): number;
  close(): Promise<void>;
}

/** Starts a local Teams. Refused with `StateInUse`, `StateDamaged`, `BadOption` or `NotStarted` (a taken port). */
export async function startLocalTeams(options: LocalTeamsOptions): Promise<LocalTeams> {
  if (!TOKEN_FORM.test(options.token)) {
    throw new LocalTeamsError('BadOption', 'The token has 8 to 128 letters, digits, _ or -.');
  }
  const storage = await Storage.open(options.stateDir ?? null);
  const sandbox = makeSandbox(options, storage);
  const bots = new BotLink(sandbox, options.patienceMs ?? PATIENCE_MS_DEFAULT);
  const ground = new HttpGround(options.token, options.onFailure ?? (() => undefined));
  const { installs } = assemble(sandbox, bots, ground);
  const close = async (): Promise<void> => {
    sandbox.events.close();
    await bots.close();
    await ground.close();
    await storage.close();
  };
  try {
    bots.setEndpoints(options.bots);
    const port = await ground.listen(options.port);
    sandbox.serviceUrl = `http://127.0.0.1:${port}/${options.token}`;
    return describe(sandbox, bots, installs, port, close);
  } catch (error) {
    await close();
    throw error;
  }
}

function makeSandbox(options: LocalTeamsOptions, storage: Storage): Sandbox {
  const identity: Identity = {
    tenantId: options.tenantId ?? SANDBOX_TENANT_ID,
    botId: options.botId ?? SANDBOX_BOT_ID,
    botName: BOT_NAME,
    token: options.token,
  };
  const clock = new SandboxClock(storage, options.now ?? Date.now);
  return new Sandbox(identity, storage, clock, new Ledger(storage, clock), new EventHub(), randomUUID);
}

function assemble(sandbox: Sandbox, bots: BotLink, ground: HttpGround): { readonly installs: Installs } {
  const plan = new FaultPlan(sandbox);
  const invokes = new Invokes(sandbox, bots);
  const refresher = new Refresher(sandbox, bots, invokes);
  const installs = new Installs(sandbox, bots, refresher);
  const posts = new Posts(sandbox, refresher);
  const creations = new Creations(sandbox, posts, installs);
  routeConnector(ground, { sandbox, plan, posts, creations, rosters: new Rosters(sandbox) });
  const acts = new Acts(sandbox, bots, invokes, refresher);
  const says = new Says(sandbox, bots, installs, refresher);
  const clock = new BotClock(sandbox, bots, refresher);
  routeControl(ground, { sandbox, plan, bots, clock, installs, refresher, acts, says });
  routePage(ground);
  return { installs };
}

function describe(
  sandbox: Sandbox,
  bots: BotLink,
  installs: Installs,
  port: number,
  close: () => Promise<void>,
): LocalTeams {
  const { serviceUrl, identity } = sandbox;
  return {
    port,
    serviceUrl,
    pageUrl: `${serviceUrl}/`,
    tenantId: identity.tenantId,
    botId: identity.botId,
    seed: (directory) => installs.seed(directory),
    isSeeded: () => sandbox.world.people.size > 0,
    setBots: (endpoints) => bots.setEndpoints(endpoints),
    now: () => sandbox.clock.now(),
    close,
  };
}
