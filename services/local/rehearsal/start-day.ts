// When a round of a scenario starts in the sandbox: on its own day, or tomorrow where that has passed.
import type { LocalTeamsClient } from '../teams/client';

const DAY_MS = 86_400_000;

/** Nine in the morning in Denmark in winter, ten in summer: people are at work, and the round has begun. */
export function morningOf(date: string): string {
  return `${date}T08:00:00.000Z`;
}

/** Moves the clock to the morning before the round's day; answers that day. A day in the past becomes tomorrow. */
export async function goToDayBefore(client: LocalTeamsClient, wanted: string): Promise<string> {
  const { now } = await client.clock();
  const before = new Date(Date.parse(morningOf(wanted)) - DAY_MS).toISOString();
  if (before > now) {
    await client.moveClock({ to: before });
    return wanted;
  }
  return new Date(Date.parse(now) + DAY_MS).toISOString().slice(0, 10);
}
