// Sends what is wanted once: takes a person's or channel's due notices, asks the state again, drops what is done, gathers
// the rest, sends, marks (DESIGN.md §5). Places are independent of each other; within one the order is kept.
import type { Instant } from '../process/calendar';
import type { Address, Addresses, Notice, Notices } from '../store/ports';
import type { DigestDays } from './digestDays';
import type { Errands } from './errands';
import { addressPrefix as errandPrefix } from './errands/errand';
import type { Destination, Message, Sent } from './messenger';
import { DeliveryFailure } from './messenger';
import type { PacedMessenger } from './pacedMessenger';
import type { Priority } from './pacer';
import type { Outcome, Place as Taken } from './ending';
import { again, end, giveUp, later, tryAgain, waitADay } from './ending';
import { inParallel } from './parallel';
import { persist } from './persist';
import type { Time } from './time';

/** Longer than one place's messages take with every attempt, shorter than anyone would wait for a reminder after a crash. */
const leaseMs = 300_000;

/** No message is begun in the last part of a lease: the longest send must end before another process may begin. */
const lastBeginMs = leaseMs - 150_000;

/** One turn takes at most this many places, so that what comes meanwhile is seen soon. */
const placesPerTurn = 200;

/** Teams takes 50 calls a second from us; this many places at once reach that with answers of half a second. */
const placesAtOnce = 24;

/** What becomes of taken notices at the moment of sending. Each key stands in exactly one part. */
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
  readonly paced: PacedMessenger;
  readonly time: Time;
  readonly now: () => Instant;
  readonly token: () => string;
  /** When a person's digest may come. */
  readonly digestDays: DigestDays;
  /** Asks the state again and makes the messages. */
  readonly compose: (addressKey: string, notices: readonly Notice[]) => Promise<Composed>;
  /** Does what stands under an errand's address; null without Graph. */
  readonly errands: Pick<Errands, 'run' | 'beside'> | null;
  /** Where a person is reached who has not written yet; null where nothing is known. */
  readonly personBehind: (addressKey: string) => Promise<Destination | null>;
}

/** What a turn did; `taken` counts the places it had work in. */
export interface Sending {
  readonly taken: number;
  readonly sent: number;
  readonly failed: number;
}

/** Sends what is due, as much as one turn takes. */
export async function sendDueNotices(parts: NoticeParts): Promise<Sending> {
  const tally = { taken: 0, sent: 0, failed: 0 };
  const places = await parts.notices.dueAddresses(parts.time.instant(), placesPerTurn, parts.now());
  await inParallel(startingAnywhere(places, parts.token()), placesAtOnce, async (addressKey) => {
    const token = parts.token();
    // Held in real time: a sandbox's clock that jumps a day must not let a second process at what the first is sending.
    const begunAt = parts.time.instant();
    const claimed = await parts.notices.claim(addressKey, token, begunAt, leaseMs, parts.now());
    if (claimed.length === 0) return;
    tally.taken += 1;
    const done = await sendTo({ parts, addressKey, token, begunAt }, claimed);
    tally.sent += done.sent;
    tally.failed += done.failed;
  });
  return tally;
}

/** Processes that begin at different places do not run into each other at every one. */
function startingAnywhere(places: readonly string[], token: string): readonly string[] {
  let sum = 0;
  for (const character of token) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 1_000_003;
  const start = places.length === 0 ? 0 : sum % places.length;
  return [...places.slice(start), ...places.slice(0, start)];
}

interface Place extends Taken {
  readonly parts: NoticeParts;
  readonly addressKey: string;
  readonly begunAt: string;
}

async function sendTo(place: Place, claimed: readonly Notice[]): Promise<{ sent: number; failed: number }> {
  const { parts, addressKey } = place;
  const tally = { sent: 0, failed: 0 };
  if (addressKey.startsWith(errandPrefix)) {
    await runOrDrop(place, claimed);
    return tally;
  }
  const now = await toBeSaidNow(place, claimed);
  if (now.length === 0) return tally;
  const composed = await parts.compose(addressKey, now);
  await drop(place, composed.dropped, now);
  for (const [index, part] of composed.messages.entries()) {
    const own = now.filter((notice) => part.keys.includes(notice.key));
    const outcome = await sendOne(place, part, own);
    tally[outcome === 'sent' ? 'sent' : 'failed'] += 1;
    if (outcome === 'sent' || outcome === 'over') continue;
    // What comes after a message that is tried again waits for it: nobody reads an answer before its question.
    const behind = new Set(composed.messages.slice(index + 1).flatMap(({ keys }) => keys));
    await again(
      place,
      now.filter(({ key }) => behind.has(key)),
      later(outcome.until, own.length),
      'Behind',
    );
    break;
  }
  return tally;
}

/** Nobody to do them: Graph was turned off while they waited. */
async function runOrDrop(place: Place, claimed: readonly Notice[]): Promise<void> {
  const { errands, now } = place.parts;
  if (errands === null) return end(place, claimed, { state: 'dropped', at: now(), reason: 'Off' });
  return errands.run(place, claimed, () => isLate(place));
}

