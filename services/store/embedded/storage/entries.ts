/**
 * From a document to its index entries. Owns what is indexed (missing as null, arrays element by element, sparse) and
 * the bytes of an entry; must not write them.
 */
import { CommandError } from '../errors';
import { OrderedKey } from '../bson/order';
import { valuesAt, type PathValue, type PathValues } from '../bson/path';
import { documentValue } from '../bson/read';
import { pathValueKey } from '../query/sort';
import type { Index } from './catalog';
import { keyPart, PREFIX_BYTES, prefixOf, Space } from './keys';

export interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

export interface Entries {
  readonly entries: readonly Entry[];
  readonly throughArray: boolean;
  readonly hasCutKeys: boolean;
}

const NONE: Entries = { entries: [], throughArray: false, hasCutKeys: false };
/** A document with more elements than this in one indexed array is a mistake of the model. */
const ENTRIES_MAX = 10_000;

const scratch = new OrderedKey();

/**
 * The entries of one document in one index. Refuses two arrays (171), and arrays in a unique index (201): there, one
 * entry must mean one document.
 */
export function entriesOf(index: Index, document: Buffer, documentKey: Buffer): Entries {
  const root = documentValue(document);
  const fields = index.fields.map((field) => valuesAt(root, field.path));
  if (index.sparse && fields.every(isMissing)) return NONE;
  const arrays = fields.filter((field) => field.throughArray);
  if (arrays.length > 1 && !shareAnArray(index)) throw new CommandError(171, `cannot index parallel arrays`);
  if (arrays.length > 0 && index.unique) {
    throw new CommandError(201, `the unique index ${index.name} cannot hold an array in this server`);
  }
  const keys = new Map<string, Entry>();
  let hasCutKeys = false;
  for (const combination of combinationsOf(fields)) {
    const part = keyPart(fieldsKey(index, combination));
    hasCutKeys ||= part.isCut;
    const entry = entryOf(index, part.bytes, documentKey);
    keys.set(entry.key.toString('latin1'), entry);
  }
  return { entries: [...keys.values()], throughArray: arrays.length > 0, hasCutKeys };
}

function isMissing(field: PathValues): boolean {
  return field.values.every((value) => value === undefined);
}

/** `a.b` and `a.c` meet the same array `a`: not parallel ones. */
function shareAnArray(index: Index): boolean {
  return new Set(index.fields.map((field) => field.path.segments[0]?.text)).size < index.fields.length;
}

function combinationsOf(fields: readonly PathValues[]): PathValue[][] {
  let combinations: PathValue[][] = [[]];
  for (const field of fields) {
    combinations = combinations.flatMap((combination) =>
      field.values.map((value): PathValue[] => [...combination, value]),
    );
    if (combinations.length > ENTRIES_MAX) throw new CommandError(201, `more than ${ENTRIES_MAX} index keys`);
  }
  return combinations;
}

function fieldsKey(index: Index, values: readonly PathValue[]): Buffer {
  scratch.reset();
  index.fields.forEach((field, position) => {
    const start = scratch.length;
    scratch.append(pathValueKey(values[position]));
    if (field.descending) scratch.descendingFrom(start);
  });
  return scratch.copyOut();
}

/** A unique entry's value is the document's key; another's key ends with the id, and its value says where that begins. */
function entryOf(index: Index, fields: Buffer, documentKey: Buffer): Entry {
  const prefix = prefixOf(Space.indexes, index.id);
  if (index.unique) return { key: Buffer.concat([prefix, fields]), value: documentKey };
  const value = Buffer.allocUnsafe(2);
  value.writeUInt16BE(PREFIX_BYTES + fields.length);
  return { key: Buffer.concat([prefix, fields, documentKey.subarray(PREFIX_BYTES)]), value };
}

/** The key of the document that an entry stands for. */
export function documentKeyOf(index: Index, collectionId: number, key: Buffer, value: Buffer): Buffer {
  if (index.unique) return value;
  return Buffer.concat([prefixOf(Space.documents, collectionId), key.subarray(value.readUInt16BE(0))]);
}
