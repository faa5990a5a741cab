// Owns the stage of the page's tests: the real local Teams, a real bot over HTTP, and cards as CARDS.md describes them.
// Must not assert anything, and must not know the page.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Directory, LocalPerson } from '../../../services/local/teams/api';
import { localTeamsClient } from '../../../services/local/teams/client';
import { startLocalTeams, type LocalTeams } from '../../../services/local/teams/local-teams';
import { BotServer, cardAnswer, messageAnswer, type BotAnswer, type Received } from '../teams/bot-server';

/** The beginning of the sandbox's time: a Wednesday before the deadline of the samples. */
export const START = '2027-02-24T13:05:00.000Z';
/** The morning before it, on which people are told what waits. */
export const MORNING = '2027-02-25T07:00:00.000Z';
export const DEADLINE = '2027-02-26T11:00:00.000Z';

function person(n: number, name: string, title: string): LocalPerson {
  const aadObjectId = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return { id: `29:p${n}`, aadObjectId, name, title, language: 'da' };
}

export const mette = person(1, 'Mette Holm', 'Overlæge, Region Midtjylland');
export const jens = person(2, 'Jens Aagaard', 'Kontaktperson, Region Midtjylland');
export const karen = person(3, 'Karen Lind', 'Sundhedsdirektør, Region Midtjylland');
export const bo = person(4, 'Bo Østergaard', 'Formand, Arbejdsgruppen for Klinisk Anvendelse');
export const ida = person(5, 'Ida Krogh', 'Sekretariatsleder, Sekretariatet');
export const anna = person(6, 'Anna Frost', 'Overlæge, Region Midtjylland');
const everyone = [jens, mette, karen, bo, ida, anna];

export const NOMINATIONS = '19:indstillinger@thread.tacv2';
export const DIRECTORS = '19:direktorer@thread.tacv2';

const directory: Directory = {
  people: everyone,
  teams: [
    {
      id: '19:midt@thread.tacv2',
      name: 'Region Midtjylland',
      members: [jens, mette, karen].map((each) => each.aadObjectId),
      channels: [{ id: NOMINATIONS, name: 'Indstillinger' }],
    },
    {
      id: '19:sd@thread.tacv2',
      name: 'Regionernes sundhedsdirektører',
      members: everyone.map((each) => each.aadObjectId),
      channels: [{ id: DIRECTORS, name: 'Prioritering og udvælgelse' }],
    },
  ],
};

export type SampleName = 'nominate' | 'own' | 'assess' | 'rank' | 'approve' | 'remind' | 'dialog' | 'odds';

/** A card as the product would send it. */
export function sample(name: SampleName): Record<string, unknown> {
  const text = readFileSync(join(__dirname, 'samples', `${name}.json`), 'utf8');
  return JSON.parse(text) as Record<string, unknown>;
}

function dialogAnswer(title: string, card: unknown): BotAnswer {
  const content = { contentType: 'application/vnd.microsoft.card.adaptive', content: card };
  return { status: 200, body: { task: { type: 'continue', value: { title, width: 'medium', card: content } } } };
}

const NEXT_STEP = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [{ type: 'Input.Text', id: 'limits', label: 'Afgrænsning', isMultiline: true }],
  actions: [{ type: 'Action.Submit', title: 'Send til tilslutning', data: { verb: 'send' } }],
};

const AREAS = ['Øjensygdomme', 'Nyresygdomme', 'Sjældne sygdomme hos børn'];

interface Value {
  readonly action?: { readonly verb?: string };
  readonly data?: { readonly verb?: string };
  readonly queryText?: string;
}

/** What the bot of these tests says to each button of the samples. */
export function react(activity: Received): BotAnswer {
  const value = (activity['value'] ?? {}) as Value;
  switch (activity['name']) {
    case 'task/fetch':
      return dialogAnswer('Ny indstilling (1 af 4)', sample('dialog'));
    case 'task/submit':
      return value.data?.verb === 'next'
        ? dialogAnswer('Ny indstilling (2 af 4)', NEXT_STEP)
        : { status: 200, body: { task: { type: 'message', value: 'Kladden er gemt.' } } };
    case 'application/search':
      return search(value.queryText ?? '');
    case 'adaptiveCard/action':
      return reactToVerb(value.action?.verb ?? '');
    default:
      return { status: 200 };
  }
}

