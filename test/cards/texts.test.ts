// Words: both languages have every key, nobody shouts, no template holds a sentence, every fault has its way on.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textsOf } from '../../cards/texts';

type Node = string | ((...parts: never[]) => string) | { readonly [key: string]: Node };

/** Every text by its path; a function is called with marks, so that its own words are seen. */
function leaves(node: Node, path = ''): readonly (readonly [string, string])[] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    const marks = Array.from({ length: node.length }, (_, n) => (n + 3) as never);
    return [[path, node(...marks)]];
  }
  return Object.entries(node).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

const da = leaves(textsOf('da'));
const en = leaves(textsOf('en'));

test('both languages have every key', () => {
  expect(en.map(([path]) => path).sort()).toEqual(da.map(([path]) => path).sort());
});

test('there are no exclamation marks, no dashes for thoughts, no double spaces', () => {
  const loud = [...da, ...en].filter(([, text]) => /!| — |  /.test(text));
  expect(loud).toEqual([]);
});

test('no text is empty, and Danish and English differ where they are sentences', () => {
  const english = new Map(en);
  expect([...da, ...en].filter(([, text]) => text.trim() === '')).toEqual([]);
  // Only marks and numbers: what they are made of is translated elsewhere.
  const same = da.filter(([path, text]) => /[a-zæøå]{3}.* .*[a-zæøå]{3}/i.test(text) && english.get(path) === text);
  expect(same).toEqual([]);
});

test('screens never speak of an "organ", of seq, commit or JSON', () => {
  const told = [...da, ...en].filter(([, text]) => /\borgan(er|et|ets)?\b|\bseq\b|\bcommit\b|\bjson\b/i.test(text));
  expect(told).toEqual([]);
});

test('every fault is a sentence', () => {
  for (const [path, text] of [...da, ...en].filter(([key]) => key.startsWith('faults.'))) {
    expect(`${path}: ${text}`).toMatch(/(\.|https:\/\/)$/);
  }
});

test('buttons are short enough for a phone', () => {
  const buttons = ['ballot.choice', 'personal.command', 'personal.act', 'common.'];
  const long = da.filter(([path, text]) => buttons.some((prefix) => path.startsWith(prefix)) && text.length > 120);
  expect(long).toEqual([]);
});

test('no template holds a sentence', () => {
  const folder = join(__dirname, '..', '..', 'cards', 'templates');
  const words = readdirSync(folder).flatMap((file) => {
    const texts = JSON.stringify(JSON.parse(readFileSync(join(folder, file), 'utf8'))).match(
      /"(text|title|label)":"[^"]*"/g,
    );
    return (texts ?? []).filter((text) => !/":"\$\{[^}]*\}"$/.test(text));
  });
  expect(words).toEqual([]);
});

test('every template is versioned 1.5', () => {
  const folder = join(__dirname, '..', '..', 'cards', 'templates');
  for (const file of readdirSync(folder)) {
    const template = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { version: string };
    expect(template.version).toBe('1.5');
  }
});
