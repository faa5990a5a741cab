/**
 * The order of values, against the documented BSON order written down a second time here as plain comparisons; and
 * filters against mingo, where mingo is right.
 */
import * as fc from 'fast-check';
import { Query } from 'mingo';
import { mongo } from 'mongoose';
import { compareValues, orderedKeyOf } from '../../../services/store/embedded/bson/order';
import { documentValue, fieldOf, type RawValue } from '../../../services/store/embedded/bson/read';
import { matches, parseFilter } from '../../../services/store/embedded/query/filter';

const { BSON } = mongo;
/** One seed for the whole file, so that a failure comes back. */
const SEED = 20_260_329;

function raw(value: unknown): RawValue {
  const found = fieldOf(documentValue(Buffer.from(BSON.serialize({ v: value }))), Buffer.from('v'));
  if (found === undefined) throw new Error('nothing was serialized');
  return found;
}

/** The classes of the documented order, lowest first. */
function classOf(value: unknown): number {
  if (value instanceof BSON.MinKey) return 0;
  if (value === null) return 1;
  if (typeof value === 'number' || value instanceof BSON.Long || value instanceof BSON.Double) return 2;
  if (typeof value === 'string') return 3;
  if (Array.isArray(value)) return 5;
  if (value instanceof BSON.Binary) return 6;
  if (value instanceof BSON.ObjectId) return 7;
  if (typeof value === 'boolean') return 8;
  if (value instanceof Date) return 9;
  if (value instanceof BSON.MaxKey) return 11;
  return 4;
}

function sign(number: number): number {
  return number < 0 ? -1 : Number(number > 0);
}

function numberOf(value: unknown): number {
  if (value instanceof BSON.Long) return value.toNumber();
  return value instanceof BSON.Double ? value.value : (value as number);
}

function compareNumbers(left: number, right: number): number {
  if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(right)) - Number(Number.isNaN(left));
  return left < right ? -1 : Number(left > right);
}

function compareLists(left: readonly unknown[], right: readonly unknown[]): number {
  for (let at = 0; at < Math.min(left.length, right.length); at += 1) {
    const order = documentedOrder(left[at], right[at]);
    if (order !== 0) return order;
  }
  return sign(left.length - right.length);
}

function compareObjects(left: object, right: object): number {
  const [ours, theirs] = [Object.entries(left), Object.entries(right)];
  for (let at = 0; at < Math.min(ours.length, theirs.length); at += 1) {
    const [name = '', value] = ours[at] ?? [];
    const [otherName = '', other] = theirs[at] ?? [];
    const order =
      sign(classOf(value) - classOf(other)) ||
      Buffer.compare(Buffer.from(name), Buffer.from(otherName)) ||
      documentedOrder(value, other);
    if (order !== 0) return order;
  }
  return sign(ours.length - theirs.length);
}

function compareBinaries(left: mongo.Binary, right: mongo.Binary): number {
  return (
    sign(left.length() - right.length()) ||
    sign(left.sub_type - right.sub_type) ||
    Buffer.compare(Buffer.from(left.value()), Buffer.from(right.value()))
  );
}

function documentedOrder(left: unknown, right: unknown): number {
  const classes = sign(classOf(left) - classOf(right));
  if (classes !== 0) return classes;
  if (classOf(left) === 2) return compareNumbers(numberOf(left), numberOf(right));
  if (typeof left === 'string') return Buffer.compare(Buffer.from(left), Buffer.from(right as string));
  if (Array.isArray(left)) return compareLists(left, right as unknown[]);
  if (left instanceof BSON.Binary) return compareBinaries(left, right as mongo.Binary);
  if (left instanceof BSON.ObjectId) return Buffer.compare(left.id, (right as mongo.ObjectId).id);
  if (typeof left === 'boolean') return Number(left) - Number(right);
  if (left instanceof Date) return sign(left.getTime() - (right as Date).getTime());
  return classOf(left) === 4 ? compareObjects(left as object, right as object) : 0;
}

