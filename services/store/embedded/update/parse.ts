/**
 * Reads the update of a command: a replacement, or operators with their paths. Owns which operators exist, what their
 * arguments may be, and which paths conflict; must not know the document they will meet.
 */
import { CommandError, notImplemented } from '../errors';
import { parsePath, pathsOverlap, type FieldPath } from '../bson/path';
import { bytesOf, ElementReader, elementsOf, fieldsOf, numberOf, type RawValue } from '../bson/read';
import { BsonType, isNumberType, typeName } from '../bson/types';
import { assertStorable } from '../bson/validate';
import { isOperatorDocument, parseFilter, type Condition } from '../query/filter';

export interface ValueOperation {
  readonly operator: '$set' | '$setOnInsert' | '$min' | '$max' | '$inc';
  readonly path: FieldPath;
  readonly value: RawValue;
}

export type Operation =
  | ValueOperation
  | { readonly operator: '$unset'; readonly path: FieldPath }
  | { readonly operator: '$push'; readonly path: FieldPath; each: readonly RawValue[]; slice: number | undefined }
  | { readonly operator: '$addToSet'; readonly path: FieldPath; each: readonly RawValue[] }
  | { readonly operator: '$pull'; readonly path: FieldPath; value: RawValue; filter: Condition | undefined };

export type Update =
  | { readonly kind: 'replacement'; readonly document: Buffer }
  | { readonly kind: 'operators'; readonly operations: readonly Operation[] };

/** Parses `u` of an update statement. Refuses pipelines (238), mixtures and unknown operators (9). */
export function parseUpdate(update: RawValue): Update {
  if (update.type === BsonType.array) throw notImplemented('updates by an aggregation pipeline');
  if (update.type !== BsonType.object) throw new CommandError(9, 'the update must be a document');
  if (!isOperatorDocument(update)) {
    assertStorable(update);
    return { kind: 'replacement', document: bytesOf(update) };
  }
  const operations: Operation[] = [];
  const reader = new ElementReader(update.buffer, update.start);
  while (reader.next()) addOperations(reader.name, reader.value(), operations);
  refuseConflicts(operations);
  // MongoDB 5 and later apply paths in this order whatever order they came in; it decides where new fields stand.
  return { kind: 'operators', operations: operations.sort((left, right) => comparePaths(left.path, right.path)) };
}

function addOperations(operator: string, fields: RawValue, into: Operation[]): void {
  if (!OPERATORS.has(operator)) {
    throw new CommandError(9, `Unknown modifier: ${operator}. Expected one of ${[...OPERATORS.keys()].join(', ')}`);
  }
  if (fields.type !== BsonType.object) {
    throw new CommandError(9, `Modifiers operate on fields but we found type ${typeName(fields.type)} instead`);
  }
  const reader = new ElementReader(fields.buffer, fields.start);
  while (reader.next()) {
    const operation = OPERATORS.get(operator)?.(parsePath(reader.name), reader.value());
    if (operation !== undefined) into.push(operation);
  }
}

type Parser = (path: FieldPath, value: RawValue) => Operation;

const OPERATORS = new Map<string, Parser>([
  ['$set', (path, value) => ({ operator: '$set', path, value: storable(value) })],
  ['$setOnInsert', (path, value) => ({ operator: '$setOnInsert', path, value: storable(value) })],
  ['$min', (path, value) => ({ operator: '$min', path, value: storable(value) })],
  ['$max', (path, value) => ({ operator: '$max', path, value: storable(value) })],
  ['$unset', (path) => ({ operator: '$unset', path })],
  ['$inc', parseInc],
  ['$push', parsePush],
  ['$addToSet', parseAddToSet],
  ['$pull', parsePull],
]);

function storable(value: RawValue): RawValue {
  assertStorable(value);
  return value;
}

function parseInc(path: FieldPath, value: RawValue): Operation {
  if (!isNumberType(value.type)) {
    throw new CommandError(14, `Cannot increment with non-numeric argument: {${path.text}: ${typeName(value.type)}}`);
  }
  return { operator: '$inc', path, value };
}

function parsePush(path: FieldPath, value: RawValue): Operation {
  const clauses = clausesOf('$push', value, ['$each', '$slice']);
  if (clauses === undefined) return { operator: '$push', path, each: [storable(value)], slice: undefined };
  return { operator: '$push', path, each: eachOf('$push', clauses), slice: sliceOf(clauses) };
}

function parseAddToSet(path: FieldPath, value: RawValue): Operation {
  const clauses = clausesOf('$addToSet', value, ['$each']);
  const each = clauses === undefined ? [storable(value)] : eachOf('$addToSet', clauses);
  return { operator: '$addToSet', path, each };
}

/** `{ $each: …, … }` by name, or undefined for a plain value. Refuses other clauses (2), such as $position and $sort. */
function clausesOf(operator: string, value: RawValue, known: readonly string[]): Map<string, RawValue> | undefined {
  if (!isOperatorDocument(value)) return undefined;
  const clauses = fieldsOf(value);
  for (const name of clauses.keys()) {
    if (!known.includes(name)) throw new CommandError(2, `Unrecognized clause in ${operator}: ${name}`);
  }
  return clauses;
}

function eachOf(operator: string, clauses: Map<string, RawValue>): RawValue[] {
  const each = clauses.get('$each');
  if (each?.type !== BsonType.array) throw new CommandError(2, `The argument to $each in ${operator} must be an array`);
  return elementsOf(storable(each));
}

function sliceOf(clauses: Map<string, RawValue>): number | undefined {
  const slice = clauses.get('$slice');
  if (slice === undefined) return undefined;
  if (!isNumberType(slice.type) || !Number.isInteger(numberOf(slice))) {
    throw new CommandError(2, 'The value for $slice must be an integer value');
  }
  return numberOf(slice);
}

/** A document pulls the elements that have those fields; anything else pulls its equals. Operators are refused (238). */
function parsePull(path: FieldPath, value: RawValue): Operation {
  if (isOperatorDocument(value)) throw notImplemented('$pull with a condition');
  if (value.type === BsonType.regex) throw notImplemented('$pull by a regular expression');
  const filter = value.type === BsonType.object ? parseFilter(storable(value)) : undefined;
  return { operator: '$pull', path, value: storable(value), filter };
}

function refuseConflicts(operations: readonly Operation[]): void {
  operations.forEach((operation, index) => {
    const other = operations.slice(0, index).find((earlier) => pathsOverlap(earlier.path, operation.path));
    if (other === undefined) return;
    const [path, at] = [operation.path.text, other.path.text];
    throw new CommandError(40, `Updating the path '${path}' would create a conflict at '${at}'`);
  });
}

function comparePaths(left: FieldPath, right: FieldPath): number {
  for (let i = 0; i < Math.min(left.segments.length, right.segments.length); i += 1) {
    const [a, b] = [left.segments[i], right.segments[i]];
    if (a === undefined || b === undefined || a.text === b.text) continue;
    if (a.position !== undefined && b.position !== undefined) return a.position - b.position;
    return a.text < b.text ? -1 : 1;
  }
  return left.segments.length - right.segments.length;
}
