// A card as it stands in an open dialog: there only a plain submit can be pressed (TEAMS.md §2), so every button becomes one.
// What it sends is the same. Must know no words and no verbs.
import type { Card } from './card';

/** Whether a card has buttons that a dialog does not know. */
export function needsCard(card: Card): boolean {
  return /"Action\.Execute"|"task\/fetch"/.test(JSON.stringify(card));
}

/** The same card with buttons that can be pressed in a dialog. */
export function inDialog(card: Card): Card {
  const { refresh: _refresh, ...rest } = card;
  return submits(rest) as Card;
}

function submits(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(submits);
  if (value === null || typeof value !== 'object') return value;
  const { type, ...rest } = value as Record<string, unknown>;
  if (type === 'Action.Execute') {
    const { verb: _verb, fallback: _fallback, ...button } = rest;
    return { type: 'Action.Submit', ...button };
  }
  if (type === 'Action.Submit') return { type, ...rest, data: withoutFetch(rest['data']) };
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, submits(one)]));
}

function withoutFetch(data: unknown): unknown {
  if (data === null || typeof data !== 'object') return data;
  const { msteams: _msteams, ...sent } = data as Record<string, unknown>;
  return sent;
}
