// Makes what people and Teams wrote safe to stand in a card: no markdown, mention, markup or invisible trick survives.
// Every name, title and free text passes here; definitions' own texts too. Must never change what can be read.

/** Control characters except tab and line break, and lone surrogates: cards with them are refused or drawn as boxes. */
// oxlint-disable-next-line no-control-regex -- taking control characters out is what it is for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb]|\p{Cs}/gu;
/** What nobody sees: zero-width characters, fillers, tags, and marks that turn the direction of writing. They hide words. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
/** More than three marks on one letter climb over the lines above. */
const stacked = /(\p{M}{3})\p{M}+/gu;
/** What begins a tag or a comment; "p < 0,05" does not. The single quotation mark looks the same and means nothing. */
const tag = /<(?=[A-Za-z/!?])/g;
const special = /[\\`*_[\]~|]/g;
/** Line starts that would become a heading, a quotation or a list. "16. marts" is one. */
const lineStart = /^(\s*)([#>+-]|\d{1,9}[.)](?=\s|$))/gm;
const entity = /&(?=#?\w{1,31};)/g;

/** One line of plain text, at most `max` characters (the last is then "…"): labels, buttons, choices, file names. */
export function plain(text: string, max: number): string {
  return cap(visible(text).replaceAll(/\s+/gu, ' ').trim(), max);
}

/** One line for a text block, where Teams reads markdown: plain, and every sign that would mean something escaped. */
export function inline(text: string, max: number): string {
  return escapeMarkdown(plain(text, max));
}

/** Several lines for a text block: paragraphs stay, everything else as in `inline`. */
export function block(text: string, max: number): string {
  const lines = visible(text)
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\S\n]+/gu, ' ')
    .split('\n')
    .map((line) => line.trim());
  const kept = cap(
    lines
      .join('\n')
      .replaceAll(/\n{2,}/g, '\n')
      .trim(),
    max,
  );
  return escapeMarkdown(kept).replaceAll('\n', '\n\n');
}

/** Escapes what Teams' markdown would act on. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(tag, '‹')
    .replaceAll(entity, '&amp;')
    .replaceAll(special, String.raw`\$&`)
    .replaceAll(lineStart, (_, space: string, sign: string) =>
      /^\d/.test(sign) ? `${space}${sign.slice(0, -1)}\\${sign.slice(-1)}` : `${space}\\${sign}`,
    );
}

/** A name as the text of a mention, between its tags: nothing in it may close them. */
export function mentionName(name: string, max: number): string {
  return plain(name, max).replaceAll(/[<>&]/g, '').trim();
}

/** What nearly every name and title is written with: nothing in it needs to be normalised or taken out. */
const ordinary = /^[\n -~æøåÆØÅéÉ]*$/;

/** Normalised, without what cannot be seen or turns the writing. */
function visible(text: string): string {
  if (ordinary.test(text)) return text;
  return text.normalize('NFC').replaceAll(control, '').replaceAll(invisible, '').replaceAll(stacked, '$1');
}

const characters = new Intl.Segmenter('da', { granularity: 'grapheme' });

/** Cuts by whole characters, so that no letter or emoji is halved; `max` counts as a card's size does, in UTF-16 units. */
function cap(text: string, max: number): string {
  if (text.length <= max) return text;
  let kept = '';
  // A text far too long is not looked at to its end.
  for (const { segment } of characters.segment(text.slice(0, max + 64))) {
    if (kept.length + segment.length > max - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
