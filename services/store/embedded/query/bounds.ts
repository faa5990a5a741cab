/**
 * What a filter says about single fields: the values, or the range, each must have. Owns that reading of conditions;
 * must not know indexes. Only what holds for every match counts, so `$or`, `$nor` and negations say nothing.
 */
import { BsonType, SortClass } from '../bson/types';
import { isExtreme, type Comparison, type Condition, type Operand } from './filter';

export interface Bound {
  readonly key: Buffer;
  readonly inclusive: boolean;
}

export interface FieldBounds {
  /** Ordered keys the field equals one of; undefined when a range holds instead. */
  readonly values: readonly Buffer[] | undefined;
  readonly low: Bound;
  readonly high: Bound;
  /** No document without the field can match. */
  readonly excludesNull: boolean;
  /** True also for documents that have an array here: some one element lies within. */
  readonly isForElements: boolean;
}

type Single = Extract<Condition, { kind: 'equal' | 'in' | 'compare' }>;

/** The bounds by dotted path; of several conditions on one path, the most telling. */
export function boundsByPath(condition: Condition): Map<string, FieldBounds> {
  const singles: Single[] = [];
  collect(condition, singles);
  const byPath = new Map<string, Single[]>();
  for (const single of singles) {
    const list = byPath.get(single.path.text);
    if (list === undefined) byPath.set(single.path.text, [single]);
    else list.push(single);
  }
  const bounds = new Map<string, FieldBounds>();
  for (const [path, list] of byPath) {
    const found = boundsOf(list);
    if (found !== undefined) bounds.set(path, found);
  }
  return bounds;
}

function collect(condition: Condition, into: Single[]): void {
  if (condition.kind === 'and') for (const part of condition.parts) collect(part, into);
  else if (condition.kind === 'equal' || condition.kind === 'in' || condition.kind === 'compare') into.push(condition);
}

function boundsOf(list: readonly Single[]): FieldBounds | undefined {
  const equal = list.find((single) => single.kind === 'equal');
  if (equal !== undefined) return valueBounds([equal.operand]);
  const anyOf = list.find((single) => single.kind === 'in');
  if (anyOf !== undefined) return valueBounds(anyOf.operands);
  return rangeBounds(list.filter((single) => single.kind === 'compare'));
}

const NOWHERE: Bound = { key: Buffer.alloc(0), inclusive: true };

function valueBounds(operands: readonly Operand[]): FieldBounds {
  const values = new Map(operands.map((operand) => [operand.key.toString('latin1'), operand.key]));
  return {
    values: [...values.values()],
    low: NOWHERE,
    high: NOWHERE,
    excludesNull: operands.every((operand) => !isNull(operand)),
    isForElements: operands.every((operand) => !isNull(operand) && operand.value.type !== BsonType.array),
  };
}

type Compare = Extract<Condition, { kind: 'compare' }>;

/** One range of one class. Two sides together hold for single values only: an array may meet each with another element. */
function rangeBounds(list: readonly Compare[]): FieldBounds | undefined {
  const [first] = list;
  if (first === undefined || list.some(({ operand }) => isExtreme(operand))) return undefined;
  const sortClass = first.operand.key[0] ?? 0;
  if (sortClass === SortClass.array) return undefined;
  const ofClass = list.filter(({ operand }) => operand.key[0] === sortClass);
  const low = ofClass.find(({ comparison }) => isLow(comparison));
  const high = ofClass.find(({ comparison }) => !isLow(comparison));
  const wholeClass: Bound = { key: Buffer.from([sortClass]), inclusive: true };
  return {
    values: undefined,
    low: low === undefined ? wholeClass : boundOf(low),
    high: high === undefined ? wholeClass : boundOf(high),
    excludesNull: sortClass !== SortClass.null,
    isForElements: sortClass !== SortClass.null && (low === undefined || high === undefined),
  };
}

function isLow(comparison: Comparison): boolean {
  return comparison === 'gt' || comparison === 'gte';
}

function boundOf(condition: Compare): Bound {
  const inclusive = condition.comparison === 'gte' || condition.comparison === 'lte';
  return { key: condition.operand.key, inclusive };
}

function isNull(operand: Operand): boolean {
  return operand.key[0] === SortClass.null;
}
