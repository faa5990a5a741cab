/**
 * Filters: parsed once per command, then asked of raw documents. Owns which operators exist and what they mean; order
 * and equality are `bson/order.ts`'s, so a filter and an index can never disagree. Why not mingo's matcher: see
 * docs/decisions/0002-embedded-server.md.
 */
import { CommandError, notImplemented } from '../errors';
import { orderedKeyOf, OrderedKey } from '../bson/order';
import { parsePath, visitPath, type FieldPath } from '../bson/path';
import { ElementReader, elementsOf, isTruthy, type RawValue } from '../bson/read';
import { BsonType, SortClass, sortClassOf, typeName } from '../bson/types';

/** A value to compare with, and its ordered key. */
export interface Operand {
  readonly value: RawValue;
  readonly key: Buffer;
}

export type Comparison = 'lt' | 'lte' | 'gt' | 'gte';

export type Condition =
  | { readonly kind: 'and' | 'or' | 'nor'; readonly parts: readonly Condition[] }
  | { readonly kind: 'equal'; readonly path: FieldPath; readonly operand: Operand }
  | { readonly kind: 'compare'; readonly path: FieldPath; readonly comparison: Comparison; readonly operand: Operand }
  | { readonly kind: 'in'; readonly path: FieldPath; readonly operands: readonly Operand[]; readonly keys: Set<string> }
  | { readonly kind: 'exists'; readonly path: FieldPath }
  | { readonly kind: 'not'; readonly part: Condition };

/** A filter's list of values may be this long; MongoDB has only the message size, this keeps one match bounded. */
const IN_VALUES_MAX = 100_000;

/** Parses a filter document; everything in it must hold. Refuses unknown operators (2) and regular expressions (238). */
export function parseFilter(filter: RawValue): Condition {
  const parts: Condition[] = [];
  const reader = new ElementReader(filter.buffer, filter.start);
  while (reader.next()) {
    const name = reader.name;
    if (name.startsWith('$')) parts.push(parseLogical(name, reader.value()));
    else parts.push(...parseField(parsePath(name), reader.value()));
  }
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: 'and', parts };
}

function parseLogical(name: string, value: RawValue): Condition {
  switch (name) {
    case '$and':
      return { kind: 'and', parts: parseBranches(name, value) };
    case '$or':
      return { kind: 'or', parts: parseBranches(name, value) };
    case '$nor':
      return { kind: 'nor', parts: parseBranches(name, value) };
    case '$comment':
      return { kind: 'and', parts: [] };
    default:
      throw new CommandError(2, `unknown top level operator: ${name}`);
  }
}

function parseBranches(name: string, value: RawValue): Condition[] {
  const branches = value.type === BsonType.array ? elementsOf(value) : [];
  if (branches.length === 0) throw new CommandError(2, `${name} must be a nonempty array`);
  return branches.map((branch) => {
    if (branch.type !== BsonType.object) throw new CommandError(2, `${name} entries need to be full objects`);
    return parseFilter(branch);
  });
}

function parseField(path: FieldPath, value: RawValue): Condition[] {
  if (!isOperatorDocument(value)) return [equalTo(path, value)];
  const conditions: Condition[] = [];
  const reader = new ElementReader(value.buffer, value.start);
  while (reader.next()) {
    const name = reader.name;
    if (!name.startsWith('$')) throw new CommandError(2, `unknown operator: ${name}`);
    conditions.push(parseOperator(path, name, reader.value()));
  }
  return conditions;
}

/** Is this `{ $op: … }` and not a document to be equal to? The first name tells, as in MongoDB. */
export function isOperatorDocument(value: RawValue): boolean {
  if (value.type !== BsonType.object) return false;
  const reader = new ElementReader(value.buffer, value.start);
  return reader.next() && reader.name.startsWith('$');
}

function parseOperator(path: FieldPath, name: string, value: RawValue): Condition {
  switch (name) {
    case '$eq':
      return equalTo(path, value);
    case '$ne':
      return { kind: 'not', part: equalTo(path, value) };
    case '$gt':
      return compareTo(path, 'gt', value);
    case '$gte':
      return compareTo(path, 'gte', value);
    case '$lt':
      return compareTo(path, 'lt', value);
    case '$lte':
      return compareTo(path, 'lte', value);
    case '$in':
      return anyOf(path, parseList(name, value));
    case '$nin':
      return { kind: 'not', part: anyOf(path, parseList(name, value)) };
    case '$exists':
      if (isTruthy(value)) return { kind: 'exists', path };
      return { kind: 'not', part: { kind: 'exists', path } };
    default:
      throw new CommandError(2, `unknown operator: ${name}`);
  }
}

