// Checks of a definition's calendar and of its reminders: the zone is one, weeks and days exist, reminders come before deadlines.
import type { Fault, PathPart } from '../faults';
import type { Reminders } from '../schema';
import { fault, repeated, type Check } from './check';

/** The calendar counts from 2000 to 2100 (services/process/calendar.ts). */
const FIRST_DAY = '2000-01-01';
const LAST_DAY = '2100-12-31';
/** The schema's own rungs; who wrote none is not told of them, and those that do not fit are left out (reminders.ts). */
const DEFAULT_RUNGS = '5,1';

export const checkCalendar: Check = ({ definition }) => {
  const { zone, closedWeeks, closedDays } = definition.calendar;
  return [
    ...(isZone(zone)
      ? []
      : [fault(['calendar', 'zone'], `"${zone}" is not a time zone. Write an IANA name, such as Europe/Copenhagen.`)]),
    ...closedWeeks.flatMap((week, at) => weekFault(week, ['calendar', 'closedWeeks', at])),
    ...closedDays.flatMap((day, at) => dayFault(day, ['calendar', 'closedDays', at])),
  ];
};

/** A rung must be less than the task's working days; the definition's own must fit at least its longest task. */
export const checkReminders: Check = ({ definition, tasks }) => {
  const longest = Math.max(...tasks.map(({ task }) => task.workingDays));
  const { before } = definition.reminders;
  const general =
    before.join(',') === DEFAULT_RUNGS
      ? []
      : tooEarly(definition.reminders, longest, ['reminders'], `the longest task lasts ${days(longest)}`);
  const own = tasks.flatMap(({ task, path }) => {
    if (task.reminders === undefined) return [];
    const lasts = `task "${task.id}" lasts ${days(task.workingDays)}`;
    return [
      ...tooEarly(task.reminders, task.workingDays, [...path, 'reminders'], lasts),
      ...rungsTwice(task.reminders, [...path, 'reminders']),
    ];
  });
  const channel = [
    ...tooEarlyInChannel(definition.reminders, longest, ['reminders']),
    ...tasks.flatMap(({ task, path }) =>
      task.reminders === undefined ? [] : tooEarlyInChannel(task.reminders, task.workingDays, [...path, 'reminders']),
    ),
  ];
  return [...general, ...rungsTwice(definition.reminders, ['reminders']), ...own, ...channel, ...steps(definition)];
};

function tooEarly(
  reminders: Reminders,
  workingDays: number,
  path: readonly PathPart[],
  lasts: string,
): readonly Fault[] {
  return reminders.before.flatMap((rung, at) => {
    if (rung < workingDays) return [];
    const message = `A reminder ${days(rung)} before the deadline would come before anybody can answer: ${lasts}.`;
    const cure = workingDays > 1 ? `Write ${workingDays - 1} or less.` : 'Leave it out.';
    return [fault([...path, 'before', at], `${message} ${cure}`)];
  });
}

function tooEarlyInChannel({ inChannel = [] }: Reminders, workingDays: number, path: readonly PathPart[]) {
  return inChannel.flatMap((rung, at) =>
    rung < workingDays
      ? []
      : [
          fault(
            [...path, 'inChannel', at],
            `A summary ${days(rung)} before the deadline would come before anybody can answer. Write ${workingDays - 1} or less.`,
          ),
        ],
  );
}

/** The chair is asked before the secretariat is told names. */
function steps({ reminders: { escalation } }: Parameters<Check>[0]['definition']): readonly Fault[] {
  if (escalation === undefined || escalation.chair <= escalation.secretariat) return [];
  const message = `The secretariat would get names before the chair got a count. Write ${escalation.chair} or more.`;
  return [fault(['reminders', 'escalation', 'secretariat'], message)];
}

function rungsTwice(reminders: Reminders, path: readonly PathPart[]): readonly Fault[] {
  return [
    ...repeated('reminders of', reminders.before.map(days), (at) => [...path, 'before', at]),
    ...repeated('reminders of', reminders.after.map(days), (at) => [...path, 'after', at]),
  ];
}

function days(count: number): string {
  return `${count} working ${count === 1 ? 'day' : 'days'}`;
}

function isZone(zone: string): boolean {
  // An offset such as +01:00 is accepted by Intl but knows no summer time, and the calendar refuses it.
  if (/^[+-]/.test(zone)) return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function weekFault(week: string, path: readonly PathPart[]): readonly Fault[] {
  const year = Number(week.slice(0, 4));
  const isLast = week.endsWith('W53');
  if (week.startsWith('W')) return [];
  if (year < Number(FIRST_DAY.slice(0, 4)) || year > Number(LAST_DAY.slice(0, 4))) {
    return [fault(path, `The calendar knows the years 2000 to 2100, not ${year}.`)];
  }
  return isLast && !hasWeek53(year)
    ? [fault(path, `${year} has no week 53. Write ${year + 1}-W01 or leave it out.`)]
    : [];
}

/** ISO 8601: a year has 53 weeks when 1 January or 31 December is a Thursday. */
function hasWeek53(year: number): boolean {
  const thursday = 4;
  return [Date.UTC(year, 0, 1), Date.UTC(year, 11, 31)].some((day) => new Date(day).getUTCDay() === thursday);
}

function dayFault(day: string, path: readonly PathPart[]): readonly Fault[] {
  if (day >= FIRST_DAY && day <= LAST_DAY) return [];
  return [fault(path, `The calendar knows the years 2000 to 2100, not ${day}.`)];
}
