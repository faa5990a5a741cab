/**
 * createIndexes, dropIndexes, listIndexes. Owns these three; what an index may be is `index-spec.ts`'s.
 */
import { CommandError } from '../errors';
import { orderedKeyOf } from '../bson/order';
import { documentValue, elementsOf, fieldsOf, textOf, type RawValue } from '../bson/read';
import { BsonType } from '../bson/types';
import type { BsonWriter } from '../bson/write';
import { INDEXES_MAX, type Collection, type Index, type IndexDefinition } from '../storage/catalog';
import type { Arguments } from './arguments';
import { inOneStep, newReply, type Command, type Engine } from './command';
import { listSource } from './cursors';
import { describeIdIndex, describeIndex, existsAlready, parseIndex } from './index-spec';
import { namespaceOf, type Namespace } from './names';
import { collectionFor } from './writing';

const createIndexes: Command = {
  kind: 'write',
  begin: (args, engine) => {
    args.allow(['indexes', 'commitQuorum', 'ignoreUnknownIndexOptions']);
    const namespace = namespaceOf(args);
    const wanted = args.documents('indexes').map(parseIndex);
    if (wanted.length === 0) throw new CommandError(2, 'Must specify at least one index to create');
    return inOneStep(() => create(engine, namespace, wanted));
  },
};

function create(engine: Engine, namespace: Namespace, wanted: readonly IndexDefinition[]): BsonWriter {
  const isNew = engine.catalog.find(namespace.text) === undefined;
  const collection = collectionFor(engine, namespace);
  const before = collection.indexes.length + 1;
  for (const definition of wanted) {
    if (!existsAlready(collection.indexes, definition)) build(engine, collection, definition);
  }
  const after = collection.indexes.length + 1;
  const reply = newReply().int32('numIndexesBefore', before).int32('numIndexesAfter', after);
  if (isNew) reply.boolean('createdCollectionAutomatically', true);
  return before === after ? reply.text('note', 'all indexes already exist') : reply;
}

function build(engine: Engine, collection: Collection, definition: IndexDefinition): void {
  if (collection.indexes.length + 1 >= INDEXES_MAX) {
    throw new CommandError(67, `add index fails, too many indexes for ${collection.namespace}`);
  }
  const index = engine.catalog.addIndex(collection, definition);
  try {
    engine.documents.buildIndex(collection, index);
  } catch (error) {
    // What was written of it is swept away; the collection is as before.
    engine.catalog.removeIndex(collection, index);
    throw error;
  }
}

const dropIndexes: Command = {
  kind: 'write',
  begin: (args, engine) => {
    args.allow(['index']);
    const namespace = namespaceOf(args);
    const selector = args.value('index');
    if (selector === undefined) throw new CommandError(40414, "BSON field 'dropIndexes.index' is missing");
    return inOneStep(() => {
      const collection = existing(engine, namespace);
      const before = collection.indexes.length + 1;
      for (const index of selected(collection, selector)) engine.catalog.removeIndex(collection, index);
      engine.sweeper.requested();
      return newReply().int32('nIndexesWas', before);
    });
  },
};

function existing(engine: Engine, namespace: Namespace): Collection {
  const collection = engine.catalog.find(namespace.text);
  if (collection === undefined) throw new CommandError(26, `ns does not exist: ${namespace.text}`);
  return collection;
}

/** By name, by several names, by key, or all with '*'. */
function selected(collection: Collection, selector: RawValue): Index[] {
  if (selector.type === BsonType.array) return elementsOf(selector).flatMap((one) => selected(collection, one));
  if (selector.type === BsonType.object) return [byKey(collection, selector)];
  if (selector.type !== BsonType.string) throw new CommandError(14, 'the index must be given by name or by key');
  const name = textOf(selector);
  if (name === '*') return [...collection.indexes];
  if (name === '_id_') throw new CommandError(72, 'cannot drop _id index');
  const index = collection.indexes.find((one) => one.name === name);
  if (index === undefined) throw new CommandError(27, `index not found with name [${name}]`);
  return [index];
}

function byKey(collection: Collection, key: RawValue): Index {
  const wanted = orderedKeyOf(key);
  const index = collection.indexes.find((one) => {
    const described = fieldsOf(documentValue(describeIndex(one))).get('key');
    return orderedKeyOf(described).equals(wanted);
  });
  if (index === undefined) throw new CommandError(27, "can't find index with that key");
  return index;
}

const listIndexes: Command = {
  kind: 'read',
  run: (args: Arguments, engine: Engine) => {
    args.allow(['cursor', 'includeBuildUUIDs', 'includeIndexBuildInfo']);
    const namespace = namespaceOf(args);
    const collection = existing(engine, namespace);
    const documents = [describeIdIndex(), ...collection.indexes.map(describeIndex)];
    return engine.cursors.first(namespace.text, listSource(documents), INDEXES_MAX);
  },
};

export const indexCommands: readonly (readonly [string, Command])[] = [
  ['createIndexes', createIndexes],
  ['dropIndexes', dropIndexes],
  ['deleteIndexes', dropIndexes],
  ['listIndexes', listIndexes],
];
