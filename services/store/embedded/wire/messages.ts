/**
 * The messages themselves: OP_MSG, and the legacy OP_QUERY with which every driver says hello. Owns their layout; a
 * request leaves here with validated BSON, a reply enters as BSON with a free head.
 */
import { CommandError, ProtocolError } from '../errors';
import { DOCUMENT_BYTES_MAX, DOCUMENT_OVERHEAD_BYTES_MAX } from '../limits';
import { documentValue, type RawValue } from '../bson/read';
import { validateDocument } from '../bson/validate';
import { crc32c } from './crc32c';
import { HEADER_BYTES } from './frames';

const OpCode = { reply: 1, query: 2004, compressed: 2012, message: 2013 } as const;
const Flag = { checksumPresent: 1, moreToCome: 2 } as const;
/** The lower 16 flag bits must be understood; the upper ones may be ignored (OP_MSG specification). */
const REQUIRED_FLAGS = 0xffff;

/** Bytes before the document of an OP_MSG reply: header, flags, the kind of the section. */
export const MESSAGE_HEAD_BYTES = HEADER_BYTES + 5;
/** Bytes before the document of an OP_REPLY: header, flags, cursor, position, count. */
const REPLY_HEAD_BYTES = HEADER_BYTES + 20;

export interface Request {
  readonly requestId: number;
  readonly isLegacy: boolean;
  /** False when the client said it waits for none. */
  readonly wantsReply: boolean;
  readonly body: RawValue;
  /** Documents sent beside the body, by the name of the argument they stand for. */
  readonly sequences: ReadonlyMap<string, readonly RawValue[]>;
  /** Set when the BSON inside is not acceptable; the message around it is, so the client gets an answer. */
  readonly fault: CommandError | undefined;
}

/** Reads one whole message. Throws ProtocolError for anything that is not one of the two kinds. */
export function parseMessage(message: Buffer): Request {
  const opCode = message.readInt32LE(12);
  if (opCode === OpCode.message) return parseOpMsg(message);
  if (opCode === OpCode.query) return parseOpQuery(message);
  throw new ProtocolError(`opcode ${opCode}`);
}

function parseOpMsg(message: Buffer): Request {
  if (message.length < HEADER_BYTES + 4) throw new ProtocolError('OP_MSG without flags');
  const flags = message.readUInt32LE(HEADER_BYTES);
  if ((flags & REQUIRED_FLAGS & ~(Flag.checksumPresent | Flag.moreToCome)) !== 0)
    throw new ProtocolError('unknown flag');
  const end = (flags & Flag.checksumPresent) === 0 ? message.length : checkedEnd(message);
  const sections = new SectionReader(message, end);
  const sequences = new Map<string, RawValue[]>();
  while (sections.at < end) sections.read(sequences);
  if (sections.bodyAt < 0) throw new ProtocolError('OP_MSG without body');
  return {
    requestId: message.readInt32LE(4),
    isLegacy: false,
    wantsReply: (flags & Flag.moreToCome) === 0,
    body: sections.fault === undefined ? documentValue(message, sections.bodyAt) : EMPTY_BODY,
    sequences,
    fault: sections.fault,
  };
}

const EMPTY_BODY = documentValue(Buffer.from([5, 0, 0, 0, 0]));

function checkedEnd(message: Buffer): number {
  const end = message.length - 4;
  if (end < HEADER_BYTES + 4) throw new ProtocolError('OP_MSG without checksum');
  if (crc32c(message.subarray(0, end)) !== message.readUInt32LE(end)) throw new ProtocolError('checksum mismatch');
  return end;
}

/** Walks the sections of an OP_MSG: one body (kind 0) and any sequences (kind 1). */
class SectionReader {
  at = HEADER_BYTES + 4;
  bodyAt = -1;
  fault: CommandError | undefined;
  private readonly message: Buffer;
  private readonly end: number;

  constructor(message: Buffer, end: number) {
    this.message = message;
    this.end = end;
  }

