// Owns the stage of the tests: a local Teams with a small directory, a bot, and short ways to call both sides.
// Must not assert anything.

import type { Directory, LocalPerson } from '../../../services/local/teams/api';
import { localTeamsClient, type LocalTeamsClient } from '../../../services/local/teams/client';
import { startLocalTeams, type LocalTeams, type LocalTeamsOptions } from '../../../services/local/teams/local-teams';
import { BotServer, type Reaction } from './bot-server';

export const TOKEN = 'test-token';

/** The n-th person of the sandbox. */
export function person(n: number, name: string, more: Partial<LocalPerson> = {}): LocalPerson {
  const aadObjectId = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return { id: `29:p${n}`, aadObjectId, name, title: 'Eksempel', language: 'da', ...more };
}

export const mette = person(1, 'Mette Ærø Holm');
export const lars = person(2, 'Lars Bo Eg');
export const gast = person(3, 'Ida Gæst', { guest: true, language: 'en' });
export const outsider = person(4, 'Uffe Udenfor');

export const CHANNEL = '19:midt@thread.tacv2';
export const GENERAL = '19:team@thread.tacv2';

export const directory: Directory = {
  people: [mette, lars, gast, outsider],
  teams: [
    {
      id: GENERAL,
      name: 'Region Midtjylland',
      members: [mette.aadObjectId, lars.aadObjectId, gast.aadObjectId],
      channels: [
        { id: GENERAL, name: 'Generelt' },
        { id: CHANNEL, name: 'Indstillinger' },
      ],
    },
  ],
};

export interface Reply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly retryAfter: string | null;
}

const openRigs = new Set<Rig>();

/** Closes what a test that failed half-way has left open. */
export async function closeRigs(): Promise<void> {
  await Promise.all([...openRigs].map((rig) => rig.close()));
}

export class Rig {
  constructor(
    readonly teams: LocalTeams,
    readonly bot: BotServer,
    readonly client: LocalTeamsClient,
  ) {}

  /** A call of the connector as a bot makes it; the path below /v3. */
  async connector(method: string, path: string, body?: unknown): Promise<Reply> {
    const response = await fetch(`${this.teams.serviceUrl}/v3${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const retryAfter = response.headers.get('retry-after');
    return { status: response.status, body: (await response.json()) as Reply['body'], retryAfter };
  }

  /** The id of a person's chat with the bot. */
  async chatOf(who: LocalPerson): Promise<string> {
    const places = await this.client.places(who.aadObjectId);
    return places.chats[0]?.conversationId ?? '';
  }

  /** Posts a card into a conversation as the bot; answers the message id. */
  async postCard(conversationId: string, content: unknown): Promise<string> {
    const path = `/conversations/${encodeURIComponent(conversationId)}/activities`;
    const { body } = await this.connector('POST', path, cardActivity(content));
    return String(body['id']);
  }

  async editCard(conversationId: string, messageId: string, content: unknown): Promise<Reply> {
    const path = `/conversations/${encodeURIComponent(conversationId)}/activities/${messageId}`;
    return this.connector('PUT', path, cardActivity(content));
  }

  /** Presses an Action.Execute. */
  press(who: LocalPerson, conversationId: string, messageId: string, verb = 'stem', inputs = {}) {
    const action = { type: 'Action.Execute', verb, data: { task: 't1' } } as const;
    return this.client.act({ as: who.aadObjectId, conversationId, messageId, action, inputs });
  }

  async close(): Promise<void> {
    openRigs.delete(this);
    await this.teams.close();
    await this.bot.close();
  }
}

/** Starts Teams, seeds the directory, and forgets what the bot was told on the way. */
export async function startRig(options: Partial<LocalTeamsOptions> = {}, react?: Reaction): Promise<Rig> {
  const bot = await BotServer.start();
  const teams = await startLocalTeams({ port: 0, token: TOKEN, bots: [bot.endpoint], ...options }).catch(
    async (error: unknown) => {
      await bot.close();
      throw error;
    },
  );
  await teams.seed(directory);
  bot.received.length = 0;
  bot.headers.length = 0;
  bot.react = react ?? bot.react;
  const rig = new Rig(teams, bot, localTeamsClient(teams.serviceUrl));
  openRigs.add(rig);
  return rig;
}

/** A card whose text tells it from others. */
export function card(text: string, more: Readonly<Record<string, unknown>> = {}): Readonly<Record<string, unknown>> {
  return { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text }], ...more };
}

/** A card that refreshes for these people; null means everyone. */
export function refreshingCard(text: string, userIds: readonly string[] | null, data: unknown = { of: text }) {
  const action = { type: 'Action.Execute', verb: 'opdater', data };
  return card(text, { refresh: { action, ...(userIds === null ? {} : { userIds }) } });
}

export function cardActivity(content: unknown): unknown {
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] };
}

export function textActivity(text: string): unknown {
  return { type: 'message', text };
}

/** The text a card was made with. */
export function cardText(shown: unknown): string {
  const { body } = shown as { body: readonly { text: string }[] };
  return body[0]?.text ?? '';
}

/** Something to wait for that the test opens by hand. */
export interface Gate {
  readonly passed: Promise<void>;
  open(): void;
}

export function gate(): Gate {
  const opened = new AbortController();
  const passed = new Promise<void>((resolve) => {
    opened.signal.addEventListener('abort', () => resolve());
  });
  return { passed, open: () => opened.abort() };
}
