// Owns a typed way to the control API (api.ts) over HTTP, for the rehearsal's players and tests.
// Must not import anything but the contract: whoever plays with it knows no more than the page does.

import type * as api from './api';

/** A call that was not answered by success; `code` is Teams' error code, `NoAnswer` when there was none. */
export class LocalTeamsCallError extends Error {
  override readonly name = 'LocalTeamsCallError';

  constructor(
    readonly code: string,
    readonly status: number | null,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

export interface SearchAnswer {
  readonly results: readonly { readonly title: string; readonly value: string }[];
}

export type ClockMove = { readonly to: string } | { readonly byMs: number } | { readonly toNext: true };

/** An open stream of events; `closed` settles when it has ended, from either side. */
export interface EventStream {
  readonly closed: Promise<void>;
  close(): void;
}

async function errorOf(response: Response): Promise<LocalTeamsCallError> {
  const text = await response.text();
  const found = /"code":"([^"]*)"/.exec(text)?.[1];
  return new LocalTeamsCallError(found ?? 'Unknown', response.status, text);
}

/** The parts of an event stream that begin with `data:`, parsed. */
async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<api.LocalEvent> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts.filter((text) => text.startsWith('data: '))) {
      const event: api.LocalEvent = JSON.parse(part.slice('data: '.length));
      yield event;
    }
  }
}

export class LocalTeamsClient {
  readonly #base: string;

  constructor(serviceUrl: string) {
    this.#base = `${serviceUrl.replace(/\/+$/, '')}/local`;
  }

  /** One call; the answer is trusted to have the form of the contract, since both come from one source. */
  async #call<T>(method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<T> {
    const init =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    let response: Response;
    try {
      response = await fetch(`${this.#base}${path}`, { method, ...init });
    } catch (error) {
      throw new LocalTeamsCallError('NoAnswer', null, `${method} ${path} was not answered.`, error);
    }
    if (!response.ok) {
      throw await errorOf(response);
    }
    const answer: T = JSON.parse(await response.text());
    return answer;
  }

  directory(): Promise<api.Directory> {
    return this.#call('GET', '/directory');
  }

  async putDirectory(directory: api.Directory): Promise<void> {
    await this.#call('PUT', '/directory', directory);
  }

  places(as: string): Promise<api.Places> {
    return this.#call('GET', `/places?as=${as}`);
  }

  /** Marks them seen and the conversation open; `last` answers only the newest so many. */
  messages(as: string, conversationId: string, last?: number): Promise<readonly api.LocalMessage[]> {
    const newest = last === undefined ? '' : `&last=${last}`;
    return this.#call('GET', `/conversations/${encodeURIComponent(conversationId)}/messages?as=${as}${newest}`);
  }

  message(as: string, conversationId: string, messageId: string): Promise<api.LocalMessage> {
    return this.#call('GET', `/conversations/${encodeURIComponent(conversationId)}/messages/${messageId}?as=${as}`);
  }

  act(request: api.ActRequest): Promise<api.ActAnswer> {
    return this.#call('POST', '/act', request);
  }

  dialog(request: api.DialogRequest): Promise<api.ActAnswer> {
    return this.#call('POST', '/dialog', request);
  }

  say(request: api.SayRequest): Promise<api.LocalMessage> {
    return this.#call('POST', '/say', request);
  }

  refresh(request: api.RefreshRequest): Promise<api.LocalMessage> {
    return this.#call('POST', '/refresh', request);
  }

  search(request: api.SearchRequest): Promise<SearchAnswer> {
    return this.#call('POST', '/search', request);
  }

  clock(): Promise<api.ClockAnswer> {
    return this.#call('GET', '/clock');
  }

  moveClock(move: ClockMove): Promise<api.ClockAnswer> {
    return this.#call('POST', '/clock', move);
  }

  traffic(after = 0, limit?: number): Promise<readonly api.TrafficEntry[]> {
    return this.#call('GET', `/traffic?after=${after}${limit === undefined ? '' : `&limit=${limit}`}`);
  }

  faults(): Promise<api.Faults> {
    return this.#call('GET', '/faults');
  }

  async putFaults(faults: api.Faults): Promise<void> {
    await this.#call('PUT', '/faults', faults);
  }

  async putBots(endpoints: readonly string[]): Promise<void> {
    await this.#call('PUT', '/bots', { endpoints });
  }

  async install(request: api.InstallRequest): Promise<void> {
    await this.#call('POST', '/install', request);
  }

  async lose(request: api.LoseRequest): Promise<void> {
    await this.#call('POST', '/lose', request);
  }

  /** Settles when no delivery to a bot is under way. */
  async settle(): Promise<void> {
    await this.#call('POST', '/settle', {});
  }

  counters(): Promise<api.Counters> {
    return this.#call('GET', '/counters');
  }

  violations(): Promise<readonly api.Violation[]> {
    return this.#call('GET', '/violations');
  }

  /** Listens as one person; settles when the stream is open, so that nothing after it is missed. */
  async events(as: string, onEvent: (event: api.LocalEvent) => void, conversationId?: string): Promise<EventStream> {
    const stop = new AbortController();
    const place = conversationId === undefined ? '' : `&conversationId=${encodeURIComponent(conversationId)}`;
    const response = await fetch(`${this.#base}/events?as=${as}${place}`, { signal: stop.signal });
    if (!response.ok || response.body === null) {
      throw await errorOf(response);
    }
    const { body } = response;
    const listen = async (): Promise<void> => {
      for await (const event of eventsIn(body)) {
        onEvent(event);
      }
    };
    // Closing cuts the stream, which ends it by an error here; so does a server that dies. Both are its end.
    return { closed: listen().catch(() => undefined), close: () => stop.abort() };
  }
}

/** A client of the local Teams at a service URL. */
export function localTeamsClient(serviceUrl: string): LocalTeamsClient {
  return new LocalTeamsClient(serviceUrl);
}