  read(sequences: Map<string, RawValue[]>): void {
    const kind = this.message[this.at];
    this.at += 1;
    if (kind === 0 && this.bodyAt < 0) {
      this.bodyAt = this.at;
      this.at = this.document(this.end);
    } else if (kind === 1) {
      this.sequence(sequences);
    } else {
      throw new ProtocolError(`section kind ${kind}`);
    }
  }

  private sequence(sequences: Map<string, RawValue[]>): void {
    const length = this.int32(this.at);
    const stop = this.at + length;
    const nul = this.message.indexOf(0, this.at + 4);
    if (stop > this.end || nul < 0 || nul >= stop) throw new ProtocolError('document sequence length');
    const name = this.message.toString('utf8', this.at + 4, nul);
    if (sequences.has(name)) throw new ProtocolError('document sequence twice');
    const documents: RawValue[] = [];
    sequences.set(name, documents);
    this.at = nul + 1;
    while (this.at < stop) {
      const start = this.at;
      this.at = this.document(stop);
      if (this.fault === undefined) documents.push(documentValue(this.message, start));
    }
  }

  /** Validates the document here and returns its end; a bad one is remembered, if its length allows to go on. */
  private document(stop: number): number {
    const length = this.int32(this.at);
    if (length < 5 || this.at + length > stop) throw new ProtocolError('document length');
    if (length > DOCUMENT_BYTES_MAX + DOCUMENT_OVERHEAD_BYTES_MAX) {
      this.fault ??= new CommandError(10334, `BSONObj size: ${length} is invalid, at most ${DOCUMENT_BYTES_MAX}`);
      return this.at + length;
    }
    this.validate(this.at + length);
    return this.at + length;
  }

  private validate(end: number): void {
    try {
      validateDocument(this.message, this.at, end);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      this.fault ??= error;
    }
  }

  private int32(at: number): number {
    if (at + 4 > this.end) throw new ProtocolError('length past the end');
    return this.message.readInt32LE(at);
  }
}

/** flags, the collection's name, two numbers, then the query. */
function parseOpQuery(message: Buffer): Request {
  const nul = message.indexOf(0, HEADER_BYTES + 4);
  const start = nul + 1 + 8;
  if (nul < 0 || start + 5 > message.length) throw new ProtocolError('OP_QUERY too short');
  let fault: CommandError | undefined;
  try {
    validateDocument(message, start, message.length);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    fault = error;
  }
  return {
    requestId: message.readInt32LE(4),
    isLegacy: true,
    wantsReply: true,
    body: fault === undefined ? documentValue(message, start) : EMPTY_BODY,
    sequences: new Map(),
    fault,
  };
}

/** Completes a reply whose document stands behind MESSAGE_HEAD_BYTES free bytes. */
export function completeReply(request: Request, reply: Buffer, replyId: number): Buffer {
  if (request.isLegacy) return legacyReply(request, reply.subarray(MESSAGE_HEAD_BYTES), replyId);
  writeHeader(reply, replyId, request.requestId, OpCode.message);
  reply.writeUInt32LE(0, HEADER_BYTES);
  reply[HEADER_BYTES + 4] = 0;
  return reply;
}

function legacyReply(request: Request, document: Buffer, replyId: number): Buffer {
  const reply = Buffer.alloc(REPLY_HEAD_BYTES + document.length);
  writeHeader(reply, replyId, request.requestId, OpCode.reply);
  // AwaitCapable, the only flag a modern server sets; then cursor 0, position 0, one document.
  reply.writeInt32LE(8, HEADER_BYTES);
  reply.writeInt32LE(1, HEADER_BYTES + 16);
  document.copy(reply, REPLY_HEAD_BYTES);
  return reply;
}

function writeHeader(message: Buffer, id: number, responseTo: number, opCode: number): void {
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(id, 4);
  message.writeInt32LE(responseTo, 8);
  message.writeInt32LE(opCode, 12);
}
