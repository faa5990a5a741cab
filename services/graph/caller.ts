// One call to Graph through Microsoft's client: our token, our retries, pages followed to their end. The library's own
// retries are left out of its chain, because they repeat a POST that may have been done (TEAMS.md §3).
import type { Context, Middleware, MiddlewareOptions } from '@microsoft/microsoft-graph-client';
import { Client, HTTPMessageHandler } from '@microsoft/microsoft-graph-client';
import { z } from 'zod';
import type { Heard } from './failures';
import { GraphFailure, graphFailureOf } from './failures';

/** Attempts at what may be repeated; what fails still is the caller's to remember. */
const attemptsMax = 4;

/** Pauses where Graph names none: a second, doubling. */
const firstPauseMs = 1_000;

/** Asked to wait longer than this, nobody waits here: the next tick tries again. */
const pauseMsMax = 30_000;

/** Graph's own limit for an answer is a minute; what takes half of that is given up. */
const callMsMax = 30_000;

/** More pages than any team or committee has: an answer that names itself as its next page ends here. */
const pagesMax = 200;

export interface GraphOptions {
  /** `https://graph.microsoft.com`, or that of a sovereign cloud. */
  readonly baseUrl: string;
  /** An application token for Graph. */
  readonly token: () => Promise<string>;
  /** Waits so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** After `/v1.0`, ids already encoded (`idIn`). */
  readonly path: string;
  readonly body?: unknown;
  /** Of `body` where it is no JSON. */
  readonly contentType?: string;
  /** Permissions of which one suffices, the least first. */
  readonly needs: readonly string[];
  /** A POST that Graph itself does once, for example by a transactionId. */
  readonly once?: boolean;
}

export interface Caller {
  readonly baseUrl: string;
  /** The parsed answer; null where there is none. Throws GraphFailure. */
  readonly call: (call: Call) => Promise<unknown>;
  /** All items of a collection, page after page. Throws GraphFailure. */
  readonly all: (call: Omit<Call, 'method' | 'body'>) => Promise<readonly unknown[]>;
}

/** An id or name inside a path: Graph's ids hold `:` and `@`, and nothing of it may end the segment. */
export function idIn(id: string): string {
  return encodeURIComponent(id);
}

const page = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().optional() });

export function createCaller(options: GraphOptions): Caller {
  const client = Client.initWithMiddleware({
    baseUrl: options.baseUrl,
    middleware: inTurn(new Authorization(options), new HTTPMessageHandler()),
  });
  const call = async (asked: Call): Promise<unknown> =>
    retried(options, asked, async (heard) => send(client, asked, heard));
  return {
    baseUrl: options.baseUrl,
    call,
    all: async (asked) => {
      const items: unknown[] = [];
      let path: string | undefined = asked.path;
      // The library's PageIterator would follow empty pages for ever, and begin anew when one of them fails.
      for (let pages = 0; path !== undefined && pages < pagesMax; pages += 1) {
        const { value, '@odata.nextLink': next } = page.parse(await call({ ...asked, method: 'GET', path }));
        items.push(...value);
        path = next === undefined ? undefined : pathOf(next, options.baseUrl);
      }
      return items;
    },
  };
}

/** What stands after `/v1.0` in the link of a next page. Our token goes to Graph's own address only. */
function pathOf(link: string, baseUrl: string): string {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (url?.origin !== new URL(baseUrl).origin) throw new GraphFailure('never', 'AnotherHost', [], null);
  return url.pathname.replace(/^\/v1\.0(?=\/)/, '') + url.search;
}

const verbs = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' } as const;

async function send(client: Client, call: Call, heard: Listening): Promise<unknown> {
  const request = client
    .api(call.path)
    .header('Content-Type', call.contentType ?? 'application/json')
    .option('signal', AbortSignal.timeout(callMsMax))
    .middlewareOptions([heard]);
  return (await request[verbs[call.method]](call.body)) as unknown;
}

/** 429 and 5xx are honoured with their Retry-After; what may have been done is never done again from here. */
async function retried<Result>(
  options: GraphOptions,
  call: Call,
  attempt: (heard: Listening) => Promise<Result>,
): Promise<Result> {
  const repeatable = call.method !== 'POST' || call.once === true;
  for (let attempts = 1; ; attempts += 1) {
    const heard = new Listening();
    try {
      return await attempt(heard);
    } catch (error) {
      const failure = graphFailureOf(error, heard, { needs: call.needs, repeatable });
      const pauseMs = failure.retryAfterMs ?? firstPauseMs * 2 ** (attempts - 1);
      if (failure.kind !== 'later' || attempts >= attemptsMax || pauseMs > pauseMsMax) throw failure;
      await options.pause(pauseMs);
    }
  }
}

/** Status and headers of an answer, which the library drops where the body is no JSON. */
class Listening implements Heard, MiddlewareOptions {
  status: number | null = null;
  headers: Headers | null = null;
}

function inTurn(first: Middleware, second: Middleware): Middleware {
  first.setNext?.(second);
  return first;
}

/** Puts our token on, follows no redirection with it, and listens to the answer. */
class Authorization implements Middleware {
  #next: Middleware | null = null;
  readonly #options: GraphOptions;

  constructor(options: GraphOptions) {
    this.#options = options;
  }

  async execute(context: Context): Promise<void> {
    const authorization = { Authorization: `Bearer ${await this.#options.token()}` };
    const headers = Object.assign({}, context.options?.headers, authorization);
    context.options = { ...context.options, headers, redirect: 'error' };
    await this.#next?.execute(context);
    const heard = context.middlewareControl?.getMiddlewareOptions(Listening);
    if (!(heard instanceof Listening) || context.response === undefined) return;
    heard.status = context.response.status;
    heard.headers = context.response.headers;
  }

  setNext(next: Middleware): void {
    this.#next = next;
  }
}
