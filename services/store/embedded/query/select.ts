/**
 * The documents of one query: filter, sort, skip and limit together. Owns their interplay; knows no commands.
 * Sorting in memory keeps keys, not documents, and reads each document when it is wanted.
 */
import { documentValue, type RawValue } from '../bson/read';
import type { Collection } from '../storage/catalog';
import type { Store } from '../storage/store';
import { matches, parseFilter, type Condition } from './filter';
import { planQuery } from './plan';
import { Scan, type DocumentVisitor } from './scan';
import { parseSort, SortBuffer, sortKeyOf, type SortField } from './sort';

export interface Query {
  readonly condition: Condition;
  readonly sort: readonly SortField[];
  readonly skip: number;
  /** 0 is no limit, as in the protocol. */
  readonly limit: number;
}

/** A filter, with nothing sorted or skipped. */
export function queryOf(filter: RawValue, sort?: RawValue, skip = 0, limit = 0): Query {
  return { condition: parseFilter(filter), sort: parseSort(sort), skip, limit };
}

/** Where documents come from, in order; `run` goes on from where it stopped, true at the end. */
export interface Source {
  run(visitor: DocumentVisitor): boolean;
}

/** The documents of a query on a collection that may not exist. */
export function select(store: Store, collection: Collection | undefined, query: Query): Source {
  if (collection === undefined) return { run: () => true };
  const plan = planQuery(collection, query.condition, query.sort);
  const scan = new Scan(store, collection, plan, query.condition);
  return plan.isSorted ? new Window(scan, query) : sorted(store, scan, query);
}

/** The first document of a query, or undefined. */
export function selectFirst(
  store: Store,
  collection: Collection,
  query: Query,
): { readonly key: Buffer; readonly document: Buffer } | undefined {
  let found: { key: Buffer; document: Buffer } | undefined;
  select(store, collection, { ...query, limit: 1 }).run((key, document) => {
    found = { key, document };
    return false;
  });
  return found;
}

/** Skip and limit over documents that already come in order. */
class Window implements Source {
  private readonly scan: Scan;
  private toSkip: number;
  private left: number;

  constructor(scan: Scan, query: Query) {
    this.scan = scan;
    this.toSkip = query.skip;
    this.left = query.limit === 0 ? Number.POSITIVE_INFINITY : query.limit;
  }

  run(visitor: DocumentVisitor): boolean {
    if (this.left <= 0) return true;
    const isEnd = this.scan.run((key, document) => {
      if (this.toSkip > 0) {
        this.toSkip -= 1;
        return true;
      }
      this.left -= 1;
      return visitor(key, document) && this.left > 0;
    });
    return isEnd || this.left <= 0;
  }
}

function sorted(store: Store, scan: Scan, query: Query): Source {
  const wanted = query.limit === 0 ? Number.POSITIVE_INFINITY : query.skip + query.limit;
  const buffer = new SortBuffer<Buffer>(wanted);
  scan.run((key, document) => {
    buffer.add(sortKeyOf(documentValue(document), query.sort), key);
    return true;
  });
  return new Listed(store, query.condition, buffer.take().slice(query.skip));
}

/** Documents by key, in a known order; one that was changed meanwhile and no longer matches is left out. */
class Listed implements Source {
  private readonly store: Store;
  private readonly condition: Condition;
  private readonly keys: readonly Buffer[];
  private at = 0;

  constructor(store: Store, condition: Condition, keys: readonly Buffer[]) {
    this.store = store;
    this.condition = condition;
    this.keys = keys;
  }

  run(visitor: DocumentVisitor): boolean {
    while (this.at < this.keys.length) {
      const key = this.keys[this.at];
      this.at += 1;
      const document = key === undefined ? undefined : this.store.get(key);
      if (key === undefined || document === undefined) continue;
      if (!matches(this.condition, documentValue(document))) continue;
      if (!visitor(key, document)) return this.at >= this.keys.length;
    }
    return true;
  }
}
