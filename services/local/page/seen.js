// @ts-check
// Owns what comes on the screen: a card seen may ask the bot for this viewer's own view, once per edit, as in Teams.
// Must not ask for what nobody looks at.
import { refresh } from './api.js';

/** @import { MessageView } from './message.js' */

export class Seen {
  /** @param {string} as */
  constructor(as) {
    this.as = as;
    this.isOpen = true;
    /** @type {Map<Element, MessageView>} */
    this.views = new Map();
    /** @type {Set<string>} */
    this.asked = new Set();
    this.observer = new IntersectionObserver((entries) => {
      entries.filter((entry) => entry.isIntersecting).forEach((entry) => this.see(entry.target));
    });
  }

  /** Looks at every message anew: each that is on the screen now is seen. @param {MessageView[]} views */
  watch(views) {
    for (const view of views) {
      this.views.set(view.element, view);
      this.observer.unobserve(view.element);
      this.observer.observe(view.element);
    }
  }

  /** @param {Element} element */
  see(element) {
    const view = this.views.get(element);
    const key = view ? `${view.message.id} ${view.message.editedAt}` : '';
    if (view?.mayRefresh() && !this.asked.has(key)) {
      this.asked.add(key);
      void this.refresh(view);
    }
  }

  /** @param {MessageView} view */
  async refresh(view) {
    const { conversationId, id: messageId } = view.message;
    try {
      const message = await refresh({ as: this.as, conversationId, messageId });
      if (this.isOpen) {
        view.update(message);
      }
    } catch {
      // As in Teams: a refresh that fails leaves the shared card, which is complete without it.
    }
  }

  close() {
    this.isOpen = false;
    this.observer.disconnect();
  }
}
