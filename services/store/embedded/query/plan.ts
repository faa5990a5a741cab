/**
 * Chooses how to reach the documents a filter can match: by `_id`, by an index, or through the whole collection. Owns
 * which key ranges are read and whether they already come in the wanted order; every document found is still matched.
 */
import { OrderedKey } from '../bson/order';
import { parsePath } from '../bson/path';
import type { Collection, Index, IndexField } from '../storage/catalog';
import { keyPart, lowerBound, prefixOf, rangeOf, Space, upperBound, type KeyRange } from '../storage/keys';
import { boundsByPath, type FieldBounds } from './bounds';
import type { Condition } from './filter';
import type { SortField } from './sort';

export interface Plan {
  /** The index whose entries are read; undefined reads the documents themselves, which lie in `_id` order. */
  readonly index: Index | undefined;
  readonly ranges: readonly KeyRange[];
  /** One key each, looked up instead of ranges. */
  readonly points: readonly Buffer[] | undefined;
  readonly reverse: boolean;
  /** Documents come in the wanted order. */
  readonly isSorted: boolean;
  /** One document may be met more than once. */
  readonly repeats: boolean;
  /** What the entries of a range can be leapt over by; undefined where each must be looked at. */
  readonly leap: Leap | undefined;
}

/**
 * An index on `a, b`, read for a range of `a` and one value of `b`: of each `a` only the entry with that `b` is wanted, as
 * "the first commit of every stream". MongoDB leaps there too, so what a query costs is the same on both.
 */
export interface Leap {
  /** Up to the field of the range, in the order of the index. */
  readonly fields: readonly IndexField[];
  /** The ordered key of the one value of the next field. */
  readonly wanted: Buffer;
}

/** What the planner needs to know of an index; the documents' own order counts as one on `_id`. */
interface Candidate {
  readonly index: Index | undefined;
  readonly prefix: Buffer;
  readonly fields: readonly IndexField[];
  readonly unique: boolean;
  readonly sparse: boolean;
  readonly multikey: boolean;
  readonly hasCutKeys: boolean;
}

const ID_FIELD: IndexField = { path: parsePath('_id'), descending: false };
/** Lists of values become at most this many look-ups together; what is beyond is left to the filter. */
const POINTS_MAX = 100_000;

/** The best plan for a filter and a sort. */
export function planQuery(collection: Collection, condition: Condition, sort: readonly SortField[]): Plan {
  const bounds = boundsByPath(condition);
  let best: { plan: Plan; score: number } | undefined;
  for (const candidate of candidatesOf(collection)) {
    const scored = planWith(candidate, bounds, sort);
    if (scored !== undefined && (best === undefined || scored.score > best.score)) best = scored;
  }
  return best?.plan ?? wholeCollection(collection, sort);
}

function candidatesOf(collection: Collection): Candidate[] {
  const byId: Candidate = {
    index: undefined,
    prefix: prefixOf(Space.documents, collection.id),
    fields: [ID_FIELD],
    unique: true,
    sparse: false,
    multikey: false,
    hasCutKeys: collection.hasCutIds,
  };
  const byIndex = collection.indexes.map((index) => ({
    ...index,
    index,
    prefix: prefixOf(Space.indexes, index.id),
    // Entries of one value lie in the order of their ids, so a cut id spoils that order as well.
    hasCutKeys: index.hasCutKeys || collection.hasCutIds,
  }));
  return [byId, ...byIndex];
}

function wholeCollection(collection: Collection, sort: readonly SortField[]): Plan {
  const ranges = [rangeOf(prefixOf(Space.documents, collection.id))];
  const isSorted = sort.length === 0;
  return { index: undefined, ranges, points: undefined, reverse: false, isSorted, repeats: false, leap: undefined };
}

/** Leading fields held to single values (each a list of ordered keys), then perhaps one range. */
interface Prefix {
  readonly keys: readonly Buffer[];
  readonly fixed: number;
  readonly range: FieldBounds | undefined;
  readonly excludesNull: boolean;
}

