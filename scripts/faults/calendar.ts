// `npm run faults -- calendar`: the Danish calendar held against a table of working days that was computed without it, and
// what must hold for every deadline of those years. Needs the checkout: the table is among the tests' fixtures.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { calendarOf } from '../../services/schedule/calendar';

const table = join(resolve(__dirname, '..', '..', '..'), 'test', 'fixtures', 'working-days', 'denmark-2024-2035.json');

type Year = { readonly closedDays: readonly string[]; readonly workingDaysPerMonth: readonly number[] };

const denmark = calendarOf({ zone: 'Europe/Copenhagen', deadlineHour: '12:00', closedWeeks: [], closedDays: [] });

const inCopenhagen = new Intl.DateTimeFormat('da-DK', { timeZone: 'Europe/Copenhagen', timeStyle: 'short' });

/** Deadlines are checked up to this many working days ahead: about three months. */
const daysMax = 60;

/** Prints its figures; false where the two disagree or a property does not hold. */
export function calendarAgrees(): boolean {
  const years = Object.entries(JSON.parse(readFileSync(table, 'utf8')) as Record<string, Year>);
  const found = { days: 0, daysDiffering: 0, months: 0, monthsDiffering: 0, deadlines: 0, deadlinesBroken: 0 };
  for (const [year, { closedDays, workingDaysPerMonth }] of years) {
    const closed = new Set(closedDays);
    const days = daysOf(year);
    for (const day of days) {
      found.days += 1;
      const isOpen = !closed.has(day) && ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
      if (denmark.isWorkingDay(day) !== isOpen) found.daysDiffering += 1;
      for (let count = 1; count <= daysMax; count += 1) {
        found.deadlines += 1;
        if (!holds(day, count)) found.deadlinesBroken += 1;
      }
    }
    workingDaysPerMonth.forEach((expected, index) => {
      found.months += 1;
      const month = `${year}-${String(index + 1).padStart(2, '0')}`;
      const open = days.filter((day) => day.startsWith(month) && denmark.isWorkingDay(day)).length;
      if (open !== expected) found.monthsDiffering += 1;
    });
  }
  for (const [name, value] of Object.entries(found)) console.log(`${name.padEnd(16)} ${value}`);
  console.log(JSON.stringify({ from: years[0]?.[0], to: years.at(-1)?.[0], ...found }));
  return found.daysDiffering + found.monthsDiffering + found.deadlinesBroken === 0;
}

/** On a working day, after as many of them as asked for, at the definition's hour, and never earlier for a day more. */
function holds(day: string, count: number): boolean {
  const deadline = denmark.deadlineAfter(denmark.instantOf(day, '09:00'), count);
  const date = denmark.dateOf(deadline);
  const hour = inCopenhagen.format(new Date(deadline));
  return (
    denmark.isWorkingDay(date) &&
    denmark.workingDaysBetween(day, date) === count &&
    hour === '12.00' &&
    denmark.addWorkingDays(day, count) < denmark.addWorkingDays(day, count + 1)
  );
}

function daysOf(year: string): readonly string[] {
  const length = (Date.UTC(Number(year) + 1, 0, 1) - Date.UTC(Number(year), 0, 1)) / 86_400_000;
  return Array.from({ length }, (_, index) =>
    new Date(Date.UTC(Number(year), 0, 1 + index)).toISOString().slice(0, 10),
  );
}
