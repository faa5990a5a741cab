// Reading cards: buttons with the words beside them, inputs with what stands in them, complaints and pleas for patience.
import {
  asksForPatience,
  buttonsOf,
  inputsOf,
  isComplaint,
  wordsOf,
} from '../../../services/local/rehearsal/players/cards';
import { fill, onScale } from '../../../services/local/rehearsal/players/filling';

const card = {
  type: 'AdaptiveCard',
  body: [
    { type: 'TextBlock', text: 'Overskrift' },
    {
      type: 'Container',
      items: [
        { type: 'TextBlock', text: 'Region Nord' },
        { type: 'ActionSet', actions: [{ type: 'Action.Execute', title: 'Send', data: { verb: 'a', id: 'n' } }] },
      ],
    },
    {
      type: 'Container',
      items: [
        { type: 'TextBlock', text: 'Region Syd' },
        {
          type: 'ActionSet',
          actions: [
            { type: 'Action.Submit', title: 'Spring over', associatedInputs: 'none', data: { verb: 'a', id: 's' } },
            { type: 'Action.OpenUrl', title: 'Læs', url: 'https://eksempel.invalid' },
          ],
        },
      ],
    },
    { type: 'Input.Text', id: 'why', label: 'Hvorfor *' },
    { type: 'Input.Number', id: 'many', label: 'Antal', min: 3, isRequired: true },
    { type: 'Input.ChoiceSet', id: 'one', label: 'Et valg', value: 'y', choices: [{ title: 'X', value: 'x' }] },
    { type: 'Input.ChoiceSet', id: 'who', label: 'Hvem', choices: [], 'choices.data': { type: 'Data.Query' } },
  ],
};

const said = { type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: 'Gemt.' }] };
const help = { type: 'ActionSet', actions: [{ type: 'Action.Execute', title: 'Hjælp', data: { verb: 'help.show' } }] };

test('a button is read with its data and the words of its own section', () => {
  expect(buttonsOf(card).map(({ verb, data, beside, takesInputs }) => [verb, data['id'], beside, takesInputs])).toEqual(
    [
      ['a', 'n', 'Region Nord', true],
      ['a', 's', 'Region Syd', false],
    ],
  );
});

test('inputs are read with their kind, and a star says that one is wanted', () => {
  expect(inputsOf(card).map(({ id, kind, required, value }) => [id, kind, required, value])).toEqual([
    ['why', 'text', true, ''],
    ['many', 'number', true, ''],
    ['one', 'choice', false, 'y'],
    ['who', 'people', false, ''],
  ]);
});

test('what is known is typed, what is wanted and empty gets something sensible, the rest stays as it is', () => {
  expect(fill(inputsOf(card), { one: 'x' }, 'nogle ord')).toEqual({ why: 'nogle ord', many: '3', one: 'x' });
});

test('words of buttons are no words of the card', () => {
  expect(wordsOf({ ...card, body: card.body.slice(0, 2) })).toBe('Overskrift\nRegion Nord');
});

test('a card that only says something is no complaint; one that leads to help is', () => {
  expect(isComplaint(said)).toBe(false);
  expect(isComplaint({ ...said, body: [...said.body, help] })).toBe(true);
});

test('a form with its fault above is a complaint, and "try again" asks for patience', () => {
  const fault = (text: string) => ({ type: 'Container', style: 'attention', items: [{ type: 'TextBlock', text }] });
  expect(isComplaint({ ...card, body: [fault('Skriv hvorfor.'), ...card.body] })).toBe(true);
  expect(asksForPatience({ ...card, body: [fault('Skriv hvorfor.'), ...card.body] })).toBe(false);
  expect(asksForPatience({ ...said, body: [{ type: 'TextBlock', text: 'Ikke gemt. Prøv igen om lidt.' }] })).toBe(true);
});

test.each([
  [0, 'worst'],
  [0.49, 'middle'],
  [1, 'best'],
])('a judgement of %p is %p on a scale of three', (judgement, step) => {
  expect(onScale(['worst', 'middle', 'best'], judgement)).toBe(step);
});
