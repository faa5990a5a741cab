// Bad input about time is refused with a sentence of its own in both languages: what is wrong and what to do, no name of ours.
import * as cards from '../../cards';
import { wordsOf } from '../../services/local/rehearsal/players/cards';
import type { RoundRefusal } from '../../services/process/round/refusals';
import { by, definitionWith, electorateOf, given, seat, started, taskId } from '../process/given';

const definition = definitionWith([{ id: 'valg', kind: 'vote', workingDays: 10 }]);
const start = started(definition, electorateOf(definition, seat('anna', 'udvalg')));

/** The secretariat asks on 21 January for a deadline of Monday 25 January 2027, twelve, to be moved. */
const extended = (deadlineAt: string, now: string) =>
  given(start).when(by('sine', { type: 'ExtendDeadline', taskId: taskId('valg'), deadlineAt, texts: null }, now));

const refusals: readonly (readonly [what: string, refusal: RoundRefusal['name'], deadlineAt: string, now: string])[] = [
  ['an extension that shortens', 'ExtensionShortens', '2027-01-22T11:00:00.000Z', '2027-01-21T08:00:00.000Z'],
  ['a deadline in the past', 'DeadlineInPast', '2027-01-26T11:00:00.000Z', '2027-01-27T08:00:00.000Z'],
];

test.each(refusals)('%s', (_what, name, deadlineAt, now) => {
  extended(deadlineAt, now).thenRefused(name);
  const fault = name === 'ExtensionShortens' ? ({ name, deadlineAt } as const) : { name: 'DeadlineInPast' as const };
  const [danish, english] = (['da', 'en'] as const).map((language) => wordsOf(cards.faultCard({ fault, language })));
  for (const words of [danish, english]) {
    expect(words).toMatch(/^[A-ZÆØÅ][^!{}]+\./);
    expect(words).not.toContain(name);
  }
  expect(danish).toContain('frist');
  expect(english).toContain('deadline');
});
