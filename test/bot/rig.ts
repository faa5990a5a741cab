// A real bot and a real local Teams in this process: HTTP in, connector calls out, the embedded database behind its wire.
// The clock stands still until the sandbox moves it.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from '../../bot/app';
import { startApp } from '../../bot/app';
import { readConfig } from '../../bot/config';
import type { Logger } from '../../bot/log';
import { createLogger } from '../../bot/log';
import type { LocalMessage, LocalPerson } from '../../services/local/teams/api';
import { LocalTeamsClient } from '../../services/local/teams/client';
import type { LocalTeams } from '../../services/local/teams/local-teams';
import { SANDBOX_BOT_ID, SANDBOX_TENANT_ID, startLocalTeams } from '../../services/local/teams/local-teams';
import type { Definition } from '../../services/process/definition/schema';
import { sandboxClock } from '../../services/schedule/clock';
import { openStore } from '../../services/store/open';
import type { Store } from '../../services/store/ports';

/** Wednesday 13 January 2027, ten in the morning in Copenhagen. */
const startsAtMs = Date.parse('2027-01-13T09:00:00.000Z');
const token = 'rig-token-0001';

export interface Rig {
  readonly teams: LocalTeams;
  readonly client: LocalTeamsClient;
  readonly app: App;
  readonly store: Store;
  readonly port: number;
  /** Posts a raw activity to the bot, as Teams would (a string: as it is); answers status, parsed body and headers. */
  post(activity: unknown, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  close(): Promise<void>;
}

export interface Answered {
  readonly status: number;
  /** Parsed JSON; null without a body; text that is no JSON as it is. */
  readonly body: unknown;
  readonly headers: Headers;
}

export interface RigOptions {
  readonly definitions: readonly Definition[];
  readonly people: readonly LocalPerson[];
  readonly secretariat: readonly string[];
  /** Further settings of the environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Takes the bot's log lines; else they are dropped. */
  readonly logger?: Logger;
}

export async function startRig(options: RigOptions): Promise<Rig> {
  const folder = mkdtempSync(join(tmpdir(), 'trinvis-rig-'));
  const teams = await startLocalTeams({ port: 0, token, bots: [], now: () => startsAtMs });
  const client = new LocalTeamsClient(teams.serviceUrl);
  const store = await openStore({ dataDir: join(folder, 'data'), stamp: 'local', ids: randomUUID });
  const clock = sandboxClock(() => startsAtMs);
  const read = readConfig({
    PORT: '0',
    EXAMPLE_DATA: 'off',
    SECRETARIAT_OBJECT_IDS: options.secretariat.join(','),
    ...options.env,
  });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  const app = await startApp({
    config: read.config,
    definitions: new Map(options.definitions.map((definition) => [definition.name, definition])),
    store,
    clock,
    newId: randomUUID,
    instance: randomUUID(),
    logger: options.logger ?? createLogger(process.env['TEST_LOG'] ?? 'silent'),
    meeting: {
      tenantId: SANDBOX_TENANT_ID,
      botId: SANDBOX_BOT_ID,
      mayAnswerTo: (serviceUrl) => serviceUrl.replace(/\/+$/, '') === teams.serviceUrl,
      serviceUrl: () => teams.serviceUrl,
      graph: null,
      sandbox: { token, clock, ticksByItself: true },
    },
  });
  teams.setBots([`http://127.0.0.1:${app.port}/api/messages`]);
  return {
    teams,
    client,
    app,
    store,
    port: app.port,
    post: async (activity, headers = {}) =>
      answered(
        await fetch(`http://127.0.0.1:${app.port}/api/messages`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...headers },
          body: typeof activity === 'string' ? activity : JSON.stringify(activity),
        }),
      ),
    get: async (path, headers = {}) => answered(await fetch(`http://127.0.0.1:${app.port}${path}`, { headers })),
    close: async () => {
      await app.close();
      await teams.close();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answered(response: Response): Promise<Answered> {
  const text = await response.text();
  const json = response.headers.get('content-type')?.startsWith('application/json') === true;
  return {
    status: response.status,
    body: text === '' ? null : json ? JSON.parse(text) : text,
    headers: response.headers,
  };
}

export function person(number: number, name: string, language: 'da' | 'en' = 'da'): LocalPerson {
  const digits = String(number).padStart(4, '0');
  return {
    id: `29:rig-${digits}`,
    aadObjectId: `00000000-0000-4000-8000-00000000${digits}`,
    name,
    title: '',
    language,
  };
}

/** All text a person would read on a card, for looking words up in it. */
export function wordsOf(card: unknown): string {
  if (typeof card === 'string') return card;
  if (Array.isArray(card)) return card.map(wordsOf).join('\n');
  if (card === null || typeof card !== 'object') return '';
  return Object.entries(card)
    .filter(([key]) =>
      [
        'text',
        'title',
        'value',
        'label',
        'errorMessage',
        'fallbackText',
        'body',
        'items',
        'columns',
        'rows',
        'cells',
        'facts',
        'inlines',
        'actions',
        'card',
        'choices',
      ].includes(key),
    )
    .map(([, value]) => wordsOf(value))
    .join('\n');
}

export interface Press {
  readonly type: string;
  readonly verb?: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly title: string;
}

/** Every button of a card that sends something, in reading order. */
export function buttonsOf(card: unknown): readonly Press[] {
  if (Array.isArray(card)) return card.flatMap(buttonsOf);
  if (card === null || typeof card !== 'object') return [];
  const element = card as Record<string, unknown>;
  const own =
    element['type'] === 'Action.Execute' || element['type'] === 'Action.Submit'
      ? [
          {
            type: element['type'],
            verb: element['verb'] as string,
            data: element['data'] as Press['data'],
            title: String(element['title']),
          },
        ]
      : [];
  const inner = Object.entries(element)
    .filter(([key]) => key !== 'fallback' && key !== 'refresh' && key !== 'data')
    .flatMap(([, value]) => buttonsOf(value));
  return [...own, ...inner];
}

export function cardsOf(messages: readonly LocalMessage[]): readonly unknown[] {
  return messages.flatMap((message) => message.cards);
}
