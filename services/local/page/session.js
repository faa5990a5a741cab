// @ts-check
// Owns who the page is at the moment: the directory, that person's places, and the stream of what happens to him.
// Must not draw: it tells the page that something changed.
import * as api from './api.js';
import { listen, oneAtATime } from './live.js';
import { announce, clearToasts, toast } from './notices.js';
import { conversationOf } from './rail.js';
import { t } from './texts.js';

/** @import { Directory, LocalEvent, Places } from '../teams/api.js' */

/**
 * @typedef {object} SessionPage
 * @property {() => void} placesChanged
 * @property {(event: LocalEvent) => void} heard
 * @property {() => void} lookAgain something may have been missed
 * @property {() => string | null} here the conversation on the screen
 */

/** A look that fails is made again, by the next event or by polling, and the page says that the connection is lost. */
export function quiet() {}

export class Session {
  /** @param {SessionPage} page */
  constructor(page) {
    this.page = page;
    /** @type {Directory} */
    this.directory = { people: [], teams: [] };
    /** @type {Places | null} */
    this.places = null;
    /** @type {string | null} */
    this.as = null;
    this.stop = () => {};
    this.loadPlaces = oneAtATime(() => this.fetchPlaces());
  }

  /** @returns {Promise<boolean>} whether it is another one than before */
  async loadDirectory() {
    const next = await api.getDirectory();
    const isNew = JSON.stringify(next) !== JSON.stringify(this.directory);
    this.directory = next;
    return isNew;
  }

  /** Becomes someone, or nobody. What was said to one person is not for the next. @param {string | null} as */
  async become(as) {
    if (as === this.as) {
      return;
    }
    this.leave();
    clearToasts();
    this.as = as;
    if (as) {
      await this.loadPlaces();
      // Someone else may have been chosen meanwhile.
      if (this.as === as) {
        const { heard, lookAgain } = this.page;
        this.stop = listen(as, { heard, lookAgain, connected });
      }
    }
  }

  /** Is nobody, and hears nothing. */
  leave() {
    this.stop();
    this.stop = () => {};
    this.as = null;
    this.places = null;
  }

  async fetchPlaces() {
    const { as } = this;
    if (as) {
      const next = await api.getPlaces(as);
      if (this.as === as) {
        this.tellUnread(next);
        this.places = next;
        this.page.placesChanged();
      }
    }
  }

  /** Says where something new stands, other than in the conversation on the screen, which says it itself. @param {Places} next */
  tellUnread(next) {
    const before = this.places;
    for (const [id, count] of Object.entries(next.unread)) {
      const where = conversationOf(next, id);
      if (before && where && id !== this.page.here() && count > (before.unread[id] ?? 0)) {
        announce(t('arrivedElsewhere', { place: where.name }));
      }
    }
  }
}

/** @param {boolean} isOn */
function connected(isOn) {
  toast(t(isOn ? 'connectionBack' : 'connectionLost'));
}
