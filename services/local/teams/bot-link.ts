// Owns reaching the bots: several endpoints in turn, the next one when a connection breaks, and a limit to the patience.
// Must not read what is answered: invokes.ts does. An activity sent again is the same to the byte: that is redelivery.

import { setTimeout as delay } from 'node:timers/promises';
import type { Activity } from './activities';
import { errorCode, RefusedCall } from './errors';
import { parseJson } from './json';
import type { Sandbox } from './sandbox';

/** `body` is the parsed JSON, the text where it is none, undefined where there was nothing. */
interface Answered {
  readonly kind: 'answered';
  readonly status: number;
  readonly body: unknown;
}

export type Delivery = Answered | { readonly kind: 'unreachable' };

// TEAMS.md §1: over 10–15 s Teams gives a bot up; the nearer edge shows a slow bot sooner.
export const PATIENCE_MS_DEFAULT = 10_000;
// Between two rounds over endpoints that are all down: first short for a bot just starting, then twice as long each.
const FIRST_PAUSE_MS = 50;
const PAUSE_MAX_MS = 500;

const LOOPBACK_HOSTS: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);
// The connection was refused or cut: the bot may or may not have had the activity, as with Teams itself.
const BROKEN_CODES: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

function endpointUrl(endpoint: string): URL {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (url === null || url.protocol !== 'http:' || !LOOPBACK_HOSTS.has(url.hostname)) {
    throw new RefusedCall('BadArgument', 'A bot endpoint is an http address on this machine (127.0.0.1 or localhost).');
  }
  return url;
}

/** The code of a failed fetch stands in its cause. */
function codeOf(error: unknown): string | null {
  const cause: unknown = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : null;
  return errorCode(cause) ?? errorCode(error);
}

interface Attempt {
  readonly delivery: Delivery | null;
  /** The error code when the connection broke. */
  readonly brokenBy: string | null;
}

export class BotLink {
  readonly #sandbox: Sandbox;
  readonly #underWay = new Set<Promise<unknown>>();
  readonly #calls = new Set<AbortController>();
  readonly #stop = new AbortController();
  #endpoints: readonly URL[] = [];
  #turn = 0;

  /** @param patienceMs how long one activity may take, over all endpoints */
  constructor(
    sandbox: Sandbox,
    readonly patienceMs: number,
  ) {
    this.#sandbox = sandbox;
  }

  /** Sets the messaging endpoints; refused unless every one is on this machine. */
  setEndpoints(endpoints: readonly string[]): void {
    this.#endpoints = endpoints.map(endpointUrl);
  }

  /** The origins of the bots, each once. */
  origins(): readonly string[] {
    return [...new Set(this.#endpoints.map((endpoint) => endpoint.origin))];
  }

  /** Keeps a piece of work in mind until it is over, so that `settled` waits for it. */
  track<T>(work: Promise<T>): Promise<T> {
    const watched: Promise<unknown> = work.finally(() => this.#underWay.delete(watched)).catch(() => undefined);
    this.#underWay.add(watched);
    return work;
  }

  /** Settles when nothing is on its way to a bot. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) {
      await Promise.all(this.#underWay);
    }
  }

  /**
   * Sends one activity until a bot answers, an endpoint after the other, at least one round and at most for the
   * patience. `untilMs` (of performance.now) shortens it where a whole row of activities shares one patience.
   */
  send(activity: Activity, untilMs = performance.now() + this.patienceMs): Promise<Delivery> {
    return this.track(this.#sendInRounds(JSON.stringify(activity), untilMs));
  }

  async #sendInRounds(body: string, untilMs: number): Promise<Delivery> {
    let brokenBy: string | null = null;
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, PAUSE_MAX_MS)) {
      for (const endpoint of this.#inTurn()) {
        if (brokenBy !== null && brokenBy !== 'ECONNREFUSED') {
          this.#sandbox.ledger.count('redelivered');
        }
        const attempt = await this.#post(endpoint, body, untilMs);
        if (attempt.delivery !== null) {
          return attempt.delivery;
        }
        ({ brokenBy } = attempt);
      }
      if (this.#endpoints.length === 0 || this.#stop.signal.aborted || performance.now() + pauseMs >= untilMs) {
        return { kind: 'unreachable' };
      }
      await delay(pauseMs, undefined, { signal: this.#stop.signal }).catch(() => undefined);
    }
  }

  /** Every endpoint once, beginning one further than last time. */
  #inTurn(): readonly URL[] {
    const first = this.#turn++ % Math.max(1, this.#endpoints.length);
    return [...this.#endpoints.slice(first), ...this.#endpoints.slice(0, first)];
  }

  async #post(endpoint: URL, body: string, untilMs: number): Promise<Attempt> {
    // One round is always tried, so an activity late in its row still gets a short chance.
    const leftMs = Math.max(1000, Math.ceil(untilMs - performance.now()));
    const answer = await this.call('POST', endpoint.href, body, leftMs);
    if (answer.kind === 'answered') {
      this.#sandbox.ledger.count('delivered');
      return { delivery: answer, brokenBy: null };
    }
    const isBroken = answer.code !== null && BROKEN_CODES.has(answer.code);
    return isBroken ? { delivery: null, brokenBy: answer.code } : { delivery: { kind: 'unreachable' }, brokenBy: null };
  }

  /** One HTTP call to a bot with our header, noted in the traffic log; `code` tells why there was no answer. */
  async call(
    method: 'GET' | 'POST',
    url: string,
    body: string | null,
    timeoutMs: number,
  ): Promise<Answered | { readonly kind: 'failed'; readonly code: string | null }> {
    if (this.#stop.signal.aborted) {
      return { kind: 'failed', code: null };
    }
    const at = this.#sandbox.clock.iso();
    const note = (status: number | null, answer: unknown): void =>
      this.#sandbox.storage.traffic.add({
        at,
        direction: 'to-bot',
        method,
        path: new URL(url).pathname,
        status,
        bodyJson: body,
        answerJson: answer === undefined ? null : JSON.stringify(answer),
      });
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), timeoutMs);
    this.#calls.add(abort);
    try {
      const answered = await this.#fetch(method, url, body, abort.signal);
      note(answered.status, answered.body);
      return answered;
    } catch (error) {
      note(null, { failed: codeOf(error) ?? 'TIMEOUT' });
      return { kind: 'failed', code: codeOf(error) };
    } finally {
      clearTimeout(timer);
      this.#calls.delete(abort);
    }
  }

  async #fetch(method: string, url: string, body: string | null, signal: AbortSignal): Promise<Answered> {
    const response = await fetch(url, {
      method,
      headers: { 'content-type': 'application/json', 'x-trinvis-local': this.#sandbox.identity.token },
      ...(body === null ? {} : { body }),
      redirect: 'error',
      signal,
    });
    return { kind: 'answered', status: response.status, body: readBody(await response.text()) };
  }

  /** Cuts what is under way and waits until it is over. */
  async close(): Promise<void> {
    this.#stop.abort();
    this.#calls.forEach((call) => call.abort());
    await this.settled();
  }
}

function readBody(text: string): unknown {
  if (text === '') {
    return undefined;
  }
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return text;
    }
    throw error;
  }
}
