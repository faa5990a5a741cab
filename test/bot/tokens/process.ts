// The compiled bot as a process of its own, in Teams' mode, told by its environment alone where its cloud is.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BotProcess } from '../../../services/local/rehearsal/bot-process';
import { openStore } from '../../../services/store/open';
import type { Store } from '../../../services/store/ports';
import { compiledProduct } from '../../support/compiled';
import { channelId, recordCouncil, recordOf } from '../council';
import type { Connector, Login } from './cloud';
import { startConnector, startLogin } from './cloud';
import type { Key, Listening } from './issuer';
import { startIssuer } from './issuer';

export const appId = '11111111-1111-4111-8111-111111111111';
export const tenantId = '22222222-2222-4222-8222-222222222222';
export const password = 'the-password-of-the-app-registration';

export interface InTeams {
  readonly bot: BotProcess;
  readonly connector: Connector;
  readonly login: Login;
  readonly serviceUrl: string;
  /** What the bot wrote, line by line. */
  readonly lines: readonly string[];
  post(activity: unknown, headers: Readonly<Record<string, string>>): Promise<{ status: number; body: string }>;
  metrics(): Promise<string>;
  /** The database, once the bot has stopped. */
  afterwards<Result>(look: (store: Store) => Promise<Result>): Promise<Result>;
  close(): Promise<void>;
}

export async function startInTeams(keys: readonly Key[]): Promise<InTeams> {
  const folder = mkdtempSync(join(tmpdir(), 'trinvis-tokens-'));
  const dataDir = join(folder, 'data');
  const [issuer, login, connector] = await Promise.all([startIssuer(keys), startLogin(tenantId), startConnector()]);
  const serviceUrl = `${connector.url}/teams/`;
  const certificate = join(folder, 'login.pem');
  writeFileSync(certificate, login.certificate);
  await seeded(dataDir, serviceUrl);
  const lines: string[] = [];
  const env = { ...cloudOf(issuer, login, serviceUrl), DATA_DIR: dataDir, NODE_EXTRA_CA_CERTS: certificate };
  const entry = join(compiledProduct(), 'bot/index.js');
  const bot = await BotProcess.start({ entry, cwd: folder, env, onLine: (line) => lines.push(line) });
  return {
    bot,
    connector,
    login,
    serviceUrl,
    lines,
    post: async (activity, headers) => {
      const body = typeof activity === 'string' ? activity : JSON.stringify(activity);
      const all = { 'content-type': 'application/json', ...headers };
      const response = await fetch(bot.endpoint, { method: 'POST', headers: all, body });
      return { status: response.status, body: await response.text() };
    },
    metrics: async () => (await fetch(bot.endpoint.replace('/api/messages', '/metrics'))).text(),
    afterwards: async (look) => {
      await bot.stop();
      const store = await openStore({ dataDir, stamp: `teams:${tenantId}`, ids: randomUUID });
      try {
        return await look(store);
      } finally {
        await store.close();
      }
    },
    close: async () => {
      await bot.stop();
      await Promise.all([issuer.close(), login.close(), connector.close()]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function cloudOf(issuer: Listening, login: Login, serviceUrl: string): Readonly<Record<string, string>> {
  return {
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppPassword: password,
    ToBotFromChannelOpenIdMetadataUrl: `${issuer.url}/openid`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${issuer.url}/openid`,
    ToChannelFromBotLoginUrl: `${login.url}/${tenantId}`,
    ValidateAuthority: 'false',
    TEAMS_SERVICE_URL: serviceUrl,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'debug',
    TZ: 'UTC',
  };
}

/** A council with an open vote, in a channel that the bot has been in. */
async function seeded(dataDir: string, serviceUrl: string): Promise<void> {
  const store = await openStore({ dataDir, stamp: `teams:${tenantId}`, ids: randomUUID });
  try {
    await recordCouncil(recordOf(store), tenantId, new Date().toISOString());
    await store.addresses.seen({
      key: `channel/${channelId}`,
      conversationId: channelId,
      reference: {
        serviceUrl,
        channelId: 'msteams',
        bot: { id: `28:${appId}`, name: 'Trinvis' },
        conversation: { id: channelId, conversationType: 'channel', tenantId, isGroup: true },
      },
    });
  } finally {
    await store.close();
  }
}
