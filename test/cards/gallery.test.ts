// Every card, in both languages: valid for Teams, within size, and to the letter what the golden file says.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cards } from '../../cards';
import { nodesOf, faultsOf } from './strict';
import { cardOf, gallery } from './gallery';
import { goldenOf, goldenText } from './golden';

const samples = gallery();
const languages = ['da', 'en'] as const;
const each = samples.flatMap((sample) =>
  languages.map((language) => ({ name: `${sample.name}.${language}`, sample, language })),
);

test.each(each)('$name is a card Teams shows', ({ sample, language }) => {
  expect(faultsOf(cardOf(sample, language))).toEqual([]);
});

test.each(each)('$name says what it said', ({ name, sample, language }) => {
  const card = cardOf(sample, language);
  expect(goldenText(card)).toBe(goldenOf(name, card));
});

test('the same input is the same card to the byte', () => {
  for (const sample of samples) {
    expect(JSON.stringify(cardOf(sample, 'da'))).toBe(JSON.stringify(cardOf(sample, 'da')));
  }
});

test('shared cards hold no input', () => {
  const shared = samples.filter(({ name }) =>
    /^(task-|step|last-day|result-posted|extended|superseded|channel-)/.test(name),
  );
  expect(shared.length).toBeGreaterThan(20);
  for (const sample of shared) {
    const card = cardOf(sample, 'da');
    const inputs = nodesOf(JSON.parse(JSON.stringify(card))).filter(
      ({ type }) => typeof type === 'string' && type.startsWith('Input.'),
    );
    expect(inputs).toEqual([]);
  }
});

test('every card of the contract has a sample', () => {
  const folder = join(__dirname, 'samples');
  const source = readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('');
  expect(Object.keys(cards).filter((name) => !source.includes(`cards.${name}(`))).toEqual([]);
});
