// Dates, times, numbers and lists as people write them in Danish and English, in the zone of the round.
// Must hold no sentence; those stand in texts/. Intl does the work, cached, as making a formatter is slow.
import { LRUCache } from 'lru-cache';
import type { Calendar, Instant, LocalDate } from '../services/process/calendar';
import type { Language } from '../services/process/words';

export interface Format {
  /** "fredag den 26. februar 2027 kl. 12.00" · "Friday 26 February 2027 at 12:00". */
  moment(at: Instant): string;
  /** The same without the year, where it is plain which year is meant: "fredag den 9. april kl. 12.00". */
  shortMoment(at: Instant): string;
  /** "onsdag den 12. maj 2027", without the time. */
  weekday(at: Instant): string;
  /** "16. marts 2026" of an instant. */
  day(at: Instant): string;
  /** "16. marts 2026" of a local date. */
  date(date: LocalDate): string;
  /** "kl. 14.12" · "at 14:12". */
  time(at: Instant): string;
  /** "1.234" or "0,5", at most two decimals. */
  number(value: number): string;
  /** "a, b og c". */
  list(items: readonly string[]): string;
  /** Sorts names as the language does: å after z. */
  compare(a: string, b: string): number;
}

type Part = 'weekday' | 'day' | 'month' | 'year' | 'hour' | 'minute';
type Parts = Readonly<Record<Part, string>>;

const locales: Readonly<Record<Language, string>> = { da: 'da-DK', en: 'en-GB' };
const cache = new Map<string, Format>();

/** A round's cards name a few hundred moments, each many times; nothing on a card is finer than a minute. */
const minutesKept = 5_000;

/** The format of a language in a zone (IANA name); made once for each pair. */
export function formatOf(language: Language, zone: string): Format {
  const key = `${language} ${zone}`;
  const known = cache.get(key);
  if (known) return known;
  const made = make(language, zone);
  cache.set(key, made);
  return made;
}

function make(language: Language, zone: string): Format {
  const locale = locales[language];
  const local = partsIn(locale, zone);
  const utc = partsIn(locale, 'UTC');
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const collator = new Intl.Collator(locale, { numeric: true });
  const w = words[language];
  return {
    moment: (at) => `${w.weekday(local(at))} ${local(at).year} ${w.time(local(at))}`,
    shortMoment: (at) => `${w.weekday(local(at))} ${w.time(local(at))}`,
    weekday: (at) => `${w.weekday(local(at))} ${local(at).year}`,
    day: (at) => w.day(local(at)),
    date: (date) => w.day(utc(`${date}T12:00:00.000Z`)),
    time: (at) => w.time(local(at)),
    number: (value) => numbers.format(value),
    list: (items) => lists.format(items),
    compare: (a, b) => collator.compare(a, b),
  };
}

const words = {
  da: {
    weekday: (p: Parts) => `${p.weekday} den ${p.day}. ${p.month}`,
    day: (p: Parts) => `${p.day}. ${p.month} ${p.year}`,
    time: (p: Parts) => `kl. ${p.hour}.${p.minute}`,
  },
  en: {
    weekday: (p: Parts) => `${p.weekday} ${p.day} ${p.month}`,
    day: (p: Parts) => `${p.day} ${p.month} ${p.year}`,
    time: (p: Parts) => `at ${p.hour}:${p.minute}`,
  },
} as const;

function partsIn(locale: string, zone: string): (at: Instant) => Parts {
  const formatter = new Intl.DateTimeFormat(locale, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const kept = new LRUCache<string, Parts>({ max: minutesKept });
  return (at) => {
    const minute = at.slice(0, 16);
    const known = kept.get(minute);
    if (known !== undefined) return known;
    const found = formatter.formatToParts(new Date(at)).map((part) => [part.type, part.value] as const);
    const parts: Parts = {
      weekday: '',
      day: '',
      month: '',
      year: '',
      hour: '',
      minute: '',
      ...Object.fromEntries(found),
    };
    kept.set(minute, parts);
    return parts;
  };
}

/** Working days from now to the day of an instant: 0 is today, negative is past. */
export function workingDaysUntil(at: Instant, now: Instant, calendar: Calendar): number {
  return calendar.workingDaysBetween(calendar.dateOf(now), calendar.dateOf(at));
}
