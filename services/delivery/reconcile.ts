// Brings what stands in Teams in line with what ought to be there: posts what is missing, updates what differs, seals
// what has ended, takes out of use what is wanted no more. Run twice it does nothing the second time; run by two
// processes, each card is done by one.
import type { Address, Addresses, PostedCard, PostedCards } from '../store/ports';
import { contentHash } from './contentHash';
import type { DesiredCard } from './desired';
import type { Message } from './messenger';
import { DeliveryFailure } from './messenger';
import type { PacedMessenger } from './pacedMessenger';
import { persist } from './persist';
import { isShown, lost, planFor, threadOf } from './planning';
import type { Standing } from './roundCards';
import type { Time } from './time';

/** How long one process may hold a card: several times the attempts at a call, pauses included. */
const leaseMs = 180_000;

export interface ReconcileParts {
  readonly posted: PostedCards;
  readonly addresses: Addresses;
  readonly paced: PacedMessenger;
  readonly time: Time;
  readonly now: () => string;
  readonly token: () => string;
  /** The text an old card is replaced by when it is posted anew or taken out of use. */
  readonly movedOn: () => Message;
}

export interface Reconciled {
  readonly posted: number;
  readonly updated: number;
  /** Cards that could not be delivered now. */
  readonly failed: readonly { readonly key: string; readonly code: string; readonly retryAfterMs: number | null }[];
  /** Cards another process was at: what it shows may be older than what we know, so they are looked at again. */
  readonly taken: number;
  /** Keys of everything that ever had a message. */
  readonly shown: ReadonlySet<string>;
}

/** Makes the cards that ought to be there; those that stand sealed need not be made again. */
export type Desire = (standing: (key: string) => Standing) => Promise<readonly DesiredCard[]>;

interface Pass {
  readonly parts: ReconcileParts;
  readonly standing: Map<string, PostedCard>;
  readonly addresses: Map<string, Promise<Address | null>>;
  readonly tally: {
    posted: number;
    updated: number;
    taken: number;
    failed: { key: string; code: string; retryAfterMs: number | null }[];
  };
}

/** `prefix` is the key prefix of all cards of the round. Roots stand before their threads in what is desired. */
export async function reconcile(parts: ReconcileParts, prefix: string, desire: Desire): Promise<Reconciled> {
  const standing = new Map((await parts.posted.ofPrefix(prefix)).map((card) => [card.key, card]));
  const tally = { posted: 0, updated: 0, taken: 0, failed: [] };
  const pass: Pass = { parts, standing, addresses: new Map(), tally };
  const desired = await desire((key) => {
    const card = standing.get(key);
    if (card?.sealed === true) return 'sealed';
    return isShown(card) ? 'open' : 'none';
  });
  // Conversations do not wait for each other; within one the pacer keeps the order anyway.
  await Promise.all(
    [...new Set(desired.map((card) => card.addressKey))].map(async (place) => {
      for (const card of desired) if (card.addressKey === place) await bringInLine(pass, card);
    }),
  );
  await takeOutOfUse(pass, new Set(desired.map((card) => card.key)));
  const shown = new Set([...standing.values()].filter(isShown).map((card) => card.key));
  return { ...tally, shown };
}

async function bringInLine(pass: Pass, card: DesiredCard): Promise<void> {
  const { parts, standing, tally } = pass;
  const present = standing.get(card.key) ?? null;
  const root = card.rootKey === null ? null : (standing.get(card.rootKey) ?? null);
  // A child waits for its thread: without a root it would stand in the channel by itself.
  if (card.rootKey !== null && !isShown(root)) return;
  const hash = contentHash(card.message);
  const plan = planFor(card, hash, { present, root }, parts.now());
  if (plan === 'nothing') return;
  const address = await addressOf(pass, card.addressKey);
  if (address === null || address.unreachable !== null) return;
  await claimed(pass, card.key, present, async (token) => {
    try {
      const done = await carryOut({ parts, card, hash, present, root, address }, plan);
      // A crash between sending and this leaves a message whose id nobody knows: the next pass posts once more.
      await persist(parts.time, async () => parts.posted.posted(done, token));
      standing.set(card.key, done);
      tally[plan === 'update' && done.messageId === present?.messageId ? 'updated' : 'posted'] += 1;
    } catch (error) {
      if (!(error instanceof DeliveryFailure)) throw error;
      tally.failed.push({ key: card.key, code: error.code, retryAfterMs: error.retryAfterMs });
      await remember({ pass, card, hash, present, root, token }, error);
    }
  });
}

