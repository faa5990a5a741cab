// Turns what the driver throws into the store's own errors. Told apart by class and numeric code, never by message.
// A duplicate key is no failure: it is how MongoDB says that another writer was first (code 11000 alone).
import { Error as MongooseErrors, mongo } from 'mongoose';
import { DatabaseFailed, DatabaseRefused, DatabaseUnreachable, DatabaseUriInvalid, StoreError } from './errors';

const duplicateKey = 11_000;

/** Authentication failed, not authorized, and Atlas' own "bad auth". */
const refusedCodes: ReadonlySet<number> = new Set([13, 18, 8_000]);

/**
 * The server is there but is no primary now, or is going down, or could not get a majority in time: an outage that
 * passes by itself. Codes: 6 7 89 64 91 100 189 262 9001 10107 11600 11602 13435 13436 (MongoDB's error_codes.yml).
 */
const awayCodes: ReadonlySet<number> = new Set([
  6, 7, 64, 89, 91, 100, 189, 262, 9_001, 10_107, 11_600, 11_602, 13_435, 13_436,
]);

/** Driver classes that mean "no answer"; those that are not exported are told by the name the driver gives them. */
const awayNames: ReadonlySet<string> = new Set(['MongoPoolClosedError', 'MongoWaitQueueTimeoutError']);

/** The name of a mongodb+srv host cannot be looked up; these come from Node's resolver, not from the driver. */
const resolverCodes: ReadonlySet<unknown> = new Set(['ENOTFOUND', 'ENODATA', 'ESERVFAIL', 'ETIMEOUT', 'ECONNREFUSED']);

/** True when the unique key was taken: the write did not happen, another one did. */
export function isDuplicateKey(error: unknown): boolean {
  if (!(error instanceof mongo.MongoServerError) || error.code !== duplicateKey) return false;
  // Of an unordered insert several documents can fail, each for its own reason.
  return writeErrorsOf(error).every((one) => one.code === duplicateKey);
}

/** The index of the document that stopped an ordered insert, or null when the failure was not about one document. */
export function failedIndex(error: unknown): number | null {
  return writeErrorsOf(error)[0]?.index ?? null;
}

function writeErrorsOf(error: unknown): readonly mongo.WriteError[] {
  if (!(error instanceof mongo.MongoBulkWriteError)) return [];
  return [error.writeErrors].flat();
}

/** The store's error for anything thrown by the driver; the store's own errors pass through. */
export function asStoreError(error: unknown, doing: string): StoreError {
  if (error instanceof StoreError) return error;
  if (isAway(error)) return new DatabaseUnreachable(`The database did not answer (${doing}).`, error);
  if (error instanceof mongo.MongoServerError && refusedCodes.has(Number(error.code))) {
    return new DatabaseRefused(`The database refused us (${doing}). Check user, password and rights.`, error);
  }
  if (error instanceof Error && error.name === 'MongoParseError') {
    return new DatabaseUriInvalid(`MONGODB_URI is no valid connection string.`, error);
  }
  return new DatabaseFailed(`The database answered with an error (${doing}).`, error);
}

/** Runs one operation and throws only errors of the store; duplicate keys are the caller's to handle first. */
export async function guarded<T>(doing: string, operation: () => Promise<T>): Promise<T> {
  try {
    return await operation();
  } catch (error) {
    throw asStoreError(error, doing);
  }
}

/** As `guarded`, but answers false when the key was taken already. */
export async function unlessTaken(doing: string, operation: () => Promise<unknown>): Promise<boolean> {
  return guarded(doing, async () => {
    try {
      await operation();
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  });
}

/** For upserts: two at the same moment may both insert; the one that was second finds the document when run again. */
export async function twiceIfTaken<T>(doing: string, operation: () => Promise<T>): Promise<T> {
  return guarded(doing, async () => {
    try {
      return await operation();
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      return operation();
    }
  });
}

function isAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  // An insert wraps whatever stopped it, a cut connection too.
  if (error instanceof mongo.MongoBulkWriteError && isAway(error.errorResponse)) return true;
  if (error instanceof mongo.MongoNetworkError || error instanceof mongo.MongoSystemError) return true;
  if (error instanceof MongooseErrors.MongooseServerSelectionError) return true;
  if (error instanceof mongo.MongoNotConnectedError || error instanceof mongo.MongoTopologyClosedError) return true;
  if (error instanceof mongo.MongoServerClosedError || error instanceof mongo.MongoClientClosedError) return true;
  if (error instanceof mongo.MongoOperationTimeoutError || awayNames.has(error.name)) return true;
  if ('syscall' in error && 'code' in error && resolverCodes.has(error.code)) return true;
  return error instanceof mongo.MongoServerError && awayCodes.has(Number(error.code));
}
