// The calendar most tests use: Copenhagen, deadlines at noon, nothing closed beyond the holidays.
import { calendarOf } from '../../../services/schedule/calendar';

export const copenhagen = { zone: 'Europe/Copenhagen', deadlineHour: '12:00', closedWeeks: [], closedDays: [] };
export const denmark = calendarOf(copenhagen);
