/**
 * The one definition of order and equality: a value becomes bytes that compare as MongoDB compares values. Indexes,
 * sorts, filters, `$addToSet`, `$min` and groups all use it, so they cannot disagree. Must not know documents' paths.
 *
 * The order, lowest first: MinKey, (empty array, where an array is sorted by its elements), null and missing,
 * numbers (int32, int64 and double by value; NaN below all, -0 = 0), strings (by UTF-8 bytes), objects (field by field:
 * class, then name, then value; a prefix sorts first), arrays (element by element), binary (length, subtype, bytes),
 * ObjectId, false, true, dates, timestamps, regular expressions, MaxKey.
 */
import { byteAt, ElementReader, numberOf, type RawValue } from './read';
import { BsonType, SortClass, sortClassOf } from './types';

const START_BYTES = 4096;
/** A scratch that one huge value made larger than this is given back. */
const KEEP_BYTES_MAX = 1 << 20;

/** A growing key. Every method appends; `descendingFrom` inverts the tail, so that it sorts the other way round. */
export class OrderedKey {
  private bytes = Buffer.allocUnsafe(START_BYTES);
  length = 0;

  reset(): this {
    if (this.bytes.length > KEEP_BYTES_MAX) this.bytes = Buffer.allocUnsafe(START_BYTES);
    this.length = 0;
    return this;
  }

  /** Appends a value; `undefined` is a missing field and sorts as null. */
  value(value: RawValue | undefined): this {
    if (value === undefined) return this.tag(SortClass.null);
    this.tag(sortClassOf(value.type));
    this.payload(value.type, value.buffer, value.start, value.end);
    return this;
  }

  tag(tag: number): this {
    this.reserve(1);
    this.bytes[this.length] = tag;
    this.length += 1;
    return this;
  }

  append(bytes: Buffer): this {
    this.copy(bytes, 0, bytes.length);
    return this;
  }

  descendingFrom(start: number): this {
    for (let at = start; at < this.length; at += 1) this.bytes[at] = ~byteAt(this.bytes, at) & 0xff;
    return this;
  }

  /** <0, 0 or >0 as this key is below, equal to or above `other`. */
  compare(other: Buffer): number {
    return this.bytes.compare(other, 0, other.length, 0, this.length);
  }

  firstByte(): number {
    return byteAt(this.bytes, 0);
  }

  copyOut(): Buffer {
    return Buffer.from(this.bytes.subarray(0, this.length));
  }

  /** What lies here now; overwritten by the next use of this key. */
  peek(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  private reserve(bytes: number): void {
    const needed = this.length + bytes;
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }

  private copy(from: Buffer, start: number, end: number): void {
    this.reserve(end - start);
    from.copy(this.bytes, this.length, start, end);
    this.length += end - start;
  }

  private payload(type: number, buffer: Buffer, start: number, end: number): void {
    switch (type) {
      case BsonType.int32:
      case BsonType.double:
      case BsonType.int64:
        return this.number(numberOf({ type, buffer, start, end }));
      case BsonType.string:
        return this.text(buffer, start + 4, end - 1);
      case BsonType.object:
        return this.elements(new ElementReader(buffer, start), true);
      case BsonType.array:
        return this.elements(new ElementReader(buffer, start), false);
      case BsonType.binary:
        return this.binary(buffer, start, end);
      case BsonType.date:
        return this.swapped64(buffer, start, 0x80);
      case BsonType.timestamp:
        return this.swapped64(buffer, start, 0);
      case BsonType.regex:
      case BsonType.objectId:
      case BsonType.boolean:
        return this.copy(buffer, start, end);
      default:
        return undefined;
    }
  }

  /** A double whose bytes sort by value: the sign bit flipped, negatives inverted, NaN all zero. */
  private number(value: number): void {
    this.reserve(8);
    const at = this.length;
    this.length += 8;
    if (Number.isNaN(value)) {
      this.bytes.fill(0, at, at + 8);
      return;
    }
    this.bytes.writeDoubleBE(value === 0 ? 0 : value, at);
    if (value < 0) this.descendingFrom(at);
    else this.bytes[at] = byteAt(this.bytes, at) ^ 0x80;
  }

  /** Text ends with 00; a 00 inside becomes 00 ff, which sorts above the end and below every other byte. */
  private text(buffer: Buffer, start: number, end: number): void {
    let from = start;
    for (let nul = buffer.indexOf(0, from); nul >= 0 && nul < end; nul = buffer.indexOf(0, from)) {
      this.copy(buffer, from, nul + 1);
      this.tag(0xff);
      from = nul + 1;
    }
    this.copy(buffer, from, end);
    this.tag(0);
  }

  private elements(reader: ElementReader, named: boolean): void {
    while (reader.next()) {
      this.tag(sortClassOf(reader.type));
      if (named) this.copy(reader.buffer, reader.nameStart, reader.nameEnd + 1);
      this.payload(reader.type, reader.buffer, reader.valueStart, reader.valueEnd);
    }
    this.tag(0);
  }

  private binary(buffer: Buffer, start: number, end: number): void {
    this.reserve(4);
    this.bytes.writeUInt32BE(end - start - 5, this.length);
    this.length += 4;
    this.copy(buffer, start + 4, end);
  }

  private swapped64(buffer: Buffer, start: number, signBit: number): void {
    this.reserve(8);
    this.bytes.writeUInt32BE(buffer.readUInt32LE(start + 4), this.length);
    this.bytes.writeUInt32BE(buffer.readUInt32LE(start), this.length + 4);
    this.bytes[this.length] = byteAt(this.bytes, this.length) ^ signBit;
    this.length += 8;
  }
}

const scratch = new OrderedKey();

/** The ordered key of one value. */
export function orderedKeyOf(value: RawValue | undefined): Buffer {
  return scratch.reset().value(value).copyOut();
}

/** Compares a value with an ordered key without allocating. */
export function compareToKey(value: RawValue | undefined, key: Buffer): number {
  return scratch.reset().value(value).compare(key);
}

/** Compares two values in BSON order. */
export function compareValues(left: RawValue | undefined, right: RawValue | undefined): number {
  return compareToKey(left, orderedKeyOf(right));
}
