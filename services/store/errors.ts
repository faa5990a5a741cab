// Every way the store can fail, each with a `code` and what to do about it. Refusals by the rules are not here: those are
// values. Nobody outside this folder needs to know the driver's own errors.

export type StoreErrorCode =
  | 'DatabaseUriInvalid'
  | 'DatabaseUnreachable'
  | 'DatabaseRefused'
  | 'DatabaseFailed'
  | 'DatabaseStampMismatch'
  | 'StreamBusy'
  | 'RecordDamaged'
  | 'RequestInvalid'
  | 'PersonUnknown'
  | 'StoreClosed'
  | 'DataDirInUse'
  | 'DataDirMissing'
  | 'DataDirUnusable';

/** An infrastructure failure of the store. The message is for operators and logs: it holds ids, never names or texts. */
export abstract class StoreError extends Error {
  abstract readonly code: StoreErrorCode;

  constructor(message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = new.target.name;
  }
}

/** MONGODB_URI is no connection string: correct it and start again. */
export class DatabaseUriInvalid extends StoreError {
  readonly code = 'DatabaseUriInvalid';
}

/**
 * Nobody answers at the database's address, or the answer got lost. A command may nevertheless have been carried out:
 * asking again is always safe, because its commandId is the same.
 */
export class DatabaseUnreachable extends StoreError {
  readonly code = 'DatabaseUnreachable';
}

/** The database answers but does not let us in: check user, password and rights in MONGODB_URI. */
export class DatabaseRefused extends StoreError {
  readonly code = 'DatabaseRefused';
}

/** The database answered with an error that is neither a lost race nor an outage. The cause tells which. */
export class DatabaseFailed extends StoreError {
  readonly code = 'DatabaseFailed';
}

/** The database belongs to another tenant, or to the local Teams: use another database, or another mode. */
export class DatabaseStampMismatch extends StoreError {
  readonly code = 'DatabaseStampMismatch';

  constructor(
    readonly found: string,
    readonly wanted: string,
  ) {
    super(
      `This database belongs to "${found}", but Trinvis was started as "${wanted}". ` +
        'Point MONGODB_URI (or DATA_DIR) at another database, or start in the mode that the database belongs to.',
    );
  }
}

/** Other processes kept winning the race for this stream: try again in a moment. */
export class StreamBusy extends StoreError {
  readonly code = 'StreamBusy';

  constructor(
    readonly streamId: string,
    readonly attempts: number,
    cause?: unknown,
  ) {
    super(`Gave up after ${attempts} attempts: other processes keep committing to ${streamId}.`, cause);
  }
}

/** A commit that cannot be folded: stop and run `npm run verify`, then restore from a backup. */
export class RecordDamaged extends StoreError {
  readonly code = 'RecordDamaged';

  constructor(
    readonly streamId: string,
    readonly seq: number,
    problem: string,
    cause?: unknown,
  ) {
    super(`Commit ${seq} of ${streamId}: ${problem}. Run "npm run verify".`, cause);
  }
}

/** A mistake of the caller, such as a malformed instant: nothing was written. */
export class RequestInvalid extends StoreError {
  readonly code = 'RequestInvalid';
}

/** A person writes who was never met, or who has been erased since. */
export class PersonUnknown extends StoreError {
  readonly code = 'PersonUnknown';
}

/** The store was closed while something was still asked of it. */
export class StoreClosed extends StoreError {
  readonly code = 'StoreClosed';
}

/** A running bot holds the data directory; one directory has one process. */
export class DataDirInUse extends StoreError {
  readonly code = 'DataDirInUse';
}

/** Nothing lies where the record should be. */
export class DataDirMissing extends StoreError {
  readonly code = 'DataDirMissing';
}

/** The embedded server cannot work there: a network drive, rights, an unknown version. The message says which. */
export class DataDirUnusable extends StoreError {
  readonly code = 'DataDirUnusable';
}
