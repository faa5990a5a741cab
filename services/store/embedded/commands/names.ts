/**
 * Names of databases and collections. Owns what MongoDB allows them to be (73).
 */
import { CommandError } from '../errors';
import type { Arguments } from './arguments';

/** MongoDB's limits in bytes. */
const DATABASE_BYTES_MAX = 63;
const NAMESPACE_BYTES_MAX = 255;

export interface Namespace {
  readonly database: string;
  readonly collection: string;
  readonly text: string;
}

/** The collection a command speaks of: the value of its first field (or of the named one) in its `$db`. */
export function namespaceOf(args: Arguments, field = args.command): Namespace {
  const collection = args.text(field);
  const database = checkDatabase(args.database);
  const text = `${database}.${collection}`;
  if (!isCollectionName(collection) || Buffer.byteLength(text) > NAMESPACE_BYTES_MAX) {
    throw new CommandError(73, `Invalid namespace specified '${text}'`);
  }
  return { database, collection, text };
}

/** The database's name, if it is one. */
export function checkDatabase(name: string): string {
  if (name === '' || Buffer.byteLength(name) > DATABASE_BYTES_MAX || /[/\\. "$\0]/.test(name)) {
    throw new CommandError(73, `Invalid database name: '${name}'`);
  }
  return name;
}

function isCollectionName(name: string): boolean {
  return name !== '' && !name.startsWith('.') && !name.startsWith('system.') && !/[$\0]/.test(name);
}
