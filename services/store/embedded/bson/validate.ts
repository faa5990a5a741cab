/**
 * Walks BSON from outside once, so that nothing after it needs to doubt a length. Owns what is well-formed and which
 * types are taken; must not interpret values.
 */
import { isUtf8 } from 'node:buffer';
import { CommandError, notImplemented } from '../errors';
import { NESTING_MAX } from '../limits';
import { byteAt, ElementReader, type RawValue } from './read';
import { BsonType } from './types';

function broken(what: string): CommandError {
  return new CommandError(22, `invalid BSON: ${what}`);
}

/** The end of the NUL-terminated text at `at`, NUL included; refuses one that runs past `end`. */
function cstringEnd(buffer: Buffer, at: number, end: number): number {
  const nul = buffer.indexOf(0, at);
  if (nul < 0 || nul >= end) throw broken('text without end');
  return nul + 1;
}

function stringEnd(buffer: Buffer, at: number, end: number): number {
  if (at + 5 > end) throw broken('string without length');
  const length = buffer.readInt32LE(at);
  const stop = at + 4 + length;
  if (length < 1 || stop > end || byteAt(buffer, stop - 1) !== 0) throw broken('string length');
  if (!isUtf8(buffer.subarray(at + 4, stop - 1))) throw broken('string that is not UTF-8');
  return stop;
}

function binaryEnd(buffer: Buffer, at: number, end: number): number {
  if (at + 5 > end) throw broken('binary without length');
  const length = buffer.readInt32LE(at);
  if (length < 0 || at + 5 + length > end) throw broken('binary length');
  return at + 5 + length;
}

function int64End(buffer: Buffer, at: number, end: number): number {
  if (at + 8 > end) throw broken('value past the end');
  const high = buffer.readInt32LE(at + 4);
  // Beyond 2^53 a double cannot tell neighbours apart, and every comparison here is one of doubles.
  if (high >= 0x20_0000 || high < -0x20_0000) throw notImplemented('64-bit integers beyond 2^53');
  return at + 8;
}

function valueEnd(type: number, buffer: Buffer, at: number, end: number, depth: number): number {
  switch (type) {
    case BsonType.double:
    case BsonType.date:
    case BsonType.timestamp:
      return at + 8;
    case BsonType.int64:
      return int64End(buffer, at, end);
    case BsonType.int32:
      return at + 4;
    case BsonType.boolean:
      if (byteAt(buffer, at) > 1) throw broken('boolean');
      return at + 1;
    case BsonType.objectId:
      return at + 12;
    case BsonType.string:
      return stringEnd(buffer, at, end);
    case BsonType.object:
    case BsonType.array:
      return validateDocument(buffer, at, end, depth + 1);
    case BsonType.binary:
      return binaryEnd(buffer, at, end);
    case BsonType.regex:
      return cstringEnd(buffer, cstringEnd(buffer, at, end), end);
    case BsonType.null:
    case BsonType.minKey:
    case BsonType.maxKey:
      return at;
    default:
      throw notImplemented(`BSON type 0x${type.toString(16)}`);
  }
}

/**
 * Walks the document at `start`, which must end at or before `end`, and returns its end.
 * Refuses with InvalidBSON (22), with NotImplemented (238) for types that are not taken (Decimal128, code, symbol,
 * undefined, DBPointer, int64 beyond 2^53).
 */
export function validateDocument(buffer: Buffer, start: number, end: number, depth = 0): number {
  if (depth > NESTING_MAX) throw broken(`nested deeper than ${NESTING_MAX}`);
  if (start + 5 > end) throw broken('document without length');
  const length = buffer.readInt32LE(start);
  const stop = start + length - 1;
  if (length < 5 || stop >= end || byteAt(buffer, stop) !== 0) throw broken('document length');
  let at = start + 4;
  while (at < stop) {
    const type = byteAt(buffer, at);
    at = valueEnd(type, buffer, cstringEnd(buffer, at + 1, stop), stop, depth);
    if (at > stop) throw broken('value past the end');
  }
  return stop + 1;
}

const DOLLAR = 0x24;
const DOT = 0x2e;

/**
 * Refuses field names that could not be addressed by a path: `$…` (52) and names with a dot (57), at any depth.
 * Newer MongoDB stores some of them; nothing portable may rely on that.
 */
export function assertStorable(value: RawValue): void {
  if (value.type !== BsonType.object && value.type !== BsonType.array) return;
  assertNames(new ElementReader(value.buffer, value.start), value.type === BsonType.array);
}

function assertNames(reader: ElementReader, isArray: boolean): void {
  while (reader.next()) {
    if (!isArray) assertName(reader);
    if (reader.type === BsonType.object || reader.type === BsonType.array) {
      assertNames(new ElementReader(reader.buffer, reader.valueStart), reader.type === BsonType.array);
    }
  }
}

function assertName(reader: ElementReader): void {
  if (byteAt(reader.buffer, reader.nameStart) === DOLLAR) {
    throw new CommandError(52, `The dollar ($) prefixed field '${reader.name}' is not allowed in a stored document`);
  }
  for (let at = reader.nameStart; at < reader.nameEnd; at += 1) {
    if (reader.buffer[at] === DOT) {
      throw new CommandError(57, `The dotted field '${reader.name}' is not allowed in a stored document`);
    }
  }
}
