// A dialog says its title once: Teams shows it above the card.
import { untitled } from '../../cards/card';
import { gallery } from './gallery';

const headings = (body: readonly Readonly<Record<string, unknown>>[]): readonly unknown[] =>
  body.filter(({ style }) => style === 'heading').map(({ text }) => text);

test('no form repeats the title of its dialog, and in a chat every form keeps its heading', () => {
  const forms = gallery().flatMap((sample) => {
    const made = sample.make('da');
    return 'card' in made ? [made] : [];
  });
  expect(forms.length).toBeGreaterThan(20);
  for (const form of forms) {
    expect(headings(form.card.body)).not.toHaveLength(0);
    expect(headings(untitled(form).body)).not.toContain(form.title);
  }
});
