// Which letters a round wants for its nominators: receipts of what was submitted in it, never of what came over from before.
import type { RoundState } from '../../services/process/round/state';
import { wantedAtOnce } from '../../services/delivery/wanted';
import { calendarOf } from '../../services/schedule/calendar';
import { definitionWith, electorateOf, given, monday, seat, started, submittedNomination } from '../process/given';
import { back, form, send } from '../process/kinds/sketches';

const definition = definitionWith([{ id: 'indstil', kind: 'nominate', bodies: ['kind:region'] }], { form });
const electorate = electorateOf(definition, seat('nord', 'region-nord', { role: 'contact' }));

function wantedKeys(state: RoundState | null): readonly string[] {
  if (state === null) throw new Error('no round');
  return wantedAtOnce(state, {}, monday, calendarOf(definition.calendar)).map(({ key }) => key);
}

test('a nomination that is submitted gives each of its nominators a receipt', () => {
  const told = given(
    started(definition, electorate),
    send('klara', 'n1', { with: ['kurt'] }),
    back('nord', 'n1', 'region-nord'),
  );
  expect(wantedKeys(told.state)).toEqual(['receipt/r1/n1/klara', 'receipt/r1/n1/kurt']);
});

test('one that comes over from an earlier round gives none, as it was received then', () => {
  const told = given(started(definition, electorate, { carriedOver: [submittedNomination('n9', '2026-009')] }));
  expect(wantedKeys(told.state)).toEqual([]);
});
