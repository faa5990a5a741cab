// The strict check itself: it must see what would go wrong in Teams.
import { execute } from '../../cards/card';
import { faultsOf } from './strict';

const text = { type: 'TextBlock', text: 'Hej', wrap: true };
const card = (body: readonly object[], more: object = {}) => ({
  type: 'AdaptiveCard',
  version: '1.5',
  lang: 'da',
  fallbackText: 'Hej',
  body,
  ...more,
});
const button = execute('Hjælp', 'help.show', {});

test('a plain card is good', () => {
  expect(faultsOf(card([text, { type: 'ActionSet', actions: [button] }]))).toEqual([]);
});

test.each([
  ['another version', card([text], { version: '1.6' })],
  ['an unknown property', card([{ ...text, italic: true }])],
  ['an unknown element', card([{ type: 'Carousel' }])],
  ['a text that does not wrap', card([{ type: 'TextBlock', text: 'Hej' }])],
  ['a null', card([{ ...text, size: null }])],
  ['an expression that was not filled', card([{ ...text, text: '${title}' }])],
  ['a date that reads as a list', card([{ ...text, text: '16. marts 2026' }])],
  ['an exclamation mark', card([{ ...text, text: 'Tak!' }])],
  ['an input without label', card([{ type: 'Input.Text', id: 'a', isMultiline: false, maxLength: 5 }])],
  ['a chart without fallback', card([{ type: 'Chart.HorizontalBar', data: [{ x: 'a', y: 1 }] }])],
  ['an unknown verb', card([{ type: 'ActionSet', actions: [{ ...button, verb: 'x', data: { v: 1, verb: 'x' } }] }])],
  ['a button without fallback', card([{ type: 'ActionSet', actions: [{ ...button, fallback: undefined }] }])],
  [
    'a person in a button',
    card([{ type: 'ActionSet', actions: [{ ...button, data: { v: 1, verb: 'help.show', personId: 'p1' } }] }]),
  ],
  ['seven buttons in a row', card([{ type: 'ActionSet', actions: Array.from({ length: 7 }, () => button) }])],
  ['a refresh for an Entra id', card([text], { refresh: { action: button, userIds: ['8f2c'] } })],
  ['more than 40 KB', card(Array.from({ length: 11 }, () => ({ ...text, text: 'x'.repeat(2_000) })))],
])('%s is a fault', (_, faulty) => {
  expect(faultsOf(faulty)).not.toEqual([]);
});
