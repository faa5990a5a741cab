/**
 * findAndModify: one document found, changed or removed, and returned, in one step of the writer. Owns its arguments and
 * its reply.
 */
import { CommandError } from '../errors';
import { documentValue } from '../bson/read';
import { BsonType } from '../bson/types';
import { emptyContainer, type BsonWriter } from '../bson/write';
import { parseProjection, project, type Projection } from '../query/projection';
import { queryOf, selectFirst, type Query } from '../query/select';
import { idOf } from '../storage/documents';
import { applyUpdate } from '../update/apply';
import { parseUpdate, type Update } from '../update/parse';
import { upsertDocument } from '../update/upsert';
import type { Arguments } from './arguments';
import { inOneStep, newReply, type Command, type Engine } from './command';
import { namespaceOf, type Namespace } from './names';
import { collectionFor } from './writing';

interface Request {
  readonly namespace: Namespace;
  readonly query: Query;
  readonly projection: Projection | undefined;
  /** Undefined removes. */
  readonly update: Update | undefined;
  readonly wantsNew: boolean;
  readonly isUpsert: boolean;
}

const KNOWN = ['query', 'sort', 'remove', 'update', 'new', 'fields', 'upsert', 'bypassDocumentValidation'];
const REFUSED = ['collation', 'arrayFilters', 'hint', 'let'];

function parseRequest(args: Arguments): Request {
  args.allow(KNOWN, REFUSED);
  const isRemove = args.flag('remove');
  const source = args.value('update');
  const [wantsNew, isUpsert] = [args.flag('new'), args.flag('upsert')];
  if (isRemove === (source !== undefined)) {
    throw new CommandError(
      9,
      isRemove ? 'Cannot specify both an update and remove=true' : 'Either an update or remove',
    );
  }
  if (isRemove && (wantsNew || isUpsert))
    throw new CommandError(9, `Cannot specify 'new' or 'upsert' with remove=true`);
  const filter = args.document('query') ?? emptyContainer(BsonType.object);
  return {
    namespace: namespaceOf(args),
    query: queryOf(filter, args.document('sort')),
    projection: parseProjection(args.document('fields')),
    update: source === undefined ? undefined : parseUpdate(source),
    wantsNew,
    isUpsert,
  };
}

/** What happened: the document to return, and the facts for `lastErrorObject`. */
interface Outcome {
  readonly document: Buffer | undefined;
  readonly n: 0 | 1;
  readonly updatedExisting?: boolean;
  readonly upserted?: Buffer;
}

function carryOut(request: Request, engine: Engine): Outcome {
  const { namespace, query, update } = request;
  const collection = engine.catalog.find(namespace.text);
  const found = collection === undefined ? undefined : selectFirst(engine.store, collection, query);
  if (collection === undefined || found === undefined) return notFound(request, engine);
  if (update === undefined) {
    engine.documents.remove(collection, found.key, found.document);
    return { document: found.document, n: 1 };
  }
  const after = applyUpdate(found.document, update);
  if (!after.equals(found.document)) engine.documents.replace(collection, found.key, found.document, after);
  return { document: request.wantsNew ? after : found.document, n: 1, updatedExisting: true };
}

function notFound(request: Request, engine: Engine): Outcome {
  const { update, isUpsert, wantsNew } = request;
  if (update === undefined) return { document: undefined, n: 0 };
  if (!isUpsert) return { document: undefined, n: 0, updatedExisting: false };
  const document = upsertDocument(request.query.condition, update);
  engine.documents.insert(collectionFor(engine, request.namespace), document);
  return { document: wantsNew ? document : undefined, n: 1, updatedExisting: false, upserted: document };
}

function replyWith(
  { document, n, updatedExisting, upserted }: Outcome,
  projection: Projection | undefined,
): BsonWriter {
  const reply = newReply().openDocument('lastErrorObject').int32('n', n);
  if (updatedExisting !== undefined) reply.boolean('updatedExisting', updatedExisting);
  const id = upserted === undefined ? undefined : idOf(upserted);
  if (id !== undefined) reply.raw('upserted', id);
  reply.close();
  if (document === undefined) return reply.null('value');
  return reply.document('value', projection === undefined ? document : project(documentValue(document), projection));
}

const findAndModify: Command = {
  kind: 'write',
  begin: (args, engine) => {
    const request = parseRequest(args);
    return inOneStep(() => replyWith(carryOut(request, engine), request.projection));
  },
};

export const findAndModifyCommands: readonly (readonly [string, Command])[] = [
  ['findAndModify', findAndModify],
  ['findandmodify', findAndModify],
];
