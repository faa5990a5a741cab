/**
 * Open cursors: results that did not fit one batch. Owns their ids, their end and their batches; must not know where
 * documents come from.
 */
import { CommandError } from '../errors';
import type { BsonWriter } from '../bson/write';
import { newReply } from './command';

/** Where a cursor's documents come from; goes on from where it stopped, true at the end. */
export interface ResultSource {
  run(visitor: (document: Buffer) => boolean): boolean;
}

interface OpenCursor {
  readonly namespace: string;
  readonly source: ResultSource;
  usedAt: number;
}

/** MongoDB's default time for idle cursors. */
const IDLE_MS_MAX = 10 * 60_000;
/** Each holds little, but a client that forgets them must not fill the memory; the longest unused goes first. */
const CURSORS_MAX = 1000;
/** MongoDB's size of a first batch. */
const FIRST_BATCH = 101;
/** Less than MongoDB's 16 MB: one batch is made without giving the event loop back. */
const BATCH_BYTES_MAX = 4 * 1024 * 1024;

export class CursorTable {
  private readonly open = new Map<number, OpenCursor>();
  private readonly now: () => number;
  private nextId: number;

  /** Ids begin at the time of the start, so a cursor of an earlier run is not found instead of being another's. */
  constructor(now: () => number) {
    this.now = now;
    this.nextId = now();
  }

  /** The reply with the first batch; what is left stays open. `batchSize` 0 opens a cursor without reading. */
  first(namespace: string, source: ResultSource, batchSize: number | undefined, isSingleBatch = false): BsonWriter {
    const reply = newReply().openDocument('cursor').openArray('firstBatch');
    const isEnd = fill(reply, source, batchSize ?? FIRST_BATCH);
    reply.close();
    const id = isEnd || isSingleBatch ? 0 : this.keep(namespace, source);
    return reply.int64('id', id).text('ns', namespace).close();
  }

  next(id: number, namespace: string, batchSize: number | undefined): BsonWriter {
    this.dropIdle();
    const cursor = this.open.get(id);
    if (cursor === undefined) throw new CommandError(43, `cursor id ${id} not found`);
    if (cursor.namespace !== namespace) {
      throw new CommandError(13, `Requested getMore on namespace '${namespace}', but cursor belongs to another`);
    }
    const size = batchSize === undefined || batchSize === 0 ? Number.POSITIVE_INFINITY : batchSize;
    const reply = newReply().openDocument('cursor').openArray('nextBatch');
    const isEnd = fill(reply, cursor.source, size);
    reply.close();
    this.open.delete(id);
    // Put back at the end: the map's order is the order of use.
    if (!isEnd) this.open.set(id, { ...cursor, usedAt: this.now() });
    return reply
      .int64('id', isEnd ? 0 : id)
      .text('ns', namespace)
      .close();
  }

  /** True when there was such a cursor. */
  kill(id: number): boolean {
    return this.open.delete(id);
  }

  private keep(namespace: string, source: ResultSource): number {
    this.dropIdle();
    for (const id of this.open.keys()) {
      if (this.open.size < CURSORS_MAX) break;
      this.open.delete(id);
    }
    this.nextId += 1;
    this.open.set(this.nextId, { namespace, source, usedAt: this.now() });
    return this.nextId;
  }

  private dropIdle(): void {
    const before = this.now() - IDLE_MS_MAX;
    for (const [id, cursor] of this.open) {
      if (cursor.usedAt >= before) return;
      this.open.delete(id);
    }
  }
}

/** Writes up to `count` documents as array elements; true when the source is at its end. */
function fill(reply: BsonWriter, source: ResultSource, count: number): boolean {
  if (count === 0) return false;
  let written = 0;
  let bytes = 0;
  return source.run((document) => {
    reply.document(String(written), document);
    written += 1;
    bytes += document.length;
    return written < count && bytes < BATCH_BYTES_MAX;
  });
}

/** A result that is already there. */
export function listSource(documents: readonly Buffer[]): ResultSource {
  let at = 0;
  return {
    run: (visitor) => {
      while (at < documents.length) {
        const document = documents[at];
        at += 1;
        if (document !== undefined && !visitor(document)) return at >= documents.length;
      }
      return true;
    },
  };
}
