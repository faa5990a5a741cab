// The gaps between a bot's ordered writes, by name: stands on the wire between a bot and its database, and says when a named
// write is about to be made, or has been made and its maker not told. Reads the names of commands only (OP_MSG).
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** Where a crash leaves one write done and the next not. */
interface Gap {
  readonly name: string;
  /** When the bot dies: before the write is made, or when it has been made and the bot does not know. */
  readonly when: 'before' | 'after';
  /** Command and collection. */
  readonly write: string;
  /** What tells this write from others of its kind: texts that stand in it, and texts that do not. */
  readonly holds?: readonly string[];
  readonly lacks?: readonly string[];
  /** Reached when people come in, before the round is set up. */
  readonly atArrival?: true;
}

/** Every gap between two ordered writes of a bot (docs/faults.md says what each leaves behind and who finds it). */
export const gaps: readonly Gap[] = [
  { name: 'person-entered', when: 'after', write: 'insert people', atArrival: true },
  { name: 'draft-kept', when: 'after', write: 'update drafts' },
  { name: 'text-without-commit', when: 'after', write: 'insert texts' },
  { name: 'commit-not-made', when: 'before', write: 'insert commits' },
  { name: 'commit-not-told', when: 'after', write: 'insert commits' },
  { name: 'draft-not-removed', when: 'before', write: 'delete drafts' },
  { name: 'vote-boxed-not-told', when: 'after', write: 'update boxes', holds: ['voted'] },
  { name: 'box-shut-not-recorded', when: 'after', write: 'update boxes', holds: ['open'], lacks: ['voted'] },
  { name: 'box-not-emptied', when: 'before', write: 'update boxes', holds: ['ballots'], lacks: ['receipt'] },
  { name: 'caught-up-not-noted', when: 'before', write: 'update settings', holds: ['heartbeat'] },
  { name: 'card-taken-first', when: 'after', write: 'insert postedCards' },
  { name: 'card-taken-again', when: 'after', write: 'update postedCards', lacks: ['messageId'], holds: ['leaseToken'] },
  { name: 'card-posted-not-noted', when: 'before', write: 'update postedCards', holds: ['messageId'] },
  { name: 'card-noted-not-freed', when: 'after', write: 'update postedCards', holds: ['messageId'] },
  { name: 'notice-wanted', when: 'after', write: 'insert notices' },
  { name: 'place-taken-first', when: 'after', write: 'insert leases' },
  { name: 'place-taken-again', when: 'after', write: 'update leases' },
  { name: 'notices-taken-not-sent', when: 'after', write: 'update notices', holds: ['attempts'] },
  { name: 'digest-sent-not-noted', when: 'before', write: 'update settings', holds: ['digest/'] },
  { name: 'digest-noted-notices-not', when: 'after', write: 'update settings', holds: ['digest/'] },
  { name: 'address-not-noted', when: 'before', write: 'update addresses', atArrival: true },
  { name: 'notices-sent-not-marked', when: 'before', write: 'update notices', holds: ['sentAt'] },
  { name: 'notices-marked-place-not-freed', when: 'after', write: 'update notices', holds: ['sentAt'] },
];

export const gapNames: readonly string[] = gaps.map(({ name }) => name);

export const gapsAtArrival: ReadonlySet<string> = new Set(
  gaps.filter(({ atArrival }) => atArrival).map(({ name }) => name),
);

const headerBytes = 16;
const opMsg = 2_013;

export class GapWatch {
  /**
   * `strike` is asked at every gap: true ends both ways, for the bot is dead. Until it has settled the write waits, or is
   * lost with the bot.
   */
  constructor(private readonly strike: (gap: string) => Promise<boolean>) {}

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
    /** Requests whose answers are gaps. */
    const told = new Map<number, readonly string[]>();
    eachMessage(bot, async (message) => {
      const found = gapsAt(message);
      for (const { name } of found.filter(({ when }) => when === 'before')) if (await this.strike(name)) return end();
      const after = found.filter(({ when }) => when === 'after').map(({ name }) => name);
      if (after.length > 0) told.set(message.readInt32LE(4), after);
      database.write(message);
    });
    eachMessage(database, async (message) => {
      const request = message.readInt32LE(8);
      for (const name of told.get(request) ?? []) if (await this.strike(name)) return end();
      told.delete(request);
      bot.write(message);
    });
  }
}

function gapsAt(message: Buffer): readonly Gap[] {
  const write = commandOf(message);
  return gaps.filter(
    (gap) =>
      gap.write === write &&
      (gap.holds ?? []).every((text) => message.includes(text)) &&
      (gap.lacks ?? []).every((text) => !message.includes(text)),
  );
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
