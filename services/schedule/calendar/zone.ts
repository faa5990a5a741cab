// Between instants and local time in one zone, by luxon (which asks the time zone data of Node).
// Owns what happens at clock changes; must not know working days.
import { LRUCache } from 'lru-cache';
import { DateTime, IANAZone } from 'luxon';
import type { Instant, LocalDate, LocalTime } from '../../process/calendar';
import { dateText, dayOf } from './days';
import { CalendarError } from './errors';

/** Every card asks for the dates of the same few instants: today, the deadlines, when answers were given. */
const minutesKept = 10_000;

/** A time zone as the calendar needs it. */
export interface Zone {
  /** @throws CalendarError `NotAnInstant`, `DateOutOfRange`. */
  localOf(at: Instant): { readonly date: LocalDate; readonly time: LocalTime };
  /** See `Calendar.instantOf` for times that do not exist or come twice. */
  instantOf(date: LocalDate, time: LocalTime): Instant;
}

/** Exactly what the record writes; a time without `Z` would mean the machine's own zone. */
const INSTANT_FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/**
 * Local times are kept by the minute: no zone of today changes within one.
 * @throws CalendarError `UnknownZone` when Node's time zone data has no such name.
 */
export function zoneOf(name: string): Zone {
  if (!IANAZone.isValidZone(name)) {
    const hint = 'Write an IANA name, such as Europe/Copenhagen.';
    throw new CalendarError('UnknownZone', name, `"${name}" is not a time zone this machine knows. ${hint}`);
  }
  const zone = IANAZone.create(name);
  const known = new LRUCache<string, { readonly date: LocalDate; readonly time: LocalTime }>({ max: minutesKept });
  return {
    localOf: (at) => {
      const minute = INSTANT_FORM.test(at) ? at.slice(0, 16) : null;
      const local = (minute === null ? undefined : known.get(minute)) ?? localOf(at, zone);
      if (minute !== null) known.set(minute, local);
      return local;
    },
    instantOf: (date, time) => instantOf(date, time, zone),
  };
}

function localOf(at: Instant, zone: IANAZone): { date: LocalDate; time: LocalTime } {
  const utc = DateTime.fromISO(at, { zone: 'utc' });
  if (!INSTANT_FORM.test(at) || !utc.isValid || utc.toISO() !== at) {
    const hint = 'Write it as 2027-02-26T11:00:00.000Z.';
    throw new CalendarError('NotAnInstant', at, `"${at}" is not a point in time. ${hint}`);
  }
  const local = utc.setZone(zone);
  return { date: dateText(dayOf(local.toFormat('yyyy-MM-dd'))), time: local.toFormat('HH:mm') };
}

function instantOf(date: LocalDate, time: LocalTime, zone: IANAZone): Instant {
  // In a gap luxon keeps the offset from before the change, so the time comes out as much later as the clock jumped.
  const first = DateTime.fromISO(`${date}T${time}`, { zone });
  // Where a time comes twice luxon promises neither: the offsets are asked for and the later instant is taken.
  const latest = Math.max(...first.getPossibleOffsets().map((candidate) => candidate.toMillis()));
  return new Date(latest).toISOString();
}
