/**
 * MongoDB's public limits, as `hello` tells them to drivers. Owns numbers only.
 */

/** Largest stored document: MongoDB's 16 MiB. */
export const DOCUMENT_BYTES_MAX = 16 * 1024 * 1024;
/** A command may wrap one largest document, so BSON on the wire may be this much larger (MongoDB's own allowance). */
export const DOCUMENT_OVERHEAD_BYTES_MAX = 16 * 1024;
/** Largest message: MongoDB's 48,000,000 bytes. */
export const MESSAGE_BYTES_MAX = 48_000_000;
/** Most statements in one insert, update or delete, as MongoDB. */
export const WRITE_BATCH_MAX = 100_000;
/** Deepest nesting of stored documents; MongoDB documents 100 levels, and a recursion this deep is harmless. */
export const NESTING_MAX = 100;
/** MongoDB 7.0. Claims no more than is kept: 7.0 is the newest version whose commands all clients here need. */
export const WIRE_VERSION_MAX = 21;
/** Sessions live this long unused; drivers use no sessions without it. */
export const SESSION_TIMEOUT_MINUTES = 30;
