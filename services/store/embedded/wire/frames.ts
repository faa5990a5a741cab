/**
 * Cuts a byte stream into whole messages. Owns the length prefix and its limits; must not look inside a message.
 */
import { ProtocolError } from '../errors';
import { MESSAGE_BYTES_MAX } from '../limits';

/** messageLength, requestID, responseTo, opCode: four int32. */
export const HEADER_BYTES = 16;

/** Collects chunks; memory grows with what arrives, never with what a length promises. */
export class FrameSplitter {
  private chunks: Buffer[] = [];
  private size = 0;

  push(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.size += chunk.length;
  }

  /** The next whole message, or undefined until more arrives. Throws ProtocolError on an impossible length. */
  next(): Buffer | undefined {
    if (this.size < HEADER_BYTES) return undefined;
    const length = this.peekLength();
    if (length < HEADER_BYTES || length > MESSAGE_BYTES_MAX) throw new ProtocolError(`message length ${length}`);
    if (this.size < length) return undefined;
    const all = this.joined();
    const rest = all.subarray(length);
    this.chunks = rest.length === 0 ? [] : [rest];
    this.size = rest.length;
    return all.subarray(0, length);
  }

  private peekLength(): number {
    const [first] = this.chunks;
    if (first !== undefined && first.length >= 4) return first.readInt32LE(0);
    this.chunks = [this.joined()];
    return this.chunks[0]?.readInt32LE(0) ?? 0;
  }

  private joined(): Buffer {
    const [first] = this.chunks;
    return this.chunks.length === 1 && first !== undefined ? first : Buffer.concat(this.chunks);
  }
}