function operandOf(value: RawValue): Operand {
  if (value.type === BsonType.regex) throw notImplemented('regular expressions in a filter');
  return { value, key: orderedKeyOf(value) };
}

function equalTo(path: FieldPath, value: RawValue): Condition {
  return { kind: 'equal', path, operand: operandOf(value) };
}

function anyOf(path: FieldPath, operands: readonly Operand[]): Condition {
  return { kind: 'in', path, operands, keys: new Set(operands.map(({ key }) => key.toString('latin1'))) };
}

function compareTo(path: FieldPath, comparison: Comparison, value: RawValue): Condition {
  return { kind: 'compare', path, comparison, operand: operandOf(value) };
}

function parseList(name: string, value: RawValue): Operand[] {
  if (value.type !== BsonType.array) throw new CommandError(2, `${name} needs an array, not ${typeName(value.type)}`);
  const operands = elementsOf(value).map((element) => {
    if (isOperatorDocument(element)) throw new CommandError(2, `cannot nest $ under ${name}`);
    return operandOf(element);
  });
  if (operands.length > IN_VALUES_MAX) throw notImplemented(`${name} with more than ${IN_VALUES_MAX} values`);
  return operands;
}

const candidate = new OrderedKey();
const NAN_BYTES = Buffer.alloc(8);
NAN_BYTES.writeDoubleLE(Number.NaN);
const NAN_KEY = orderedKeyOf({ type: BsonType.double, buffer: NAN_BYTES, start: 0, end: 8 });

/** Does the document satisfy the condition? */
export function matches(condition: Condition, document: RawValue): boolean {
  switch (condition.kind) {
    case 'and':
      return condition.parts.every((part) => matches(part, document));
    case 'or':
      return condition.parts.some((part) => matches(part, document));
    case 'nor':
      return !condition.parts.some((part) => matches(part, document));
    case 'not':
      return !matches(condition.part, document);
    case 'exists':
      return visitPath(document, condition.path, (value) => value !== undefined);
    case 'equal':
      return reaches(document, condition.path, (value) => isEqual(value, condition.operand));
    case 'in':
      return reaches(document, condition.path, (value) => condition.keys.has(keyText(value)));
    case 'compare':
      return reaches(document, condition.path, (value) => isWithin(value, condition.comparison, condition.operand));
    default:
      return condition satisfies never;
  }
}

/** Does any value at the path, or any element of an array there, pass? */
function reaches(document: RawValue, path: FieldPath, test: (value: RawValue | undefined) => boolean): boolean {
  return visitPath(document, path, (value) => {
    if (test(value)) return true;
    return value?.type === BsonType.array && elementsOf(value).some(test);
  });
}

function keyText(value: RawValue | undefined): string {
  return candidate.reset().value(value).peek().toString('latin1');
}

/** Equality; a missing field equals null. */
function isEqual(value: RawValue | undefined, operand: Operand): boolean {
  const sortClass = value === undefined ? SortClass.null : sortClassOf(value.type);
  return sortClass === operand.key[0] && candidate.reset().value(value).compare(operand.key) === 0;
}

/** A range holds only among values of one class, except against MinKey and MaxKey. */
function isWithin(value: RawValue | undefined, comparison: Comparison, operand: Operand): boolean {
  const sortClass = value === undefined ? SortClass.null : sortClassOf(value.type);
  if (sortClass !== operand.key[0] && !isExtreme(operand)) return false;
  const order = candidate.reset().value(value).compare(operand.key);
  // NaN is below all numbers in a sort, but in no range: only >= and <= NaN find it.
  if (sortClass === SortClass.number && (candidate.compare(NAN_KEY) === 0) !== operand.key.equals(NAN_KEY))
    return false;
  switch (comparison) {
    case 'lt':
      return order < 0;
    case 'lte':
      return order <= 0;
    case 'gt':
      return order > 0;
    case 'gte':
      return order >= 0;
    default:
      return comparison satisfies never;
  }
}

export function isExtreme(operand: Operand): boolean {
  return operand.value.type === BsonType.minKey || operand.value.type === BsonType.maxKey;
}
