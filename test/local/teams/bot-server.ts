// Owns a small real bot for the tests of the local Teams: it notes what it is sent and answers as the test says.
// Must not use botbuilder: cloud-adapter.test.ts has the real one.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Upcoming } from '../../../services/local/teams/api';

/** An activity as it came, loosely typed: tests look at what matters to them. */
export type Received = Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string };

export interface BotAnswer {
  readonly status: number;
  readonly body?: unknown;
}

/** `cut` breaks the connection without an answer. */
export type Reaction = (activity: Received) => BotAnswer | 'cut' | Promise<BotAnswer | 'cut'>;

export type BotPlan = Upcoming;

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks).toString();
}

export class BotServer {
  readonly received: Received[] = [];
  readonly headers: IncomingMessage['headers'][] = [];
  readonly ticks: string[] = [];
  plan: readonly BotPlan[] = [];
  /** Called when a tick arrives, before it is answered. */
  onTick: (now: string) => Promise<void> | void = () => undefined;
  react: Reaction = () => ({ status: 200 });
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => void this.#handle(request, response));
  }

  static async start(react?: Reaction): Promise<BotServer> {
    const bot = new BotServer();
    // A test that fails before it closes its bot must not keep the run from ending.
    bot.#server.unref();
    bot.react = react ?? bot.react;
    await new Promise<void>((resolve) => bot.#server.listen(0, '127.0.0.1', resolve));
    return bot;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${this.port}/api/messages`;
  }

  ofType(type: string): readonly Received[] {
    return this.received.filter((activity) => activity.type === type);
  }

  /** The invokes of a name. */
  invokes(name: string): readonly Received[] {
    return this.received.filter((activity) => activity['name'] === name);
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const text = await textOf(request);
    this.headers.push(request.headers);
    if (request.url === '/local/clock') {
      await this.#clock(request, text, response);
      return;
    }
    const activity = JSON.parse(text) as Received;
    this.received.push(activity);
    const answer = await this.react(activity);
    if (answer === 'cut') {
      request.socket.resetAndDestroy();
      return;
    }
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
  }

  async #clock(request: IncomingMessage, text: string, response: ServerResponse): Promise<void> {
    if (request.method === 'POST') {
      const { now } = JSON.parse(text) as { now: string };
      await this.onTick(now);
      this.ticks.push(now);
    }
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ now: this.ticks.at(-1) ?? '1970-01-01T00:00:00.000Z', next: this.plan }));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

/** An endpoint where nobody listens any more. */
export async function deadEndpoint(): Promise<string> {
  const bot = await BotServer.start();
  const { endpoint } = bot;
  await bot.close();
  return endpoint;
}

/** The invoke answer that shows a card. */
export function cardAnswer(card: unknown): BotAnswer {
  return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card } };
}

/** The invoke answer that shows a short message. */
export function messageAnswer(text: string): BotAnswer {
  return { status: 200, body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text } };
}
