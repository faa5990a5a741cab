/**
 * Pipelines: which stages exist, and how documents flow through them one at a time. Owns that flow; a pipeline that
 * begins with `$match` and `$sort` leaves both to the query planner.
 */
import { CommandError } from '../errors';
import { documentValue, ElementReader, numberOf, textOf, type RawValue } from '../bson/read';
import { BsonType, isNumberType } from '../bson/types';
import { BsonWriter, emptyContainer } from '../bson/write';
import { matches, parseFilter } from '../query/filter';
import { queryOf, type Query } from '../query/select';
import { parseSort, SortBuffer, sortKeyOf } from '../query/sort';
import { GroupStage } from './group';
import { parseProjectStage } from './project-stage';

/** Takes documents one at a time; `push` returns false when no more are wanted. */
export interface Sink {
  push(document: Buffer): boolean;
  end(): void;
}

/** Puts itself before the next stage. */
export type Stage = (next: Sink) => Sink;

export interface Pipeline {
  /** What the collection is asked. */
  readonly query: Query;
  readonly stages: readonly Stage[];
}

/** What `$sort` and the result may hold in memory; MongoDB's limit for a stage is 100 MB. */
const MEMORY_BYTES_MAX = 64 * 1024 * 1024;

/** Parses all stages. Refuses unknown ones (40324) and malformed ones with MongoDB's code for each. */
export function parsePipeline(specs: readonly RawValue[]): Pipeline {
  const parsed = specs.map(stageParts);
  const first = parsed[0]?.name === '$match' ? parsed[0] : undefined;
  const rest = first === undefined ? parsed : parsed.slice(1);
  const sort = rest[0]?.name === '$sort' ? rest[0] : undefined;
  const filter = first === undefined ? emptyContainer(BsonType.object) : documentArgument(first);
  const query = queryOf(filter, sort === undefined ? undefined : documentArgument(sort));
  const stages = (sort === undefined ? rest : rest.slice(1)).map(({ name, value }) => parseStage(name, value));
  return { query, stages };
}

interface StageParts {
  readonly name: string;
  readonly value: RawValue;
}

function stageParts(spec: RawValue): StageParts {
  if (spec.type !== BsonType.object) throw new CommandError(14, 'Each element of the pipeline must be an object');
  const reader = new ElementReader(spec.buffer, spec.start);
  const name = reader.next() ? reader.name : '';
  const value = reader.value();
  if (name === '' || reader.next()) throw new CommandError(40323, 'A pipeline stage must contain exactly one field');
  return { name, value };
}

function documentArgument({ name, value }: StageParts): RawValue {
  if (value.type !== BsonType.object) throw new CommandError(15959, `the argument of ${name} must be an object`);
  return value;
}

function parseStage(name: string, value: RawValue): Stage {
  switch (name) {
    case '$match':
      return matchStage(documentArgument({ name, value }));
    case '$sort':
      return sortStage(documentArgument({ name, value }));
    case '$project':
      return mapStage(parseProjectStage(documentArgument({ name, value })));
    case '$group':
      return groupStage(documentArgument({ name, value }));
    case '$limit':
      return limitStage(wholeNumber(name, value, 1));
    case '$skip':
      return skipStage(wholeNumber(name, value, 0));
    case '$count':
      return countStage(value);
    default:
      throw new CommandError(40324, `Unrecognized pipeline stage name: '${name}'`);
  }
}

function matchStage(spec: RawValue): Stage {
  const condition = parseFilter(spec);
  return (next) => ({
    push: (document) => !matches(condition, documentValue(document)) || next.push(document),
    end: () => next.end(),
  });
}

function mapStage(map: (document: Buffer) => Buffer): Stage {
  return (next) => ({ push: (document) => next.push(map(document)), end: () => next.end() });
}

function sortStage(spec: RawValue): Stage {
  const fields = parseSort(spec);
  return (next) => {
    const buffer = new SortBuffer<Buffer>();
    const memory = new Memory('$sort');
    return {
      push: (document) => {
        memory.take(document.length);
        buffer.add(sortKeyOf(documentValue(document), fields), document);
        return true;
      },
      end: () => {
        for (const document of buffer.take()) if (!next.push(document)) break;
        next.end();
      },
    };
  };
}

function groupStage(spec: RawValue): Stage {
  return (next) => {
    const group = new GroupStage(spec);
    return {
      push: (document) => {
        group.add(documentValue(document));
        return true;
      },
      end: () => {
        for (const document of group.results()) if (!next.push(document)) break;
        next.end();
      },
    };
  };
}

function limitStage(limit: number): Stage {
  return (next) => {
    let left = limit;
    return {
      push: (document) => {
        if (left <= 0) return false;
        left -= 1;
        return next.push(document) && left > 0;
      },
      end: () => next.end(),
    };
  };
}

function skipStage(count: number): Stage {
  return (next) => {
    let left = count;
    return {
      push: (document) => {
        if (left === 0) return next.push(document);
        left -= 1;
        return true;
      },
      end: () => next.end(),
    };
  };
}

function countStage(value: RawValue): Stage {
  const name = value.type === BsonType.string ? textOf(value) : '';
  if (name === '' || name.startsWith('$') || name.includes('.')) {
    throw new CommandError(40156, 'the count field must be a non-empty string, without $ at its start and without .');
  }
  return (next) => {
    let count = 0;
    return {
      push: () => {
        count += 1;
        return true;
      },
      end: () => {
        // Nothing counted is no document, as in MongoDB.
        if (count > 0) next.push(new BsonWriter().number(name, count).finish());
        next.end();
      },
    };
  };
}

function wholeNumber(name: string, value: RawValue, least: number): number {
  const number = isNumberType(value.type) ? numberOf(value) : Number.NaN;
  if (!Number.isSafeInteger(number)) throw new CommandError(15957, `invalid argument to ${name} stage: not a number`);
  if (number < least) throw new CommandError(15958, `invalid argument to ${name} stage: it must be at least ${least}`);
  return number;
}

class Memory {
  private left = MEMORY_BYTES_MAX;
  private readonly who: string;

  constructor(who: string) {
    this.who = who;
  }

  take(bytes: number): void {
    this.left -= bytes;
    if (this.left < 0) throw new CommandError(292, `${this.who} needs more than ${MEMORY_BYTES_MAX} bytes of memory`);
  }
}

/** Collects what comes out of a pipeline. */
export class Collected implements Sink {
  readonly documents: Buffer[] = [];
  private readonly memory = new Memory('the result of the pipeline');

  push(document: Buffer): boolean {
    this.memory.take(document.length);
    this.documents.push(document);
    return true;
  }

  end(): void {}
}
