// `npm run faults -- fanout`: a message to each of 2,000 conversations under Teams' limits, in simulated time, by one process
// and by three that share the tenant's calls. Held against the least that the limits allow.
import { simulatedTime, type SimulatedTime } from '../../bench/simulated-time';
import { createPacer, type Pacer } from '../../services/delivery/pacer';

/** The whole app in one tenant (TEAMS.md §1), said here once more: what is measured is not what measures. */
const callsPerSecond = 50;
const ratioMax = 1.05;

export interface FanoutOptions {
  readonly conversations: number;
  /** How long Teams takes for a call. */
  readonly latencyMs: number;
}

/** Prints its figures; false when a limit is broken or more time is taken than 1.05 times the least. */
export async function fanout({ conversations, latencyMs }: FanoutOptions): Promise<boolean> {
  let isWhole = true;
  for (const processes of [1, 3]) {
    const time = simulatedTime();
    const pacers = Array.from({ length: processes }, () => createPacer(time, () => processes));
    const calls = await send(time, pacers, conversations, latencyMs);
    // Whole shares: what is left over when 50 calls are divided by three is nobody's.
    const perSecond = Math.floor(callsPerSecond / processes) * processes;
    const leastMs = (Math.ceil(conversations / perSecond) - 1) * 1_000;
    const figures = {
      processes,
      conversations,
      latencyMs,
      leastSeconds: leastMs / 1_000,
      seconds: Math.max(...calls) / 1_000,
      ratio: Number((Math.max(...calls) / leastMs).toFixed(3)),
      mostInASecond: mostIn(calls, 1_000),
    };
    for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(16)} ${value}`);
    console.log(JSON.stringify(figures));
    isWhole &&= figures.ratio <= ratioMax && figures.mostInASecond <= callsPerSecond && calls.length === conversations;
  }
  return isWhole;
}

/** When each call came in. */
async function send(
  time: SimulatedTime,
  pacers: readonly Pacer[],
  conversations: number,
  latencyMs: number,
): Promise<readonly number[]> {
  const calls: number[] = [];
  const one = async (chat: number): Promise<void> =>
    pacers[chat % pacers.length]?.inTurn(`chat-${chat}`, 'bulk', async (turn) =>
      turn.call(async () => {
        calls.push(time.nowMs());
        await new Promise<void>((done) => {
          time.after(latencyMs, done);
        });
      }),
    );
  await time.through(Promise.all(Array.from({ length: conversations }, async (_, chat) => one(chat))));
  return calls;
}

function mostIn(calls: readonly number[], ms: number): number {
  const sorted = calls.toSorted((one, other) => one - other);
  return Math.max(...sorted.map((from, index) => sorted.slice(index).findIndex((at) => at >= from + ms)), 0);
}
