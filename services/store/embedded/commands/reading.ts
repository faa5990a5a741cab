/**
 * The commands that read documents: find, getMore, killCursors, count, distinct. Owns their arguments and replies; how
 * documents are found is `query/`'s.
 */
import { CommandError } from '../errors';
import { orderedKeyOf } from '../bson/order';
import { EMPTY_ARRAY, parsePath, valuesAt } from '../bson/path';
import { documentValue, numberOf, type RawValue } from '../bson/read';
import { BsonType, isNumberType } from '../bson/types';
import { emptyContainer } from '../bson/write';
import { DOCUMENT_BYTES_MAX } from '../limits';
import { parseProjection, project, type Projection } from '../query/projection';
import { queryOf, select, type Source } from '../query/select';
import { prefixOf, rangeOf, Space } from '../storage/keys';
import type { Arguments } from './arguments';
import { newReply, type Command, type Engine } from './command';
import type { ResultSource } from './cursors';
import { namespaceOf } from './names';

const EMPTY_FILTER = emptyContainer(BsonType.object);

const FIND_KNOWN = ['filter', 'sort', 'projection', 'skip', 'limit', 'batchSize', 'singleBatch'];
/** These change no result here: nothing is sharded, and idle cursors end by time as everywhere. */
const FIND_HARMLESS = ['noCursorTimeout', 'allowPartialResults', 'allowDiskUse', 'oplogReplay'];
const FIND_REFUSED = ['hint', 'collation', 'min', 'max', 'returnKey', 'showRecordId', 'tailable', 'awaitData', 'let'];

const find: Command = {
  kind: 'read',
  run: (args, engine) => {
    args.allow([...FIND_KNOWN, ...FIND_HARMLESS], FIND_REFUSED);
    const namespace = namespaceOf(args);
    const filter = args.document('filter') ?? EMPTY_FILTER;
    const query = queryOf(filter, args.document('sort'), args.count('skip'), args.count('limit'));
    const projection = parseProjection(args.document('projection'));
    const source = select(engine.store, engine.catalog.find(namespace.text), query);
    const batchSize = args.count('batchSize');
    return engine.cursors.first(namespace.text, projected(source, projection), batchSize, args.flag('singleBatch'));
  },
};

function projected(source: Source, projection: Projection | undefined): ResultSource {
  return {
    run: (visitor) =>
      source.run((_key, document) =>
        visitor(projection === undefined ? document : project(documentValue(document), projection)),
      ),
  };
}

const getMore: Command = {
  kind: 'read',
  run: (args, engine) => {
    args.allow(['collection', 'batchSize'], ['term', 'lastKnownCommittedOpTime']);
    const namespace = `${args.database}.${args.text('collection')}`;
    return engine.cursors.next(cursorIdOf(args.value('getMore')), namespace, args.count('batchSize'));
  },
};

function cursorIdOf(value: RawValue | undefined): number {
  if (value === undefined || !isNumberType(value.type)) throw new CommandError(14, 'a cursor id must be a long');
  return numberOf(value);
}

const killCursors: Command = {
  kind: 'read',
  run: (args, engine) => {
    args.allow(['cursors']);
    const killed: number[] = [];
    const unknown: number[] = [];
    for (const id of args.array('cursors').map(cursorIdOf)) (engine.cursors.kill(id) ? killed : unknown).push(id);
    const reply = newReply().openArray('cursorsKilled');
    killed.forEach((id, index) => reply.int64(String(index), id));
    reply.close().openArray('cursorsNotFound');
    unknown.forEach((id, index) => reply.int64(String(index), id));
    return reply.close().openArray('cursorsAlive').close().openArray('cursorsUnknown').close();
  },
};

const count: Command = {
  kind: 'read',
  run: (args, engine) => {
    args.allow(['query', 'skip', 'limit'], ['hint', 'collation']);
    return newReply().number('n', countOf(args, engine));
  },
};

function countOf(args: Arguments, engine: Engine): number {
  const collection = engine.catalog.find(namespaceOf(args).text);
  const filter = args.document('query') ?? EMPTY_FILTER;
  const query = queryOf(filter, undefined, args.count('skip'), args.count('limit'));
  const { condition, skip, limit } = query;
  const isWhole = condition.kind === 'and' && condition.parts.length === 0 && skip === 0 && limit === 0;
  if (collection !== undefined && isWhole) {
    const { start, end } = rangeOf(prefixOf(Space.documents, collection.id));
    return engine.store.count(start, end);
  }
  let found = 0;
  select(engine.store, collection, query).run(() => {
    found += 1;
    return true;
  });
  return found;
}

const distinct: Command = {
  kind: 'read',
  run: (args, engine) => {
    args.allow(['key', 'query'], ['hint', 'collation']);
    const path = parsePath(args.text('key'));
    const query = queryOf(args.document('query') ?? EMPTY_FILTER);
    const values = new Map<string, RawValue>();
    let bytes = 0;
    select(engine.store, engine.catalog.find(namespaceOf(args).text), query).run((_key, document) => {
      for (const value of valuesAt(documentValue(document), path).values) {
        if (value === undefined || value === EMPTY_ARRAY) continue;
        const key = orderedKeyOf(value).toString('latin1');
        if (values.has(key)) continue;
        values.set(key, value);
        bytes += value.end - value.start;
        if (bytes > DOCUMENT_BYTES_MAX) throw new CommandError(10334, 'distinct too big, 16mb cap');
      }
      return true;
    });
    const reply = newReply().openArray('values');
    // In BSON order: the keys compare as the values do.
    const ordered = [...values].sort(([left], [right]) => (left < right ? -1 : 1));
    ordered.forEach(([, value], index) => reply.raw(String(index), value));
    return reply.close();
  },
};

export const readingCommands: readonly (readonly [string, Command])[] = [
  ['find', find],
  ['getMore', getMore],
  ['killCursors', killCursors],
  ['count', count],
  ['distinct', distinct],
];
