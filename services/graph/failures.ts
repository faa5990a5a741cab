// What Graph refused or never answered, as what to do about it. Never holds a token, a name or a text of ours.
import { GraphError } from '@microsoft/microsoft-graph-client';

/**
 * - `consent`: the app lacks a permission; `needs` names those of which one suffices, the least first.
 * - `gone`: what was asked for is not there.
 * - `exists`: what was to be made is there already.
 * - `later`: not done; try again, not before `retryAfterMs`.
 * - `ambiguous`: something that must not be done twice may have been done; look before doing it again.
 * - `never`: refused for what it is.
 */
export type GraphFailureKind = 'consent' | 'gone' | 'exists' | 'later' | 'ambiguous' | 'never';

export class GraphFailure extends Error {
  override readonly name = 'GraphFailure';

  constructor(
    readonly kind: GraphFailureKind,
    /** Graph's own code, or the HTTP status. */
    readonly code: string,
    readonly needs: readonly string[],
    readonly retryAfterMs: number | null,
  ) {
    super(kind === 'consent' ? `consent is missing: ${needs.join(' or ')}` : `Graph: ${kind} (${code})`);
  }
}

/** Too many, or out of order: the call did not count (learn.microsoft.com/graph/throttling). */
const laterStatuses: ReadonlySet<number> = new Set([408, 412, 423, 429]);
const consentStatuses: ReadonlySet<number> = new Set([401, 403]);

export interface Called {
  /** Permissions of which one suffices, the least first. */
  readonly needs: readonly string[];
  /** Doing it twice is doing it once. */
  readonly repeatable: boolean;
}

/** What was heard of the answer before the library made an error of it; nulls where none came. */
export interface Heard {
  readonly status: number | null;
  readonly headers: Headers | null;
}

/** What the client library threw, told apart by status and code; messages are never compared. */
export function graphFailureOf(error: unknown, { status, headers }: Heard, called: Called): GraphFailure {
  if (error instanceof GraphFailure) return error;
  const code = codeOf(error) ?? String(status ?? 'network');
  const retryAfterMs = retryAfterOf(headers);
  // An answer that was cut off after 2xx counts as one that never came.
  if (status === null || status < 400 || status >= 500)
    return new GraphFailure(called.repeatable ? 'later' : 'ambiguous', code, [], retryAfterMs);
  if (laterStatuses.has(status)) return new GraphFailure('later', code, [], retryAfterMs);
  if (consentStatuses.has(status)) return new GraphFailure('consent', code, called.needs, null);
  if (status === 404 || status === 410) return new GraphFailure('gone', code, [], null);
  if (status === 409) return new GraphFailure('exists', code, [], null);
  return new GraphFailure('never', code, [], null);
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof GraphError)) return null;
  return typeof error.code === 'string' && /^\w{1,80}$/.test(error.code) && error.statusCode > 0 ? error.code : null;
}

/** Milliseconds of a `Retry-After`: seconds, or a date measured by Graph's own clock; null without one. */
function retryAfterOf(headers: Headers | null): number | null {
  const value = headers?.get('retry-after') ?? null;
  if (value === null) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds * 1_000);
  const untilMs = Date.parse(value) - Date.parse(headers?.get('date') ?? '');
  return Number.isFinite(untilMs) ? Math.max(0, untilMs) : null;
}
