// The bot's own endpoints for the local Teams: the sandbox clock. Only with the start's token, only from this machine.
import { z } from 'zod';
import type { Instant } from '../../services/process/calendar';
import type { Upcoming } from '../../services/local/teams/api';
import { sameText } from './secret';
import type { HttpHandler, HttpRequest } from './server';

export interface LocalClockParts {
  readonly token: string;
  readonly now: () => Instant;
  /** Moves the sandbox's time, does everything that is due then, and waits until it is delivered. */
  readonly moveTo: (to: Instant) => Promise<void>;
  /** What comes next, soonest first. */
  readonly next: () => Promise<readonly Upcoming[]>;
}

const move = z.object({ now: z.iso.datetime() });

export function readLocalClock(parts: LocalClockParts): HttpHandler {
  return async (request) => {
    if (!isLocal(request, parts.token)) return { status: 403 };
    return { status: 200, body: { now: parts.now(), next: await parts.next() } };
  };
}

export function moveLocalClock(parts: LocalClockParts): HttpHandler {
  return async (request) => {
    if (!isLocal(request, parts.token)) return { status: 403 };
    const parsed = move.safeParse(request.body);
    if (!parsed.success) return { status: 400 };
    await parts.moveTo(new Date(parsed.data.now).toISOString());
    return { status: 200, body: { now: parts.now() } };
  };
}

/** Host and Origin keep pages of the web out, the token keeps other programs of this machine out. */
export function isLocal({ headers }: HttpRequest, token: string): boolean {
  return (
    isLoopbackHost(headers['host']) && headers['origin'] === undefined && sameText(headers['x-trinvis-local'], token)
  );
}

export function isLoopbackHost(host: string | string[] | undefined): boolean {
  return typeof host === 'string' && /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host);
}
