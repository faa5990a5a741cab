// Cards beside Microsoft's Agents Playground: nothing opens a dialog or searches a directory, all else stays as it was.
import { drawFor, drawnAnswer } from '../../bot/playground';
import { readPress } from '../../cards/verbs';
import { execute, openDialog } from '../../cards/card';
import type { Card } from '../../cards/card';
import { peopleInput } from '../../cards/views/forms/inputs';
import { textsOf } from '../../cards/texts';

const alex = { name: 'Alex Wilber', aadObjectId: '00000000-0000-0000-0000-000000000020' };
const draw = drawFor([alex]);

test('a button that would open a dialog asks for the same form, and the bot understands it', () => {
  const button = openDialog('Add a seat', 'mandate.open', { bodyId: 'council' }, { style: 'primary' });
  const drawn = draw(button);
  expect(drawn).toEqual({
    type: 'Action.Execute',
    title: 'Add a seat',
    style: 'positive',
    verb: 'mandate.open',
    data: { v: 1, verb: 'mandate.open', bodyId: 'council' },
  });
  expect(readPress(drawn['data'])).toMatchObject({ ok: true, pressed: { verb: 'mandate.open' } });
});

test('a people picker is a list of those the Playground shows', () => {
  const [picker] = peopleInput(textsOf('en'), { id: 'person', label: 'Person', required: true }).map(draw);
  expect(picker).toMatchObject({ choices: [{ title: alex.name, value: alex.aadObjectId }], style: 'compact' });
  expect(picker).not.toHaveProperty(['choices.data']);
});

test('other buttons, texts and answers without a card stay as they are', () => {
  const card = { body: [execute('Vote', 'refresh', { roundId: 'r' }), { type: 'TextBlock', text: 'x' }] };
  expect(draw(card)).toEqual(card);
  expect(drawnAnswer(draw, { kind: 'sentence', text: 'x' })).toEqual({ kind: 'sentence', text: 'x' });
  const answer = drawnAnswer(draw, { kind: 'card', card: card as unknown as Card });
  expect(answer).toEqual({ kind: 'card', card });
});
