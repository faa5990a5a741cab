// @ts-check
// Owns hearing what happens: server-sent events, and polling as long as they do not come through.
// Must not fetch what changed: it only says that something did.
import { eventsAddress } from './api.js';

/** @import { LocalEvent } from '../teams/api.js' */

// While events fail, look every three seconds: a person waiting for an answer notices more, the server less.
const POLL_MS = 3000;

/**
 * Listens as one person until the function returned is called. `EventSource` connects again by itself; where it has
 * given up (an answer other than an event stream), a new one is made at every poll.
 * @param {string} as
 * @param {{ heard: (event: LocalEvent) => void, lookAgain: () => void, connected: (isOn: boolean) => void }} handlers
 * @returns {() => void}
 */
export function listen(as, handlers) {
  let source = open();
  let lost = false;

  function open() {
    const made = new EventSource(eventsAddress(as));
    made.addEventListener('message', (message) => handlers.heard(JSON.parse(message.data)));
    made.addEventListener('open', () => {
      if (lost) {
        lost = false;
        handlers.connected(true);
      }
      // What happened before the stream was open, the first time too, was told to nobody.
      handlers.lookAgain();
    });
    made.addEventListener('error', () => {
      if (!lost) {
        lost = true;
        handlers.connected(false);
      }
    });
    return made;
  }

  const timer = setInterval(() => {
    if (source.readyState === EventSource.CLOSED) {
      source = open();
    }
    if (source.readyState !== EventSource.OPEN) {
      handlers.lookAgain();
    }
  }, POLL_MS);

  return () => {
    clearInterval(timer);
    source.close();
  };
}

/**
 * Runs `work` when asked, never twice at once: what is asked for meanwhile is one more run afterwards.
 * @param {() => Promise<void>} work
 * @returns {() => Promise<void>} settles when the work asked for is done
 */
export function oneAtATime(work) {
  /** @type {Promise<void> | null} */
  let running = null;
  /** @type {Promise<void> | null} */
  let waiting = null;
  return ask;

  /** @returns {Promise<void>} */
  function ask() {
    if (running) {
      // Whatever becomes of the run under way, what is asked for now gets its own.
      const over = running.catch(() => {});
      waiting ??= over.then(() => {
        waiting = null;
        return ask();
      });
      return waiting;
    }
    running = work().finally(() => {
      running = null;
    });
    return running;
  }
}
