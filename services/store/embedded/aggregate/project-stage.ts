/**
 * `$project`: a projection that may also take a field's value under another name. Owns that addition.
 */
import { notImplemented } from '../errors';
import { documentValue, ElementReader, textOf, type RawValue } from '../bson/read';
import { BsonType } from '../bson/types';
import { BsonWriter } from '../bson/write';
import { parseProjection, project } from '../query/projection';
import { parseExpression, type Expression } from './expression';

/** Parses the stage into a function from document to document. Computed fields come after the projected ones. */
export function parseProjectStage(spec: RawValue): (document: Buffer) => Buffer {
  const computed: (readonly [string, Expression])[] = [];
  const plain = new BsonWriter();
  const reader = new ElementReader(spec.buffer, spec.start);
  let dropsId = false;
  let plainCount = 0;
  while (reader.next()) {
    const [name, value] = [reader.name, reader.value()];
    if (value.type === BsonType.string && textOf(value).startsWith('$')) {
      if (name.includes('.')) throw notImplemented('computed fields inside documents');
      computed.push([name, parseExpression(value)]);
    } else {
      plain.raw(name, value);
      plainCount += 1;
      dropsId ||= name === '_id';
    }
  }
  if (computed.some(([name]) => name === '_id')) dropsId = true;
  // With computed fields it is an inclusion, even when nothing but `_id` is named.
  const keepsOnlyId = computed.length > 0 && (plainCount === 0 || (plainCount === 1 && dropsId));
  if (keepsOnlyId && !dropsId) plain.int32('_id', 1);
  const projection = parseProjection(documentValue(plain.finish()));
  const onlyDropsId = keepsOnlyId && dropsId;
  return (document) => {
    const root = documentValue(document);
    const writer = new BsonWriter(0, document.length);
    if (!onlyDropsId) {
      const fields = new ElementReader(projection === undefined ? document : project(root, projection), 0);
      while (fields.next()) writer.raw(fields.name, fields.value());
    }
    for (const [name, expression] of computed) {
      const value = expression(root);
      if (value !== undefined) writer.raw(name, value);
    }
    return writer.finish();
  };
}
