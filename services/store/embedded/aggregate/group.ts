/**
 * `$group`: one document per key, with accumulators. Owns the accumulators and the memory they may take.
 */
import { CommandError } from '../errors';
import { compareValues, orderedKeyOf } from '../bson/order';
import { ElementReader, type RawValue } from '../bson/read';
import { BsonType, isNumberType } from '../bson/types';
import { BsonWriter, detached, NULL_VALUE } from '../bson/write';
import { addNumbers, numberAs } from '../update/arithmetic';
import { parseExpression, type Expression } from './expression';

type Combine = (total: RawValue | undefined, value: RawValue | undefined) => RawValue | undefined;

interface Accumulator {
  readonly name: string;
  readonly expression: Expression;
  readonly combine: Combine;
  /** What a group without any usable value gets. */
  readonly otherwise: RawValue;
}

const ZERO = numberAs(BsonType.int32, 0);

const COMBINES = new Map<string, { readonly combine: Combine; readonly otherwise: RawValue }>([
  ['$sum', { combine: sum, otherwise: ZERO }],
  ['$min', { combine: (total, value) => extreme(total, value, -1), otherwise: NULL_VALUE }],
  ['$max', { combine: (total, value) => extreme(total, value, 1), otherwise: NULL_VALUE }],
  ['$first', { combine: (total, value) => total ?? value ?? NULL_VALUE, otherwise: NULL_VALUE }],
  ['$last', { combine: (_total, value) => value ?? NULL_VALUE, otherwise: NULL_VALUE }],
]);

function sum(total: RawValue | undefined, value: RawValue | undefined): RawValue | undefined {
  if (value === undefined || !isNumberType(value.type)) return total;
  return addNumbers(total ?? ZERO, value);
}

/** Missing and null count neither as lowest nor as highest. */
function extreme(total: RawValue | undefined, value: RawValue | undefined, sign: 1 | -1): RawValue | undefined {
  if (value === undefined || value.type === BsonType.null) return total;
  return total === undefined || compareValues(value, total) * sign > 0 ? value : total;
}

interface Group {
  readonly id: RawValue;
  readonly totals: (RawValue | undefined)[];
}

/** Every group is held in memory. */
const GROUPS_MAX = 100_000;

export class GroupStage {
  private readonly id: Expression;
  private readonly accumulators: readonly Accumulator[];
  private readonly groups = new Map<string, Group>();

  constructor(spec: RawValue) {
    const accumulators: Accumulator[] = [];
    let id: Expression | undefined;
    const reader = new ElementReader(spec.buffer, spec.start);
    while (reader.next()) {
      if (reader.name === '_id') id = parseExpression(reader.value());
      else accumulators.push(parseAccumulator(reader.name, reader.value()));
    }
    if (id === undefined) throw new CommandError(15955, 'a group specification must include an _id');
    this.id = id;
    this.accumulators = accumulators;
  }

  add(document: RawValue): void {
    const id = this.id(document) ?? NULL_VALUE;
    const key = orderedKeyOf(id).toString('latin1');
    let group = this.groups.get(key);
    if (group === undefined) {
      if (this.groups.size >= GROUPS_MAX) throw new CommandError(292, `$group has more than ${GROUPS_MAX} groups`);
      group = { id: detached(id), totals: this.accumulators.map(() => undefined) };
      this.groups.set(key, group);
    }
    const { totals } = group;
    this.accumulators.forEach(({ expression, combine }, index) => {
      const before = totals[index];
      const after = combine(before, expression(document));
      // Detached, so that a group of one small field does not keep a whole document alive.
      if (after !== before) totals[index] = after === undefined ? undefined : detached(after);
    });
  }

  *results(): Generator<Buffer> {
    for (const { id, totals } of this.groups.values()) {
      const writer = new BsonWriter().raw('_id', id);
      this.accumulators.forEach(({ name, otherwise }, index) => writer.raw(name, totals[index] ?? otherwise));
      yield writer.finish();
    }
  }
}

function parseAccumulator(name: string, value: RawValue): Accumulator {
  if (name.includes('.')) throw new CommandError(40235, `The field name '${name}' cannot contain '.'`);
  if (value.type !== BsonType.object)
    throw new CommandError(40234, `The field '${name}' must be an accumulator object`);
  const reader = new ElementReader(value.buffer, value.start);
  const operator = reader.next() ? reader.name : '';
  const found = COMBINES.get(operator);
  if (found === undefined) throw new CommandError(15952, `unknown group operator '${operator}'`);
  const expression = parseExpression(reader.value());
  if (reader.next()) throw new CommandError(40238, `The field '${name}' must specify one accumulator`);
  return { name, expression, ...found };
}
