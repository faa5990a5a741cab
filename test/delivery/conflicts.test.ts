// What whoever leads a body is told of impartiality in it: once for each declaration and each ruling, never of himself.
import type { RoundState } from '../../services/process/round/state';
import { wantedOfConflicts } from '../../services/delivery/conflictNotices';
import { calendarOf } from '../../services/schedule/calendar';
import { given, monday } from '../process/given';
import { declare, roundWith, rule } from '../process/matters/impartiality/builders';

function told(state: RoundState | null): readonly string[] {
  if (state === null) throw new Error('no round');
  const wanted = wantedOfConflicts(state, monday, calendarOf(state.definition.calendar));
  return wanted.map(({ addressKey, data }) => `${addressKey} ${String(data['what'])} ${String(data['personId'])}`);
}

test('nobody is told of a declaration without conflicts', () => {
  expect(told(given(roundWith(), declare('anna')).state)).toEqual([]);
});

test('the chair is told once of all that one declaration reports, and not of what was taken back', () => {
  const both = given(roundWith(), declare('anna', { n1: ['association'], n2: ['other'] }));
  expect(told(both.state)).toEqual(['personal/karl reported anna']);
  expect(told(both.when(declare('anna')).state)).toEqual([]);
});

test('a ruling is told, and the report no more', () => {
  const ruled = given(
    roundWith(),
    declare('anna', { n1: ['association'] }),
    ...['karl', 'dorte', 'bo'].map((name) => rule(name, { 'anna n1': 'disqualified' })),
  );
  expect(told(ruled.state)).toEqual(['personal/karl ruled anna']);
});

test('a chair who reports himself is not told; his deputy is, where there is one', () => {
  expect(told(given(roundWith(), declare('karl', { n1: ['other'] })).state)).toEqual(['personal/dorte reported karl']);
});
