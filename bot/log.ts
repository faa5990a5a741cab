// Structured logs with ids only: never names, texts, tokens or CPR numbers (STYLE.md §2).
import type { Logger } from 'pino';
import { pino, stdSerializers } from 'pino';

export type { Logger } from 'pino';

/**
 * A logger that writes JSON lines to standard error, so that what a command prints stays readable. Of an error only
 * name, code, message of our own classes and stack are kept; whatever else hangs on it (request, response) is dropped.
 */
export function createLogger(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ['*.authorization', '*.token', '*.password', '*.text', '*.name'], remove: true },
      serializers: { err: plainError },
    },
    pino.destination({ dest: 2, sync: false }),
  );
}

function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { type, stack } = stdSerializers.err(error);
  const code: unknown = Reflect.get(error, 'code') ?? Reflect.get(error, 'statusCode');
  return { type, code, stack: stack.split('\n').slice(0, 12).join('\n') };
}
