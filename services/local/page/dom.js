// @ts-check
// Owns the making of page elements: every text goes in as text.
// Must never take a string for markup: nothing here, and nothing that uses it, writes innerHTML.

/**
 * Makes an element. Attributes whose value is false, null or undefined are left out; true gives an empty attribute;
 * a key that begins with `on` and holds a function becomes a listener of that event.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | number | boolean | null | undefined | ((event: any) => void)>} [attributes]
 * @param {...(Node | string | null | false | undefined)} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name.slice(2), value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, String(value));
    }
  }
  for (const child of children) {
    if (child !== null && child !== false && child !== undefined) {
      element.append(child);
    }
  }
  return element;
}

const SVG = 'http://www.w3.org/2000/svg';

/**
 * A decorative picture from the sprite in index.html; the text beside it carries the meaning.
 * @param {string} name
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#icon-${name}`);
  svg.append(use);
  return svg;
}

/** Text for screen readers alone. @param {string} text */
export function hiddenText(text) {
  return el('span', { class: 'visually-hidden' }, text);
}

/**
 * The element with that id; a page without it is broken and says which.
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) {
    throw new Error(`index.html has no element #${id}`);
  }
  return element;
}

/** Moves the focus to the first element that matches, if there is one. @param {ParentNode} within @param {string} selector */
export function focusOn(within, selector) {
  const found = within.querySelector(selector);
  if (found instanceof HTMLElement) {
    found.focus();
  }
}

let made = 0;

/** An element id that no other element of this page has. @param {string} prefix */
export function freshId(prefix) {
  made += 1;
  return `${prefix}-${made}`;
}

/**
 * The round mark with someone's initials; the app's is square, so that the two differ by shape and not by colour alone.
 * @param {string} name
 * @param {boolean} isBot
 */
export function avatar(name, isBot) {
  const words = name.split(/\s+/).filter((word) => /\p{L}/u.test(word));
  const first = words[0]?.[0] ?? '?';
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? '') : '';
  let sum = 0;
  for (const letter of name) {
    sum += letter.codePointAt(0) ?? 0;
  }
  // Eight tints: enough to tell neighbours apart; each is checked for contrast in cards.css's palette.
  const tint = `tint-${sum % 8}`;
  return el(
    'span',
    { class: isBot ? 'avatar bot' : `avatar ${tint}`, 'aria-hidden': 'true' },
    (first + last).toUpperCase(),
  );
}
