// The working calendar: deadlines, working days and sending hours, by luxon and date-holidays.
// Implements services/process/calendar.ts; pure (no clock), and knows nothing of rounds or reminders.
import type { Calendar, CalendarSettings, Instant, LocalDate, LocalTime, SendingHours } from '../process/calendar';
import { workingDayTest } from './calendar/closed-days';
import { checkTime, dateText, dayOf, withinRange, type DayNumber } from './calendar/days';
import { CalendarError } from './calendar/errors';
import { zoneOf, type Zone } from './calendar/zone';

export { CalendarError, type CalendarFault } from './calendar/errors';

/** A process knows a handful of definitions; the bound only keeps an endless variety of settings from filling memory. */
const KNOWN_MAX = 64;
const known = new Map<string, Calendar>();

/**
 * The calendar of some settings; the same object for equal settings.
 * @throws CalendarError with a sentence for an unknown zone or country, a time, day or week that is none.
 */
export function calendarOf(settings: CalendarSettings): Calendar {
  const key = JSON.stringify([
    settings.zone,
    settings.deadlineHour,
    [...settings.closedWeeks].sort(),
    [...settings.closedDays].sort(),
    settings.country ?? 'DK',
  ]);
  const calendar = known.get(key) ?? new ZonedCalendar(settings);
  if (known.size >= KNOWN_MAX) known.clear();
  known.set(key, calendar);
  return calendar;
}

class ZonedCalendar implements Calendar {
  readonly #zone: Zone;
  readonly #deadlineHour: LocalTime;
  readonly #isWorked: (day: DayNumber) => boolean;

  constructor(settings: CalendarSettings) {
    this.#zone = zoneOf(settings.zone);
    this.#deadlineHour = checkTime(settings.deadlineHour);
    this.#isWorked = workingDayTest(settings);
  }

  dateOf(at: Instant): LocalDate {
    return this.#zone.localOf(at).date;
  }

  instantOf(date: LocalDate, time: LocalTime): Instant {
    return this.#zone.instantOf(dateText(dayOf(date)), checkTime(time));
  }

  isWorkingDay(date: LocalDate): boolean {
    return this.#isWorked(dayOf(date));
  }

  workingDayFrom(date: LocalDate): LocalDate {
    return this.addWorkingDays(date, 0);
  }

  addWorkingDays(date: LocalDate, days: number): LocalDate {
    checkDayCount(days);
    let day = dayOf(date);
    // 0 looks from the day itself; any other number from the day after, or before.
    let left = Math.abs(days);
    if (left === 0) return dateText(this.#firstWorked(day, 1));
    const step = days > 0 ? 1 : -1;
    while (left > 0) {
      day = this.#firstWorked(day + step, step);
      left -= 1;
    }
    return dateText(day);
  }

  workingDaysBetween(from: LocalDate, to: LocalDate): number {
    const start = dayOf(from);
    const end = dayOf(to);
    const step = end >= start ? 1 : -1;
    let count = 0;
    for (let day = start; day !== end;) {
      day += step;
      if (this.#isWorked(day)) count += step;
    }
    return count;
  }

  deadlineAfter(from: Instant, workingDays: number): Instant {
    if (workingDays < 1) throw notADayCount(workingDays);
    return this.instantOf(this.addWorkingDays(this.dateOf(from), workingDays), this.#deadlineHour);
  }

  deadlineOn(date: LocalDate): Instant {
    return this.instantOf(this.workingDayFrom(date), this.#deadlineHour);
  }

  nextSendingTime(at: Instant, hours: SendingHours): Instant {
    const from = checkTime(hours.from);
    const to = checkTime(hours.to);
    if (from >= to) {
      const written = `${from}–${to}`;
      throw new CalendarError('NotSendingHours', written, `Sending hours must begin before they end, not ${written}.`);
    }
    const { date, time } = this.#zone.localOf(at);
    const isToday = this.isWorkingDay(date) && time < to;
    if (isToday && time >= from) return at;
    return this.instantOf(isToday ? date : this.addWorkingDays(date, 1), from);
  }

  #firstWorked(from: DayNumber, step: 1 | -1): DayNumber {
    let day = from;
    while (!this.#isWorked(withinRange(day))) day += step;
    return day;
  }
}

function checkDayCount(days: number): void {
  if (!Number.isSafeInteger(days)) throw notADayCount(days);
}

function notADayCount(days: number): CalendarError {
  return new CalendarError('NotADayCount', String(days), `${days} is not a number of working days to count.`);
}
