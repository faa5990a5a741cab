// Keeps Teams' limits (TEAMS.md §1) for everything we send: one message at a time per conversation, in order, interactive
// before bulk, and never more calls than a conversation or the tenant takes. Must not know what is sent or how.
import { LRUCache } from 'lru-cache';
import { DeliveryFailure } from './messenger';
import type { PaceTime } from './time';
import { CallLog, type Window } from './windows';

/** Per bot and conversation: sends, edits and creates. */
const conversationWindows: readonly Window[] = [
  { calls: 7, ms: 1_000 },
  { calls: 8, ms: 2_000 },
  { calls: 60, ms: 30_000 },
  { calls: 1_800, ms: 3_600_000 },
];

/** The whole app in one tenant, all its processes together. */
const tenantWindow: Window = { calls: 50, ms: 1_000 };

/** A first message to a person is two calls at once: whoever may make fewer would never make it. */
const callsMin = 2;

/** Conversations whose last hour is remembered; one forgotten too early risks a 429, which is waited for. */
const lanesMax = 20_000;

/** What somebody has just caused and looks at, before what goes out by itself. */
export type Priority = 'interactive' | 'bulk';

/** One message's turn in its conversation: as many calls as it takes, each within the limits. */
export interface Turn {
  /** Makes a call as soon as the limits allow it; `calls` says how many it is to Teams, where that is not one. */
  call<Result>(make: () => Promise<Result>, calls?: number): Promise<Result>;
  /** Nothing more goes to this conversation for so long (Retry-After, or a pause between attempts). */
  pause(ms: number): void;
}

export interface Pacer {
  /** Runs `work` when all that came before it in this conversation is done; bulk waits for interactive. */
  inTurn<Result>(conversation: string, priority: Priority, work: (turn: Turn) => Promise<Result>): Promise<Result>;
  /** The number of processes has changed: what waits is looked at again. */
  shared(): void;
  /** What has not begun fails with `DeliveryFailure` at once (`later`): another process takes it over. */
  stop(): void;
}

interface Lane {
  readonly log: CallLog;
  readonly waiting: Readonly<Record<Priority, (() => void)[]>>;
  isBusy: boolean;
  pausedUntilMs: number;
}

/** A call that waits for its slot. */
interface Wish {
  readonly lane: Lane;
  readonly calls: number;
  readonly go: () => void;
}

/** `processes`: among how many the tenant's calls are shared now; Infinity while that is not known, and nothing goes out. */
export function createPacer(time: PaceTime, processes: () => number = () => 1): Pacer {
  const lanes = new LRUCache<string, Lane>({ max: lanesMax });
  const slots = createSlots(time, processes);

  const laneOf = (conversation: string): Lane => {
    const known = lanes.get(conversation);
    if (known !== undefined) return known;
    const lane: Lane = {
      log: new CallLog(conversationWindows),
      waiting: { interactive: [], bulk: [] },
      isBusy: false,
      pausedUntilMs: 0,
    };
    lanes.set(conversation, lane);
    return lane;
  };

  return {
    inTurn: async (conversation, priority, work) => {
      const lane = laneOf(conversation);
      if (lane.isBusy) await new Promise<void>((go) => lane.waiting[priority].push(go));
      lane.isBusy = true;
      try {
        return await work({
          call: async (make, calls = 1) => slots.call(lane, { priority, calls }, make),
          pause: (ms) => {
            lane.pausedUntilMs = Math.max(lane.pausedUntilMs, time.nowMs() + ms);
          },
        });
      } finally {
        const next = lane.waiting.interactive.shift() ?? lane.waiting.bulk.shift();
        // Whoever is next takes the lane over as it is: nobody else may slip in between.
        if (next === undefined) lane.isBusy = false;
        else next();
      }
    },
    shared: () => slots.handOut(),
    stop: () => slots.stop(),
  };
}

function shareOf(processes: number): readonly Window[] {
  const calls = Number.isFinite(processes) ? Math.max(callsMin, Math.floor(tenantWindow.calls / processes)) : 0;
  return [{ ...tenantWindow, calls }];
}

interface How {
  readonly priority: Priority;
  readonly calls: number;
}

/** Hands out the tenant's calls: interactive first, then first come, first served. */
function createSlots(
  time: PaceTime,
  processes: () => number,
): {
  call<Result>(lane: Lane, how: How, make: () => Promise<Result>): Promise<Result>;
  handOut(): void;
  stop(): void;
} {
  const tenant = new CallLog([tenantWindow]);
  const ready: Readonly<Record<Priority, Wish[]>> = { interactive: [], bulk: [] };
  const asleep = new Set<() => void>();
  let isTimed = false;
  let isStopped = false;

  const handOut = (): void => {
    for (;;) {
      const queue = ready.interactive.length > 0 ? ready.interactive : ready.bulk;
      const [wish] = queue;
      if (wish === undefined) return;
      const waitMs = isStopped ? 0 : tenant.waitMs(time.nowMs(), wish.calls, shareOf(processes()));
      if (waitMs > 0) {
        // A wait without an end of its own ends when a call under way does.
        if (Number.isFinite(waitMs) && !isTimed) {
          isTimed = true;
          time.after(waitMs, () => {
            isTimed = false;
            handOut();
          });
        }
        return;
      }
      queue.shift();
      tenant.begin(wish.calls);
      wish.lane.log.begin(wish.calls);
      wish.go();
    }
  };

  const sleep = async (ms: number): Promise<void> =>
    new Promise((done) => {
      const wake = (): void => {
        asleep.delete(wake);
        done();
      };
      asleep.add(wake);
      time.after(ms, wake);
    });

  const laneReady = async (lane: Lane, calls: number): Promise<void> => {
    for (;;) {
      const nowMs = time.nowMs();
      const waitMs = Math.max(lane.log.waitMs(nowMs, calls), lane.pausedUntilMs - nowMs);
      if (waitMs <= 0 || isStopped) return;
      await sleep(waitMs);
    }
  };

  return {
    handOut,
    call: async (lane, { priority, calls }, make) => {
      await laneReady(lane, calls);
      await new Promise<void>((go) => {
        ready[priority].push({ lane, calls, go });
        handOut();
      });
      try {
        if (isStopped) throw new DeliveryFailure('later', 'Stopping', null, null);
        return await make();
      } finally {
        lane.log.end(time.nowMs(), calls);
        tenant.end(time.nowMs(), calls);
        handOut();
      }
    },
    stop: () => {
      isStopped = true;
      for (const wake of asleep) wake();
      handOut();
    },
  };
}
