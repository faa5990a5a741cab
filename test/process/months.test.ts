// Terms in months: the last day of a term, at the ends of months and over leap years.
import fc from 'fast-check';
import { daysFrom, lastDayOfTerm } from '../../services/process/months';

test.each([
  ['2027-03-15', 24, '2029-03-14'],
  ['2027-03-01', 1, '2027-03-31'],
  ['2027-01-31', 1, '2027-02-28'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2027-12-31', 12, '2028-12-30'],
])('a term from %s of %i months lasts until %s', (from, months, last) => {
  expect(lastDayOfTerm(from, months)).toBe(last);
});

test('a longer term never ends sooner', () => {
  const day = fc.date({ min: new Date('2001-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 119 }), (date, months) => {
      const from = date.toISOString().slice(0, 10);
      expect(lastDayOfTerm(from, months) < lastDayOfTerm(from, months + 1)).toBe(true);
    }),
    { seed: 20271101, numRuns: 300 },
  );
});

test('days are counted over months and years', () => {
  expect([daysFrom('2026-12-31', 1), daysFrom('2027-03-01', -1)]).toEqual(['2027-01-01', '2027-02-28']);
});