/** Too late in the lease to begin anything more. */
function isLate({ parts, begunAt }: Place): boolean {
  return Date.parse(parts.time.instant()) - Date.parse(begunAt) > lastBeginMs;
}

/** Reminders wait for their hour; what the last digest has said already is not said again. */
async function toBeSaidNow(place: Place, claimed: readonly Notice[]): Promise<readonly Notice[]> {
  const reminders = claimed.filter(isReminder);
  if (reminders.length === 0) return claimed;
  const { nextAt, toldAt } = await place.parts.digestDays.ask(place.addressKey, reminders);
  if (nextAt !== null) {
    await end(place, reminders, { state: 'wanted', dueAt: nextAt, reason: 'NotNow' });
    return claimed.filter((notice) => !isReminder(notice));
  }
  const told = reminders.filter(({ data }) => toldAt !== null && String(data['since'] ?? '~') <= toldAt);
  if (told.length > 0) await end(place, told, { state: 'dropped', at: place.parts.now(), reason: 'ToldAlready' });
  return claimed.filter((notice) => !told.includes(notice));
}

async function drop(place: Place, dropped: Composed['dropped'], notices: readonly Notice[]): Promise<void> {
  for (const reason of new Set(dropped.map((one) => one.reason))) {
    const keys = new Set(dropped.filter((one) => one.reason === reason).map(({ key }) => key));
    const own = notices.filter(({ key }) => keys.has(key));
    await end(place, own, { state: 'dropped', at: place.parts.now(), reason });
  }
}

async function sendOne(place: Place, part: Composed['messages'][number], own: readonly Notice[]): Promise<Outcome> {
  const { parts, addressKey } = place;
  if (isLate(place)) return again(place, own, parts.now(), 'LeaseOver');
  const address = await parts.addresses.read(addressKey);
  if (address !== null && address.unreachable !== null) return unreached(place, own, address.unreachable.code);
  const to = destination(address, part.threadRootId) ?? (await parts.personBehind(addressKey));
  if (to === null) {
    await parts.addresses.markUnreachable(addressKey, 'NoAddress', parts.now());
    return unreached(place, own, 'NoAddress');
  }
  try {
    const sent = await post(parts, to, part.message, priorityOf(own));
    await mark(place, own, sent, address === null);
    return 'sent';
  } catch (error) {
    if (!(error instanceof DeliveryFailure)) throw error;
    return failed(place, own, error);
  }
}

/** A thread whose root is gone takes nothing any more: then it is said in the channel itself. */
async function post({ paced }: NoticeParts, to: Destination, message: Message, priority: Priority): Promise<Sent> {
  try {
    return await paced.post(to, message, priority);
  } catch (error) {
    const isInThread = to.kind === 'address' && to.threadRootId !== null;
    if (!isInThread || !(error instanceof DeliveryFailure) || error.kind !== 'messageGone') throw error;
    return paced.post({ ...to, threadRootId: null }, message, priority);
  }
}

/** The day's digest is noted before its notices: a crash between the two gives no second digest that day. */
async function mark(place: Place, own: readonly Notice[], sent: Sent, isFirst: boolean): Promise<void> {
  const { parts, addressKey: key } = place;
  const { conversationId, reference, messageId } = sent;
  await persist(parts.time, async () => {
    if (own.some(isReminder)) await parts.digestDays.sent(key, own);
    // A crash before the address is written only means asking Teams for the conversation again.
    if (isFirst) await parts.addresses.seen({ key, conversationId, reference });
    await parts.notices.want(parts.errands?.beside(key, own) ?? []);
  });
  await end(place, own, { state: 'sent', at: parts.now(), messageId });
}

const isReminder = (notice: Notice): boolean => notice.kind === 'reminder';

/** A receipt is waited for; everything else goes out by itself. */
function priorityOf(notices: readonly Notice[]): Priority {
  return notices.some(({ kind }) => kind === 'receipt') ? 'interactive' : 'bulk';
}

function destination(address: Address | null, threadRootId: string | null): Destination | null {
  return address === null ? null : { kind: 'address', address, threadRootId };
}

async function failed(place: Place, own: readonly Notice[], failure: DeliveryFailure): Promise<Outcome> {
  const { parts, addressKey } = place;
  if (failure.kind === 'unreachable') {
    await parts.addresses.markUnreachable(addressKey, failure.code, parts.now());
    return unreached(place, own, failure.code);
  }
  return failure.kind === 'never' ? giveUp(place, own, failure.code) : tryAgain(place, own, failure);
}

/**
 * Nobody is called while he is marked unreachable. A reminder is given up: there will be others, made of what stands then.
 * A letter waits for him to come back.
 */
async function unreached(place: Place, own: readonly Notice[], code: string): Promise<Outcome> {
  return own.some(isReminder) ? giveUp(place, own, code) : waitADay(place, own, code);
}
