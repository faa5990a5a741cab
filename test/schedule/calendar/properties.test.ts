// What holds for every day, every hour and every settings of the calendar. fast-check prints the seed of a failure.
import { assert, constantFrom, integer, property, record, tuple, uniqueArray } from 'fast-check';
import { DateTime } from 'luxon';
import { calendarOf } from '../../../services/schedule/calendar';
import { copenhagen, denmark } from './denmark';

// Room is left at both ends, so that counting stays within 2000–2100.
const days = integer({ min: Date.UTC(2002, 0, 1) / 86_400_000, max: Date.UTC(2095, 11, 31) / 86_400_000 }).map((day) =>
  new Date(day * 86_400_000).toISOString().slice(0, 10),
);
const instants = integer({ min: Date.UTC(2002, 0, 1), max: Date.UTC(2095, 11, 31) }).map((ms) =>
  new Date(ms).toISOString(),
);
const counts = integer({ min: 1, max: 300 });

// The hour from two to three is the one that the clock change skips: clock changes have tests of their own.
const hours = tuple(constantFrom(0, 1, 3, 8, 10, 12, 15, 16, 23), constantFrom(0, 15, 30, 59)).map(
  ([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`,
);

const settings = record({
  zone: constantFrom('Europe/Copenhagen', 'Atlantic/Faroe', 'America/Godthab', 'UTC'),
  deadlineHour: hours,
  closedWeeks: uniqueArray(constantFrom('W07', 'W29', 'W30', 'W42', '2027-W13', '2032-W53'), { maxLength: 3 }),
  closedDays: uniqueArray(constantFrom('2027-01-04', '2027-05-07', '2030-05-31'), { maxLength: 3 }),
});

describe('counting', () => {
  it('forward and back undo each other', () => {
    assert(
      property(days, counts, (date, count) => {
        expect(denmark.workingDaysBetween(date, denmark.addWorkingDays(date, count))).toBe(count);
        expect(denmark.workingDaysBetween(date, denmark.addWorkingDays(date, -count))).toBe(-count);
      }),
    );
  });

  it('from a working day there and back again', () => {
    assert(
      property(days, counts, (date, count) => {
        const start = denmark.workingDayFrom(date);
        expect(denmark.addWorkingDays(denmark.addWorkingDays(start, count), -count)).toBe(start);
      }),
    );
  });

  it('in two parts is the same as in one', () => {
    assert(
      property(days, counts, counts, (date, one, other) => {
        const inParts = denmark.addWorkingDays(denmark.addWorkingDays(date, one), other);
        expect(inParts).toBe(denmark.addWorkingDays(date, one + other));
      }),
    );
  });

  it('never ends on a closed day', () => {
    assert(
      property(settings, days, integer({ min: -60, max: 60 }), (some, date, count) => {
        const calendar = calendarOf(some);
        expect(calendar.isWorkingDay(calendar.addWorkingDays(date, count))).toBe(true);
      }),
    );
  });

  it('a later day, or a day more, is never earlier', () => {
    assert(
      property(days, days, counts, (one, other, count) => {
        const [early, late] = one <= other ? [one, other] : [other, one];
        expect(denmark.addWorkingDays(early, count) <= denmark.addWorkingDays(late, count)).toBe(true);
        expect(denmark.addWorkingDays(early, count) < denmark.addWorkingDays(early, count + 1)).toBe(true);
      }),
    );
  });
});

describe('a deadline', () => {
  it('is at the set local hour of a working day, on whatever side of a clock change', () => {
    assert(
      property(settings, instants, integer({ min: 1, max: 60 }), (some, from, count) => {
        const calendar = calendarOf(some);
        const deadline = calendar.deadlineAfter(from, count);
        const local = DateTime.fromISO(deadline, { zone: some.zone });
        expect(local.toFormat('HH:mm:ss.SSS')).toBe(`${some.deadlineHour}:00.000`);
        expect(calendar.isWorkingDay(calendar.dateOf(deadline))).toBe(true);
        expect(deadline > from).toBe(true);
      }),
    );
  });

  it('on the days around Easter 2027, when the clock changes on Easter Sunday, is at noon', () => {
    for (let day = 20; day <= 31; day += 1) {
      const deadline = denmark.deadlineOn(`2027-03-${day}`);
      expect(DateTime.fromISO(deadline, { zone: copenhagen.zone }).toFormat('HH:mm')).toBe('12:00');
    }
  });

  it('that begins later is never earlier', () => {
    assert(
      property(instants, instants, counts, (one, other, count) => {
        const [early, late] = one <= other ? [one, other] : [other, one];
        expect(denmark.deadlineAfter(early, count) <= denmark.deadlineAfter(late, count)).toBe(true);
      }),
    );
  });

  it('on a day is on that day or later, and on that day when it is worked', () => {
    assert(
      property(days, (date) => {
        const day = denmark.dateOf(denmark.deadlineOn(date));
        expect(day >= date).toBe(true);
        expect(day === date).toBe(denmark.isWorkingDay(date));
      }),
    );
  });
});

describe('local time', () => {
  it('goes to an instant and back, whatever the hour, but for the hour a clock change skips', () => {
    assert(
      property(settings, days, hours, (some, date, time) => {
        const calendar = calendarOf(some);
        expect(calendar.dateOf(calendar.instantOf(date, time))).toBe(date);
      }),
    );
  });
});

describe('sending hours', () => {
  const day = { from: '08:00', to: '17:00' };

  it('are always met, never earlier than asked, and met at once by a time they gave', () => {
    assert(
      property(settings, instants, (some, at) => {
        const calendar = calendarOf(some);
        const sending = calendar.nextSendingTime(at, day);
        const local = DateTime.fromISO(sending, { zone: some.zone }).toFormat('HH:mm');
        expect(sending >= at && local >= day.from && local < day.to).toBe(true);
        expect(calendar.isWorkingDay(calendar.dateOf(sending))).toBe(true);
        expect(calendar.nextSendingTime(sending, day)).toBe(sending);
      }),
    );
  });
});
