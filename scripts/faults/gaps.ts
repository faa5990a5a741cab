// The gaps between a bot's ordered writes, by name: stands on the wire between a bot and its database, and says when a named
// write is about to be made, or has been made and its maker not told. Reads the names of commands only (OP_MSG).
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * Where a crash leaves one write done and the next not: a text without its commit, a commit nobody was told of, a message
 * in Teams that is not marked, a day noted without its notices, a lease that nobody holds any more.
 */
export const gapNames = [
  'before insert commits',
  'after insert commits',
  'after insert texts',
  'after insert notices',
  'before update notices',
  'after update notices',
  'before update postedCards',
  'after update postedCards',
  'before update settings',
  'after update settings',
  'before update addresses',
  'after update leases',
  'after insert ticks',
] as const;

export type GapName = (typeof gapNames)[number];

const headerBytes = 16;
const opMsg = 2_013;

export class GapWatch {
  #armed: { readonly gap: GapName; readonly hit: () => Promise<void> } | null = null;

  /** Calls `hit` once, at the next gap of this name; the write waits until it has settled, or is lost with the bot. */
  arm(gap: GapName, hit: () => Promise<void>): void {
    this.#armed = { gap, hit };
  }

  get isArmed(): boolean {
    return this.#armed !== null;
  }

  /** Opens the way to the database on a port of its own, and answers the port. */
  async listen(databasePort: number): Promise<number> {
    const server = createServer((bot) => this.#join(bot, databasePort)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    server.unref();
    return (server.address() as AddressInfo).port;
  }

  #join(bot: Socket, databasePort: number): void {
    const database = connect(databasePort, '127.0.0.1');
    const end = (): void => {
      bot.destroy();
      database.destroy();
    };
    for (const socket of [bot, database]) socket.on('error', end).on('close', end);
    /** Requests whose answer is the gap. */
    const told = new Set<number>();
    eachMessage(bot, async (message) => {
      const name = commandOf(message);
      if (name !== null && (await this.#struck(`before ${name}`))) return end();
      if (this.#armed?.gap === `after ${name}`) told.add(message.readInt32LE(4));
      database.write(message);
    });
    eachMessage(database, async (message) => {
      const gap = this.#armed?.gap;
      if (gap !== undefined && told.delete(message.readInt32LE(8)) && (await this.#struck(gap))) return end();
      bot.write(message);
    });
  }

  async #struck(gap: string): Promise<boolean> {
    const armed = this.#armed;
    if (armed === null || armed.gap !== gap) return false;
    this.#armed = null;
    await armed.hit();
    return true;
  }
}

/** Whole messages, one after the other. */
function eachMessage(from: Socket, take: (message: Buffer) => Promise<void>): void {
  let rest = Buffer.alloc(0);
  let last: Promise<void> = Promise.resolve();
  from.on('data', (part: Buffer) => {
    rest = Buffer.concat([rest, part]);
    while (rest.length >= headerBytes && rest.length >= rest.readInt32LE(0)) {
      const message = rest.subarray(0, rest.readInt32LE(0));
      rest = rest.subarray(message.length);
      last = last.then(async () => take(message));
    }
  });
}

/** `insert commits`: the first element of the command's document, after flags and the kind of section. */
function commandOf(message: Buffer): string | null {
  const document = headerBytes + 5;
  if (message.readInt32LE(12) !== opMsg || message.length < document + 6 || message[document + 4] !== 2) return null;
  const nameAt = document + 5;
  const nameEnd = message.indexOf(0, nameAt);
  const bytes = message.readInt32LE(nameEnd + 1);
  const of = message.toString('utf8', nameEnd + 5, nameEnd + 4 + bytes);
  return `${message.toString('utf8', nameAt, nameEnd)} ${of}`;
}
