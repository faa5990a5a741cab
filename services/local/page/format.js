// @ts-check
// Owns how instants read on the page: Danish time of day with a full stop, Europe/Copenhagen, in words.
// Must not read the machine's clock: the sandbox has its own.
import { language } from './texts.js';

const ZONE = 'Europe/Copenhagen';

/** @param {Intl.DateTimeFormatOptions} options */
function formatter(options) {
  return new Intl.DateTimeFormat(language() === 'da' ? 'da-DK' : 'en-GB', { timeZone: ZONE, ...options });
}

/** "14.05" in Danish, "14:05" in English. @param {string} iso */
function clock(iso) {
  return formatter({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(iso));
}

/** "kl. 14.05" or "14:05". @param {string} iso */
export function formatTime(iso) {
  // A space that does not break: "kl." alone at the end of a line reads badly.
  return language() === 'da' ? `kl.\u00a0${clock(iso)}` : clock(iso);
}

/** "fredag den 26. februar 2027" or "Friday 26 February 2027". @param {string} iso */
export function formatDay(iso) {
  return formatter({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
    .format(new Date(iso))
    .replace(/,(?= \d)/, '');
}

/** "fredag den 26. februar 2027 kl. 12.00" or "Friday 26 February 2027 at 12:00". @param {string} iso */
export function formatMoment(iso) {
  return language() === 'da' ? `${formatDay(iso)} ${formatTime(iso)}` : `${formatDay(iso)} at ${clock(iso)}`;
}

/** "fre. 26. feb. kl. 12.00" or "Fri 26 Feb 12:00", for buttons. @param {string} iso */
export function formatShort(iso) {
  const day = formatter({ weekday: 'short', day: 'numeric', month: 'short' })
    .format(new Date(iso))
    .replace(' den ', ' ')
    .replace(',', '');
  return `${day} ${formatTime(iso)}`;
}

/** The calendar day in Copenhagen, "2027-02-26": the same for messages of one day. @param {string} iso */
export function dayKey(iso) {
  return toLocalInput(iso).slice(0, 10);
}

/** What a `datetime-local` field wants: the time in Copenhagen as "2027-02-26T12:00". @param {string} iso */
export function toLocalInput(iso) {
  return wallClock(new Date(iso).getTime()).slice(0, 16);
}

/** @param {number} instantMs @returns {string} the time on a wall in Copenhagen, as "2027-02-26T12:00:00" */
function wallClock(instantMs) {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: ZONE,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(instantMs));
  return parts.replace(' ', 'T');
}

/**
 * The instant of a wall-clock time in Copenhagen; a time that the clock skips in March is read as the hour after.
 * @param {string} local "2027-02-26T12:00"
 * @returns {string | null} ISO 8601, or null where `local` is no time
 */
export function fromLocalInput(local) {
  const asIfUtcMs = Date.parse(`${local}Z`);
  if (Number.isNaN(asIfUtcMs)) {
    return null;
  }
  // The zone's offset depends on the instant sought: twice is enough, as offsets change at most once in a day.
  let instantMs = asIfUtcMs;
  for (let round = 0; round < 2; round += 1) {
    instantMs = asIfUtcMs - (Date.parse(`${wallClock(instantMs)}Z`) - instantMs);
  }
  return new Date(instantMs).toISOString();
}
