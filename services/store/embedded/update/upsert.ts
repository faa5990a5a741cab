/**
 * The document an upsert begins with: what the filter demands to be equal. Owns that reading of a filter; what the
 * update adds is `apply.ts`'s.
 */
import { mongo } from 'mongoose';
import { CommandError } from '../errors';
import { documentValue, fieldOf, type RawValue } from '../bson/read';
import { BsonType } from '../bson/types';
import { assertStorable } from '../bson/validate';
import { documentOf } from '../bson/write';
import type { Condition } from '../query/filter';
import { applyToNew } from './apply';
import type { Update } from './parse';
import { documentBytes, emptyDocument, nodeAt, setAt, withIdFirst } from './tree';

const ID = Buffer.from('_id');

/** The document to insert; it gets a fresh ObjectId when neither filter nor update names an `_id`. */
export function upsertDocument(condition: Condition, update: Update): Buffer {
  const document = applyToNew(baseOf(condition, update), update);
  // What the filter contributed was only compared so far.
  assertStorable(documentValue(document));
  if (fieldOf(documentValue(document), ID) !== undefined) return withIdFirst(document);
  return withNewId(document);
}

/** The same document with a fresh ObjectId as `_id` before everything else. */
export function withNewId(document: Buffer): Buffer {
  const id: RawValue = { type: BsonType.objectId, buffer: Buffer.from(new mongo.ObjectId().id), start: 0, end: 12 };
  const head = documentOf([['_id', id]]);
  const joined = Buffer.concat([head.subarray(0, head.length - 1), document.subarray(4)]);
  joined.writeInt32LE(joined.length);
  return joined;
}

function baseOf(condition: Condition, update: Update): Buffer {
  const root = emptyDocument();
  for (const equal of equalitiesOf(condition)) {
    // A replacement takes over nothing but the identity.
    if (update.kind === 'replacement' && equal.path.text !== '_id') continue;
    if (nodeAt(root, equal.path.segments) !== undefined) {
      throw new CommandError(54, `cannot infer query fields to set, path '${equal.path.text}' is matched twice`);
    }
    setAt(root, equal.path.segments, equal.operand.value);
  }
  return documentBytes(root);
}

type Equality = Extract<Condition, { kind: 'equal' }>;

/** The equalities that every match has: at the top, inside `$and`, and a list or an `$or` of one. */
function equalitiesOf(condition: Condition): Equality[] {
  switch (condition.kind) {
    case 'equal':
      return [condition];
    case 'and':
      return condition.parts.flatMap(equalitiesOf);
    case 'or':
      return condition.parts.length === 1 ? condition.parts.flatMap(equalitiesOf) : [];
    default:
      return [];
  }
}
