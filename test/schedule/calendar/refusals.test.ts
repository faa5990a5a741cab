// What the calendar refuses, and that it says what to write instead.
import { calendarOf, CalendarError } from '../../../services/schedule/calendar';
import { copenhagen, denmark } from './denmark';

function refusalOf(act: () => unknown): CalendarError {
  try {
    act();
  } catch (error) {
    if (error instanceof CalendarError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('settings', () => {
  it('an unknown zone is named, with one that is right', () => {
    const refusal = refusalOf(() => calendarOf({ ...copenhagen, zone: 'Europe/Copenhagn' }));
    expect(refusal).toMatchObject({ code: 'UnknownZone', value: 'Europe/Copenhagn' });
    expect(refusal.message).toBe(
      '"Europe/Copenhagn" is not a time zone this machine knows. Write an IANA name, such as Europe/Copenhagen.',
    );
  });

  it.each(['Danmark', 'XX', 'constructor', ''])('"%s" is no country', (country) => {
    expect(refusalOf(() => calendarOf({ ...copenhagen, country })).code).toBe('UnknownCountry');
  });

  it.each(['24:00', '12.00', '9:00', '12:60', ''])('"%s" is no deadline hour', (deadlineHour) => {
    expect(refusalOf(() => calendarOf({ ...copenhagen, deadlineHour })).code).toBe('NotATime');
  });

  it.each(['W54', 'W0', 'W00', '2025-W53', '2027-30', 'week 30'])('"%s" is no closed week', (week) => {
    expect(refusalOf(() => calendarOf({ ...copenhagen, closedWeeks: [week] })).code).toBe('NotAWeek');
  });

  it('a closed day must be a day', () => {
    expect(refusalOf(() => calendarOf({ ...copenhagen, closedDays: ['2027-02-29'] })).code).toBe('NotADate');
  });

  it('a calendar in which everything is closed is found out when a working day is asked for', () => {
    const everyWeek = Array.from({ length: 53 }, (_, index) => `W${String(index + 1).padStart(2, '0')}`);
    const closed = calendarOf({ ...copenhagen, closedWeeks: everyWeek });
    expect(refusalOf(() => closed.workingDayFrom('2027-01-04')).code).toBe('DateOutOfRange');
  });

  it('equal settings give the same calendar, in whatever order their days stand', () => {
    const days = ['2027-07-05', '2027-07-06'];
    const one = calendarOf({ ...copenhagen, closedDays: days });
    expect(calendarOf({ ...copenhagen, closedDays: days.toReversed(), country: 'DK' })).toBe(one);
    expect(calendarOf({ ...copenhagen, closedDays: days, deadlineHour: '10:00' })).not.toBe(one);
  });
});

describe('arguments', () => {
  it.each(['2027-02-30', '2027-2-3', '2027-13-01', '26-02-2027', '', '2027-02-26T11:00:00.000Z'])(
    '"%s" is no date',
    (date) => {
      expect(refusalOf(() => denmark.isWorkingDay(date)).code).toBe('NotADate');
    },
  );

  it.each(['2027-02-26', '2027-02-26T11:00:00Z', '2027-02-26T11:00:00.000', '2027-02-26T11:00:00.000+01:00', 'now'])(
    '"%s" is no instant as the record writes it',
    (at) => {
      expect(refusalOf(() => denmark.dateOf(at)).code).toBe('NotAnInstant');
    },
  );

  it.each(['1999-12-31', '2101-01-01', '9999-12-31', '0001-01-01'])('%s is outside the calendar', (date) => {
    expect(refusalOf(() => denmark.isWorkingDay(date)).code).toBe('DateOutOfRange');
  });

  it('counting past the last year is refused, and never goes on for ever', () => {
    expect(refusalOf(() => denmark.addWorkingDays('2100-12-29', 30)).code).toBe('DateOutOfRange');
    expect(refusalOf(() => denmark.addWorkingDays('2000-01-05', -30)).code).toBe('DateOutOfRange');
    expect(refusalOf(() => denmark.dateOf('2100-12-31T23:30:00.000Z')).code).toBe('DateOutOfRange');
  });

  it('the first and the last year are known to the day', () => {
    expect(denmark.workingDayFrom('2000-01-01')).toBe('2000-01-03');
    expect(denmark.isWorkingDay('2100-12-30')).toBe(true);
  });

  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY])('%s working days cannot be counted', (days) => {
    expect(refusalOf(() => denmark.addWorkingDays('2027-02-26', days)).code).toBe('NotADayCount');
  });

  it.each([0, -1])('a deadline is not %s days after its beginning', (days) => {
    expect(refusalOf(() => denmark.deadlineAfter('2027-02-26T11:00:00.000Z', days)).code).toBe('NotADayCount');
  });
});