const text = fc.oneof(
  fc.string({ maxLength: 4, unit: 'grapheme' }),
  fc.constantFrom('', 'a', 'a\u0000', 'a\u0001', 'ab'),
);
const name = fc.constantFrom('a', 'b', 'ab', 'é');
const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.integer(),
  fc.double(),
  fc.constantFrom(0, -0, 0.5, 2 ** 31, -(2 ** 31), 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY),
  fc.maxSafeInteger().map((value) => BSON.Long.fromNumber(value)),
  fc.integer({ min: -3, max: 3 }).map((value) => new BSON.Double(value)),
);
const bytes = fc.uint8Array({ maxLength: 3 });
const scalar = fc.oneof(
  { weight: 4, arbitrary: number },
  { weight: 4, arbitrary: text },
  fc.constant(null),
  fc.boolean(),
  fc.date({ noInvalidDate: true }),
  bytes.map((value) => new BSON.Binary(Buffer.from(value))),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((value) => new BSON.ObjectId(value)),
  fc.constantFrom(new BSON.MinKey(), new BSON.MaxKey()),
);
const { value: anyValue } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { weight: 5, arbitrary: scalar },
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(name, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

test('two values compare as documented', () => {
  const holds = fc.property(anyValue, anyValue, (left, right) => {
    expect(sign(compareValues(raw(left), raw(right)))).toBe(documentedOrder(left, right));
  });
  fc.assert(holds, { seed: SEED, numRuns: 4000 });
});

function keyOfTwo(first: unknown, second: unknown): Buffer {
  return Buffer.concat([orderedKeyOf(raw(first)), orderedKeyOf(raw(second))]);
}

test('a key of two parts orders by the first, and then by the second', () => {
  const holds = fc.property(anyValue, anyValue, anyValue, anyValue, (a, b, c, d) => {
    expect(sign(keyOfTwo(a, b).compare(keyOfTwo(c, d)))).toBe(documentedOrder(a, c) || documentedOrder(b, d));
  });
  fc.assert(holds, { seed: SEED, numRuns: 2000 });
});

/** Values mingo treats as MongoDB does: no nested documents (field order), no text beyond UTF-16's surrogates, no NaN. */
const plain = fc.oneof(fc.integer({ min: 0, max: 4 }), fc.constantFrom('a', 'b', 'c'), fc.boolean(), fc.constant(null));
const operator = fc.oneof(
  plain.map((value) => value as unknown),
  fc
    .tuple(
      fc.constantFrom('$gt', '$lt', '$lte', '$ne', '$eq'),
      plain.filter((value) => value !== null),
    )
    .map(([op, value]) => ({ [op]: value })),
  fc.array(plain, { maxLength: 3 }).map((list) => ({ $in: list })),
  fc.array(plain, { maxLength: 3 }).map((list) => ({ $nin: list })),
  fc.boolean().map((value) => ({ $exists: value })),
);
const field = fc.constantFrom('a', 'b');
const leaf = fc.dictionary(field, operator, { minKeys: 1, maxKeys: 2, noNullPrototype: true });
const filter = fc.oneof(
  leaf,
  fc
    .tuple(fc.constantFrom('$and', '$or', '$nor'), fc.array(leaf, { minLength: 1, maxLength: 3 }))
    .map(([op, list]) => ({ [op]: list })),
);
const flat = fc.dictionary(field, fc.oneof(plain, fc.array(plain, { maxLength: 3 })), { noNullPrototype: true });

test('filters agree with mingo on what mingo knows', () => {
  const holds = fc.property(filter, flat, (query, document) => {
    const condition = parseFilter(documentValue(Buffer.from(BSON.serialize(query))));
    const ours = matches(condition, documentValue(Buffer.from(BSON.serialize(document))));
    expect({ query, document, isMatch: ours }).toEqual({ query, document, isMatch: new Query(query).test(document) });
  });
  fc.assert(holds, { seed: SEED, numRuns: 3000 });
});
