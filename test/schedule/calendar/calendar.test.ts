// What working days and deadlines are, told by example. The table it compares with was computed without the product's
// libraries (test/fixtures/working-days).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { calendarOf } from '../../../services/schedule/calendar';
import type { Calendar, CalendarSettings } from '../../../services/process/calendar';
import { copenhagen, denmark } from './denmark';

interface YearTable {
  readonly easter: string;
  readonly closedDays: readonly string[];
  readonly workingDaysPerMonth: readonly number[];
}

const table = JSON.parse(
  readFileSync(join(__dirname, '../../fixtures/working-days/denmark-2024-2035.json'), 'utf8'),
) as Record<string, YearTable>;

/** Published Easter Sundays, typed by hand. */
const EASTER_SUNDAYS = [
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2028-04-16',
  '2029-04-01',
  '2030-04-21',
  '2031-04-13',
  '2032-03-28',
  '2033-04-17',
  '2034-04-09',
  '2035-03-25',
];

function daysOf(year: string): string[] {
  const days: string[] = [];
  for (let ms = Date.parse(`${year}-01-01`); ; ms += 86_400_000) {
    const day = new Date(ms).toISOString().slice(0, 10);
    if (!day.startsWith(year)) return days;
    days.push(day);
  }
}

function closing(settings: Partial<CalendarSettings>): Calendar {
  return calendarOf({ ...copenhagen, ...settings });
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

describe('the independent table', () => {
  it('knows the published Easter Sundays', () => {
    expect(Object.values(table).map((year) => year.easter)).toEqual(EASTER_SUNDAYS);
  });
});

describe.each(Object.entries(table))('the Danish calendar of %s', (year, expected) => {
  it('is closed on the listed weekdays and open on all others', () => {
    const closed = daysOf(year).filter((day) => !isWeekend(day) && !denmark.isWorkingDay(day));
    expect(closed).toEqual(expected.closedDays.filter((day) => !isWeekend(day)));
  });

  it('has the working days of each month', () => {
    const counts = expected.workingDaysPerMonth.map((_, month) => {
      const prefix = `${year}-${String(month + 1).padStart(2, '0')}`;
      return daysOf(year).filter((day) => day.startsWith(prefix) && denmark.isWorkingDay(day)).length;
    });
    expect(counts).toEqual(expected.workingDaysPerMonth);
  });
});

describe('Store bededag', () => {
  it('closed the fourth Friday after Easter for the last time in 2023', () => {
    expect(denmark.isWorkingDay('2023-05-05')).toBe(false);
    expect(denmark.isWorkingDay('2024-04-26')).toBe(true);
  });
});

describe('the days that are no public holidays', () => {
  it.each(['2026-06-05', '2026-12-24', '2026-12-31'])('%s is closed all the same', (day) => {
    expect(denmark.isWorkingDay(day)).toBe(false);
  });

  it.each(['2026-05-01', '2026-06-04', '2026-12-30', '2026-12-23'])('%s is worked', (day) => {
    expect(denmark.isWorkingDay(day)).toBe(true);
  });
});

describe('counting working days', () => {
  it('begins the day after', () => {
    expect(denmark.addWorkingDays('2027-02-22', 1)).toBe('2027-02-23');
    expect(denmark.addWorkingDays('2027-02-26', 1)).toBe('2027-03-01');
  });

  it('passes the five closed days of Easter 2027', () => {
    expect(denmark.addWorkingDays('2027-03-24', 1)).toBe('2027-03-30');
    expect(denmark.workingDaysBetween('2027-03-24', '2027-03-30')).toBe(1);
  });

  it('passes Christmas and New Year into the next year', () => {
    expect(denmark.addWorkingDays('2026-12-23', 3)).toBe('2026-12-30');
    expect(denmark.addWorkingDays('2026-12-23', 4)).toBe('2027-01-04');
  });

  it('goes back for reminders', () => {
    expect(denmark.addWorkingDays('2027-03-30', -1)).toBe('2027-03-24');
    expect(denmark.workingDaysBetween('2027-03-30', '2027-03-24')).toBe(-1);
  });

  it('with no days to count takes the day itself, or the next that is worked', () => {
    expect(denmark.addWorkingDays('2027-03-24', 0)).toBe('2027-03-24');
    expect(denmark.workingDayFrom('2027-03-25')).toBe('2027-03-30');
  });
});

describe('a deadline', () => {
  it('falls at the deadline hour in winter and in summer', () => {
    expect(denmark.deadlineOn('2027-02-26')).toBe('2027-02-26T11:00:00.000Z');
    expect(denmark.deadlineOn('2027-06-18')).toBe('2027-06-18T10:00:00.000Z');
  });

  it('moves past Easter Sunday 2027, when the clock changes, and keeps its hour', () => {
    expect(denmark.deadlineOn('2027-03-28')).toBe('2027-03-30T10:00:00.000Z');
    expect(denmark.deadlineAfter('2027-03-24T15:00:00.000Z', 1)).toBe('2027-03-30T10:00:00.000Z');
  });

  it('moves past New Year’s Eve', () => {
    expect(denmark.deadlineOn('2026-12-31')).toBe('2027-01-04T11:00:00.000Z');
  });

  it('counts from the local day: half past midnight in Copenhagen is already the next day', () => {
    expect(denmark.dateOf('2027-02-22T23:30:00.000Z')).toBe('2027-02-23');
    expect(denmark.deadlineAfter('2027-02-22T23:30:00.000Z', 2)).toBe('2027-02-25T11:00:00.000Z');
  });
});

describe('what a round closes by itself', () => {
  it('a day', () => {
    expect(closing({ closedDays: ['2027-02-24'] }).addWorkingDays('2027-02-23', 1)).toBe('2027-02-25');
  });

  it('a week of one year', () => {
    const calendar = closing({ closedWeeks: ['2027-W30'] });
    expect(calendar.workingDayFrom('2027-07-26')).toBe('2027-08-02');
    expect(calendar.isWorkingDay('2028-07-26')).toBe(true);
  });

  it('a week of every year', () => {
    const calendar = closing({ closedWeeks: ['W30'] });
    expect(calendar.workingDayFrom('2027-07-26')).toBe('2027-08-02');
    expect(calendar.isWorkingDay('2028-07-26')).toBe(false);
  });

  it('week 53 where a year has one, and the days of January that belong to it', () => {
    const calendar = closing({ closedWeeks: ['W53'] });
    expect(calendar.isWorkingDay('2026-12-30')).toBe(false);
    expect(calendar.workingDayFrom('2026-12-28')).toBe('2027-01-04');
    expect(calendar.isWorkingDay('2027-12-29')).toBe(true);
  });

  it('the holidays of another country, without the Danish extra days', () => {
    const calendar = closing({ country: 'NO' });
    expect(calendar.isWorkingDay('2027-05-17')).toBe(false);
    expect(calendar.isWorkingDay('2028-06-05')).toBe(false); // Whit Monday
    expect(calendar.isWorkingDay('2026-06-05')).toBe(true);
  });
});

describe('clock changes', () => {
  it('a time that does not exist becomes as much later as the clock jumped', () => {
    expect(denmark.instantOf('2027-03-28', '02:30')).toBe('2027-03-28T01:30:00.000Z');
    expect(denmark.instantOf('2027-03-28', '03:30')).toBe('2027-03-28T01:30:00.000Z');
  });

  it('a time that comes twice is the later one', () => {
    expect(denmark.instantOf('2027-10-31', '02:30')).toBe('2027-10-31T01:30:00.000Z');
  });

  it('in zones of the southern hemisphere and of half hours too', () => {
    const island = calendarOf({ ...copenhagen, zone: 'Australia/Lord_Howe', country: 'AU' });
    expect(island.instantOf('2027-10-03', '02:15')).toBe('2027-10-02T15:45:00.000Z');
    expect(island.instantOf('2027-04-04', '01:45')).toBe('2027-04-03T15:15:00.000Z');
  });
});

describe('sending hours', () => {
  const hours = { from: '08:00', to: '17:00' };

  it('let a message go at once in the middle of a working day', () => {
    expect(denmark.nextSendingTime('2027-02-24T12:34:56.789Z', hours)).toBe('2027-02-24T12:34:56.789Z');
  });

  it('hold it until the morning', () => {
    expect(denmark.nextSendingTime('2027-02-24T05:00:00.000Z', hours)).toBe('2027-02-24T07:00:00.000Z');
  });

  it('end just before their last minute', () => {
    expect(denmark.nextSendingTime('2027-02-24T15:59:59.999Z', hours)).toBe('2027-02-24T15:59:59.999Z');
    expect(denmark.nextSendingTime('2027-02-24T16:00:00.000Z', hours)).toBe('2027-02-25T07:00:00.000Z');
  });

  it('hold it over Easter and the clock change', () => {
    expect(denmark.nextSendingTime('2027-03-24T17:00:00.000Z', hours)).toBe('2027-03-30T06:00:00.000Z');
  });

  it('must begin before they end', () => {
    expect(() => denmark.nextSendingTime('2027-02-24T12:00:00.000Z', { from: '17:00', to: '08:00' })).toThrow(
      expect.objectContaining({ code: 'NotSendingHours' }),
    );
  });
});
