/**
 * The few expressions a pipeline may hold: a field's path, a constant, and a document of these as a group's key. Owns
 * how a path reads arrays in a pipeline; operators of expressions are refused.
 */
import { CommandError, notImplemented } from '../errors';
import { parsePath, type FieldPath } from '../bson/path';
import { ElementReader, fieldOf, textOf, type RawValue } from '../bson/read';
import { BsonType } from '../bson/types';
import { BsonWriter } from '../bson/write';
import { arrayOf } from '../update/arrays';

/** The value for a document; undefined when it has none. */
export type Expression = (document: RawValue) => RawValue | undefined;

/** Parses `'$a.b'`, a constant, or a document of such. Refuses operators (168) and `$$` variables (238). */
export function parseExpression(value: RawValue): Expression {
  if (value.type === BsonType.string && textOf(value).startsWith('$')) return pathExpression(textOf(value));
  if (value.type === BsonType.object) return documentExpression(value);
  if (value.type === BsonType.array) throw notImplemented('arrays in expressions');
  return () => value;
}

function pathExpression(text: string): Expression {
  if (text.startsWith('$$')) throw notImplemented(`the variable '${text}'`);
  const path = parsePath(text.slice(1));
  return (document) => resolve(document, path, 0);
}

function documentExpression(value: RawValue): Expression {
  const fields: (readonly [string, Expression])[] = [];
  const reader = new ElementReader(value.buffer, value.start);
  while (reader.next()) {
    const name = reader.name;
    if (name.startsWith('$')) throw new CommandError(168, `Unrecognized expression '${name}'`);
    parsePath(name);
    fields.push([name, parseExpression(reader.value())]);
  }
  return (document) => {
    const writer = new BsonWriter();
    for (const [name, expression] of fields) {
      const field = expression(document);
      if (field !== undefined) writer.raw(name, field);
    }
    const buffer = writer.finish();
    return { type: BsonType.object, buffer, start: 0, end: buffer.length };
  };
}

/** In a pipeline a path through an array gives the array of what its documents have there; positions mean nothing. */
function resolve(container: RawValue, path: FieldPath, at: number): RawValue | undefined {
  const segment = path.segments[at];
  if (segment === undefined) return container;
  if (container.type === BsonType.object) {
    const field = fieldOf(container, segment.bytes);
    return field === undefined ? undefined : resolve(field, path, at + 1);
  }
  if (container.type !== BsonType.array) return undefined;
  const values: RawValue[] = [];
  const reader = new ElementReader(container.buffer, container.start);
  while (reader.next()) {
    const isContainer = reader.type === BsonType.object || reader.type === BsonType.array;
    const value = isContainer ? resolve(reader.value(), path, at) : undefined;
    if (value !== undefined) values.push(value);
  }
  return arrayOf(values);
}
