// Days as whole numbers (days since 1 January 1970), so that counting them needs neither zone nor clock.
// Knows the Gregorian calendar and ISO weeks; must not know which days are worked.
import type { LocalDate, LocalTime } from '../../process/calendar';
import { CalendarError } from './errors';

/** Days since 1970-01-01; 0 is a Thursday. */
export type DayNumber = number;

export const MS_PER_DAY = 86_400_000;

/** Holiday rules are known and tested for these years; no round runs outside them. */
export const YEAR_MIN = 2000;
export const YEAR_MAX = 2100;

export const DAY_MIN: DayNumber = Date.UTC(YEAR_MIN, 0, 1) / MS_PER_DAY;
export const DAY_MAX: DayNumber = Date.UTC(YEAR_MAX, 11, 31) / MS_PER_DAY;

const DATE_FORM = /^\d{4}-\d{2}-\d{2}$/;
const TIME_FORM = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/**
 * @throws CalendarError `NotADate` for text that is no day of the calendar (2027-02-29), `DateOutOfRange` outside
 * 2000–2100.
 */
export function dayOf(date: LocalDate): DayNumber {
  const ms = DATE_FORM.test(date) ? Date.parse(`${date}T00:00:00.000Z`) : Number.NaN;
  // Date.parse takes 2027-02-30 for 2 March, so the day is written back and compared.
  if (Number.isNaN(ms) || new Date(ms).toISOString().slice(0, 10) !== date) {
    throw new CalendarError('NotADate', date, `"${date}" is not a date. Write it as 2027-02-26.`);
  }
  return withinRange(ms / MS_PER_DAY);
}

/** @throws CalendarError `DateOutOfRange` outside 2000–2100. */
export function withinRange(day: DayNumber): DayNumber {
  if (day >= DAY_MIN && day <= DAY_MAX) return day;
  const date = dateText(day);
  const years = `${YEAR_MIN} to ${YEAR_MAX}`;
  throw new CalendarError('DateOutOfRange', date, `${date} is outside the calendar, which knows the years ${years}.`);
}

/** The day as `YYYY-MM-DD`. */
export function dateText(day: DayNumber): LocalDate {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}

/** The Gregorian year of a day. */
export function yearOf(day: DayNumber): number {
  return new Date(day * MS_PER_DAY).getUTCFullYear();
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(day: DayNumber): number {
  // Day 0 was a Thursday, weekday 4.
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The ISO 8601 week of a day as `YYYY-Www`: the week belongs to the year that holds its Thursday. */
export function weekOf(day: DayNumber): string {
  const thursday = day - weekdayOf(day) + 4;
  const year = yearOf(thursday);
  const newYear = Date.UTC(year, 0, 1) / MS_PER_DAY;
  const week = Math.floor((thursday - newYear) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** @throws CalendarError `NotATime` for anything but `HH:mm` from 00:00 to 23:59. */
export function checkTime(time: LocalTime): LocalTime {
  if (TIME_FORM.test(time)) return time;
  throw new CalendarError('NotATime', time, `"${time}" is not a time of day. Write it as 12:00.`);
}
