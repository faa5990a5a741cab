/**
 * Adds two BSON numbers with MongoDB's types: int32 grows to int64, anything with a double is a double. Owns that table
 * for `$inc` and `$sum`; must not know paths.
 */
import { notImplemented } from '../errors';
import { numberOf, type RawValue } from '../bson/read';
import { BsonType } from '../bson/types';

const INT32_MAX = 2 ** 31 - 1;
const INT32_MIN = -(2 ** 31);

/** The sum of two numbers. Refuses whole sums beyond 2^53 (238): no value here may lose a digit silently. */
export function addNumbers(left: RawValue, right: RawValue): RawValue {
  const sum = numberOf(left) + numberOf(right);
  if (left.type === BsonType.double || right.type === BsonType.double) return numberAs(BsonType.double, sum);
  if (!Number.isSafeInteger(sum)) throw notImplemented('64-bit integers beyond 2^53');
  const isLong = left.type === BsonType.int64 || right.type === BsonType.int64;
  return numberAs(isLong || sum > INT32_MAX || sum < INT32_MIN ? BsonType.int64 : BsonType.int32, sum);
}

type NumberType = typeof BsonType.double | typeof BsonType.int32 | typeof BsonType.int64;

export function numberAs(type: NumberType, value: number): RawValue {
  const buffer = Buffer.allocUnsafe(type === BsonType.int32 ? 4 : 8);
  if (type === BsonType.int32) buffer.writeInt32LE(value);
  else if (type === BsonType.double) buffer.writeDoubleLE(value);
  else buffer.writeBigInt64LE(BigInt(value));
  return { type, buffer, start: 0, end: buffer.length };
}
