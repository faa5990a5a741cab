/**
 * Sort orders: parsed once, then turned into one ordered key per document. Owns how arrays sort (lowest element when
 * ascending, highest when descending); must not fetch documents.
 */
import { CommandError, notImplemented } from '../errors';
import { orderedKeyOf, OrderedKey } from '../bson/order';
import { EMPTY_ARRAY, parsePath, valuesAt, type FieldPath, type PathValue } from '../bson/path';
import { ElementReader, numberOf, type RawValue } from '../bson/read';
import { isNumberType, SortClass } from '../bson/types';

export interface SortField {
  readonly path: FieldPath;
  readonly descending: boolean;
}

/** MongoDB's own limit for the fields of an index; a longer sort is a mistake. */
const FIELDS_MAX = 32;

/** Parses `{ a: 1, 'b.c': -1 }`. Refuses other directions (15974) and `$meta` (238). */
export function parseSort(sort: RawValue | undefined): SortField[] {
  const fields: SortField[] = [];
  if (sort === undefined) return fields;
  const reader = new ElementReader(sort.buffer, sort.start);
  while (reader.next()) {
    const value = reader.value();
    if (!isNumberType(value.type)) throw notImplemented('a sort by anything but 1 or -1');
    const direction = numberOf(value);
    if (direction !== 1 && direction !== -1) {
      throw new CommandError(15974, `$sort key ordering must be 1 (for ascending) or -1 (for descending)`);
    }
    fields.push({ path: parsePath(reader.name), descending: direction === -1 });
  }
  if (fields.length > FIELDS_MAX) throw new CommandError(2, `too many sort fields, at most ${FIELDS_MAX}`);
  return fields;
}

const EMPTY_ARRAY_KEY = Buffer.from([SortClass.emptyArray]);

export function pathValueKey(value: PathValue): Buffer {
  return value === EMPTY_ARRAY ? EMPTY_ARRAY_KEY : orderedKeyOf(value);
}

const scratch = new OrderedKey();

/** The bytes a document sorts by: documents in the wanted order have ascending keys. */
export function sortKeyOf(document: RawValue, fields: readonly SortField[]): Buffer {
  const keys = fields.map((field) => extremeKey(valuesAt(document, field.path).values, field.descending));
  scratch.reset();
  keys.forEach((key, index) => {
    const start = scratch.length;
    scratch.append(key);
    if (fields[index]?.descending === true) scratch.descendingFrom(start);
  });
  return scratch.copyOut();
}

function extremeKey(values: readonly PathValue[], highest: boolean): Buffer {
  let best: Buffer | undefined;
  for (const value of values) {
    const key = pathValueKey(value);
    if (best === undefined || (highest ? key.compare(best) > 0 : key.compare(best) < 0)) best = key;
  }
  return best ?? orderedKeyOf(undefined);
}

/** Keeps the first `limit` of everything offered, in order; equal keys keep the order they came in. */
export class SortBuffer<T> {
  private entries: { readonly key: Buffer; readonly arrival: number; readonly item: T }[] = [];
  private arrivals = 0;
  private readonly limit: number;

  constructor(limit = Number.POSITIVE_INFINITY) {
    this.limit = limit;
  }

  add(key: Buffer, item: T): void {
    this.entries.push({ key, arrival: this.arrivals, item });
    this.arrivals += 1;
    // Cutting at twice the limit keeps memory at the limit and costs one sort per `limit` documents.
    if (this.entries.length > this.limit * 2 + 1000) this.cut();
  }

  take(): T[] {
    this.cut();
    return this.entries.map((entry) => entry.item);
  }

  private cut(): void {
    this.entries.sort((left, right) => left.key.compare(right.key) || left.arrival - right.arrival);
    if (this.entries.length > this.limit) this.entries = this.entries.slice(0, this.limit);
  }
}
