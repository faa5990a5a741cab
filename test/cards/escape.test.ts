// What people type cannot act on a card: no markdown, mention, markup, invisible sign or runaway length gets through.
import * as fc from 'fast-check';
import { hostile } from './hostile';
import { block, escapeMarkdown, inline, mentionName, plain } from '../../cards/escape';

/** Marks of Teams' markdown that are not escaped. */
const acting = /(?<!\\)[*_`[\]~|]|<(?=[A-Za-z/!?])/;
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Default_Ignorable_Code_Point}|\p{Cs}/u;

test.each(hostile)('%j cannot act', (text) => {
  for (const safe of [inline(text, 200), block(text, 200)]) {
    expect(safe).not.toMatch(acting);
    expect(safe).not.toMatch(unseen);
  }
});

test('any text is harmless, on one line or several', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const line = inline(text, 80);
      expect(line).not.toMatch(acting);
      expect(line).not.toMatch(unseen);
      expect(line).not.toContain('\n');
      expect(block(text, 80)).not.toMatch(acting);
    }),
    { seed: 1 },
  );
});

test('a text is never longer than its cap, and says that it was cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 5, max: 100 }), (text, max) => {
      expect(plain(text, max).length).toBeLessThanOrEqual(max);
    }),
    { seed: 2 },
  );
  expect(plain('Arvelig nethindesygdom', 10)).toBe('Arvelig n…');
});

test('ordinary Danish stays as it was written', () => {
  const text = 'Børn & unge (op til 18 år), p < 0,05 – "sjældne" sygdomme; 50 % får svar.';
  expect(inline(text, 200)).toBe(text);
});

test('the start of a line makes no list, heading or quotation', () => {
  expect(escapeMarkdown('16. marts')).toBe('16\\. marts');
  expect(escapeMarkdown('- punkt')).toBe('\\- punkt');
  expect(escapeMarkdown('# top')).toBe('\\# top');
});

test('paragraphs stay apart', () => {
  expect(block('Første\n\n\nanden\r\ntredje', 100)).toBe('Første\n\nanden\n\ntredje');
});

test('a name cannot close its mention', () => {
  expect(mentionName('Mette</at><at>Chef', 80)).toBe('Mette/atatChef');
});
