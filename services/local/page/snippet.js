// @ts-check
// Owns the few words that stand for a message where it cannot be shown whole.
// Must not read an action's data: only what is on the screen.

/** @import { LocalMessage } from '../teams/api.js' */

// What a screen reader says in a few seconds.
const LENGTH_MAX = 120;

/** The first words of a message, or of its card. @param {LocalMessage} message */
export function snippet(message) {
  const text = message.text.trim() || firstText(message.cards) || '';
  const plain = text.replace(/[*_]{1,2}|<[^>]+>/g, '');
  return plain.length > LENGTH_MAX ? `${plain.slice(0, LENGTH_MAX)} …` : plain;
}

/** @param {unknown} value @returns {string | null} the first text of a card */
function firstText(value) {
  if (Array.isArray(value)) {
    return value.map(firstText).find((text) => text !== null) ?? null;
  }
  if (value === null || typeof value !== 'object') {
    return null;
  }
  const source = /** @type {Record<string, unknown>} */ (value);
  if (source['type'] === 'TextBlock' && typeof source['text'] === 'string') {
    return source['text'];
  }
  return firstText([source['body'], source['items'], source['columns']]);
}
