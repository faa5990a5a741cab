// When a person's digest may come: in reading hours of a working day, one a day, and not on a day kept quiet by "Mind mig
// i morgen" (CARDS.md §5). Remembers the day of the last one outside the record.
import type { Calendar, Instant, LocalDate } from '../process/calendar';
import type { Notice, Settings } from '../store/ports';

/** When people read; a digest that was missed in the morning still comes while they are at work. */
export const readingHours = { from: '08:00', to: '16:00' } as const;

export interface DigestDays {
  /** Null when it may come now; else when. */
  nextFor(addressKey: string, reminders: readonly Notice[]): Promise<Instant | null>;
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
    nextFor: async (addressKey, reminders) => {
      const calendar = await calendarOf(reminders);
      if (calendar === null) return null;
      const now = parts.now();
      const readAt = calendar.nextSendingTime(now, readingHours);
      if (readAt > now) return readAt;
      const personId = personOf(addressKey);
      const days = await Promise.all(
        [quietKey(personId), digestKey(personId)].map(async (key) => dayIn(await parts.settings.read(key))),
      );
      const today = calendar.dateOf(now);
      return days.includes(today) ? calendar.instantOf(calendar.addWorkingDays(today, 1), readingHours.from) : null;
    },
    sent: async (addressKey, reminders) => {
      const calendar = await calendarOf(reminders);
      if (calendar === null) return;
      await parts.settings.write(digestKey(personOf(addressKey)), { date: calendar.dateOf(parts.now()) });
    },
  };
}

export function dayIn(setting: unknown): LocalDate | null {
  const date: unknown = setting instanceof Object ? Reflect.get(setting, 'date') : null;
  return typeof date === 'string' ? date : null;
}

export function personOf(addressKey: string): string {
  return addressKey.slice('personal/'.length);
}
