// The connection to the database: the operator's MONGODB_URI is passed on untouched, with short time limits where it sets
// none, so that a person at a card hears at once that the database is away. Never mongoose's global connection.
import { setTimeout as wait } from 'node:timers/promises';
import { createConnection } from 'mongoose';
import type { Connection, ConnectOptions } from 'mongoose';
import { DatabaseUnreachable } from './errors';
import { asStoreError } from './failures';
import type { StoreLogger } from './logger';
import { recordReads, writeConcern } from './models/options';

/** Teams gives an interactive answer about five seconds: two are for finding out that nobody is there. */
const serverSelectionTimeoutMS = 2_000;

/** A new TCP or TLS connection inside one data centre takes milliseconds. */
const connectTimeoutMS = 2_000;

/** A connection that swallows everything (a cut cable) is given up after this; no operation of ours takes seconds. */
const socketTimeoutMS = 10_000;

/** Between two attempts at start; each itself lasts up to `serverSelectionTimeoutMS`. */
const retryMs = 1_000;

/** Where the URI names no database. */
const defaultDatabase = 'trinvis';

export interface ConnectParts {
  /** Wait for a database that is away, or fail at once with `DatabaseUnreachable`. */
  readonly wait: boolean;
  readonly logger: StoreLogger;
  /** Ends the waiting. */
  readonly signal?: AbortSignal;
}

/** Connects, waiting as long as it takes if so asked. A wrong URI or password is never waited for. */
export async function connect(uri: string, parts: ConnectParts): Promise<Connection> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const connection = await attemptAt(uri);
      if (attempt > 1) parts.logger.info({ attempt }, 'the database answers');
      return connection;
    } catch (error) {
      if (!parts.wait || !(error instanceof DatabaseUnreachable)) throw error;
      parts.logger.warn({ attempt, retryMs }, 'waiting for the database: it does not answer at MONGODB_URI');
      await pause(parts.signal);
      if (parts.signal?.aborted === true) throw error;
    }
  }
}

/** Waits before the next attempt, or until nobody wants it any more. */
async function pause(signal: AbortSignal | undefined): Promise<void> {
  try {
    await wait(retryMs, undefined, signal === undefined ? {} : { signal });
  } catch (error) {
    if (signal?.aborted !== true) throw error;
  }
}

async function attemptAt(uri: string): Promise<Connection> {
  const connection = createConnection();
  // Without a listener mongoose would also throw a failure of the first attempt as an unhandled 'error' event.
  connection.on('error', () => undefined);
  try {
    return await connection.openUri(uri, optionsFor(uri));
  } catch (error) {
    await connection.close(true).catch(() => undefined);
    throw asStoreError(error, 'connecting');
  }
}

/** Our own options; time limits that stand in the URI are left to it. */
function optionsFor(uri: string): ConnectOptions {
  const limits = { serverSelectionTimeoutMS, connectTimeoutMS, socketTimeoutMS };
  const named = new Set([...new URLSearchParams(uri.split('?')[1] ?? '').keys()].map((key) => key.toLowerCase()));
  const missing = Object.entries(limits).filter(([name]) => !named.has(name.toLowerCase()));
  return {
    ...Object.fromEntries(missing),
    ...(/^mongodb(?:\+srv)?:\/\/[^/?]+\/[^?]+/.test(uri) ? {} : { dbName: defaultDatabase }),
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    writeConcern,
    readPreference: recordReads.readPreference,
    readConcern: recordReads.readConcern,
  };
}
