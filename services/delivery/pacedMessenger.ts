// Sends through the pacer and tries again what may arrive the second time: a bounded number of attempts, one conversation
// at a time, so that the order of its messages is kept through every pause. What still fails is the caller's to remember.
import type { Destination, FailureKind, Message, Messenger } from './messenger';
import { DeliveryFailure } from './messenger';
import type { Pacer, Priority, Turn } from './pacer';
import type { Time } from './time';

/** With three calls in ten failing, one message in four hundred is left to the ledger after this many attempts. */
const attemptsMax = 5;

/** Pauses between attempts where Teams names none: half a second, doubling, with jitter. */
const firstPauseMs = 500;

/** Teams asks for longer: then nobody holds the conversation, the ledger says when to try again. */
const pauseMsMax = 20_000;

/** Longer than Teams takes on a bad day, and several times shorter than a lease. */
const callMsMax = 15_000;

export interface PacedMessenger {
  post(to: Destination, message: Message, priority: Priority): ReturnType<Messenger['post']>;
  update(...args: [...Parameters<Messenger['update']>, priority: Priority]): Promise<void>;
  /** Creates whose answer was lost and that were sent again: each may be a duplicate in Teams. */
  readonly ambiguousCreates: () => number;
}

export function createPacedMessenger(messenger: Messenger, pacer: Pacer, time: Time): PacedMessenger {
  let ambiguous = 0;
  const send = async <Result>(
    { lane, calls = 1 }: { readonly lane: string; readonly calls?: number },
    priority: Priority,
    call: () => Promise<Result>,
  ): Promise<Result> =>
    pacer.inTurn(lane, priority, async (turn) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await turn.call(call, calls);
        } catch (error) {
          if (!(error instanceof DeliveryFailure)) throw error;
          if (error.kind === 'ambiguous') ambiguous += 1;
          if (!isTriedAgain(error, attempt)) throw error;
          wait(turn, error, lane, attempt);
        }
      }
    });
  return {
    post: async (to, message, priority) =>
      send(laneOf(to), priority, async () => inTime(time, 'ambiguous', messenger.post(to, message))),
    update: async (address, messageId, message, priority) =>
      send({ lane: baseOf(address.conversationId) }, priority, async () =>
        inTime(time, 'later', messenger.update(address, messageId, message)),
      ),
    ambiguousCreates: () => ambiguous,
  };
}

/** A call that does not end is given up: what it leads to later is what a lost answer leads to. */
async function inTime<Result>(time: Time, kind: FailureKind, call: Promise<Result>): Promise<Result> {
  return Promise.race([
    call,
    new Promise<never>((_, reject) => {
      time.within(callMsMax, () => reject(new DeliveryFailure(kind, 'NoAnswerInTime', null, null)));
    }),
  ]);
}

function isTriedAgain(failure: DeliveryFailure, attempt: number): boolean {
  if (attempt >= attemptsMax || failure.code === 'Stopping') return false;
  return failure.kind === 'ambiguous' || (failure.kind === 'later' && (failure.retryAfterMs ?? 0) <= pauseMsMax);
}

function wait(turn: Turn, failure: DeliveryFailure, lane: string, attempt: number): void {
  const backoffMs = firstPauseMs * 2 ** (attempt - 1) * jitter(`${lane} ${attempt}`);
  turn.pause(failure.retryAfterMs ?? backoffMs);
}

/** Between 0.5 and 1, spread by the conversation: those that failed together do not come back together. */
function jitter(seed: string): number {
  let hash = 0;
  for (const character of seed) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 1_009;
  return 0.5 + hash / 2_018;
}

/**
 * Threads share their channel's limit. A person not met yet has a lane of his own until the first message has made one;
 * that message is two calls, the making of the conversation and the sending.
 */
function laneOf(to: Destination): { readonly lane: string; readonly calls: number } {
  return to.kind === 'address'
    ? { lane: baseOf(to.address.conversationId), calls: 1 }
    : { lane: `person/${to.aadObjectId}`, calls: 2 };
}

function baseOf(conversationId: string): string {
  return conversationId.split(';', 1)[0] ?? conversationId;
}
