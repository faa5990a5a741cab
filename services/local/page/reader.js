// @ts-check
// Owns the scrolling box of a conversation: where the reader is, and the button that leads to what is new.
// Must not move someone who reads further up.
import { el, icon } from './dom.js';
import { t } from './texts.js';

// Nearer to the end than this counts as reading the end: a new message scrolls into view.
const NEAR_END_PX = 120;

export class Reader {
  /** @param {string} kind the conversation's, for its looks */
  constructor(kind) {
    this.box = el('div', {
      class: `messages ${kind}`,
      tabindex: '0',
      role: 'region',
      'aria-label': t('messagesLabel'),
    });
    this.jump = el('button', { type: 'button', class: 'jump', hidden: true }, icon('down'), t('newMessages'));
    this.jump.addEventListener('click', () => this.toEnd());
    this.box.addEventListener('scroll', () => {
      if (this.isNearEnd()) {
        this.jump.hidden = true;
      }
    });
  }

  /** What can be seen of the box: on a low screen the page scrolls, and not the box. */
  visibleBottom() {
    return Math.min(this.box.getBoundingClientRect().bottom, innerHeight);
  }

  isNearEnd() {
    const last = this.box.lastElementChild;
    return !last || last.getBoundingClientRect().bottom - this.visibleBottom() < NEAR_END_PX;
  }

  /** To the end; where the last post is taller than the screen, to its beginning. */
  toEnd() {
    const last = this.box.lastElementChild;
    if (last) {
      const height = Math.min(this.box.clientHeight, innerHeight);
      const isTall = last.getBoundingClientRect().height > height;
      last.scrollIntoView({ block: isTall ? 'start' : 'end' });
    }
    this.jump.hidden = true;
  }

  /** Something new stands further down. */
  offerJump() {
    this.jump.hidden = this.isNearEnd();
  }

  /**
   * Puts the elements in order behind the first child, moving nothing that is in its place.
   * @param {HTMLElement[]} wanted
   */
  place(wanted) {
    let next = this.box.firstElementChild?.nextElementSibling ?? null;
    for (const element of wanted) {
      if (element === next) {
        next = next.nextElementSibling;
      } else {
        this.box.insertBefore(element, next);
      }
    }
    while (next) {
      const after = next.nextElementSibling;
      next.remove();
      next = after;
    }
  }
}
