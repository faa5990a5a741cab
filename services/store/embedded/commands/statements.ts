/**
 * What insert, update and delete have in common: several statements in order, each of which may fail on its own. Owns
 * `ordered`, `writeErrors` and the limit of a batch; must not know what a statement does.
 */
import { CommandError } from '../errors';
import type { RawValue } from '../bson/read';
import type { BsonWriter } from '../bson/write';
import { WRITE_BATCH_MAX } from '../limits';
import type { Arguments } from './arguments';
import { newReply, type Work } from './command';

/** One statement at work: each call does one document's worth; true when it is done. */
export type Statement = () => boolean;

interface WriteError {
  readonly index: number;
  readonly error: CommandError;
  /** Told without its message, because there are too many. */
  readonly isBrief: boolean;
}

/** 100,000 duplicates must not make a reply larger than a document may be; MongoDB cuts at the same size. */
const ERROR_BYTES_MAX = 1024 * 1024;

export abstract class StatementWork implements Work {
  private readonly statements: readonly RawValue[];
  private readonly isOrdered: boolean;
  private readonly errors: WriteError[] = [];
  private errorBytes = 0;
  private at = 0;
  private current: Statement | undefined;
  /** Documents inserted, matched or removed. */
  protected n = 0;

  constructor(args: Arguments, field: string) {
    this.statements = args.documents(field);
    this.isOrdered = args.flag('ordered', true);
    if (this.statements.length === 0 || this.statements.length > WRITE_BATCH_MAX) {
      const found = this.statements.length;
      throw new CommandError(
        72,
        `Write batch sizes must be between 1 and ${WRITE_BATCH_MAX}. Got ${found} operations.`,
      );
    }
  }

  /** Begins a statement; whatever it refuses becomes its entry in `writeErrors`. */
  protected abstract begin(statement: RawValue, index: number): Statement;

  /** What the reply tells between `n` and the errors. */
  protected abstract describe(reply: BsonWriter): void;

  step(): boolean {
    const statement = this.statements[this.at];
    if (statement === undefined) return true;
    try {
      this.current ??= this.begin(statement, this.at);
      if (!this.current()) return false;
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      this.errors.push({ index: this.at, error, isBrief: this.errorBytes > ERROR_BYTES_MAX });
      this.errorBytes += error.message.length;
      if (this.isOrdered) return true;
    }
    this.current = undefined;
    this.at += 1;
    return this.at >= this.statements.length;
  }

  reply(): BsonWriter {
    const reply = newReply().number('n', this.n);
    this.describe(reply);
    if (this.errors.length === 0) return reply;
    reply.openArray('writeErrors');
    this.errors.forEach((error, position) => writeError(reply, position, error));
    return reply.close();
  }
}

function writeError(reply: BsonWriter, position: number, { index, error, isBrief }: WriteError): void {
  reply.openDocument(String(position)).int32('index', index).int32('code', error.code);
  if (error.duplicate !== undefined && !isBrief) {
    reply.document('keyPattern', error.duplicate.keyPattern).document('keyValue', error.duplicate.keyValue);
  }
  reply.text('errmsg', isBrief ? '' : error.message).close();
}
