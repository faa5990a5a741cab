/**
 * How keys lie in the one lmdb database: a byte for the kind, four for the collection or index, then an ordered key.
 * Owns the layout and the limits of key length; must not know documents.
 *
 *   01 name                     meta: the data version, counters
 *   02 collection               catalog: one record per collection, with its indexes
 *   03 collection id            documents, by the ordered key of _id
 *   04 index fields [id]        index entries; a unique index has no id in the key and keeps it as the value
 *   05 kind number              what was dropped and is still to be swept away
 */
import { createHash } from 'node:crypto';

export const Space = { meta: 1, catalog: 2, documents: 3, indexes: 4, sweep: 5 } as const;

/**
 * lmdb takes 1,978 bytes. An index key holds two parts (fields and id), each at most this long; longer parts are cut
 * and end in their SHA-256, so equality stays exact and order holds for the first bytes only.
 */
const PART_BYTES_MAX = 900;
const HASH_BYTES = 32;
const CUT_BYTES = PART_BYTES_MAX - HASH_BYTES;
/** The kind and the number before the ordered part. */
export const PREFIX_BYTES = 5;

export interface KeyPart {
  readonly bytes: Buffer;
  /** Cut and hashed: its order among its like is not the values' order. */
  readonly isCut: boolean;
}

/** Makes an ordered key fit; a fitting one is returned as it is. */
export function keyPart(ordered: Buffer): KeyPart {
  if (ordered.length < PART_BYTES_MAX) return { bytes: ordered, isCut: false };
  const hash = createHash('sha256').update(ordered).digest();
  return { bytes: Buffer.concat([ordered.subarray(0, CUT_BYTES), hash]), isCut: true };
}

export function prefixOf(space: number, number: number): Buffer {
  const prefix = Buffer.allocUnsafe(PREFIX_BYTES);
  prefix[0] = space;
  prefix.writeUInt32BE(number, 1);
  return prefix;
}

export function metaKey(name: string): Buffer {
  return Buffer.from(`\u0001${name}`, 'latin1');
}

export interface KeyRange {
  /** First key, included. */
  readonly start: Buffer;
  /** First key that no longer belongs. */
  readonly end: Buffer;
}

/** All keys that begin with these bytes. */
export function rangeOf(prefix: Buffer): KeyRange {
  return { start: prefix, end: successorOf(prefix) };
}

/** The lowest key above all that begin with `prefix`; the first byte is a `Space`, so there always is one. */
function successorOf(prefix: Buffer): Buffer {
  let length = prefix.length;
  while (length > 1 && prefix[length - 1] === 0xff) length -= 1;
  const end = Buffer.from(prefix.subarray(0, length));
  end[length - 1] = (end[length - 1] ?? 0) + 1;
  return end;
}

/** Everything at (or, when `exclusive`, above all that begin with) an ordered bound. */
export function lowerBound(prefix: Buffer, ordered: Buffer, exclusive: boolean): Buffer {
  // Stored keys may be cut here, so the bound is too; the wider range is safe, because every document found is matched again.
  if (ordered.length > CUT_BYTES) return Buffer.concat([prefix, ordered.subarray(0, CUT_BYTES)]);
  const key = Buffer.concat([prefix, ordered]);
  return exclusive ? successorOf(key) : key;
}

/** The end (not included) of everything below an ordered bound, and of what begins with it when `inclusive`. */
export function upperBound(prefix: Buffer, ordered: Buffer, inclusive: boolean): Buffer {
  if (ordered.length > CUT_BYTES) return successorOf(Buffer.concat([prefix, ordered.subarray(0, CUT_BYTES)]));
  const key = Buffer.concat([prefix, ordered]);
  return inclusive ? successorOf(key) : key;
}
