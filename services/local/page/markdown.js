// @ts-check
// Owns the small markdown that Teams shows in cards and messages: bold, italics, lists, links, mentions, line breaks.
// Must build nodes and set text; a link is kept only where its address is http, https or mailto.
import { el } from './dom.js';

const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
]);

/** @param {string} address @returns {string | null} the address, if a person may be sent there */
export function safeAddress(address) {
  try {
    const url = new URL(address);
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/**
 * @param {string} address
 * @param {Node[]} label
 * @returns {Node[]}
 */
function link(address, label) {
  const href = safeAddress(address);
  return href ? [el('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...label)] : label;
}

/** @param {string} body what stands between & and ; @param {string} whole */
function entity(body, whole) {
  const code = /^#x/i.test(body) ? Number.parseInt(body.slice(2), 16) : body[0] === '#' ? Number(body.slice(1)) : null;
  if (code === null) {
    return ENTITIES.get(body.toLowerCase()) ?? whole;
  }
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/** @param {string} text @returns {Text} */
const words = (text) => document.createTextNode(text);

/** What people write themselves is no markdown: only mentions, links and escapes count there. */
const PLAIN = [
  { at: /<at(?:\s[^>]*)?>([\s\S]*?)<\/at>/y, make: mention },
  { at: /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)]/y, make: (/** @type {RegExpExecArray} */ m) => link(m[0], [words(m[0])]) },
];

const RULES = [
  { at: /\\([!-/:-@[-`{-~])/y, make: (/** @type {RegExpExecArray} */ m) => [words(m[1] ?? '')] },
  {
    at: /&(#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,6});/iy,
    make: (/** @type {RegExpExecArray} */ m) => [words(entity(m[1] ?? '', m[0]))],
  },
  { at: /<br\s*\/?>/iy, make: () => [el('br')] },
  {
    at: /\*\*(?=\S)((?:\\.|[^\\])*?\S)\*\*/sy,
    make: (/** @type {RegExpExecArray} */ m) => [el('strong', {}, ...inline(m[1] ?? ''))],
  },
  {
    at: /(?<![\p{L}\p{N}])_(?=\S)((?:\\.|[^\\_])*?\S)_(?![\p{L}\p{N}])/suy,
    make: (/** @type {RegExpExecArray} */ m) => [el('em', {}, ...inline(m[1] ?? ''))],
  },
  {
    at: /\*(?=[^\s*])((?:\\.|[^\\*])*?\S)\*/sy,
    make: (/** @type {RegExpExecArray} */ m) => [el('em', {}, ...inline(m[1] ?? ''))],
  },
  {
    at: /\[((?:\\.|[^\]\\])*)\]\(([^\s()]+)\)/sy,
    make: (/** @type {RegExpExecArray} */ m) => link(m[2] ?? '', inline(m[1] ?? '')),
  },
  ...PLAIN,
];

/** @param {RegExpExecArray} m */
function mention(m) {
  return [el('span', { class: 'mention' }, ...inline(m[1] ?? ''))];
}

/**
 * @param {string} text
 * @param {readonly { at: RegExp, make: (m: RegExpExecArray) => Node[] }[]} [rules]
 * @returns {Node[]}
 */
function inline(text, rules = RULES) {
  /** @type {Node[]} */
  const nodes = [];
  let plain = '';
  for (let index = 0; index < text.length;) {
    const hit = firstHit(text, index, rules);
    if (hit) {
      nodes.push(words(plain), ...hit.nodes);
      plain = '';
      index += hit.length;
    } else {
      plain += text[index];
      index += 1;
    }
  }
  return [...nodes, words(plain)].filter((node) => node.nodeType !== Node.TEXT_NODE || node.textContent !== '');
}

/**
 * @param {string} text
 * @param {number} index
 * @param {readonly { at: RegExp, make: (m: RegExpExecArray) => Node[] }[]} rules
 */
function firstHit(text, index, rules) {
  for (const rule of rules) {
    rule.at.lastIndex = index;
    const match = rule.at.exec(text);
    if (match) {
      return { nodes: rule.make(match), length: match[0].length };
    }
  }
  return null;
}

/** @param {string[]} lines @param {typeof RULES} [rules] */
function paragraph(lines, rules) {
  const element = el('p');
  for (const [index, line] of lines.entries()) {
    element.append(...(index > 0 ? [el('br')] : []), ...inline(line, rules));
  }
  return element;
}

/**
 * Markdown as paragraphs and lists.
 * @param {string} text
 * @returns {HTMLElement[]}
 */
export function markdown(text) {
  /** @type {HTMLElement[]} */
  const blocks = [];
  for (const chunk of text.replace(/\r\n?/g, '\n').split(/\n{2,}/)) {
    const lines = chunk.split('\n');
    while (lines.length > 0) {
      const bullet = /^\s*(?:[-*]|(\d{1,3})[.)])\s+/;
      const listed = bullet.exec(lines[0] ?? '');
      const others = lines.findIndex((line) => bullet.test(line) !== Boolean(listed));
      const taken = lines.splice(0, others < 0 ? lines.length : others);
      blocks.push(listed ? list(taken, bullet, listed[1]) : paragraph(taken));
    }
  }
  return blocks;
}

/** @param {string[]} lines @param {RegExp} bullet @param {string | undefined} start */
function list(lines, bullet, start) {
  const items = lines.map((line) => el('li', {}, ...inline(line.replace(bullet, ''))));
  return start === undefined ? el('ul', {}, ...items) : el('ol', { start }, ...items);
}

/**
 * A person's own words: line breaks, links and mentions, and nothing else read into them.
 * @param {string} text
 * @returns {HTMLElement[]}
 */
export function plainText(text) {
  return text.split(/\n{2,}/).map((chunk) => paragraph(chunk.split('\n'), PLAIN));
}

/**
 * For the card renderer, which wants markup: what the nodes above serialise to, so every text in it is escaped.
 * @param {string} text
 */
export function markdownHtml(text) {
  return markdown(text)
    .map((block) => block.outerHTML)
    .join('');
}