/**
 * Takes the card, looks whether it is still as we planned (else another process was faster and knows more, or less), works,
 * and frees it.
 */
async function claimed(
  { parts, tally }: Pass,
  key: string,
  planned: PostedCard | null,
  work: (token: string) => Promise<void>,
): Promise<void> {
  const token = parts.token();
  if (!(await parts.posted.claim(key, token, parts.time.instant(), leaseMs))) {
    tally.taken += 1;
    return;
  }
  try {
    const stands = (await parts.posted.read([key])).get(key) ?? null;
    const same =
      stands?.messageId === planned?.messageId &&
      stands?.contentHash === planned?.contentHash &&
      stands?.sealed === planned?.sealed;
    if (same) await work(token);
    else tally.taken += 1;
  } finally {
    await parts.posted.release(key, token);
  }
}

interface Work {
  readonly parts: ReconcileParts;
  readonly card: DesiredCard;
  readonly hash: string;
  readonly present: PostedCard | null;
  readonly root: PostedCard | null;
  readonly address: Address;
}

async function carryOut(work: Work, plan: 'post' | 'update'): Promise<PostedCard> {
  const { parts, card, present, root, address } = work;
  if (plan === 'update' && present !== null) {
    try {
      await parts.paced.update(address, present.messageId, card.message, 'interactive');
      return postedCard(work, present.messageId, present.postedAt);
    } catch (error) {
      // Gone while it was open: posted anew. A closed task's lost card is not worth a new message.
      if (!(error instanceof DeliveryFailure) || error.kind !== 'messageGone') throw error;
      if (card.sealed) return postedCard(work, present.messageId, present.postedAt);
    }
  }
  const to = { kind: 'address' as const, address, threadRootId: root?.messageId ?? null };
  const sent = await parts.paced.post(to, card.message, 'interactive');
  if (plan === 'post' && isShown(present)) await retire(parts, present);
  return postedCard(work, sent.messageId, parts.now());
}

/** The old message of a card posted anew points to the new one; if that fails, the new one stands all the same. */
async function retire(parts: ReconcileParts, present: PostedCard): Promise<void> {
  const address = await parts.addresses.read(present.addressKey);
  if (address === null || address.unreachable !== null) return;
  try {
    await parts.paced.update(address, present.messageId, parts.movedOn(), 'bulk');
  } catch (error) {
    if (!(error instanceof DeliveryFailure)) throw error;
  }
}

/** A body that handed over to its successor, a channel that was bound elsewhere, a task that is no more. */
async function takeOutOfUse(pass: Pass, desired: ReadonlySet<string>): Promise<void> {
  const { parts, standing } = pass;
  const unwanted = [...standing.values()].filter((card) => !desired.has(card.key) && !card.sealed && isShown(card));
  for (const card of unwanted) {
    await claimed(pass, card.key, card, async (token) => {
      await retire(parts, card);
      await parts.posted.posted({ ...card, sealed: true }, token);
    });
  }
}

function postedCard({ card, hash, root }: Omit<Work, 'address'>, messageId: string, postedAt: string): PostedCard {
  const { key, addressKey, sealed } = card;
  const rootKey = root === null ? null : threadOf(root);
  return { key, addressKey, rootKey, messageId, contentHash: hash, postedAt, sealed, refusal: null };
}

interface Failed extends Omit<Work, 'parts' | 'address'> {
  readonly pass: Pass;
  readonly token: string;
}

/** What a failure leaves behind: an unreachable address, a lost thread, a refusal, or nothing but another try later. */
async function remember(failed: Failed, failure: DeliveryFailure): Promise<void> {
  const { pass, card, hash, present, root, token } = failed;
  const { parts, standing } = pass;
  if (failure.kind === 'unreachable') {
    await parts.addresses.markUnreachable(card.addressKey, failure.code, parts.now());
    pass.addresses.delete(card.addressKey);
  }
  if (failure.kind === 'messageGone' && root !== null) {
    standing.set(root.key, lost(root));
    await claimed({ ...pass, standing }, root.key, root, async (rootToken) => {
      await parts.posted.posted(lost(root), rootToken);
    });
  }
  if (failure.kind !== 'never') return;
  const base = present ?? postedCard({ ...failed, parts }, '', parts.now());
  const refusal = { code: failure.code, contentHash: hash, addressKey: card.addressKey };
  await parts.posted.posted({ ...base, refusal }, token);
}

async function addressOf({ parts, addresses }: Pass, key: string): Promise<Address | null> {
  const known = addresses.get(key) ?? parts.addresses.read(key);
  addresses.set(key, known);
  return known;
}
