// Which days are closed: weekends, public holidays, and the days and weeks the settings close.
// Owns the check of those settings; must not know instants or zones.
import type { CalendarSettings } from '../../process/calendar';
import { dayOf, weekdayOf, weekOf, yearOf, type DayNumber } from './days';
import { CalendarError } from './errors';
import { holidaysOf } from './holidays';

const WEEK_FORM = /^(?:\d{4}-)?W(?:0[1-9]|[1-4]\d|5[0-3])$/;
const SATURDAY = 6;

/**
 * A test for working days after the settings.
 * @throws CalendarError `NotADate`, `NotAWeek`, `UnknownCountry`, `DateOutOfRange` for settings that cannot be.
 */
export function workingDayTest(settings: CalendarSettings): (day: DayNumber) => boolean {
  const holidays = holidaysOf(settings.country ?? 'DK');
  const closedDays = new Set(settings.closedDays.map(dayOf));
  const closedWeeks = new Set(settings.closedWeeks.map(checkWeek));
  return (day) => {
    if (weekdayOf(day) >= SATURDAY || closedDays.has(day)) return false;
    if (closedWeeks.size > 0 && isInClosedWeek(day, closedWeeks)) return false;
    return !holidays(yearOf(day)).has(day);
  };
}

function isInClosedWeek(day: DayNumber, closedWeeks: ReadonlySet<string>): boolean {
  const week = weekOf(day);
  return closedWeeks.has(week) || closedWeeks.has(week.slice('2027-'.length));
}

/** `2025-W53` is refused: that year has 52 weeks, and a closed week that never comes is a slip of the pen. */
function checkWeek(week: string): string {
  const exists = WEEK_FORM.test(week) && (week.startsWith('W') || isWeekOfYear(week));
  if (exists) return week;
  throw new CalendarError('NotAWeek', week, `"${week}" is not a week. Write it as 2027-W30, or W30 for every year.`);
}

function isWeekOfYear(week: string): boolean {
  const year = week.slice(0, 4);
  const number = Number(week.slice('2027-W'.length));
  // 28 December is always in the last week of its year (ISO 8601).
  const lastWeek = Number(weekOf(dayOf(`${year}-12-28`)).slice('2027-W'.length));
  return number <= lastWeek;
}
