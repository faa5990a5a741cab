// The calendar of what belongs to no round (mandates, the handbook): the first definition's, else Danish.
import type { Calendar, CalendarSettings } from '../services/process/calendar';
import type { Definition } from '../services/process/definition/schema';

const danish: CalendarSettings = { zone: 'Europe/Copenhagen', deadlineHour: '12:00', closedWeeks: [], closedDays: [] };

export function organisationCalendarOf(
  definitions: ReadonlyMap<string, Definition>,
  calendarOf: (settings: CalendarSettings) => Calendar,
): Calendar {
  const [first] = definitions.values();
  return calendarOf(first?.calendar ?? danish);
}
