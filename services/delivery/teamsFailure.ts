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

/** `create`: a message was being made, so an answer that got lost may mean that it arrived. */
export function failureOf(error: unknown, operation: 'create' | 'update'): DeliveryFailure {
  if (error instanceof DeliveryFailure) return error;
  const status = numberAt(error, 'statusCode');
  const code = codeOf(error) ?? String(status ?? 'network');
  const retryAfterMs = retryAfterOf(error);
  if (status === 429 || status === 412) return new DeliveryFailure('later', code, retryAfterMs, error);
  if (code === 'ActivityNotFoundInConversation') return new DeliveryFailure('messageGone', code, null, error);
  if (unreachableCodes.has(code) || status === 403 || status === 404)
    return new DeliveryFailure('unreachable', code, null, error);
  if (status === null || status === 502 || status === 503 || status === 504 || status === 408) {
    const neverLeft = textAt(error, 'code') === 'ECONNREFUSED';
    return new DeliveryFailure(operation === 'create' && !neverLeft ? 'ambiguous' : 'later', code, retryAfterMs, error);
  }
  return new DeliveryFailure('never', code, null, error);
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

/** Milliseconds of a `Retry-After` given in seconds or as a date; null without one. */
function retryAfterOf(error: unknown): number | null {
  const headers = property(property(error, 'response'), 'headers');
  const get = property(headers, 'get');
  const value: unknown = typeof get === 'function' ? get.call(headers, 'retry-after') : undefined;
  if (typeof value !== 'string') return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  return null;
}
