// Owns who may call at all: the token in the path, the Host and the Origin, and the headers every answer carries.
// Must not read bodies: what is refused here is refused before a byte of one is parsed.

import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * The page runs its own scripts alone; styles may stand inline because the card renderer sets them; pictures of cards
 * come from https. The token is in the address, so no Referer leaves.
 */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; " +
    "connect-src 'self'; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Compares in a time that tells nothing about where texts differ, or how long they are. */
function isSame(one: string, other: string): boolean {
  return timingSafeEqual(digest(one), digest(other));
}

/** The first segment of a path. */
function tokenIn(url: string): string {
  return /^\/([^/?#]*)/.exec(url)?.[1] ?? '';
}

/**
 * Whether a call may pass: our token, a Host that is this machine (a page on another name that points here is refused),
 * and an Origin, where there is one, that is this very page.
 */
export function isAllowed(request: IncomingMessage, token: string, port: number): boolean {
  const { host = '', origin } = request.headers;
  const isHere = host === `127.0.0.1:${port}` || host === `localhost:${port}`;
  const isOwnPage = origin === undefined || origin === `http://${host}`;
  return isSame(tokenIn(request.url ?? ''), token) && isHere && isOwnPage;
}
