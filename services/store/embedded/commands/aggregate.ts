/**
 * aggregate. Owns its arguments and its cursor; stages are `aggregate/`'s.
 */
import { CommandError, notImplemented } from '../errors';
import { parsePipeline, Collected, type Pipeline, type Sink } from '../aggregate/pipeline';
import { numberOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { select } from '../query/select';
import type { Arguments } from './arguments';
import { batchSizeOf } from './collections';
import type { Command, Engine } from './command';
import { listSource, type ResultSource } from './cursors';
import { namespaceOf } from './names';

const REFUSED = ['explain', 'collation', 'hint', 'let', 'fromMongos', 'needsMerge', 'exchange'];

const aggregate: Command = {
  kind: 'read',
  run: (args, engine) => {
    args.allow(['pipeline', 'cursor', 'allowDiskUse', 'bypassDocumentValidation'], REFUSED);
    refuseDatabaseLevel(args);
    const namespace = namespaceOf(args);
    const cursor = args.document('cursor');
    if (cursor === undefined) throw new CommandError(9, "The 'cursor' option is required");
    const batchSize = batchSizeOf(cursor);
    const pipeline = parsePipeline(args.array('pipeline'));
    return engine.cursors.first(namespace.text, resultOf(pipeline, namespace.text, engine), batchSize);
  },
};

function refuseDatabaseLevel(args: Arguments): void {
  const target = args.value('aggregate');
  if (target !== undefined && target.type !== BsonType.string && numberOf(target) === 1) {
    throw notImplemented('aggregations on a whole database');
  }
}

function resultOf(pipeline: Pipeline, namespace: string, engine: Engine): ResultSource {
  const source = select(engine.store, engine.catalog.find(namespace), pipeline.query);
  // Without further stages documents stream as in find; else the result, which is usually small, is made at once.
  if (pipeline.stages.length === 0) {
    return { run: (visitor) => source.run((_key, document) => visitor(document)) };
  }
  const collected = new Collected();
  const first = pipeline.stages.reduceRight<Sink>((next, stage) => stage(next), collected);
  source.run((_key, document) => first.push(document));
  first.end();
  return listSource(collected.documents);
}

export const aggregateCommands: readonly (readonly [string, Command])[] = [['aggregate', aggregate]];
