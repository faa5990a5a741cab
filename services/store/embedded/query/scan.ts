/**
 * Carries out a plan: hands out the documents that match, one call at a time, and remembers where it stopped. Owns
 * that position; keeps no cursor and no old version of the data between calls, as MongoDB's own cursors see changes.
 */
import { valuesAt } from '../bson/path';
import { documentValue } from '../bson/read';
import type { Collection } from '../storage/catalog';
import { documentKeyOf } from '../storage/entries';
import { prefixOf, rangeOf, Space, type KeyRange } from '../storage/keys';
import type { Store } from '../storage/store';
import { matches, type Condition } from './filter';
import type { Plan } from './plan';
import { pathValueKey } from './sort';

/** Told a document's key and bytes; returns false to stop after this one. */
export type DocumentVisitor = (key: Buffer, document: Buffer) => boolean;

export class Scan {
  private readonly store: Store;
  private readonly collection: Collection;
  private readonly plan: Plan;
  private readonly condition: Condition;
  private readonly ranges: readonly KeyRange[];
  private readonly seen: Set<string> | undefined;
  private at = 0;
  private after: Buffer | undefined;

  constructor(store: Store, collection: Collection, plan: Plan, condition: Condition) {
    this.store = store;
    this.collection = collection;
    this.plan = plan;
    this.condition = condition;
    this.ranges = plan.reverse ? plan.ranges.toReversed() : plan.ranges;
    this.seen = plan.repeats ? new Set() : undefined;
  }

  /** Goes on from where it stopped; true when there is nothing left. */
  run(visitor: DocumentVisitor): boolean {
    if (this.plan.points !== undefined) return this.runPoints(this.plan.points, visitor);
    for (; this.at < this.ranges.length; this.at += 1) {
      const range = this.ranges[this.at];
      if (range !== undefined && !this.runRange(range, visitor)) return false;
      this.after = undefined;
    }
    return true;
  }

  private runPoints(points: readonly Buffer[], visitor: DocumentVisitor): boolean {
    while (this.at < points.length) {
      const point = points[this.at];
      this.at += 1;
      const value = point === undefined ? undefined : this.store.get(point);
      if (point !== undefined && value !== undefined && !this.offer(point, value, visitor)) {
        return this.at >= points.length;
      }
    }
    return true;
  }

  private runRange(range: KeyRange, visitor: DocumentVisitor): boolean {
    let start: Buffer | undefined = range.start;
    let isEnd = true;
    while (start !== undefined) {
      const from: KeyRange = { start, end: range.end };
      start = undefined;
      isEnd = this.store.visit({ ...from, reverse: this.plan.reverse, after: this.after }, (key, value) => {
        this.after = key;
        const goesOn = this.offer(key, value, visitor);
        start = goesOn ? this.leapFrom(key, value) : undefined;
        return goesOn && start === undefined;
      });
      if (start !== undefined) this.after = undefined;
    }
    return isEnd;
  }

  /** The key to go on from when the entries after this one cannot match; undefined when the next one may. */
  private leapFrom(key: Buffer, value: Buffer): Buffer | undefined {
    const { index, leap } = this.plan;
    if (index === undefined || leap === undefined) return undefined;
    const document = this.store.get(documentKeyOf(index, this.collection.id, key, value));
    if (document === undefined) return undefined;
    const root = documentValue(document);
    const parts = leap.fields.map(({ path }) => pathValueKey(valuesAt(root, path).values[0]));
    const group = Buffer.concat([prefixOf(Space.indexes, index.id), ...parts]);
    const wanted = Buffer.concat([group, leap.wanted]);
    if (key.compare(wanted) < 0) return wanted;
    if (isPrefix(wanted, key)) return undefined;
    const { end } = rangeOf(group);
    // Always forwards, also where a document got an array since the plan was made.
    return key.compare(end) < 0 ? end : undefined;
  }

  /** Matches what an entry stands for; false when the visitor has enough. */
  private offer(key: Buffer, value: Buffer, visitor: DocumentVisitor): boolean {
    const { index } = this.plan;
    const documentKey = index === undefined ? key : documentKeyOf(index, this.collection.id, key, value);
    if (this.isRepeated(documentKey)) return true;
    const document = index === undefined ? value : this.store.get(documentKey);
    if (document === undefined || !matches(this.condition, documentValue(document))) return true;
    return visitor(documentKey, document);
  }

  private isRepeated(documentKey: Buffer): boolean {
    if (this.seen === undefined) return false;
    const name = documentKey.toString('latin1');
    if (this.seen.has(name)) return true;
    this.seen.add(name);
    return false;
  }
}

function isPrefix(prefix: Buffer, key: Buffer): boolean {
  return key.length >= prefix.length && key.compare(prefix, 0, prefix.length, 0, prefix.length) === 0;
}
