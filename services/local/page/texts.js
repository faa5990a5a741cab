// @ts-check
// Owns which language the page speaks and how a text is looked up.
// Must not hold sentences: they stand in texts.da.js and texts.en.js, key by key the same.
import { da } from './texts.da.js';
import { en } from './texts.en.js';

/** @typedef {keyof typeof da} TextKey */
/** @typedef {'da' | 'en'} Language */

const TEXTS = { da, en };
/** @type {Language} */
let current = 'da';

/** @param {string | null} wanted anything but `en` is Danish */
export function setLanguage(wanted) {
  current = wanted === 'en' ? 'en' : 'da';
  document.documentElement.lang = current;
}

/** @returns {Language} */
export function language() {
  return current;
}

/**
 * The text of a key in the language chosen, with `{name}` replaced by `values.name`.
 * @param {TextKey} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  return TEXTS[current][key].replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));
}