function planWith(
  candidate: Candidate,
  bounds: Map<string, FieldBounds>,
  sort: readonly SortField[],
): { plan: Plan; score: number } | undefined {
  const prefix = prefixFor(candidate, bounds);
  if (candidate.sparse && !prefix.excludesNull) return undefined;
  const direction = sortDirection(candidate, prefix, sort);
  const isSorted = sort.length === 0 || direction !== undefined;
  const isBounded = prefix.fixed > 0 || prefix.range !== undefined;
  if (!isBounded && (sort.length === 0 || !isSorted)) return undefined;
  const isPoint = candidate.unique && prefix.fixed === candidate.fields.length;
  const score = (isPoint ? 100 : 0) + prefix.fixed * 10 + (prefix.range === undefined ? 0 : 5) + (isSorted ? 2 : 0);
  const plan: Plan = {
    index: candidate.index,
    ranges: isPoint ? [] : rangesOf(candidate, prefix),
    points: isPoint ? prefix.keys.map((key) => Buffer.concat([candidate.prefix, keyPart(key).bytes])) : undefined,
    reverse: direction === 'reverse',
    isSorted,
    repeats: candidate.multikey,
    leap: direction === 'reverse' ? undefined : leapOf(candidate, prefix, bounds),
  };
  return { plan, score };
}

function leapOf(candidate: Candidate, prefix: Prefix, bounds: Map<string, FieldBounds>): Leap | undefined {
  const fields = candidate.fields.slice(0, prefix.fixed + 1);
  const next = candidate.fields[prefix.fixed + 1];
  if (prefix.range === undefined || next === undefined || candidate.multikey || candidate.hasCutKeys) return undefined;
  if (candidate.index === undefined || [...fields, next].some((field) => field.descending)) return undefined;
  const [wanted, ...others] = bounds.get(next.path.text)?.values ?? [];
  return wanted === undefined || others.length > 0 ? undefined : { fields, wanted };
}

function prefixFor(candidate: Candidate, bounds: Map<string, FieldBounds>): Prefix {
  let keys: Buffer[] = [Buffer.alloc(0)];
  let fixed = 0;
  let excludesNull = false;
  const seen = new Set<string>();
  for (const { path, descending } of candidate.fields) {
    const found = bounds.get(path.text);
    // Conditions on `a.b` and `a.c` may hold for different elements of one array.
    const start = path.segments[0]?.text ?? '';
    if (found === undefined || (candidate.multikey && (seen.has(start) || !found.isForElements))) break;
    seen.add(start);
    if (found.values === undefined) {
      return { keys, fixed, range: found, excludesNull: excludesNull || found.excludesNull };
    }
    if (found.values.length * keys.length > POINTS_MAX) break;
    excludesNull ||= found.excludesNull;
    const ends = found.values.map((key) => (descending ? inverted(key) : key));
    keys = keys.flatMap((key) => ends.map((end) => Buffer.concat([key, end])));
    fixed += 1;
  }
  return { keys: keys.sort((left, right) => left.compare(right)), fixed, range: undefined, excludesNull };
}

function inverted(key: Buffer): Buffer {
  return new OrderedKey().append(key).descendingFrom(0).copyOut();
}

function rangesOf(candidate: Candidate, prefix: Prefix): KeyRange[] {
  const { range } = prefix;
  const field = candidate.fields[prefix.fixed];
  return prefix.keys.map((key) => {
    if (range === undefined || field === undefined) {
      return { start: lowerBound(candidate.prefix, key, false), end: upperBound(candidate.prefix, key, true) };
    }
    const low = Buffer.concat([key, field.descending ? inverted(range.high.key) : range.low.key]);
    const high = Buffer.concat([key, field.descending ? inverted(range.low.key) : range.high.key]);
    const [below, above] = field.descending ? [range.high, range.low] : [range.low, range.high];
    return {
      start: lowerBound(candidate.prefix, low, !below.inclusive),
      end: upperBound(candidate.prefix, high, above.inclusive),
    };
  });
}

/** Does reading the ranges forwards or in reverse give the wanted order? */
function sortDirection(
  candidate: Candidate,
  prefix: Prefix,
  sort: readonly SortField[],
): 'forward' | 'reverse' | undefined {
  if (candidate.multikey || candidate.hasCutKeys || sort.length === 0 || prefix.keys.length > 1) return undefined;
  const fixedPaths = new Set(candidate.fields.slice(0, prefix.fixed).map((field) => field.path.text));
  const wanted = sort.filter((field) => !fixedPaths.has(field.path.text));
  const given = candidate.fields.slice(prefix.fixed);
  // Equal entries of an index that is not unique lie in the order of their _id.
  const order = candidate.unique ? given : [...given, ID_FIELD];
  const directions = wanted.slice(0, order.length).map((field, at) => directionOf(field, order[at]));
  if (wanted.length > order.length && !candidate.unique) return undefined;
  const [first = 'forward'] = directions;
  return directions.every((direction) => direction === first) ? first : undefined;
}

function directionOf(wanted: SortField, given: IndexField | undefined): 'forward' | 'reverse' | undefined {
  if (given === undefined || wanted.path.text !== given.path.text) return undefined;
  return wanted.descending === given.descending ? 'forward' : 'reverse';
}
