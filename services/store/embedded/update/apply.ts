/**
 * Applies a parsed update to one document. Owns what each operator does and what it refuses; must not read or store.
 */
import { CommandError } from '../errors';
import { compareValues, orderedKeyOf } from '../bson/order';
import { documentValue, elementsOf, fieldOf, type RawValue } from '../bson/read';
import { BsonType, isNumberType, typeName } from '../bson/types';
import { documentOf } from '../bson/write';
import { addNumbers } from './arithmetic';
import { addedToSet, pulled, pushed } from './arrays';
import type { Operation, Update, ValueOperation } from './parse';
import { documentBytes, Node, nodeAt, setAt, unsetAt, withIdFirst } from './tree';

const ID = Buffer.from('_id');

/** The document after the update. Refuses a change of `_id` (66) and whatever an operator refuses. */
export function applyUpdate(before: Buffer, update: Update): Buffer {
  const id = fieldOf(documentValue(before), ID);
  const after =
    update.kind === 'replacement' ? replaced(update.document, id) : operated(before, update.operations, false);
  assertSameId(id, fieldOf(documentValue(after), ID));
  return after;
}

/** The document that an upsert inserts, starting from what its filter asks for. It may lack an `_id`. */
export function applyToNew(base: Buffer, update: Update): Buffer {
  const id = fieldOf(documentValue(base), ID);
  if (update.kind === 'operators') return operated(base, update.operations, true);
  const after = replaced(update.document, id);
  assertSameId(id, fieldOf(documentValue(after), ID));
  return after;
}

function replaced(document: Buffer, id: RawValue | undefined): Buffer {
  if (id === undefined || fieldOf(documentValue(document), ID) !== undefined) return withIdFirst(document);
  const parts: [string, RawValue][] = [['_id', id]];
  const fields = documentValue(document);
  return withFields(parts, fields);
}

function withFields(parts: [string, RawValue][], fields: RawValue): Buffer {
  const head = documentOf(parts);
  const body = fields.buffer.subarray(fields.start + 4, fields.end);
  const document = Buffer.concat([head.subarray(0, head.length - 1), body]);
  document.writeInt32LE(document.length);
  return document;
}

function operated(before: Buffer, operations: readonly Operation[], isInsert: boolean): Buffer {
  const root = new Node(documentValue(before));
  for (const operation of operations) applyOperation(root, operation, isInsert);
  return documentBytes(root);
}

function assertSameId(before: RawValue | undefined, after: RawValue | undefined): void {
  if (before === undefined) return;
  if (after !== undefined && orderedKeyOf(before).equals(orderedKeyOf(after))) return;
  throw new CommandError(66, "Performing an update on the path '_id' would modify the immutable field '_id'");
}

function applyOperation(root: Node, operation: Operation, isInsert: boolean): void {
  const { segments } = operation.path;
  switch (operation.operator) {
    case '$setOnInsert':
      if (isInsert) setAt(root, segments, operation.value);
      return;
    case '$set':
      return setAt(root, segments, operation.value);
    case '$unset':
      return unsetAt(root, segments);
    case '$inc':
      return increment(root, operation);
    case '$min':
    case '$max':
      return setExtreme(root, operation);
    case '$push':
      return setAt(root, segments, pushed(arrayAt(root, operation) ?? [], operation.each, operation.slice));
    case '$addToSet':
      return setAt(root, segments, addedToSet(arrayAt(root, operation) ?? [], operation.each));
    case '$pull':
      return pull(root, operation);
    default:
      return operation satisfies never;
  }
}

function increment(root: Node, { path, value }: ValueOperation): void {
  const current = nodeAt(root, path.segments)?.value();
  if (current !== undefined && !isNumberType(current.type)) {
    const type = typeName(current.type);
    throw new CommandError(14, `Cannot apply $inc to a value of non-numeric type. '${path.text}' is of type ${type}`);
  }
  setAt(root, path.segments, current === undefined ? value : addNumbers(current, value));
}

function setExtreme(root: Node, { operator, path, value }: ValueOperation): void {
  const current = nodeAt(root, path.segments)?.value();
  const order = current === undefined ? 0 : compareValues(value, current);
  if (current === undefined || (operator === '$min' ? order < 0 : order > 0)) setAt(root, path.segments, value);
}

/** The elements at the operation's path, undefined if nothing is there. Refuses anything but an array (2). */
function arrayAt(root: Node, { operator, path }: Operation): RawValue[] | undefined {
  const value = nodeAt(root, path.segments)?.value();
  if (value === undefined) return undefined;
  if (value.type !== BsonType.array) {
    const type = typeName(value.type);
    throw new CommandError(2, `Cannot apply ${operator} to a non-array field: '${path.text}' is of type ${type}`);
  }
  return elementsOf(value);
}

function pull(root: Node, operation: Extract<Operation, { operator: '$pull' }>): void {
  const { path, value, filter } = operation;
  if (arrayAt(root, operation) === undefined) return;
  const array = nodeAt(root, path.segments)?.value();
  if (array !== undefined) setAt(root, path.segments, pulled(array, value, filter));
}
