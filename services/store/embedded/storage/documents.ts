/**
 * Stored documents and their index entries, kept in step. Owns insert, replace and remove of one document: everything
 * is computed and checked before the first byte is written, so a refusal leaves nothing behind.
 */
import { CommandError } from '../errors';
import { orderedKeyOf } from '../bson/order';
import { valuesAt, type PathValue } from '../bson/path';
import { documentValue, fieldOf, type RawValue } from '../bson/read';
import { BsonType, typeName } from '../bson/types';
import { BsonWriter } from '../bson/write';
import { DOCUMENT_BYTES_MAX } from '../limits';
import { keyPairsOf, type Catalog, type Collection, type Index } from './catalog';
import { describeKey } from './describe';
import { entriesOf, type Entries, type Entry } from './entries';
import { keyPart, prefixOf, Space } from './keys';
import type { Store } from './store';

const ID = Buffer.from('_id');

export function idOf(document: Buffer): RawValue | undefined {
  return fieldOf(documentValue(document), ID);
}

export interface DocumentKey {
  readonly key: Buffer;
  readonly isCut: boolean;
}

/** Where a document with this `_id` lies. */
export function keyOfId(collection: Collection, id: RawValue | undefined): DocumentKey {
  const part = keyPart(orderedKeyOf(id));
  return { key: Buffer.concat([prefixOf(Space.documents, collection.id), part.bytes]), isCut: part.isCut };
}

interface Change {
  readonly index: Index;
  readonly before: Entries | undefined;
  readonly after: Entries | undefined;
}

export class Documents {
  private readonly store: Store;
  private readonly catalog: Catalog;

  constructor(store: Store, catalog: Catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  /** Inserts a document that has an `_id`. Refuses duplicates (11000) and what cannot be stored. */
  insert(collection: Collection, document: Buffer): void {
    assertSize(document);
    const id = idOf(document);
    assertId(id);
    const { key, isCut } = keyOfId(collection, id);
    if (this.store.get(key) !== undefined) throw duplicateId(collection, document);
    const changes = collection.indexes.map((index) => ({
      index,
      before: undefined,
      after: entriesOf(index, document, key),
    }));
    this.check(collection, changes, key, document);
    if (isCut && !collection.hasCutIds) this.catalog.markCutIds(collection);
    this.write(collection, changes);
    this.store.put(key, document);
  }

  /** Replaces the document at `key`, whose `_id` stays. */
  replace(collection: Collection, key: Buffer, before: Buffer, after: Buffer): void {
    assertSize(after);
    const changes = collection.indexes.map((index) => ({
      index,
      before: entriesOf(index, before, key),
      after: entriesOf(index, after, key),
    }));
    this.check(collection, changes, key, after);
    this.write(collection, changes);
    this.store.put(key, after);
  }

  remove(collection: Collection, key: Buffer, document: Buffer): void {
    for (const index of collection.indexes) {
      for (const entry of entriesOf(index, document, key).entries) this.store.remove(entry.key);
    }
    this.store.remove(key);
  }

  /** Fills a new index; a duplicate or an array refuses it, and the caller gives the index up again. */
  buildIndex(collection: Collection, index: Index): void {
    const found: { key: Buffer; document: Buffer }[] = [];
    const start = prefixOf(Space.documents, collection.id);
    const end = prefixOf(Space.documents, collection.id + 1);
    for (let after: Buffer | undefined, isEnd = false; !isEnd; after = found.at(-1)?.key) {
      found.length = 0;
      // Chunks, because a cursor must not be open while entries are written.
      isEnd = this.store.visit({ start, end, after, reverse: false }, (key, document) => {
        found.push({ key, document });
        return found.length < BUILD_CHUNK;
      });
      for (const { key, document } of found) this.addToIndex(collection, index, key, document);
    }
  }

  private addToIndex(collection: Collection, index: Index, key: Buffer, document: Buffer): void {
    const changes = [{ index, before: undefined, after: entriesOf(index, document, key) }];
    this.check(collection, changes, key, document);
    this.write(collection, changes);
  }

  private check(collection: Collection, changes: readonly Change[], key: Buffer, document: Buffer): void {
    for (const { index, after } of changes) {
      if (!index.unique) continue;
      for (const entry of after?.entries ?? []) {
        const holder = this.store.get(entry.key);
        if (holder !== undefined && !holder.equals(key)) throw duplicateKey(collection, index, document);
      }
    }
  }

  private write(collection: Collection, changes: readonly Change[]): void {
    for (const { index, before, after } of changes) {
      const kept = new Set(after?.entries.map(nameOf));
      const had = new Set(before?.entries.map(nameOf));
      for (const entry of before?.entries ?? []) if (!kept.has(nameOf(entry))) this.store.remove(entry.key);
      for (const entry of after?.entries ?? []) if (!had.has(nameOf(entry))) this.store.put(entry.key, entry.value);
      if (after?.throughArray === true && !index.multikey) this.catalog.markMultikey(collection, index);
      if (after?.hasCutKeys === true && !index.hasCutKeys) this.catalog.markCutKeys(collection, index);
    }
  }
}

/** Enough to make the visits cheap, little enough to hold in memory even for large documents. */
const BUILD_CHUNK = 200;

function nameOf(entry: Entry): string {
  return entry.key.toString('latin1');
}

function assertSize(document: Buffer): void {
  if (document.length <= DOCUMENT_BYTES_MAX) return;
  const sizes = `size in bytes: ${document.length}, max size: ${DOCUMENT_BYTES_MAX}`;
  throw new CommandError(10334, `object to insert too large. ${sizes}`);
}

/** Refuses ids that MongoDB refuses: arrays, regular expressions, missing. */
export function assertId(id: RawValue | undefined): void {
  if (id === undefined || id.type === BsonType.array || id.type === BsonType.regex) {
    const type = id === undefined ? 'missing' : typeName(id.type);
    throw new CommandError(53, `The '_id' value cannot be of type ${type}`);
  }
}

function duplicateId(collection: Collection, document: Buffer): CommandError {
  return duplicate(collection, '_id_', [['_id', 1]], [idOf(document)]);
}

function duplicateKey(collection: Collection, index: Index, document: Buffer): CommandError {
  const root = documentValue(document);
  const values = index.fields.map((field) => valuesAt(root, field.path).values[0]);
  return duplicate(collection, index.name, keyPairsOf(index), values);
}

function duplicate(
  collection: Collection,
  indexName: string,
  pairs: readonly (readonly [string, number])[],
  values: readonly PathValue[],
): CommandError {
  const pattern = new BsonWriter();
  const keys = new BsonWriter();
  pairs.forEach(([name, direction], position) => {
    pattern.number(name, direction);
    const value = values[position];
    if (value === undefined || typeof value === 'symbol') keys.null(name);
    else keys.raw(name, value);
  });
  const keyValue = keys.finish();
  const where = `collection: ${collection.namespace} index: ${indexName} dup key: ${describeKey(keyValue)}`;
  return new CommandError(11000, `E11000 duplicate key error ${where}`, {
    duplicate: { keyPattern: pattern.finish(), keyValue },
  });
}
