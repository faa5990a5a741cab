/**
 * Reads BSON where it lies: positions into a buffer, nothing copied. Owns the layout of elements; trusts its input,
 * because `validate.ts` has walked every byte that comes from outside.
 */
import { BsonType } from './types';

/** A value inside a buffer: its type and the range of its bytes (without type and name). */
export interface RawValue {
  readonly type: number;
  readonly buffer: Buffer;
  readonly start: number;
  readonly end: number;
}

export function byteAt(buffer: Buffer, at: number): number {
  return buffer[at] ?? 0;
}

/** The bytes a value takes, by its type. Types with no entry were refused by the validator. */
export function valueSize(type: number, buffer: Buffer, at: number): number {
  switch (type) {
    case BsonType.double:
    case BsonType.date:
    case BsonType.int64:
    case BsonType.timestamp:
      return 8;
    case BsonType.int32:
      return 4;
    case BsonType.boolean:
      return 1;
    case BsonType.objectId:
      return 12;
    case BsonType.string:
      return 4 + buffer.readInt32LE(at);
    case BsonType.object:
    case BsonType.array:
      return buffer.readInt32LE(at);
    case BsonType.binary:
      return 5 + buffer.readInt32LE(at);
    case BsonType.regex:
      return buffer.indexOf(0, buffer.indexOf(0, at) + 1) + 1 - at;
    default:
      return 0;
  }
}

/** Walks the elements of one document or array without allocating: after `next()`, its fields describe the element. */
export class ElementReader {
  readonly buffer: Buffer;
  type = 0;
  nameStart = 0;
  nameEnd = 0;
  valueStart = 0;
  valueEnd: number;
  private readonly stop: number;

  constructor(buffer: Buffer, documentStart: number) {
    this.buffer = buffer;
    this.valueEnd = documentStart + 4;
    this.stop = documentStart + buffer.readInt32LE(documentStart) - 1;
  }

  next(): boolean {
    const at = this.valueEnd;
    if (at >= this.stop) return false;
    this.type = byteAt(this.buffer, at);
    this.nameStart = at + 1;
    let end = this.nameStart;
    while (byteAt(this.buffer, end) !== 0) end += 1;
    this.nameEnd = end;
    this.valueStart = end + 1;
    this.valueEnd = this.valueStart + valueSize(this.type, this.buffer, this.valueStart);
    return true;
  }

  get name(): string {
    return this.buffer.toString('utf8', this.nameStart, this.nameEnd);
  }

  nameIs(name: Buffer): boolean {
    if (this.nameEnd - this.nameStart !== name.length) return false;
    for (let i = 0; i < name.length; i += 1) {
      if (this.buffer[this.nameStart + i] !== name[i]) return false;
    }
    return true;
  }

  value(): RawValue {
    return { type: this.type, buffer: this.buffer, start: this.valueStart, end: this.valueEnd };
  }
}

/** A whole document as a value. */
export function documentValue(buffer: Buffer, start = 0): RawValue {
  return { type: BsonType.object, buffer, start, end: start + buffer.readInt32LE(start) };
}

/** The bytes of a value, sharing memory with where it lies. */
export function bytesOf(value: RawValue): Buffer {
  return value.buffer.subarray(value.start, value.end);
}

/** Finds a field of a document (or the element of an array by its position's name). */
export function fieldOf(container: RawValue, name: Buffer): RawValue | undefined {
  const reader = new ElementReader(container.buffer, container.start);
  while (reader.next()) if (reader.nameIs(name)) return reader.value();
  return undefined;
}

/** The fields of a document by name; a repeated name keeps its first value, as lookups do. */
export function fieldsOf(container: RawValue): Map<string, RawValue> {
  const fields = new Map<string, RawValue>();
  const reader = new ElementReader(container.buffer, container.start);
  while (reader.next()) if (!fields.has(reader.name)) fields.set(reader.name, reader.value());
  return fields;
}

/** The elements of an array (or the values of a document) in order. */
export function elementsOf(container: RawValue): RawValue[] {
  const values: RawValue[] = [];
  const reader = new ElementReader(container.buffer, container.start);
  while (reader.next()) values.push(reader.value());
  return values;
}

export function isEmpty(container: RawValue): boolean {
  return container.end - container.start <= 5;
}

export function textOf(value: RawValue): string {
  return value.buffer.toString('utf8', value.start + 4, value.end - 1);
}

/** A number as a double. int64 is exact here: the validator refuses those beyond 2^53. */
export function numberOf(value: RawValue): number {
  switch (value.type) {
    case BsonType.int32:
      return value.buffer.readInt32LE(value.start);
    case BsonType.double:
      return value.buffer.readDoubleLE(value.start);
    default:
      return value.buffer.readInt32LE(value.start + 4) * 0x1_0000_0000 + value.buffer.readUInt32LE(value.start);
  }
}

/** MongoDB's truth: false, 0, NaN and null are not. */
export function isTruthy(value: RawValue): boolean {
  switch (value.type) {
    case BsonType.boolean:
      return byteAt(value.buffer, value.start) !== 0;
    case BsonType.int32:
    case BsonType.double:
    case BsonType.int64: {
      const number = numberOf(value);
      return number !== 0 && !Number.isNaN(number);
    }
    default:
      return value.type !== BsonType.null;
  }
}
