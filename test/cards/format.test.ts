// Dates, times and numbers as people write them, in the zone of the round.
import { formatOf, workingDaysUntil } from '../../cards/format';
import { textsOf } from '../../cards/texts';
import { calendar } from './world';

const da = formatOf('da', 'Europe/Copenhagen');
const en = formatOf('en', 'Europe/Copenhagen');

test('a deadline has weekday, date and time in words', () => {
  expect(da.moment('2027-02-26T11:00:00.000Z')).toBe('fredag den 26. februar 2027 kl. 12.00');
  expect(en.moment('2027-02-26T11:00:00.000Z')).toBe('Friday 26 February 2027 at 12:00');
});

test('days and times alone', () => {
  expect(da.day('2026-03-16T08:00:00.000Z')).toBe('16. marts 2026');
  expect(da.date('2026-03-16')).toBe('16. marts 2026');
  expect(da.shortMoment('2027-04-09T10:00:00.000Z')).toBe('fredag den 9. april kl. 12.00');
  expect(da.time('2027-06-14T12:12:00.000Z')).toBe('kl. 14.12');
  expect(da.weekday('2027-05-12T09:00:00.000Z')).toBe('onsdag den 12. maj 2027');
});

test('the last Sunday of March, and New Year, in Copenhagen', () => {
  expect(da.moment('2027-03-28T00:59:00.000Z')).toBe('søndag den 28. marts 2027 kl. 01.59');
  expect(da.moment('2027-03-28T01:00:00.000Z')).toBe('søndag den 28. marts 2027 kl. 03.00');
  expect(da.moment('2026-12-31T23:30:00.000Z')).toBe('fredag den 1. januar 2027 kl. 00.30');
});

test('another zone is the definition’s choice', () => {
  expect(formatOf('da', 'Atlantic/Faroe').time('2027-02-26T11:00:00.000Z')).toBe('kl. 11.00');
});

test('numbers and lists', () => {
  expect(da.number(1234.5)).toBe('1.234,5');
  expect(en.number(1234.5)).toBe('1,234.5');
  expect(da.list(['Nordjylland', 'Syddanmark', 'Østdanmark'])).toBe('Nordjylland, Syddanmark og Østdanmark');
  expect(['Ål', 'Zebra', 'Æble'].sort((a, b) => da.compare(a, b))).toEqual(['Zebra', 'Æble', 'Ål']);
});

test('how many working days are left', () => {
  const left = workingDaysUntil('2027-06-18T10:00:00.000Z', '2027-06-14T14:05:00.000Z', calendar);
  expect(textsOf('da').common.until(left)).toBe('om 4 arbejdsdage');
  expect(textsOf('da').common.until(1)).toBe('om 1 arbejdsdag');
  expect(textsOf('da').common.until(0)).toBe('i dag');
});
