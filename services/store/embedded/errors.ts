/**
 * Every error of the embedded server. Owns MongoDB's codes and their names; must not know sockets or storage.
 * A `CommandError` goes back to the client over the wire, an `EmbeddedServerError` to whoever starts the server, and a
 * `ProtocolError` ends one connection.
 */

/** The codes this server answers with, and MongoDB's name for each (src/mongo/base/error_codes.yml). */
const CODE_NAMES = {
  1: 'InternalError',
  2: 'BadValue',
  9: 'FailedToParse',
  13: 'Unauthorized',
  14: 'TypeMismatch',
  15: 'Overflow',
  17: 'ProtocolError',
  20: 'IllegalOperation',
  22: 'InvalidBSON',
  26: 'NamespaceNotFound',
  27: 'IndexNotFound',
  28: 'PathNotViable',
  40: 'ConflictingUpdateOperators',
  43: 'CursorNotFound',
  48: 'NamespaceExists',
  52: 'DollarPrefixedFieldName',
  53: 'InvalidIdField',
  54: 'NotSingleValueField',
  56: 'EmptyFieldName',
  57: 'DottedFieldName',
  59: 'CommandNotFound',
  66: 'ImmutableField',
  67: 'CannotCreateIndex',
  72: 'InvalidOptions',
  73: 'InvalidNamespace',
  85: 'IndexOptionsConflict',
  86: 'IndexKeySpecsConflict',
  91: 'ShutdownInProgress',
  123: 'NotAReplicaSet',
  168: 'InvalidPipelineOperator',
  171: 'CannotIndexParallelArrays',
  197: 'InvalidIndexSpecificationOption',
  201: 'CannotBuildIndexKeys',
  238: 'NotImplemented',
  292: 'QueryExceededMemoryLimitNoDiskUseAllowed',
  10334: 'BSONObjectTooLarge',
  11000: 'DuplicateKey',
  13297: 'DatabaseDifferCase',
  15952: 'Location15952',
  15955: 'Location15955',
  15957: 'Location15957',
  15958: 'Location15958',
  15959: 'Location15959',
  15974: 'Location15974',
  15998: 'Location15998',
  16410: 'Location16410',
  31250: 'Location31250',
  31253: 'Location31253',
  31254: 'Location31254',
  40156: 'Location40156',
  40234: 'Location40234',
  40235: 'Location40235',
  40238: 'Location40238',
  40323: 'Location40323',
  40324: 'Location40324',
  40414: 'IDLFailedToParse',
  40415: 'IDLUnknownField',
  51024: 'Location51024',
  51270: 'Location51270',
} as const;

export type MongoCode = keyof typeof CODE_NAMES;

/** Keys of a duplicate, as raw BSON documents, which clients read from `keyPattern` and `keyValue`. */
export interface DuplicateKey {
  readonly keyPattern: Buffer;
  readonly keyValue: Buffer;
}

/** What a client sees as `{ ok: 0, code, codeName, errmsg }` or inside `writeErrors`. */
export class CommandError extends Error {
  readonly code: MongoCode;
  readonly codeName: string;
  readonly duplicate: DuplicateKey | undefined;

  constructor(code: MongoCode, message: string, options: { cause?: unknown; duplicate?: DuplicateKey } = {}) {
    super(message, { cause: options.cause });
    this.name = 'CommandError';
    this.code = code;
    this.codeName = CODE_NAMES[code];
    this.duplicate = options.duplicate;
  }
}

/** A feature that MongoDB has and this server, on purpose, has not: told, never silently passed over. */
export function notImplemented(what: string): CommandError {
  return new CommandError(238, `the embedded server does not support ${what}; set MONGODB_URI to a MongoDB server`);
}

export type EmbeddedServerErrorCode =
  | 'DATA_DIR_IN_USE'
  | 'DATA_DIR_ON_NETWORK'
  | 'DATA_DIR_UNUSABLE'
  | 'DATA_VERSION_UNKNOWN'
  | 'LISTEN_FAILED'
  | 'SOCKET_FOLDER_UNSAFE';

/** The server could not start; the message says what the operator can do. */
export class EmbeddedServerError extends Error {
  readonly code: EmbeddedServerErrorCode;

  constructor(code: EmbeddedServerErrorCode, message: string, options: { cause?: unknown } = {}) {
    super(message, options);
    this.name = 'EmbeddedServerError';
    this.code = code;
  }
}

/** Bytes that are not the wire protocol: the connection that sent them is closed. */
export class ProtocolError extends Error {
  readonly code = 'PROTOCOL';

  constructor(message: string) {
    super(message);
    this.name = 'ProtocolError';
  }
}
