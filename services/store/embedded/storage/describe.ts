/**
 * Words for the key of a duplicate, as MongoDB prints it in `errmsg`. Owns that text only.
 */
import { mongo } from 'mongoose';

/** Longer keys are cut: an error message is for a person. */
const TEXT_MAX = 500;

/** `{ streamId: "r-1", seq: 7 }` */
export function describeKey(document: Buffer): string {
  const fields = Object.entries(mongo.BSON.deserialize(document)).map(([name, value]) => `${name}: ${describe(value)}`);
  const text = `{ ${fields.join(', ')} }`;
  return text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)}…` : text;
}

function describe(value: unknown): string {
  if (value instanceof mongo.ObjectId) return `ObjectId('${value.toHexString()}')`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  return JSON.stringify(value) ?? String(value);
}
