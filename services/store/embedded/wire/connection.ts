/**
 * One client: bytes in, requests answered in order, bytes out. Owns the pace: it reads no further while an answer is
 * being made or the client does not take what it was sent. Must not know commands.
 */
import type { Socket } from 'node:net';
import { ProtocolError } from '../errors';
import { FrameSplitter } from './frames';
import { completeReply, parseMessage, type Request } from './messages';

/** Answers a request; `answer` is called once, with a reply that has its head free, maybe later. */
export type RequestHandler = (request: Request, answer: (reply: Buffer) => void) => void;

export class Connection {
  private readonly socket: Socket;
  private readonly handle: RequestHandler;
  private readonly frames = new FrameSplitter();
  private isAnswering = false;
  private isFull = false;
  private isClosed = false;
  private replies = 0;

  constructor(socket: Socket, handle: RequestHandler) {
    this.socket = socket;
    this.handle = handle;
    socket.on('data', (chunk) => this.received(chunk));
    socket.on('drain', () => this.drained());
    // A broken pipe is the client's business; 'close' follows.
    socket.on('error', () => this.close());
    socket.on('close', () => this.close());
  }

  close(): void {
    this.isClosed = true;
    this.socket.destroy();
  }

  private received(chunk: Buffer): void {
    this.frames.push(chunk);
    this.pump();
  }

  private drained(): void {
    this.isFull = false;
    this.pump();
  }

  /** Handles whole messages as long as the client takes the answers. */
  private pump(): void {
    try {
      while (!this.isAnswering && !this.isFull && !this.isClosed) {
        const message = this.frames.next();
        if (message === undefined) break;
        this.begin(parseMessage(message));
      }
    } catch (error) {
      // A RangeError is a read past the end: bytes that some check did not foresee are the client's fault all the same.
      if (!(error instanceof ProtocolError) && !(error instanceof RangeError)) throw error;
      this.close();
    }
    if (this.isClosed) return;
    if (this.isAnswering || this.isFull) this.socket.pause();
    else this.socket.resume();
  }

  private begin(request: Request): void {
    this.isAnswering = true;
    let isSync = true;
    this.handle(request, (reply) => {
      this.isAnswering = false;
      this.send(request, reply);
      if (!isSync) this.pump();
    });
    isSync = false;
  }

  private send(request: Request, reply: Buffer): void {
    if (!request.wantsReply || this.isClosed) return;
    this.replies = (this.replies + 1) & 0x7fffffff;
    this.isFull = !this.socket.write(completeReply(request, reply, this.replies));
  }
}
