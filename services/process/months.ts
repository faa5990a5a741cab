// Terms in whole months between local days. Pure arithmetic on dates as people write them; knows no calendar of working days.
import type { LocalDate } from './calendar';

/**
 * The last day of a term of so many months (1 or more) that begins on `from`: two years from 15 March 2027 last until
 * 14 March 2029. A month too short for the day ends the term on its own last day.
 */
export function lastDayOfTerm(from: LocalDate, months: number): LocalDate {
  const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
  const daysThere = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const isShort = day > daysThere;
  const end = new Date(Date.UTC(year, month - 1 + months, isShort ? daysThere : day - 1));
  return end.toISOString().slice(0, 10);
}

/** The day so many days (negative: before) from `date`. */
export function daysFrom(date: LocalDate, days: number): LocalDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}
