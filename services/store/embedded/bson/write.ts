/**
 * Writes BSON into one growing buffer: replies, stored documents, projections. Owns the byte layout of what goes out;
 * knows nothing of what it means.
 */
import { bytesOf, type RawValue } from './read';
import { BsonType } from './types';

/** Most replies fit; larger ones double until they do. */
const START_BYTES = 512;

/** Builds one document; `open…`/`close` nest. Array elements are named by their position by the caller. */
export class BsonWriter {
  private buffer: Buffer;
  private at: number;
  private readonly head: number;
  private readonly starts: number[] = [];

  /** `head` bytes are left free before the document, for a message header. */
  constructor(head = 0, sizeHint = START_BYTES) {
    this.buffer = Buffer.allocUnsafe(head + sizeHint);
    this.head = head;
    this.at = head;
    this.start();
  }

  private start(): void {
    this.reserve(5);
    this.starts.push(this.at);
    this.at += 4;
  }

  private reserve(bytes: number): void {
    const needed = this.at + bytes;
    if (needed <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, this.buffer.length * 2));
    this.buffer.copy(larger, 0, 0, this.at);
    this.buffer = larger;
  }

  private element(type: number, name: string, bytes: number): void {
    this.reserve(2 + name.length * 3 + bytes);
    this.buffer[this.at] = type;
    this.at += 1;
    this.at += this.buffer.write(name, this.at, 'utf8');
    this.buffer[this.at] = 0;
    this.at += 1;
  }

  /** A number: int32 where it is one, else a double, as the driver itself does. */
  number(name: string, value: number): this {
    if (Number.isInteger(value) && value === (value | 0) && !Object.is(value, -0)) return this.int32(name, value);
    this.element(BsonType.double, name, 8);
    this.at = this.buffer.writeDoubleLE(value, this.at);
    return this;
  }

  int32(name: string, value: number): this {
    this.element(BsonType.int32, name, 4);
    this.at = this.buffer.writeInt32LE(value, this.at);
    return this;
  }

  int64(name: string, value: number): this {
    this.element(BsonType.int64, name, 8);
    this.at = this.buffer.writeBigInt64LE(BigInt(value), this.at);
    return this;
  }

  date(name: string, milliseconds: number): this {
    this.element(BsonType.date, name, 8);
    this.at = this.buffer.writeBigInt64LE(BigInt(milliseconds), this.at);
    return this;
  }

  boolean(name: string, value: boolean): this {
    this.element(BsonType.boolean, name, 1);
    this.buffer[this.at] = value ? 1 : 0;
    this.at += 1;
    return this;
  }

  null(name: string): this {
    this.element(BsonType.null, name, 0);
    return this;
  }

  text(name: string, value: string): this {
    const bytes = Buffer.byteLength(value);
    this.element(BsonType.string, name, bytes + 5);
    this.at = this.buffer.writeInt32LE(bytes + 1, this.at);
    this.at += this.buffer.write(value, this.at, 'utf8');
    this.buffer[this.at] = 0;
    this.at += 1;
    return this;
  }

  /** A value copied as it lies. */
  raw(name: string, value: RawValue): this {
    this.element(value.type, name, value.end - value.start);
    this.at += value.buffer.copy(this.buffer, this.at, value.start, value.end);
    return this;
  }

  /** A whole document copied as it lies. */
  document(name: string, bytes: Buffer): this {
    this.element(BsonType.object, name, bytes.length);
    this.at += bytes.copy(this.buffer, this.at);
    return this;
  }

  openDocument(name: string): this {
    this.element(BsonType.object, name, 0);
    this.start();
    return this;
  }

  openArray(name: string): this {
    this.element(BsonType.array, name, 0);
    this.start();
    return this;
  }

  close(): this {
    const start = this.starts.pop() ?? this.head;
    this.reserve(1);
    this.buffer[this.at] = 0;
    this.at += 1;
    this.buffer.writeInt32LE(this.at - start, start);
    return this;
  }

  /** Closes the outermost document and returns everything, with the free head before it. */
  finish(): Buffer {
    this.close();
    return this.buffer.subarray(0, this.at);
  }
}

/** A standalone value of one number, for results of `$inc`, `$sum` and counts. */
export function numberValue(value: number): RawValue {
  const bytes = new BsonWriter().number('', value).finish();
  return { type: bytes[4] ?? 0, buffer: bytes, start: 6, end: bytes.length - 1 };
}

/** The document `{ name: value, … }` of the given parts. */
export function documentOf(parts: Iterable<readonly [string, RawValue]>): Buffer {
  const writer = new BsonWriter();
  for (const [name, value] of parts) writer.raw(name, value);
  return writer.finish();
}

export const NULL_VALUE: RawValue = { type: BsonType.null, buffer: Buffer.alloc(0), start: 0, end: 0 };

/** An empty document or array as a value. */
export function emptyContainer(type: typeof BsonType.object | typeof BsonType.array): RawValue {
  const buffer = Buffer.from([5, 0, 0, 0, 0]);
  return { type, buffer, start: 0, end: 5 };
}

/** Copies a value out of a larger buffer that should not be kept alive. */
export function detached(value: RawValue): RawValue {
  const buffer = Buffer.from(bytesOf(value));
  return { type: value.type, buffer, start: 0, end: buffer.length };
}
