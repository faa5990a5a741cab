// Which days are public holidays: date-holidays knows the movable ones, this file says which of them close the day.
// Owns the Danish list of PROCESS.md §6; must not know weekends or what a round closes by itself.
import DateHolidays from 'date-holidays';
import type { LocalDate } from '../../process/calendar';
import { CalendarError } from './errors';

/** The days of one year on which nobody in the country is expected to work. */
export type HolidaysOfYear = (year: number) => ReadonlySet<LocalDate>;

/** date-holidays names a Danish holiday by the rule it is computed by; these and no others count (PROCESS.md §6). */
const DANISH_RULES: ReadonlySet<string> = new Set([
  '01-01',
  'easter -3', // Maundy Thursday
  'easter -2', // Good Friday
  'easter',
  'easter 1',
  'easter 26 prior to 2024', // Store bededag, abolished by law no. 214 of 6 March 2023: the last was in 2023
  'easter 39', // Ascension
  'easter 49', // Whit Sunday
  'easter 50', // Whit Monday
  '12-25',
  '12-26',
]);

/** No public holidays, but a statutory deadline moves past them all the same (PROCESS.md §6). */
const DANISH_CLOSED = ['06-05', '12-24', '12-31'];

/**
 * The holidays of a country, computed once per year.
 * @param country ISO 3166 alpha-2. `DK` gives exactly the list of PROCESS.md §6, any other its public holidays.
 * @throws CalendarError `UnknownCountry` when date-holidays has no data for it.
 */
export function holidaysOf(country: string): HolidaysOfYear {
  const source = new DateHolidays();
  // Own keys only: a country called "constructor" is none.
  if (!Object.hasOwn(source.getCountries(), country)) {
    const hint = 'Write two capital letters, such as DK.';
    throw new CalendarError('UnknownCountry', country, `No holidays are known for the country "${country}". ${hint}`);
  }
  source.init(country);
  const known = new Map<number, ReadonlySet<LocalDate>>();
  return (year) => {
    const holidays = known.get(year) ?? new Set(country === 'DK' ? danish(source, year) : publicDays(source, year));
    known.set(year, holidays);
    return holidays;
  };
}

function danish(source: DateHolidays, year: number): LocalDate[] {
  const movable = source.getHolidays(year).filter((holiday) => DANISH_RULES.has(holiday.rule));
  return [...movable.map((holiday) => holiday.date.slice(0, 10)), ...DANISH_CLOSED.map((day) => `${year}-${day}`)];
}

function publicDays(source: DateHolidays, year: number): LocalDate[] {
  return source
    .getHolidays(year)
    .filter((holiday) => holiday.type === 'public')
    .map((holiday) => holiday.date.slice(0, 10));
}
