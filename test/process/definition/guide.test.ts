// docs/definitions.md keeps its word: its example has no fault and plays to its end, and it names every kind and setting.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { definitionJsonSchema } from '../../../services/process/definition/json-schema';
import { parseDefinition } from '../../../services/process/definition/load';
import { play } from '../kinds/player';

const guide = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'definitions.md'), 'utf8');
const example: unknown = JSON.parse(/```json\n([\s\S]*?)\n```/.exec(guide)?.[1] ?? '');

test('the example has no fault', () => {
  expect(parseDefinition(example)).toMatchObject({ ok: true });
});

test('a round by the example ends', () => {
  const parsed = parseDefinition(example);
  if (!parsed.ok) throw new Error('see the test before');
  const { state, refused } = play(parsed.definition, 5, '2027-02-01T08:00:00.000Z');
  expect([refused, state.status]).toEqual([[], 'closed']);
  expect(Object.values(state.nominations).filter(({ decision }) => decision === 'selected')).toHaveLength(3);
});

test('every key of a definition is in the guide', () => {
  const keys = new Set<string>();
  JSON.stringify(definitionJsonSchema(), (key, value: unknown) => {
    if (key === 'properties') for (const name of Object.keys(value as object)) keys.add(name);
    return value;
  });
  expect([...keys].filter((key) => !guide.includes(`\`${key}\``) && !guide.includes(`"${key}"`))).toEqual([]);
});

test('every word that can be chosen is in the guide', () => {
  const words = new Set<string>();
  JSON.stringify(definitionJsonSchema(), (key, value: unknown) => {
    if (key === 'enum' && Array.isArray(value)) for (const word of value) words.add(String(word));
    return value;
  });
  expect([...words].filter((word) => !new RegExp(`[\`"]${word}[\`"]`).test(guide))).toEqual([]);
});

test('the sentences the guide quotes are the ones that are told', () => {
  const broken = JSON.parse(JSON.stringify(example)) as { calendar: { zone: string } };
  broken.calendar.zone = 'Europe/Copenhage';
  const parsed = parseDefinition(broken);
  const told = parsed.ok ? [] : parsed.faults.map(({ path, message }) => `${path}: ${message}`);
  for (const sentence of told) expect(guide).toContain(sentence);
  expect(told).toHaveLength(1);
});
