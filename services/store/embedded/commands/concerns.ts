/**
 * What every command is asked besides its own business: sessions, transactions, read and write concerns. Owns what a
 * standalone server grants; the writer's durability is always what `{ w: 'majority', j: true }` asks for.
 */
import { CommandError, notImplemented } from '../errors';
import { fieldsOf, numberOf, textOf, type RawValue } from '../bson/read';
import { BsonType, isNumberType } from '../bson/types';
import type { Arguments } from './arguments';

const READ_LEVELS = new Set(['local', 'available', 'majority']);
const WRITE_CONCERN_FIELDS = new Set(['w', 'j', 'fsync', 'wtimeout', 'wtimeoutMS', 'provenance']);

/** Refuses transactions (20) and concerns that a standalone cannot meet. */
export function checkConcerns(args: Arguments): void {
  refuseTransactions(args);
  const readConcern = args.document('readConcern');
  if (readConcern !== undefined) checkReadConcern(readConcern);
  const writeConcern = args.document('writeConcern');
  if (writeConcern !== undefined) checkWriteConcern(writeConcern);
}

function refuseTransactions(args: Arguments): void {
  if (['txnNumber', 'startTransaction', 'autocommit'].some((name) => args.value(name) !== undefined)) {
    throw new CommandError(20, 'Transaction numbers are only allowed on a replica set member or mongos');
  }
}

function checkReadConcern(concern: RawValue): void {
  for (const [name, value] of fieldsOf(concern)) {
    if (name === 'provenance') continue;
    if (name !== 'level') throw notImplemented(`the read concern '${name}'`);
    const level = value.type === BsonType.string ? textOf(value) : '';
    if (!READ_LEVELS.has(level)) {
      throw new CommandError(123, `node needs to be a replica set member to use read concern '${level}'`);
    }
  }
}

function checkWriteConcern(concern: RawValue): void {
  const fields = fieldsOf(concern);
  const unknown = [...fields.keys()].find((name) => !WRITE_CONCERN_FIELDS.has(name));
  if (unknown !== undefined) throw new CommandError(9, `unrecognized write concern field: ${unknown}`);
  const w = fields.get('w');
  if (w === undefined) return;
  if (isNumberType(w.type)) {
    if (numberOf(w) > 1) throw new CommandError(2, "cannot use 'w' > 1 when a host is not replicated");
  } else if (w.type !== BsonType.string || textOf(w) !== 'majority') {
    throw new CommandError(2, "cannot use non-majority 'w' mode when a host is not a member of a replica set");
  }
}
