/**
 * A client that speaks bytes: for what no driver would send. Owns messages made by hand and the replies to them.
 */
import { connect, type Socket } from 'node:net';
import { mongo } from 'mongoose';
import type { Fields } from './running';

const { BSON } = mongo;

export function document(fields: Fields): Buffer {
  return Buffer.from(BSON.serialize(fields));
}

export function message(opCode: number, ...parts: Buffer[]): Buffer {
  const header = Buffer.alloc(16);
  const bytes = Buffer.concat([header, ...parts]);
  bytes.writeInt32LE(bytes.length, 0);
  bytes.writeInt32LE(7, 4);
  bytes.writeInt32LE(opCode, 12);
  return bytes;
}

export function flags(bits: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(bits);
  return bytes;
}

/** A kind 0 section. */
export function body(fields: Fields): Buffer {
  return Buffer.concat([Buffer.from([0]), document({ ...fields, $db: 'raw' })]);
}

/** A kind 1 section. */
export function sequence(name: string, documents: readonly Fields[]): Buffer {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents.map(document)]);
  const length = Buffer.alloc(4);
  length.writeInt32LE(content.length + 4);
  return Buffer.concat([Buffer.from([1]), length, content]);
}

export function opMsg(fields: Fields): Buffer {
  return message(2013, flags(0), body(fields));
}

export interface Reply {
  readonly opCode: number;
  readonly responseTo: number;
  readonly fields: Fields;
}

/** One connection; replies are handed out in order, `closed` once the server hangs up. */
export class RawClient {
  readonly socket: Socket;
  private received = Buffer.alloc(0);
  private readonly waiting: ((reply: Reply | 'closed') => void)[] = [];
  private readonly replies: (Reply | 'closed')[] = [];

  constructor(uri: string) {
    const path = decodeURIComponent(uri.slice('mongodb://'.length).split('/?')[0] ?? '');
    this.socket = connect({ path });
    this.socket.on('data', (chunk) => this.take(chunk));
    this.socket.on('error', () => undefined);
    this.socket.on('close', () => this.offer('closed'));
  }

  send(bytes: Buffer): void {
    this.socket.write(bytes);
  }

  async next(): Promise<Reply | 'closed'> {
    const reply = this.replies.shift();
    if (reply !== undefined) return reply;
    return new Promise((resolve) => {
      this.waiting.push(resolve);
    });
  }

  async ask(bytes: Buffer): Promise<Reply | 'closed'> {
    this.send(bytes);
    return this.next();
  }

  end(): void {
    this.socket.destroy();
  }

  private offer(reply: Reply | 'closed'): void {
    const waiter = this.waiting.shift();
    if (waiter === undefined) this.replies.push(reply);
    else waiter(reply);
  }

  private take(chunk: Buffer): void {
    this.received = Buffer.concat([this.received, chunk]);
    while (this.received.length >= 4 && this.received.length >= this.received.readInt32LE(0)) {
      const length = this.received.readInt32LE(0);
      this.offer(parse(this.received.subarray(0, length)));
      this.received = this.received.subarray(length);
    }
  }
}

function parse(bytes: Buffer): Reply {
  const opCode = bytes.readInt32LE(12);
  const fields = BSON.deserialize(bytes.subarray(opCode === 1 ? 36 : 21));
  return { opCode, responseTo: bytes.readInt32LE(8), fields };
}
