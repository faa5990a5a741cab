// When a person's digest may come: in reading hours of a working day, one a day, and not on a day kept quiet by "Mind mig
// i morgen" (CARDS.md §5). Remembers the day of the last one outside the record.
import type { Calendar, Instant } from '../process/calendar';
import type { Notice, Settings } from '../store/ports';

/** When people read; a digest that was missed in the morning still comes while they are at work. */
export const readingHours = { from: '08:00', to: '16:00' } as const;

export interface Asked {
  /** Null when it may come now; else when. */
  readonly nextAt: Instant | null;
  /** When the last one came: it said everything that waited then. */
  readonly toldAt: Instant | null;
}

export interface DigestDays {
  ask(addressKey: string, reminders: readonly Notice[]): Promise<Asked>;
  /** Notes that today's has come. */
  sent(addressKey: string, reminders: readonly Notice[]): Promise<void>;
}

export interface DigestDaysParts {
  readonly settings: Settings;
  readonly now: () => Instant;
  /** The working days of the round a reminder is about. */
  readonly calendarFor: (notice: Notice) => Promise<Calendar>;
}

/** What "Mind mig i morgen" writes (bot/answers/unable.ts), and what `sent` writes: a day. */
export const quietKey = (personId: string): string => `quiet/${personId}`;
const digestKey = (personId: string): string => `digest/${personId}`;

export function createDigestDays(parts: DigestDaysParts): DigestDays {
  const calendarOf = async ([first]: readonly Notice[]): Promise<Calendar | null> =>
    first === undefined ? null : parts.calendarFor(first);
  return {
    ask: async (addressKey, reminders) => {
      const calendar = await calendarOf(reminders);
      if (calendar === null) return { nextAt: null, toldAt: null };
      const now = parts.now();
      const readAt = calendar.nextSendingTime(now, readingHours);
      if (readAt > now) return { nextAt: readAt, toldAt: null };
      const personId = personOf(addressKey);
      const [quiet, last] = await Promise.all(
        [quietKey(personId), digestKey(personId)].map(async (key) => parts.settings.read(key)),
      );
      const today = calendar.dateOf(now);
      const isOver = [textIn(quiet, 'date'), textIn(last, 'date')].includes(today);
      const tomorrow = calendar.instantOf(calendar.addWorkingDays(today, 1), readingHours.from);
      return { nextAt: isOver ? tomorrow : null, toldAt: textIn(last, 'at') };
    },
    sent: async (addressKey, reminders) => {
      const calendar = await calendarOf(reminders);
      if (calendar === null) return;
      const now = parts.now();
      await parts.settings.write(digestKey(personOf(addressKey)), { date: calendar.dateOf(now), at: now });
    },
  };
}

/** One text of a setting, or null where it is not there. */
export function textIn(setting: unknown, key: string): string | null {
  const value: unknown = setting instanceof Object ? Reflect.get(setting, key) : null;
  return typeof value === 'string' ? value : null;
}

export function personOf(addressKey: string): string {
  return addressKey.slice('personal/'.length);
}
