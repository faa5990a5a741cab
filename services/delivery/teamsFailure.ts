// Reads what Teams answered to a failed send (TEAMS.md §1) and says what to do about it. Never compares messages.
import { DeliveryFailure } from './messenger';

/** Codes that mean: this conversation takes nothing from us until it speaks to us again. */
const unreachableCodes: ReadonlySet<string> = new Set([
  'BotNotInConversationRoster',
  'MessageWritesBlocked',
  'ConversationBlockedByUser',
  'BotDisabledByAdmin',
  'ForbiddenOperationException',
  'ConversationNotFound',
  '209',
]);

/** The call did not count: too many, out of order, or our token was not taken (secrets are changed while we run). */
const laterStatuses: ReadonlySet<number> = new Set([401, 412, 429]);

/** Something between us and Teams: the call may have counted. */
const betweenStatuses: ReadonlySet<number> = new Set([408, 502, 503, 504]);

/** The connection was never made, so nothing was sent. */
const neverLeft: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** `create`: a message was being made, so an answer that got lost may mean that it arrived. */
export function failureOf(error: unknown, operation: 'create' | 'update'): DeliveryFailure {
  if (error instanceof DeliveryFailure) return error;
  // A mistake in our own code is no failure of the network: it is told, and not repeated for the same content.
  if (isOwnMistake(error)) return new DeliveryFailure('never', 'OwnMistake', null, error);
  const status = numberAt(error, 'statusCode');
  const code = codeOf(error) ?? String(status ?? 'network');
  const retryAfterMs = retryAfterOf(error);
  if (status !== null && laterStatuses.has(status)) return new DeliveryFailure('later', code, retryAfterMs, error);
  if (code === 'ActivityNotFoundInConversation') return new DeliveryFailure('messageGone', code, null, error);
  if (unreachableCodes.has(code) || status === 403 || status === 404)
    return new DeliveryFailure('unreachable', code, null, error);
  if (status === null || betweenStatuses.has(status)) {
    const mayHaveArrived = operation === 'create' && !neverLeft.has(textAt(error, 'code') ?? '');
    return new DeliveryFailure(mayHaveArrived ? 'ambiguous' : 'later', code, retryAfterMs, error);
  }
  return new DeliveryFailure('never', code, null, error);
}

/** Node's own network errors come as a TypeError with a cause; a slip of ours has none. */
function isOwnMistake(error: unknown): boolean {
  const kinds = [TypeError, RangeError, ReferenceError];
  return kinds.some((kind) => error instanceof kind) && property(error, 'cause') === undefined;
}

function property(value: unknown, key: string): unknown {
  return value instanceof Object ? Reflect.get(value, key) : undefined;
}

function numberAt(value: unknown, key: string): number | null {
  const found = property(value, key);
  return typeof found === 'number' ? found : null;
}

function textAt(value: unknown, key: string): string | null {
  const found = property(value, key);
  return typeof found === 'string' && found !== '' ? found : null;
}

/** Teams' code stands in `details.error.code`, sometimes nested with an `innerHttpError` or `errorCode` 209. */
function codeOf(error: unknown): string | null {
  const details = property(error, 'details');
  const inner = property(details, 'error');
  const nested = property(property(inner, 'innerHttpError'), 'errorCode') ?? property(details, 'errorCode');
  if (nested === 209) return '209';
  return (
    textAt(inner, 'code') ??
    textAt(details, 'code') ??
    (numberAt(error, 'statusCode') === null ? textAt(error, 'code') : null)
  );
}

/** Milliseconds of a `Retry-After`: seconds, or a date, which is measured by Teams' own clock; null without one. */
function retryAfterOf(error: unknown): number | null {
  const value = headerOf(error, 'retry-after');
  if (value === null) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const untilMs = Date.parse(value) - Date.parse(headerOf(error, 'date') ?? '');
  return Number.isFinite(untilMs) ? Math.max(0, untilMs) : null;
}

function headerOf(error: unknown, name: string): string | null {
  const headers = property(property(error, 'response'), 'headers');
  const get = property(headers, 'get');
  const value: unknown = typeof get === 'function' ? get.call(headers, name) : undefined;
  return typeof value === 'string' ? value : null;
}
