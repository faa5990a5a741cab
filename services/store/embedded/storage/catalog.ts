/**
 * Which databases, collections and indexes exist. Owns their records, on disk and mirrored in memory; must not touch
 * documents. Every change happens inside a write transaction; when that is aborted, `load` restores the mirror.
 */
import { mongo } from 'mongoose';
import { CommandError } from '../errors';
import { parsePath, type FieldPath } from '../bson/path';
import { metaKey, prefixOf, rangeOf, Space } from './keys';
import type { Store } from './store';

const { BSON } = mongo;

export interface IndexField {
  readonly path: FieldPath;
  readonly descending: boolean;
}

export interface Index {
  readonly id: number;
  readonly name: string;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly expireAfterSeconds: number | undefined;
  /** A document has had several values here: one entry no longer means one document. */
  multikey: boolean;
  /** An entry was too long and is cut: the index no longer sorts. */
  hasCutKeys: boolean;
}

export interface Collection {
  readonly id: number;
  readonly database: string;
  readonly name: string;
  readonly namespace: string;
  readonly indexes: Index[];
  /** An `_id` was too long and is cut: the collection no longer lies in `_id` order. */
  hasCutIds: boolean;
}

interface IndexRecord {
  readonly id: number;
  readonly name: string;
  readonly key: readonly (readonly [string, number])[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly expireAfterSeconds: number | null;
  readonly multikey: boolean;
  readonly hasCutKeys: boolean;
}

interface CollectionRecord {
  readonly database: string;
  readonly name: string;
  readonly indexes: readonly IndexRecord[];
  readonly hasCutIds: boolean;
}

/** What a new index is made from. */
export interface IndexDefinition {
  readonly name: string;
  readonly key: readonly (readonly [string, number])[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly expireAfterSeconds: number | undefined;
}

/** Ids of collections and indexes come from one counter and are never used again, so a sweep cannot hit a successor. */
const COUNTER = metaKey('nextId');
/** More is a mistake of the caller; MongoDB's own limit for indexes is 64. */
const COLLECTIONS_MAX = 10_000;
export const INDEXES_MAX = 64;

export class Catalog {
  private readonly store: Store;
  private byNamespace = new Map<string, Collection>();

  constructor(store: Store) {
    this.store = store;
    this.load();
  }

  /** Reads everything from disk: at start, and after an aborted transaction. */
  load(): void {
    this.byNamespace = new Map();
    const range = rangeOf(Buffer.from([Space.catalog]));
    this.store.visit({ ...range, reverse: false }, (key, value) => {
      const record = BSON.deserialize(value) as CollectionRecord;
      const collection = collectionFrom(key.readUInt32BE(1), record);
      this.byNamespace.set(collection.namespace, collection);
      return true;
    });
  }

  find(namespace: string): Collection | undefined {
    return this.byNamespace.get(namespace);
  }

  /** All collections, or those of one database, by name. */
  list(database?: string): Collection[] {
    return [...this.byNamespace.values()]
      .filter((collection) => database === undefined || collection.database === database)
      .sort((left, right) => Buffer.compare(Buffer.from(left.namespace), Buffer.from(right.namespace)));
  }

  create(database: string, name: string): Collection {
    if (this.byNamespace.size >= COLLECTIONS_MAX) throw new CommandError(67, 'too many collections');
    this.refuseOtherCase(database);
    const namespace = `${database}.${name}`;
    const collection = { id: this.nextId(), database, name, namespace, indexes: [], hasCutIds: false };
    this.byNamespace.set(namespace, collection);
    this.save(collection);
    return collection;
  }

  addIndex(collection: Collection, definition: IndexDefinition): Index {
    const record = { ...definition, expireAfterSeconds: definition.expireAfterSeconds ?? null };
    const index = indexFrom({ ...record, id: this.nextId(), multikey: false, hasCutKeys: false });
    collection.indexes.push(index);
    this.save(collection);
    return index;
  }

  /** Forgets an index; its entries are left to the sweeper. */
  removeIndex(collection: Collection, index: Index): void {
    collection.indexes.splice(collection.indexes.indexOf(index), 1);
    this.save(collection);
    this.leaveToSweeper(Space.indexes, index.id);
  }

  /** Forgets a collection; its documents and entries are left to the sweeper. */
  remove(collection: Collection): void {
    this.byNamespace.delete(collection.namespace);
    this.store.remove(prefixOf(Space.catalog, collection.id));
    for (const index of collection.indexes) this.leaveToSweeper(Space.indexes, index.id);
    this.leaveToSweeper(Space.documents, collection.id);
  }

  markMultikey(collection: Collection, index: Index): void {
    index.multikey = true;
    this.save(collection);
  }

  markCutKeys(collection: Collection, index: Index): void {
    index.hasCutKeys = true;
    this.save(collection);
  }

  markCutIds(collection: Collection): void {
    collection.hasCutIds = true;
    this.save(collection);
  }

  private leaveToSweeper(space: number, number: number): void {
    const key = Buffer.concat([Buffer.from([Space.sweep]), prefixOf(space, number)]);
    this.store.put(key, Buffer.from([1]));
  }

  /** Databases that differ only in case cannot live together, as in MongoDB: backups go to case-blind file systems. */
  private refuseOtherCase(database: string): void {
    const lower = database.toLowerCase();
    for (const { database: other } of this.byNamespace.values()) {
      if (other !== database && other.toLowerCase() === lower) {
        throw new CommandError(13297, `db already exists with different case already have: [${other}]`);
      }
    }
  }

  private nextId(): number {
    const stored = this.store.get(COUNTER);
    const id = stored === undefined ? 1 : stored.readUInt32BE(0);
    const next = Buffer.allocUnsafe(4);
    next.writeUInt32BE(id + 1);
    this.store.put(COUNTER, next);
    return id;
  }

  private save(collection: Collection): void {
    const record: CollectionRecord = {
      database: collection.database,
      name: collection.name,
      indexes: collection.indexes.map(recordOf),
      hasCutIds: collection.hasCutIds,
    };
    this.store.put(prefixOf(Space.catalog, collection.id), Buffer.from(BSON.serialize(record)));
  }
}

/** The pairs an index is described by: `[['streamId', 1], ['seq', -1]]`. */
export function keyPairsOf(index: Index): (readonly [string, number])[] {
  return index.fields.map((field) => [field.path.text, field.descending ? -1 : 1] as const);
}

function recordOf(index: Index): IndexRecord {
  const { id, name, unique, sparse, multikey, hasCutKeys } = index;
  const expireAfterSeconds = index.expireAfterSeconds ?? null;
  return { id, name, key: keyPairsOf(index), unique, sparse, expireAfterSeconds, multikey, hasCutKeys };
}

function indexFrom(record: IndexRecord): Index {
  const fields = record.key.map(([text, direction]) => ({ path: parsePath(text), descending: direction < 0 }));
  const { id, name, unique, sparse, multikey, hasCutKeys } = record;
  return {
    id,
    name,
    fields,
    unique,
    sparse,
    expireAfterSeconds: record.expireAfterSeconds ?? undefined,
    multikey,
    hasCutKeys,
  };
}

function collectionFrom(id: number, record: CollectionRecord): Collection {
  const { database, name, hasCutIds } = record;
  const namespace = `${database}.${name}`;
  return { id, database, name, namespace, indexes: record.indexes.map(indexFrom), hasCutIds };
}
