/**
 * What a command is to the dispatcher: something read at once, or something written through the one writer. Owns these
 * two shapes and what both may reach.
 */
import { BsonWriter } from '../bson/write';
import type { Catalog } from '../storage/catalog';
import type { Documents } from '../storage/documents';
import type { Store } from '../storage/store';
import type { Sweeper } from '../storage/sweeper';
import type { Writer } from '../storage/writer';
import { MESSAGE_HEAD_BYTES } from '../wire/messages';
import type { Arguments } from './arguments';
import type { CursorTable } from './cursors';

export interface Engine {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly documents: Documents;
  readonly writer: Writer;
  readonly sweeper: Sweeper;
  readonly cursors: CursorTable;
  readonly now: () => number;
}

/** Work inside write transactions, one unit a step; its reply is asked for after the commit. */
export interface Work {
  /** True when nothing is left. */
  step(): boolean;
  reply(): BsonWriter;
}

export type Command =
  | { readonly kind: 'read'; readonly run: (args: Arguments, engine: Engine, connectionId: number) => BsonWriter }
  | { readonly kind: 'write'; readonly begin: (args: Arguments, engine: Engine) => Work };

/** A reply to be filled; the dispatcher adds `ok` and the message head. */
export function newReply(): BsonWriter {
  return new BsonWriter(MESSAGE_HEAD_BYTES);
}

/** Work of a single step. */
export function inOneStep(run: () => BsonWriter): Work {
  let reply: BsonWriter | undefined;
  return {
    step: () => {
      reply = run();
      return true;
    },
    reply: () => reply ?? newReply(),
  };
}
