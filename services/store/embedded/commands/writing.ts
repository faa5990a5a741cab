/**
 * insert, update and delete. Owns their statements and what each does to documents; one document a step, so that a
 * large command gives the event loop back between transactions.
 */
import { CommandError } from '../errors';
import { bytesOf, documentValue, isTruthy, numberOf, type RawValue } from '../bson/read';
import { BsonType, isNumberType } from '../bson/types';
import { assertStorable } from '../bson/validate';
import type { BsonWriter } from '../bson/write';
import { matches } from '../query/filter';
import { queryOf, select, selectFirst, type Query } from '../query/select';
import type { Collection } from '../storage/catalog';
import { idOf } from '../storage/documents';
import { applyUpdate } from '../update/apply';
import { parseUpdate, type Update } from '../update/parse';
import { upsertDocument, withNewId } from '../update/upsert';
import { withIdFirst } from '../update/tree';
import { Arguments } from './arguments';
import type { Command, Engine } from './command';
import { namespaceOf, type Namespace } from './names';
import { StatementWork, type Statement } from './statements';

/** The collection, made now if it is not there. */
export function collectionFor(engine: Engine, namespace: Namespace): Collection {
  return engine.catalog.find(namespace.text) ?? engine.catalog.create(namespace.database, namespace.collection);
}

const KNOWN = ['ordered', 'bypassDocumentValidation'];

class InsertWork extends StatementWork {
  private readonly engine: Engine;
  private readonly namespace: Namespace;

  constructor(args: Arguments, engine: Engine) {
    args.allow([...KNOWN, 'documents']);
    super(args, 'documents');
    this.engine = engine;
    this.namespace = namespaceOf(args);
  }

  protected begin(statement: RawValue): Statement {
    return () => {
      assertStorable(statement);
      const document = bytesOf(statement);
      const stored = idOf(document) === undefined ? withNewId(document) : withIdFirst(document);
      this.engine.documents.insert(collectionFor(this.engine, this.namespace), stored);
      this.n += 1;
      return true;
    };
  }

  protected describe(): void {}
}

/** Keys of all documents of a query: those to change are known before the first one moves in an index. */
function keysOf(engine: Engine, collection: Collection, query: Query): Buffer[] {
  const keys: Buffer[] = [];
  select(engine.store, collection, query).run((key) => keys.push(key) > 0);
  return keys;
}

/** Goes through keys one call at a time, with each document that still matches. */
function eachDocument(
  engine: Engine,
  keys: readonly Buffer[],
  query: Query,
  visit: (key: Buffer, document: Buffer) => void,
): Statement {
  let at = 0;
  return () => {
    const key = keys[at];
    at += 1;
    const document = key === undefined ? undefined : engine.store.get(key);
    if (key !== undefined && document !== undefined && matches(query.condition, documentValue(document))) {
      visit(key, document);
    }
    return at >= keys.length;
  };
}

const STATEMENT_REFUSED = ['collation', 'hint', 'arrayFilters', 'c', 'sampleId'];

/** The arguments of one statement, checked like a command's own. */
function statementArguments(label: string, statement: RawValue, known: readonly string[]): Arguments {
  const args = Arguments.ofDocument(statement, label);
  args.allow([...known, 'q'], STATEMENT_REFUSED);
  return args;
}

function filterOf(args: Arguments): RawValue {
  const filter = args.document('q');
  if (filter === undefined) throw new CommandError(40414, "BSON field 'q' is missing but a required field");
  return filter;
}

class UpdateWork extends StatementWork {
  private readonly engine: Engine;
  private readonly namespace: Namespace;
  private readonly upserted: { readonly index: number; readonly id: RawValue }[] = [];
  private modified = 0;

  constructor(args: Arguments, engine: Engine) {
    args.allow([...KNOWN, 'updates'], ['let']);
    super(args, 'updates');
    this.engine = engine;
    this.namespace = namespaceOf(args);
  }

  protected begin(statement: RawValue, index: number): Statement {
    const args = statementArguments('update.updates', statement, ['u', 'multi', 'upsert']);
    const source = args.value('u');
    if (source === undefined) throw new CommandError(40414, "BSON field 'u' is missing but a required field");
    const update = parseUpdate(source);
    const isMulti = args.flag('multi');
    if (isMulti && update.kind === 'replacement') {
      throw new CommandError(9, 'multi update is not supported for replacement-style update');
    }
    const query = queryOf(filterOf(args));
    const collection = this.engine.catalog.find(this.namespace.text);
    const keys = collection === undefined ? [] : this.targets(collection, query, isMulti);
    if (collection !== undefined && keys.length > 0) return this.changing(collection, keys, query, update);
    return args.flag('upsert') ? () => this.upsert(query, update, index) : () => true;
  }

  protected describe(reply: BsonWriter): void {
    reply.number('nModified', this.modified);
    if (this.upserted.length === 0) return;
    reply.openArray('upserted');
    this.upserted.forEach(({ index, id }, position) => {
      reply.openDocument(String(position)).int32('index', index).raw('_id', id).close();
    });
    reply.close();
  }

  private targets(collection: Collection, query: Query, isMulti: boolean): Buffer[] {
    if (isMulti) return keysOf(this.engine, collection, query);
    const first = selectFirst(this.engine.store, collection, query);
    return first === undefined ? [] : [first.key];
  }

  private changing(collection: Collection, keys: readonly Buffer[], query: Query, update: Update): Statement {
    return eachDocument(this.engine, keys, query, (key, before) => {
      const after = applyUpdate(before, update);
      this.n += 1;
      if (after.equals(before)) return;
      this.engine.documents.replace(collection, key, before, after);
      this.modified += 1;
    });
  }

  private upsert(query: Query, update: Update, index: number): boolean {
    const document = upsertDocument(query.condition, update);
    this.engine.documents.insert(collectionFor(this.engine, this.namespace), document);
    const id = idOf(document);
    if (id !== undefined) this.upserted.push({ index, id });
    this.n += 1;
    return true;
  }
}

class DeleteWork extends StatementWork {
  private readonly engine: Engine;
  private readonly namespace: Namespace;

  constructor(args: Arguments, engine: Engine) {
    args.allow([...KNOWN, 'deletes'], ['let']);
    super(args, 'deletes');
    this.engine = engine;
    this.namespace = namespaceOf(args);
  }

  protected begin(statement: RawValue): Statement {
    const args = statementArguments('delete.deletes', statement, ['limit']);
    const limit = args.value('limit');
    if (limit === undefined || !isLimit(limit)) {
      throw new CommandError(9, 'The limit field in delete objects must be 0 or 1');
    }
    const query = queryOf(filterOf(args));
    const collection = this.engine.catalog.find(this.namespace.text);
    if (collection === undefined) return () => true;
    const keys = keysOf(this.engine, collection, { ...query, limit: isTruthy(limit) ? 1 : 0 });
    return eachDocument(this.engine, keys, query, (key, document) => {
      this.engine.documents.remove(collection, key, document);
      this.n += 1;
    });
  }

  protected describe(): void {}
}

function isLimit(value: RawValue): boolean {
  if (value.type === BsonType.boolean || !isNumberType(value.type)) return false;
  return numberOf(value) === 0 || numberOf(value) === 1;
}

export const writingCommands: readonly (readonly [string, Command])[] = [
  ['insert', { kind: 'write', begin: (args, engine) => new InsertWork(args, engine) }],
  ['update', { kind: 'write', begin: (args, engine) => new UpdateWork(args, engine) }],
  ['delete', { kind: 'write', begin: (args, engine) => new DeleteWork(args, engine) }],
];
