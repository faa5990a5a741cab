/**
 * The BSON types this server takes, and the classes they sort in. Owns the two tables; knows no bytes around them.
 */

export const BsonType = {
  double: 0x01,
  string: 0x02,
  object: 0x03,
  array: 0x04,
  binary: 0x05,
  objectId: 0x07,
  boolean: 0x08,
  date: 0x09,
  null: 0x0a,
  regex: 0x0b,
  int32: 0x10,
  timestamp: 0x11,
  int64: 0x12,
  maxKey: 0x7f,
  minKey: 0xff,
} as const;

const NAMES = new Map<number, string>([
  [BsonType.double, 'double'],
  [BsonType.string, 'string'],
  [BsonType.object, 'object'],
  [BsonType.array, 'array'],
  [BsonType.binary, 'binData'],
  [BsonType.objectId, 'objectId'],
  [BsonType.boolean, 'bool'],
  [BsonType.date, 'date'],
  [BsonType.null, 'null'],
  [BsonType.regex, 'regex'],
  [BsonType.int32, 'int'],
  [BsonType.timestamp, 'timestamp'],
  [BsonType.int64, 'long'],
  [BsonType.maxKey, 'maxKey'],
  [BsonType.minKey, 'minKey'],
]);

/** MongoDB's name of a type, for messages. */
export function typeName(type: number): string {
  return NAMES.get(type) ?? `type ${type}`;
}

export function isNumberType(type: number): boolean {
  return type === BsonType.int32 || type === BsonType.double || type === BsonType.int64;
}

/**
 * The classes values sort in, lowest first, as MongoDB's "comparison/sort order". They are the first byte of an
 * ordered key, so none may be 0x00 or 0xff, and none may become 0x00 or 0xff when inverted for a descending field.
 */
export const SortClass = {
  minKey: 0x02,
  /** What an empty array sorts as; MongoDB puts it just before null. */
  emptyArray: 0x04,
  null: 0x06,
  number: 0x10,
  string: 0x20,
  object: 0x30,
  array: 0x38,
  binary: 0x40,
  objectId: 0x48,
  boolean: 0x50,
  date: 0x58,
  timestamp: 0x60,
  regex: 0x68,
  maxKey: 0xf0,
} as const;

const CLASSES = new Map<number, number>([
  [BsonType.minKey, SortClass.minKey],
  [BsonType.null, SortClass.null],
  [BsonType.double, SortClass.number],
  [BsonType.int32, SortClass.number],
  [BsonType.int64, SortClass.number],
  [BsonType.string, SortClass.string],
  [BsonType.object, SortClass.object],
  [BsonType.array, SortClass.array],
  [BsonType.binary, SortClass.binary],
  [BsonType.objectId, SortClass.objectId],
  [BsonType.boolean, SortClass.boolean],
  [BsonType.date, SortClass.date],
  [BsonType.timestamp, SortClass.timestamp],
  [BsonType.regex, SortClass.regex],
  [BsonType.maxKey, SortClass.maxKey],
]);

/** The sort class of a BSON type; the validator lets no type through that has none. */
export function sortClassOf(type: number): number {
  return CLASSES.get(type) ?? SortClass.maxKey;
}
