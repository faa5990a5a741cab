// Owns the open event streams of the page: who listens, and which conversation each person has open.
// Must not know what changed: it only carries the word to those who may see it.

import type { ServerResponse } from 'node:http';
import type { LocalEvent } from './api';

// Proxies and browsers give up silent streams after a minute or so; a comment line every 20 s keeps them.
const HEARTBEAT_MS = 20_000;

interface Listener {
  readonly response: ServerResponse;
  /** The conversation this listener said it has open; null: the one its person fetched last. */
  readonly conversationId: string | null;
}

export class EventHub {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #lastOpened = new Map<string, string>();
  readonly #heartbeat: NodeJS.Timeout;

  constructor() {
    this.#heartbeat = setInterval(() => this.#writeToAll(':\n\n'), HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  /** Turns a response into an event stream of one person, until either side closes it. */
  listen(aad: string, response: ServerResponse, conversationId: string | null): void {
    const listener: Listener = { response, conversationId };
    const ofPerson = this.#listeners.get(aad) ?? new Set<Listener>();
    this.#listeners.set(aad, ofPerson.add(listener));
    response.once('close', () => {
      ofPerson.delete(listener);
      if (ofPerson.size === 0 && this.#listeners.get(aad) === ofPerson) {
        this.#listeners.delete(aad);
      }
    });
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(':\n\n');
  }

  /** A person has fetched a conversation: it is what he has on screen. */
  opened(aad: string, conversationId: string): void {
    this.#lastOpened.set(aad, conversationId);
  }

  /** Whether a person listens and has this conversation open. */
  isWatching(aad: string, conversationId: string): boolean {
    const listeners = [...(this.#listeners.get(aad) ?? [])];
    return listeners.some((listener) => (listener.conversationId ?? this.#lastOpened.get(aad)) === conversationId);
  }

  /** Tells the listeners among `members`, or everyone for null. */
  tell(event: LocalEvent, members: ReadonlySet<string> | null): void {
    const text = `data: ${JSON.stringify(event)}\n\n`;
    for (const [aad, listeners] of this.#listeners) {
      if (members === null || members.has(aad)) {
        listeners.forEach(({ response }) => response.write(text));
      }
    }
  }

  #writeToAll(text: string): void {
    for (const listeners of this.#listeners.values()) {
      listeners.forEach(({ response }) => response.write(text));
    }
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const listeners of this.#listeners.values()) {
      listeners.forEach(({ response }) => response.end());
    }
  }
}
