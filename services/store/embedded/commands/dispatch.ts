/**
 * From a request to its reply: finds the command, runs it or hands it to the writer, and turns what was refused into an
 * error document. Owns the table of commands; must not know any of them.
 */
import { CommandError } from '../errors';
import type { BsonWriter } from '../bson/write';
import type { Request } from '../wire/messages';
import { aggregateCommands } from './aggregate';
import { Arguments } from './arguments';
import { collectionCommands } from './collections';
import { newReply, type Command, type Engine, type Work } from './command';
import { checkConcerns } from './concerns';
import { findAndModifyCommands } from './find-and-modify';
import { handshakeCommands } from './handshake';
import { indexCommands } from './indexes';
import { readingCommands } from './reading';
import { writingCommands } from './writing';

const COMMANDS = new Map<string, Command>([
  ...handshakeCommands,
  ...readingCommands,
  ...writingCommands,
  ...findAndModifyCommands,
  ...aggregateCommands,
  ...indexCommands,
  ...collectionCommands,
]);

/** The only commands that may come as legacy OP_QUERY: the first hello of every driver. */
const LEGACY = new Set(['hello', 'isMaster', 'ismaster']);

/** Answers one request, at once or after the commit it waits for. Never throws for anything a client sent. */
export function dispatch(
  request: Request,
  engine: Engine,
  connectionId: number,
  answer: (reply: Buffer) => void,
): void {
  try {
    if (request.fault !== undefined) throw request.fault;
    const args = Arguments.ofCommand(request.body, request.sequences);
    const command = COMMANDS.get(args.command);
    if (command === undefined || (request.isLegacy && !LEGACY.has(args.command))) {
      throw new CommandError(59, `no such command: '${args.command}'`);
    }
    checkConcerns(args);
    if (command.kind === 'read') answer(finish(command.run(args, engine, connectionId)));
    else write(command.begin(args, engine), engine, answer);
  } catch (error) {
    answer(errorReply(error));
  }
}

function write(work: Work, engine: Engine, answer: (reply: Buffer) => void): void {
  let refusal: CommandError | undefined;
  engine.writer.submit({
    step: () => {
      try {
        return work.step();
      } catch (error) {
        // A refusal is an answer and undoes nothing; anything else is a fault, which the writer undoes.
        if (!(error instanceof CommandError)) throw error;
        refusal = error;
        return true;
      }
    },
    settle: (failure) => answer(settled(work, failure ?? refusal)),
  });
}

function settled(work: Work, problem: CommandError | undefined): Buffer {
  if (problem !== undefined) return errorReply(problem);
  try {
    return finish(work.reply());
  } catch (error) {
    return errorReply(error);
  }
}

function finish(reply: BsonWriter): Buffer {
  return reply.number('ok', 1).finish();
}

function errorReply(error: unknown): Buffer {
  const known =
    error instanceof CommandError ? error : new CommandError(1, `internal error: ${String(error)}`, { cause: error });
  const reply = newReply()
    .number('ok', 0)
    .text('errmsg', known.message)
    .int32('code', known.code)
    .text('codeName', known.codeName);
  if (known.duplicate !== undefined) {
    reply.document('keyPattern', known.duplicate.keyPattern).document('keyValue', known.duplicate.keyValue);
  }
  return reply.finish();
}
