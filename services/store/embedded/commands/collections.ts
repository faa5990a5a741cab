/**
 * create, drop, dropDatabase, listCollections, listDatabases. Owns these; what they forget is swept away later.
 */
import { CommandError } from '../errors';
import { documentValue, type RawValue } from '../bson/read';
import { BsonWriter } from '../bson/write';
import { matches, parseFilter } from '../query/filter';
import { Arguments } from './arguments';
import { inOneStep, newReply, type Command, type Engine } from './command';
import { listSource } from './cursors';
import { describeIdIndex } from './index-spec';
import { checkDatabase, namespaceOf } from './names';

const CREATE_REFUSED = [
  'capped',
  'size',
  'max',
  'collation',
  'validator',
  'validationLevel',
  'validationAction',
  'viewOn',
  'pipeline',
  'timeseries',
  'expireAfterSeconds',
  'clusteredIndex',
  'changeStreamPreAndPostImages',
  'encryptedFields',
  'indexOptionDefaults',
  'storageEngine',
  'temp',
  'flags',
];

const create: Command = {
  kind: 'write',
  begin: (args, engine) => {
    args.allow(['autoIndexId', 'idIndex'], CREATE_REFUSED);
    const namespace = namespaceOf(args);
    return inOneStep(() => {
      if (engine.catalog.find(namespace.text) !== undefined) {
        throw new CommandError(48, `Collection ${namespace.text} already exists.`);
      }
      engine.catalog.create(namespace.database, namespace.collection);
      return newReply();
    });
  },
};

const drop: Command = {
  kind: 'write',
  begin: (args, engine) => {
    args.allow([]);
    const namespace = namespaceOf(args);
    return inOneStep(() => {
      const collection = engine.catalog.find(namespace.text);
      if (collection === undefined) throw new CommandError(26, 'ns not found');
      engine.catalog.remove(collection);
      engine.sweeper.requested();
      return newReply()
        .int32('nIndexesWas', collection.indexes.length + 1)
        .text('ns', namespace.text);
    });
  },
};

const dropDatabase: Command = {
  kind: 'write',
  begin: (args, engine) => {
    args.allow([]);
    const database = checkDatabase(args.database);
    return inOneStep(() => {
      const collections = engine.catalog.list(database);
      for (const collection of collections) engine.catalog.remove(collection);
      engine.sweeper.requested();
      return collections.length === 0 ? newReply() : newReply().text('dropped', database);
    });
  },
};

const listCollections: Command = {
  kind: 'read',
  run: (args, engine) => {
    args.allow(['filter', 'nameOnly', 'authorizedCollections', 'cursor']);
    const database = checkDatabase(args.database);
    const nameOnly = args.flag('nameOnly');
    const names = engine.catalog.list(database).map((collection) => collection.name);
    const documents = filtered(
      names.map((name) => describeCollection(name, nameOnly)),
      args,
    );
    return cursorOver(documents, `${database}.$cmd.listCollections`, args, engine);
  },
};

function cursorOver(documents: readonly Buffer[], namespace: string, args: Arguments, engine: Engine): BsonWriter {
  const cursor = args.document('cursor');
  const batchSize = cursor === undefined ? undefined : batchSizeOf(cursor);
  return engine.cursors.first(namespace, listSource(documents), batchSize);
}

/** `cursor: { batchSize }`, as listCollections and aggregate have it. */
export function batchSizeOf(cursor: RawValue): number | undefined {
  const args = Arguments.ofDocument(cursor, 'cursor');
  args.allow(['batchSize']);
  return args.count('batchSize');
}

function filtered(documents: readonly Buffer[], args: Arguments): readonly Buffer[] {
  const filter = args.document('filter');
  if (filter === undefined) return documents;
  const condition = parseFilter(filter);
  return documents.filter((document) => matches(condition, documentValue(document)));
}

function describeCollection(name: string, nameOnly: boolean): Buffer {
  const writer = new BsonWriter().text('name', name).text('type', 'collection');
  if (nameOnly) return writer.finish();
  writer.openDocument('options').close().openDocument('info').boolean('readOnly', false).close();
  return writer.document('idIndex', describeIdIndex()).finish();
}

const listDatabases: Command = {
  kind: 'read',
  run: (args, engine) => {
    args.allow(['filter', 'nameOnly', 'authorizedDatabases']);
    const names = [...new Set(engine.catalog.list().map((collection) => collection.database))];
    const described = names.map((name) => new BsonWriter().text('name', name).boolean('empty', false).finish());
    const reply = newReply().openArray('databases');
    filtered(described, args).forEach((document, index) => reply.document(String(index), document));
    return reply.close();
  },
};

export const collectionCommands: readonly (readonly [string, Command])[] = [
  ['create', create],
  ['drop', drop],
  ['dropDatabase', dropDatabase],
  ['listCollections', listCollections],
  ['listDatabases', listDatabases],
];