function search(query: string): BotAnswer {
  const results = AREAS.map((title, index) => ({ title, value: `area-${index}` }));
  const found = results.filter(({ title }) => title.toLowerCase().includes(query.toLowerCase()));
  return {
    status: 200,
    body: {
      statusCode: 200,
      type: 'application/vnd.microsoft.search.searchResponse',
      value: { results: found },
    },
  };
}

function reactToVerb(verb: string): BotAnswer {
  switch (verb) {
    case 'list':
      return cardAnswer(sample('own'));
    case 'view':
      return cardAnswer(sample('nominate'));
    case 'error': {
      const value = { code: 'Closed', message: 'Fristen udløb fredag den 26. februar kl. 12.00.' };
      return { status: 200, body: { statusCode: 400, type: 'application/vnd.microsoft.error', value } };
    }
    default:
      return messageAnswer('Du godkendte mandag den 14. juni 2027 kl. 16.05.');
  }
}

export class Stage {
  #channels = 0;

  private constructor(
    readonly teams: LocalTeams,
    readonly bot: BotServer,
  ) {}

  static async open(): Promise<Stage> {
    const bot = await BotServer.start(react);
    bot.plan = [
      { at: MORNING, kind: 'morning', label: { da: 'Runde 2027', en: 'Round 2027' } },
      { at: DEADLINE, kind: 'deadline', label: { da: 'Frist for indstillinger', en: 'Deadline' } },
    ];
    const startedAtMs = Date.now();
    const now = (): number => Date.parse(START) + Date.now() - startedAtMs;
    // A bot that breaks the connection is given up soon: the tests wait for the page's words about it.
    const patienceMs = 500;
    const teams = await startLocalTeams({ port: 0, token: 'page-test', bots: [bot.endpoint], now, patienceMs });
    await teams.seed(directory);
    return new Stage(teams, bot);
  }

  /** The page's address as someone, in a conversation. */
  address(who?: LocalPerson, conversation?: string): string {
    const hash = new URLSearchParams();
    if (who) {
      hash.set('as', who.aadObjectId);
    }
    if (conversation) {
      hash.set('in', conversation);
    }
    return `${this.teams.pageUrl}#${hash.toString()}`;
  }

  /** A new, empty channel with everyone in it; answers its id. */
  async channel(): Promise<string> {
    this.#channels += 1;
    const number = this.#channels;
    const id = `19:kanal-${number}@thread.tacv2`;
    const members = everyone.map((each) => each.aadObjectId);
    const channels = [{ id, name: `Kanal ${number}` }];
    await this.teams.seed({
      people: [],
      teams: [{ id: `19:hold-${number}@thread.tacv2`, name: `Hold ${number}`, members, channels }],
    });
    return id;
  }

  /** A call of the connector, as the bot makes it; answers the message's id. */
  async #call(method: string, path: string, body: unknown): Promise<string> {
    const response = await fetch(`${this.teams.serviceUrl}/v3/conversations/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) {
      throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    }
    const answer = (await response.json()) as { readonly id?: string };
    return answer.id ?? '';
  }

  post(conversation: string, card: SampleName | Record<string, unknown>): Promise<string> {
    return this.#call('POST', `${encodeURIComponent(conversation)}/activities`, cardActivity(card));
  }

  edit(conversation: string, id: string, card: SampleName | Record<string, unknown>): Promise<string> {
    return this.#call('PUT', `${encodeURIComponent(conversation)}/activities/${id}`, cardActivity(card));
  }

  write(conversation: string, text: string, rootId?: string): Promise<string> {
    const place = rootId === undefined ? conversation : `${conversation};messageid=${rootId}`;
    return this.#call('POST', `${encodeURIComponent(place)}/activities`, { type: 'message', text });
  }

  /** Someone writes "hej" to the bot: his chat exists from then on; answers its id. */
  async beginChat(who: LocalPerson): Promise<string> {
    const client = localTeamsClient(this.teams.serviceUrl);
    const as = who.aadObjectId;
    const conversationId = (await client.places(as)).chats[0]?.conversationId ?? '';
    await client.say({ as, conversationId, text: 'hej', mentionBot: true });
    return conversationId;
  }

  async close(): Promise<void> {
    await this.teams.close();
    await this.bot.close();
  }
}

function cardActivity(card: SampleName | Record<string, unknown>): unknown {
  const content = typeof card === 'string' ? sample(card) : card;
  return { type: 'message', attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content }] };
}
