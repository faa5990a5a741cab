// How a notice that was taken ends: sent, dropped, given up, or wanted again after a while. Knows nothing of what it says;
// pauses and numbers of attempts are those of everything that is wanted once.
import type { Instant } from '../process/calendar';
import type { Notice, Notices } from '../store/ports';
import { persist } from './persist';
import type { Time } from './time';

/** After this many takes a notice is a case for the secretariat's list, not for another try. */
const attemptsMax = 8;

/** A letter to somebody who cannot be reached waits for him this long, a day at a time; then it is a case for the list. */
const waitingDaysMax = 60;

/** First pause after a take that failed without Retry-After; doubles with every take up to an hour. */
const firstRetryMs = 30_000;
const longestRetryMs = 3_600_000;
const dayMs = 24 * 3_600_000;

/** Notices of one place, taken by one process. */
export interface Place {
  readonly parts: { readonly notices: Notices; readonly time: Time; readonly now: () => Instant };
  readonly token: string;
}

/** `over`: it will not be tried again, so what comes after it need not wait. */
export type Outcome = 'sent' | 'over' | { readonly until: Instant };

/** Did not arrive, and may another time: after a pause that doubles, or the one that was asked for; then given up. */
export async function tryAgain(
  place: Place,
  own: readonly Notice[],
  failure: { readonly code: string; readonly retryAfterMs: number | null },
): Promise<Outcome> {
  const attempts = attemptsOf(own);
  if (triesAreOver(own)) return giveUp(place, own, failure.code);
  const pauseMs = failure.retryAfterMs ?? Math.min(longestRetryMs, firstRetryMs * 2 ** (attempts - 1));
  return again(place, own, later(place.parts.now(), pauseMs), failure.code);
}

/** Waits for somebody to do something about it, a day at a time; in the end it is given up. */
export async function waitADay(place: Place, own: readonly Notice[], code: string): Promise<Outcome> {
  if (daysAreOver(own)) return giveUp(place, own, code);
  return again(place, own, later(place.parts.now(), dayMs), code);
}

/** `tryAgain` would give up: for whoever has to write something down before that. */
export function triesAreOver(own: readonly Notice[]): boolean {
  return attemptsOf(own) >= attemptsMax;
}

/** The same of `waitADay`. */
export function daysAreOver(own: readonly Notice[]): boolean {
  return attemptsOf(own) >= waitingDaysMax;
}

function attemptsOf(own: readonly Notice[]): number {
  return Math.max(...own.map((notice) => notice.attempts));
}

export async function giveUp(place: Place, own: readonly Notice[], reason: string): Promise<Outcome> {
  await end(place, own, { state: 'failed', at: place.parts.now(), reason });
  return 'over';
}

/** Wanted again at `dueAt`, a millisecond apart, so that their order stays. */
export async function again(place: Place, own: readonly Notice[], dueAt: Instant, reason: string): Promise<Outcome> {
  for (const [index, notice] of own.entries())
    await end(place, [notice], { state: 'wanted', dueAt: later(dueAt, index), reason });
  return { until: dueAt };
}

/** What has happened is written down even if the database is away for a while: else it would happen again. */
export async function end(place: Place, own: readonly Notice[], how: Parameters<Notices['finish']>[2]): Promise<void> {
  const keys = own.map(({ key }) => key);
  await persist(place.parts.time, async () => place.parts.notices.finish(keys, place.token, how));
}

export function later(at: Instant, ms: number): Instant {
  return new Date(Date.parse(at) + ms).toISOString();
}
