// What the rules ask of time: which days are worked, and when a deadline falls. Types only.
// The implementation (time zones, holidays) is in services/schedule/calendar.ts; the rules must never read a clock.

/** ISO 8601 in UTC with milliseconds: `2027-02-26T11:00:00.000Z`. */
export type Instant = string;

/** A day as people write it in the settings' zone, without time: `YYYY-MM-DD`, years 2000 to 2100. */
export type LocalDate = string;

/** A time of day in the settings' zone, 24 hours: `HH:mm`. */
export type LocalTime = string;

/** The part of a day in which we write to people: from `from` and until just before `to`, on the same day. */
export interface SendingHours {
  readonly from: LocalTime;
  readonly to: LocalTime;
}

/** Settings of a round (PROCESS.md §6): none of these is code. */
export interface CalendarSettings {
  /** IANA name, for example `Europe/Copenhagen`. */
  readonly zone: string;
  /** When a deadline falls on its day. */
  readonly deadlineHour: LocalTime;
  /** Weeks without working days, Monday to Sunday: `2027-W30`, or `W30` for that week of every year. */
  readonly closedWeeks: readonly string[];
  /** Single days without work, beside weekends and public holidays. */
  readonly closedDays: readonly LocalDate[];
  /** Whose public holidays count, ISO 3166 alpha-2. Left out: `DK`, with 5 June, 24 and 31 December. */
  readonly country?: string;
}

/**
 * Working days and deadlines in one zone. All methods are pure; all throw a `CalendarError` with a sentence for a date,
 * time or number that is none, and for days outside 2000–2100.
 */
export interface Calendar {
  /** The local day of an instant. */
  dateOf(at: Instant): LocalDate;
  /**
   * The instant of a local time. Where the clock is put forward and the time does not exist, it is as much later as the
   * clock jumped (02:30 becomes 03:30); where the clock is put back and the time comes twice, it is the later one: a
   * deadline never comes earlier than people may expect.
   */
  instantOf(date: LocalDate, time: LocalTime): Instant;
  /** False on weekends, public holidays and the closed days and weeks of the settings. */
  isWorkingDay(date: LocalDate): boolean;
  /** The first working day on or after a day. */
  workingDayFrom(date: LocalDate): LocalDate;
  /**
   * The nth working day after a day, the day itself not counted (PROCESS.md §6); with a negative number the nth before
   * it; with 0 the same as `workingDayFrom`. Always a working day.
   */
  addWorkingDays(date: LocalDate, days: number): LocalDate;
  /**
   * Working days after `from` up to and including `to`. With `to` before `from` the negative of the working days before
   * `from` back to and including `to`. So it undoes `addWorkingDays`.
   */
  workingDaysBetween(from: LocalDate, to: LocalDate): number;
  /** A deadline the given number (1 or more) of working days after the local day of `from`, at the deadline hour. */
  deadlineAfter(from: Instant, workingDays: number): Instant;
  /** A deadline at the deadline hour of a day, moved to the next working day when the day is none. */
  deadlineOn(date: LocalDate): Instant;
  /** The first instant at or after `at` that is within the sending hours of a working day. */
  nextSendingTime(at: Instant, hours: SendingHours): Instant;
}
