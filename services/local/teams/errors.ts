// Owns the errors of the local Teams: refusals a caller is told, and failures of its own ground (disk, lock, start).
// Must not hold texts for people: those stand in texts.ts.

/** The HTTP status that goes with each error code of Teams (TEAMS.md §1) and of the control API. */
const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  BadSyntax: 400,
  BadArgument: 400,
  Forbidden: 403,
  BotNotInConversationRoster: 403,
  MessageWritesBlocked: 403,
  ConversationBlockedByUser: 403,
  BotDisabledByAdmin: 403,
  ForbiddenOperationException: 403,
  NotFound: 404,
  ConversationNotFound: 404,
  ActivityNotFoundInConversation: 404,
  MemberNotFoundInConversation: 404,
  PreconditionFailed: 412,
  MessageSizeTooBig: 413,
  Throttled: 429,
  ServiceError: 500,
  BadGateway: 502,
  ServiceUnavailable: 503,
  GatewayTimeout: 504,
};

/** The status of an error code; 403 for one we do not know, as Teams does with new kinds of refusal. */
export function statusOfCode(code: string): number {
  return Object.hasOwn(STATUS_OF_CODE, code) ? (STATUS_OF_CODE[code] ?? 403) : 403;
}

/** The error code Teams sends with a status; the status itself as text where there is none. */
export function codeOfStatus(status: number): string {
  const preferred: Readonly<Record<number, string>> = {
    400: 'BadSyntax',
    403: 'BotNotInConversationRoster',
    404: 'ConversationNotFound',
  };
  return (
    preferred[status] ?? Object.entries(STATUS_OF_CODE).find(([, known]) => known === status)?.[0] ?? String(status)
  );
}

/** A call that is answered by an error of the documented shape `{error:{code,message}}`. */
export class RefusedCall extends Error {
  override readonly name = 'RefusedCall';
  readonly status: number;

  constructor(
    readonly code: string,
    message: string,
    readonly options: { readonly status?: number; readonly retryAfterSeconds?: number; readonly cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.status = options.status ?? statusOfCode(code);
  }
}

export type LocalTeamsErrorCode = 'StateInUse' | 'StateDamaged' | 'StateNotWritten' | 'BadOption' | 'NotStarted';

/** The local Teams itself cannot go on; the message says what the person at the terminal can do. */
export class LocalTeamsError extends Error {
  override readonly name = 'LocalTeamsError';

  constructor(
    readonly code: LocalTeamsErrorCode,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** The code of a system or network error, told by its shape: errors may come from another realm. */
export function errorCode(error: unknown): string | null {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
  return hasCode ? String(error.code) : null;
}

/** Ends a switch that has handled every case; the compiler complains here when one is added. */
export function assertNever(value: never): never {
  throw new TypeError(`A case is not handled: ${JSON.stringify(value)}`);
}
