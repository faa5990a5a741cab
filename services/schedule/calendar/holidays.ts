// Which days are public holidays: date-holidays knows the movable ones, this file says which of them close the day.
// Owns the Danish list of PROCESS.md §6; must not know weekends or what a round closes by itself.
import DateHolidays, { type HolidaysTypes } from 'date-holidays';
import { dayOf, MS_PER_DAY, type DayNumber } from './days';
import { CalendarError } from './errors';

/** The days of one year on which nobody in the country is expected to work. */
export type HolidaysOfYear = (year: number) => ReadonlySet<DayNumber>;

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
  const known = new Map<number, ReadonlySet<DayNumber>>();
  return (year) => {
    let holidays = known.get(year);
    if (holidays === undefined) {
      holidays = new Set(country === 'DK' ? danish(source, year) : publicDays(source, year));
      known.set(year, holidays);
    }
    return holidays;
  };
}

function danish(source: DateHolidays, year: number): DayNumber[] {
  const found = source.getHolidays(year).filter((holiday) => DANISH_RULES.has(holiday.rule));
  return [...found.flatMap(wholeDays), ...DANISH_CLOSED.map((day) => dayOf(`${year}-${day}`))];
}

function publicDays(source: DateHolidays, year: number): DayNumber[] {
  return source
    .getHolidays(year)
    .filter((holiday) => holiday.type === 'public')
    .flatMap(wholeDays);
}

/** Some countries have holidays of several days, and some of an evening, which closes no day. */
function wholeDays(holiday: HolidaysTypes.Holiday): DayNumber[] {
  const first = dayOf(holiday.date.slice(0, 'YYYY-MM-DD'.length));
  // Rounded, because a day on which the clock changes has 23 or 25 hours.
  const length = Math.round((holiday.end.getTime() - holiday.start.getTime()) / MS_PER_DAY);
  return Array.from({ length }, (_, offset) => first + offset);
}
