// Sends what is wanted once: claims a person's or channel's due notices, asks the state again, drops what is done,
// gathers the rest, sends, marks (DESIGN.md §5).
import type { Address, Addresses, Notice, Notices } from '../store/ports';
import type { Destination, Message, Messenger } from './messenger';
import { DeliveryFailure } from './messenger';

/** Longer than one send may take, shorter than anyone would wait for a reminder after a crash. */
const leaseMs = 120_000;

/** One pass takes at most this many places, so that a tick stays short. */
const addressesPerPass = 200;

/** After this many failed attempts a notice is a case for the secretariat's list, not for another try. */
const attemptsMax = 8;

/** First pause after a failure without Retry-After; doubles with every attempt up to an hour. */
const firstRetryMs = 30_000;
const longestRetryMs = 3_600_000;

/** What becomes of claimed notices at the moment of sending. Each key stands in exactly one part. */
export interface Composed {
  readonly messages: readonly {
    readonly keys: readonly string[];
    readonly message: Message;
    readonly threadRootId: string | null;
  }[];
  readonly dropped: readonly { readonly key: string; readonly reason: string }[];
}

export interface NoticeParts {
  readonly notices: Notices;
  readonly addresses: Addresses;
  readonly messenger: Messenger;
  readonly now: () => string;
  readonly token: () => string;
  /** Asks the state again and makes the messages. */
  readonly compose: (addressKey: string, notices: readonly Notice[]) => Promise<Composed>;
  /** Where a person is reached who has not written yet; null where nothing is known. */
  readonly personBehind: (addressKey: string) => Promise<Destination | null>;
}

/** Sends all that is due. Returns how many messages went out. */
export async function sendDueNotices(parts: NoticeParts): Promise<{ readonly sent: number; readonly failed: number }> {
  const tally = { sent: 0, failed: 0 };
  for (const addressKey of await parts.notices.dueAddresses(parts.now(), addressesPerPass)) {
    const token = parts.token();
    const claimed = await parts.notices.claim(addressKey, token, parts.now(), leaseMs);
    if (claimed.length === 0) continue;
    const composed = await parts.compose(addressKey, claimed);
    for (const { key, reason } of composed.dropped) {
      await parts.notices.finish([key], token, { state: 'dropped', at: parts.now(), reason });
    }
    for (const part of composed.messages) {
      const attempts = Math.max(
        ...claimed.filter((notice) => part.keys.includes(notice.key)).map((notice) => notice.attempts),
      );
      const ok = await sendOne(parts, addressKey, part, token, attempts);
      tally[ok ? 'sent' : 'failed'] += 1;
    }
  }
  return tally;
}

async function sendOne(
  parts: NoticeParts,
  addressKey: string,
  part: Composed['messages'][number],
  token: string,
  attempts: number,
): Promise<boolean> {
  const address = await parts.addresses.read(addressKey);
  const to = destination(address, part.threadRootId) ?? (await parts.personBehind(addressKey));
  if (to === null || (address !== null && address.unreachable !== null)) {
    await parts.notices.finish(part.keys, token, {
      state: 'failed',
      at: parts.now(),
      reason: address?.unreachable?.code ?? 'NoAddress',
    });
    return false;
  }
  try {
    const sent = await parts.messenger.post(to, part.message);
    // The address of a person first written to now; a crash in between only means asking Teams for it again.
    if (address === null)
      await parts.addresses.seen({ key: addressKey, conversationId: sent.conversationId, reference: sent.reference });
    await parts.notices.finish(part.keys, token, { state: 'sent', at: parts.now(), messageId: sent.messageId });
    return true;
  } catch (error) {
    if (!(error instanceof DeliveryFailure)) throw error;
    await rememberFailure(parts, addressKey, part.keys, token, error, attempts);
    return false;
  }
}

function destination(address: Address | null, threadRootId: string | null): Destination | null {
  return address === null ? null : { kind: 'address', address, threadRootId };
}

async function rememberFailure(
  parts: NoticeParts,
  addressKey: string,
  keys: readonly string[],
  token: string,
  failure: DeliveryFailure,
  attempts: number,
): Promise<void> {
  const now = parts.now();
  if (failure.kind === 'unreachable') await parts.addresses.markUnreachable(addressKey, failure.code, now);
  const final = failure.kind === 'unreachable' || failure.kind === 'never' || attempts >= attemptsMax;
  if (final) {
    await parts.notices.finish(keys, token, { state: 'failed', at: now, reason: failure.code });
    return;
  }
  const pauseMs = failure.retryAfterMs ?? Math.min(longestRetryMs, firstRetryMs * 2 ** attempts);
  const dueAt = new Date(Date.parse(now) + pauseMs).toISOString();
  await parts.notices.finish(keys, token, { state: 'wanted', dueAt, reason: failure.code });
}
