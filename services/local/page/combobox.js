// @ts-check
// Owns a field that suggests while one types (ARIA combobox with a list box), for one choice or several.
// Must not know what is searched: it asks the function it is given.
import { el, freshId, icon } from './dom.js';
import { t } from './texts.js';

/** @typedef {{ title: string, value: string }} Option */

// A pause in typing, not every letter: shorter asks the bot for each letter, longer feels slow.
const TYPING_PAUSE_MS = 200;

export class Combobox {
  /**
   * @param {{ search: (query: string) => Promise<Option[]>, changed: () => void, multi: boolean, placeholder: string, chosen: Option[] }} options
   */
  constructor(options) {
    this.options = options;
    this.chosen = [...options.chosen];
    /** @type {Option[]} */
    this.hits = [];
    this.active = -1;
    this.asked = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    const id = freshId('options');
    this.list = el('ul', { id, role: 'listbox', class: 'combo-list', 'aria-label': t('suggestions'), hidden: true });
    this.input = el('input', {
      type: 'text',
      class: 'ac-input ac-textInput combo-input',
      role: 'combobox',
      autocomplete: 'off',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': id,
      placeholder: options.placeholder,
    });
    this.tokens = el('ul', { class: 'combo-tokens', hidden: true });
    this.status = el('span', { class: 'visually-hidden', role: 'status' });
    this.element = el('div', { class: 'combo' }, this.tokens, this.input, this.list, this.status);
    this.listen();
    this.showChosen();
  }

  listen() {
    this.input.addEventListener('input', () => this.typed());
    this.input.addEventListener('keydown', (event) => this.key(event));
    this.input.addEventListener('blur', () => this.closeList());
    // A press on a suggestion must not take the focus out of the field first.
    this.list.addEventListener('mousedown', (event) => event.preventDefault());
  }

  /** The values chosen. @returns {string[]} */
  values() {
    return this.chosen.map((option) => option.value);
  }

  /** True while there is text in the field that is no choice. */
  hasLooseText() {
    const text = this.input.value.trim();
    return text !== '' && (this.options.multi || this.chosen[0]?.title !== text);
  }

  typed() {
    if (!this.options.multi) {
      this.chosen = [];
    }
    this.options.changed();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.ask(), TYPING_PAUSE_MS);
  }

  async ask() {
    this.asked += 1;
    const { asked } = this;
    this.status.textContent = t('searching');
    try {
      const hits = await this.options.search(this.input.value.trim());
      // A later question has overtaken this one, or the person has left the field.
      if (asked === this.asked && document.activeElement === this.input) {
        this.hits = hits.filter((hit) => !this.values().includes(hit.value));
        this.openList();
      }
    } catch {
      this.status.textContent = t('searchFailed');
      this.hits = [];
      this.showList(t('searchFailed'));
    }
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const isOpen = !this.list.hidden;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (isOpen) {
        this.activate(this.active + (event.key === 'ArrowDown' ? 1 : -1));
      } else {
        void this.ask();
      }
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      this.choose(this.active);
    } else if (event.key === 'Escape' && isOpen) {
      // The list alone: a dialog around the field stays.
      event.preventDefault();
      event.stopPropagation();
      this.closeList();
    } else if (event.key === 'Backspace' && this.options.multi && this.input.value === '') {
      this.remove(this.chosen.length - 1);
    }
  }

  openList() {
    const count = this.hits.length;
    const words = count === 0 ? t('searchNone') : count === 1 ? t('searchHitsOne') : t('searchHits', { count });
    this.status.textContent = words;
    this.showList(words);
  }

  /** @param {string} emptyText what stands there when nothing is found */
  showList(emptyText) {
    const choose = (/** @type {number} */ index) => () => this.choose(index);
    const items = this.hits.map(({ title }, index) =>
      el(
        'li',
        { role: 'option', id: `${this.list.id}-${index}`, 'aria-selected': 'false', onclick: choose(index) },
        title,
      ),
    );
    const none = el(
      'li',
      { class: 'none', role: 'option', 'aria-disabled': 'true', 'aria-selected': 'false' },
      emptyText,
    );
    this.list.replaceChildren(...(items.length > 0 ? items : [none]));
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.active = -1;
  }

  closeList() {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
    this.active = -1;
  }

  /** @param {number} index wraps around at both ends */
  activate(index) {
    const count = this.hits.length;
    if (count === 0) {
      return;
    }
    this.active = (index + count) % count;
    for (const [at, item] of [...this.list.children].entries()) {
      item.setAttribute('aria-selected', String(at === this.active));
      if (at === this.active) {
        this.input.setAttribute('aria-activedescendant', item.id);
        item.scrollIntoView({ block: 'nearest' });
      }
    }
  }

  /** @param {number} index */
  choose(index) {
    const hit = this.hits[index];
    if (hit) {
      this.chosen = this.options.multi ? [...this.chosen, hit] : [hit];
      this.closeList();
      this.showChosen();
      this.options.changed();
    }
  }

  /** @param {number} index */
  remove(index) {
    this.chosen = this.chosen.filter((_, at) => at !== index);
    this.showChosen();
    this.options.changed();
    this.input.focus();
  }

  showChosen() {
    this.input.value = this.options.multi ? '' : (this.chosen[0]?.title ?? '');
    if (this.options.multi) {
      this.tokens.hidden = this.chosen.length === 0;
      this.tokens.replaceChildren(...this.chosen.map((option, index) => this.token(option, index)));
    }
  }

  /** @param {Option} option @param {number} index */
  token(option, index) {
    const label = t('remove', { name: option.title });
    const remove = el(
      'button',
      { type: 'button', 'aria-label': label, onclick: () => this.remove(index) },
      icon('close'),
    );
    return el('li', {}, el('span', {}, option.title), remove);
  }
}
