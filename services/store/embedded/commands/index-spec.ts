/**
 * What an index may be: read from `createIndexes`, compared with what exists, and told by `listIndexes`. Owns the
 * options and their conflicts; must not build anything.
 */
import { CommandError, notImplemented } from '../errors';
import { ElementReader, fieldsOf, isTruthy, numberOf, textOf, type RawValue } from '../bson/read';
import { BsonType, isNumberType } from '../bson/types';
import { BsonWriter } from '../bson/write';
import { parsePath } from '../bson/path';
import { keyPairsOf, type Index, type IndexDefinition } from '../storage/catalog';

/** MongoDB's limit of fields in one index. */
const FIELDS_MAX = 32;
/** MongoDB's limit: what fits its 32-bit seconds. */
const EXPIRE_SECONDS_MAX = 2_147_483_647;

const IGNORED = new Set(['v', 'ns', 'background']);
const KNOWN = new Set(['key', 'name', 'unique', 'sparse', 'expireAfterSeconds']);
/** Options MongoDB has and this server has not; empty or false they ask for nothing. */
const REFUSED = new Set([
  'partialFilterExpression',
  'collation',
  'hidden',
  'wildcardProjection',
  'weights',
  'default_language',
  'language_override',
  'textIndexVersion',
  '2dsphereIndexVersion',
  'bits',
  'min',
  'max',
  'storageEngine',
  'prepareUnique',
  'clustered',
]);

/** Reads one entry of `indexes`. Refuses special indexes (238), unknown options (197) and impossible keys (67). */
export function parseIndex(spec: RawValue): IndexDefinition {
  const options = fieldsOf(spec);
  for (const [name, value] of options) refuseOption(name, value);
  const key = options.get('key');
  const name = options.get('name');
  if (key?.type !== BsonType.object) throw new CommandError(9, "The 'key' field is a required property of an index");
  if (name?.type !== BsonType.string || textOf(name) === '' || textOf(name) === '*') {
    throw new CommandError(67, "The 'name' field is a required property of an index, and not '*'");
  }
  const pairs = keyPairs(key);
  const expireAfterSeconds = expiryOf(options.get('expireAfterSeconds'));
  if (expireAfterSeconds !== undefined && (pairs.length !== 1 || pairs[0]?.[0] === '_id')) {
    throw new CommandError(67, 'TTL indexes are single-field indexes, and not on _id');
  }
  const unique = isTruthy(options.get('unique') ?? FALSE);
  const sparse = isTruthy(options.get('sparse') ?? FALSE);
  return { name: textOf(name), key: pairs, unique, sparse, expireAfterSeconds };
}

const FALSE: RawValue = { type: BsonType.boolean, buffer: Buffer.from([0]), start: 0, end: 1 };

function refuseOption(name: string, value: RawValue): void {
  if (IGNORED.has(name) || KNOWN.has(name)) return;
  if (!REFUSED.has(name)) throw new CommandError(197, `The field '${name}' is not valid for an index specification`);
  const isScalar = value.type === BsonType.boolean || isNumberType(value.type) || value.type === BsonType.null;
  if (!isScalar || isTruthy(value)) throw notImplemented(`the index option '${name}'`);
}

function keyPairs(key: RawValue): (readonly [string, number])[] {
  const pairs: (readonly [string, number])[] = [];
  const reader = new ElementReader(key.buffer, key.start);
  while (reader.next()) pairs.push([reader.name, directionOf(reader.name, reader.value())]);
  if (pairs.length === 0 || pairs.length > FIELDS_MAX) {
    throw new CommandError(67, `Index keys need between 1 and ${FIELDS_MAX} fields`);
  }
  return pairs;
}

function directionOf(name: string, value: RawValue): number {
  if (name.includes('$**')) throw notImplemented('wildcard indexes');
  if (value.type === BsonType.string) throw notImplemented(`'${textOf(value)}' indexes`);
  if (!isNumberType(value.type) || numberOf(value) === 0 || Number.isNaN(numberOf(value))) {
    throw new CommandError(67, `Values in the index key pattern must be 1 or -1`);
  }
  const { segments } = parsePath(name);
  if (segments.some(({ position }) => position !== undefined)) throw notImplemented('indexes on array positions');
  return numberOf(value) < 0 ? -1 : 1;
}

function expiryOf(value: RawValue | undefined): number | undefined {
  if (value === undefined) return undefined;
  const seconds = isNumberType(value.type) ? numberOf(value) : Number.NaN;
  if (!(seconds >= 0 && seconds <= EXPIRE_SECONDS_MAX)) {
    throw new CommandError(67, `TTL index 'expireAfterSeconds' must be within 0 and ${EXPIRE_SECONDS_MAX}`);
  }
  return seconds;
}

/** True when the very index exists; refuses one that is nearly the same (85) or has the name of another (86). */
export function existsAlready(existing: readonly Index[], wanted: IndexDefinition): boolean {
  if (isOnId(wanted)) {
    if (wanted.name === '_id_' || !wanted.sparse) return true;
    throw new CommandError(197, 'The _id index cannot be sparse');
  }
  for (const index of existing) {
    const isSame = signatureOf(keyPairsOf(index), index) === signatureOf(wanted.key, wanted);
    const sameName = index.name === wanted.name;
    if (sameName && !isSame) {
      throw new CommandError(86, `An existing index has the same name as the requested index '${wanted.name}'`);
    }
    if (!isSame) continue;
    if (!sameName) throw new CommandError(85, `Index already exists with a different name: ${index.name}`);
    if (index.expireAfterSeconds === wanted.expireAfterSeconds) return true;
    throw new CommandError(85, `An equivalent index exists with the same name but different options: ${index.name}`);
  }
  return false;
}

export function isOnId(definition: IndexDefinition): boolean {
  return definition.key.length === 1 && definition.key[0]?.[0] === '_id';
}

function signatureOf(
  key: readonly (readonly [string, number])[],
  options: { readonly unique: boolean; readonly sparse: boolean },
): string {
  return JSON.stringify([key, options.unique, options.sparse]);
}

/** The description `listIndexes` gives of an index. */
export function describeIndex(index: Index): Buffer {
  const writer = new BsonWriter().int32('v', 2).openDocument('key');
  for (const [name, direction] of keyPairsOf(index)) writer.number(name, direction);
  writer.close().text('name', index.name);
  if (index.unique) writer.boolean('unique', true);
  if (index.sparse) writer.boolean('sparse', true);
  if (index.expireAfterSeconds !== undefined) writer.number('expireAfterSeconds', index.expireAfterSeconds);
  return writer.finish();
}

/** The index every collection has without asking. */
export function describeIdIndex(): Buffer {
  return new BsonWriter().int32('v', 2).openDocument('key').int32('_id', 1).close().text('name', '_id_').finish();
}
