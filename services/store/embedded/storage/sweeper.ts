/**
 * Housekeeping through the one writer: documents past their time (TTL indexes), and what dropped collections and
 * indexes left behind. Owns what is swept and when; a crash between two sweeps only leaves more for the next.
 */
import { OrderedKey } from '../bson/order';
import { valuesAt } from '../bson/path';
import { documentValue, type RawValue } from '../bson/read';
import { BsonType, SortClass } from '../bson/types';
import type { Catalog, Collection, Index } from './catalog';
import type { Documents } from './documents';
import { documentKeyOf } from './entries';
import { lowerBound, prefixOf, rangeOf, Space, upperBound } from './keys';
import type { Store } from './store';
import type { Writer } from './writer';

/** MongoDB's TTL monitor wakes as often. */
const SWEEP_EVERY_MS = 60_000;
/** So many removals take about a millisecond or two of the event loop. */
const CHUNK = 500;

export interface SweeperParts {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly documents: Documents;
  readonly writer: Writer;
  readonly now: () => number;
}

export class Sweeper {
  private readonly parts: SweeperParts;
  private timer: NodeJS.Timeout | undefined;
  private isSweeping = false;

  constructor(parts: SweeperParts, everyMs = SWEEP_EVERY_MS) {
    this.parts = parts;
    this.timer = setInterval(() => this.sweep(), everyMs);
    this.timer.unref();
    this.sweep();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  /** One round, unless one is under way or nothing is due. */
  sweep(): void {
    if (this.isDue()) this.requested();
  }

  /** One round; called by a job that drops something, whose leftovers only a later job can see. */
  requested(): void {
    if (this.isSweeping) return;
    this.isSweeping = true;
    let isDone = false;
    this.parts.writer.submit({
      // One chunk a job: whoever waits to write meanwhile comes first.
      step: () => {
        isDone = this.sweepChunk();
        return true;
      },
      settle: (failure) => {
        this.isSweeping = false;
        if (!isDone && failure === undefined) this.requested();
      },
    });
  }

  private isDue(): boolean {
    return this.hasLeftovers() || this.expiring().length > 0;
  }

  private hasLeftovers(): boolean {
    return !this.parts.store.visit({ ...rangeOf(Buffer.from([Space.sweep])), reverse: false }, () => false);
  }

  private expiring(): { collection: Collection; index: Index }[] {
    return this.parts.catalog
      .list()
      .flatMap((collection) => collection.indexes.map((index) => ({ collection, index })))
      .filter(({ index }) => index.expireAfterSeconds !== undefined);
  }

  /** True when nothing is left. */
  private sweepChunk(): boolean {
    return this.removeLeftovers() && this.expiring().every(({ collection, index }) => this.expire(collection, index));
  }

  private removeLeftovers(): boolean {
    const { store } = this.parts;
    let mark: Buffer | undefined;
    store.visit({ ...rangeOf(Buffer.from([Space.sweep])), reverse: false }, (key) => {
      mark = key;
      return false;
    });
    if (mark === undefined) return true;
    const keys: Buffer[] = [];
    const isEmptied = store.visit({ ...rangeOf(mark.subarray(1)), reverse: false }, (key) => keys.push(key) < CHUNK);
    for (const key of keys) store.remove(key);
    if (isEmptied) store.remove(mark);
    return false;
  }

  private expire(collection: Collection, index: Index): boolean {
    const { store, documents, now } = this.parts;
    const before = now() - (index.expireAfterSeconds ?? 0) * 1000;
    const prefix = prefixOf(Space.indexes, index.id);
    const range = dateRange(index, prefix, before);
    const keys: Buffer[] = [];
    const isEnd = store.visit({ ...range, reverse: false }, (key, value) => {
      return keys.push(documentKeyOf(index, collection.id, key, value)) < CHUNK;
    });
    for (const key of keys) {
      const document = store.get(key);
      if (document !== undefined && isExpired(document, index, before)) documents.remove(collection, key, document);
    }
    return isEnd;
  }
}

/** All dates before (in a descending index: after, in key order) the moment. */
function dateRange(index: Index, prefix: Buffer, before: number): { start: Buffer; end: Buffer } {
  const isDescending = index.fields[0]?.descending === true;
  const lowest = orderedField(new OrderedKey().tag(SortClass.date), isDescending);
  const moment = orderedField(new OrderedKey().value(dateValue(before)), isDescending);
  if (isDescending) return { start: lowerBound(prefix, moment, true), end: upperBound(prefix, lowest, true) };
  return { start: lowerBound(prefix, lowest, false), end: upperBound(prefix, moment, false) };
}

function orderedField(key: OrderedKey, isDescending: boolean): Buffer {
  return (isDescending ? key.descendingFrom(0) : key).copyOut();
}

function dateValue(milliseconds: number): RawValue {
  const buffer = Buffer.allocUnsafe(8);
  buffer.writeBigInt64LE(BigInt(Math.trunc(milliseconds)));
  return { type: BsonType.date, buffer, start: 0, end: 8 };
}

/** An array expires with its earliest date, which is what the index found. */
function isExpired(document: Buffer, index: Index, before: number): boolean {
  const path = index.fields[0]?.path;
  if (path === undefined) return false;
  return valuesAt(documentValue(document), path).values.some((value) => {
    if (value === undefined || typeof value === 'symbol' || value.type !== BsonType.date) return false;
    return Number(value.buffer.readBigInt64LE(value.start)) < before;
  });
}
