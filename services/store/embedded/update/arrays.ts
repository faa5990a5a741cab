/**
 * What `$push`, `$addToSet` and `$pull` make of an array. Owns these three; equality is `bson/order.ts`'s.
 */
import { orderedKeyOf } from '../bson/order';
import { elementsOf, type RawValue } from '../bson/read';
import { BsonType } from '../bson/types';
import { BsonWriter } from '../bson/write';
import { matches, type Condition } from '../query/filter';

export function arrayOf(values: readonly RawValue[]): RawValue {
  const writer = new BsonWriter();
  values.forEach((value, index) => writer.raw(String(index), value));
  const buffer = writer.finish();
  return { type: BsonType.array, buffer, start: 0, end: buffer.length };
}

/** Appends, and then keeps the first `slice` or the last `-slice` elements. */
export function pushed(elements: readonly RawValue[], each: readonly RawValue[], slice: number | undefined): RawValue {
  const all = [...elements, ...each];
  if (slice === undefined) return arrayOf(all);
  return arrayOf(slice >= 0 ? all.slice(0, slice) : all.slice(slice));
}

/** Appends what is not there yet; doubles that were there before stay. */
export function addedToSet(elements: readonly RawValue[], each: readonly RawValue[]): RawValue {
  const all = [...elements];
  const keys = new Set(elements.map(keyText));
  for (const value of each) {
    const key = keyText(value);
    if (keys.has(key)) continue;
    keys.add(key);
    all.push(value);
  }
  return arrayOf(all);
}

/** Removes the elements equal to a value, or with a filter the documents that match it. */
export function pulled(array: RawValue, value: RawValue, filter: Condition | undefined): RawValue {
  const key = keyText(value);
  const isPulled = (element: RawValue): boolean =>
    filter === undefined ? keyText(element) === key : element.type === BsonType.object && matches(filter, element);
  return arrayOf(elementsOf(array).filter((element) => !isPulled(element)));
}

function keyText(value: RawValue): string {
  return orderedKeyOf(value).toString('latin1');
}
