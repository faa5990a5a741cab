// Brings what stands in Teams in line with what ought to be there: posts what is missing, updates what differs, seals
// what has ended. Run twice it does nothing the second time; run by two processes, each card is done by one.
import type { Address, Addresses, PostedCard, PostedCards } from '../store/ports';
import { contentHash } from './contentHash';
import type { DesiredCard } from './desired';
import type { Messenger } from './messenger';
import { DeliveryFailure } from './messenger';

/** How long one process may hold a card while it talks to Teams: longer than a call's own time limit. */
const leaseMs = 60_000;

/** A live card older than this is posted anew: Teams lets old messages sink out of reach (DESIGN.md §5). */
const freshForMs = 10 * 24 * 3_600_000;

export interface ReconcileParts {
  readonly posted: PostedCards;
  readonly addresses: Addresses;
  readonly messenger: Messenger;
  readonly now: () => string;
  readonly token: () => string;
  /** The text an old card is replaced by when it is posted anew. */
  readonly movedOn: (card: DesiredCard) => DesiredCard['message'];
}

export interface Reconciled {
  readonly posted: number;
  readonly updated: number;
  /** Cards that could not be delivered now; the soonest time worth trying again. */
  readonly failed: readonly { readonly key: string; readonly code: string; readonly retryAfterMs: number | null }[];
}

/** `prefix` is the key prefix of all cards in `desired` (the round). Cards come in an order where roots stand first. */
export async function reconcile(
  parts: ReconcileParts,
  prefix: string,
  desired: readonly DesiredCard[],
): Promise<Reconciled> {
  const standing = new Map((await parts.posted.ofPrefix(prefix)).map((card) => [card.key, card]));
  const tally = { posted: 0, updated: 0, failed: [] as { key: string; code: string; retryAfterMs: number | null }[] };
  for (const card of desired) {
    const present = standing.get(card.key) ?? null;
    const root = card.rootKey === null ? null : (standing.get(card.rootKey) ?? null);
    // A child waits for its thread: without a root it would stand in the channel by itself.
    if (card.rootKey !== null && (root === null || root.messageId === '')) continue;
    const plan = planFor(parts, card, present, root);
    if (plan === 'nothing') continue;
    const outcome = await carryOut(parts, card, present, root, plan);
    if (outcome === null) continue;
    standing.set(card.key, outcome.card);
    if (outcome.failure === null) tally[plan === 'update' ? 'updated' : 'posted'] += 1;
    else tally.failed.push({ key: card.key, code: outcome.failure.code, retryAfterMs: outcome.failure.retryAfterMs });
  }
  return tally;
}

type Plan = 'nothing' | 'post' | 'update';

function planFor(parts: ReconcileParts, card: DesiredCard, present: PostedCard | null, root: PostedCard | null): Plan {
  const hash = contentHash(card.message);
  if (present === null) return card.sealed ? 'nothing' : 'post';
  if (present.refusal?.contentHash === hash && present.refusal.addressKey === card.addressKey) return 'nothing';
  if (present.messageId === '' || present.addressKey !== card.addressKey) return card.sealed ? 'nothing' : 'post';
  // A thread that was posted anew takes its open cards with it.
  if (root !== null && root.postedAt > present.postedAt && !card.sealed) return 'post';
  if (present.sealed || (present.contentHash === hash && present.sealed === card.sealed)) return 'nothing';
  const tooOld = Date.parse(parts.now()) - Date.parse(present.postedAt) > freshForMs;
  return tooOld && !card.sealed ? 'post' : 'update';
}

interface CarriedOut {
  readonly card: PostedCard;
  readonly failure: DeliveryFailure | null;
}

/**
 * Claims, sends, records. A crash after sending and before recording leaves a message whose id nobody knows: the next
 * pass posts once more (an ambiguous create, DESIGN.md §5). Null: another process has the card.
 */
async function carryOut(
  parts: ReconcileParts,
  card: DesiredCard,
  present: PostedCard | null,
  root: PostedCard | null,
  plan: Exclude<Plan, 'nothing'>,
): Promise<CarriedOut | null> {
  const token = parts.token();
  if (!(await parts.posted.claim(card.key, token, parts.now(), leaseMs))) return null;
  const address = await parts.addresses.read(card.addressKey);
  if (address === null || address.unreachable !== null) {
    await parts.posted.release(card.key, token);
    return null;
  }
  try {
    const messageId = await send(parts, card, present, root, address, plan);
    const done = postedCard(parts, card, messageId, messageId === present?.messageId ? present.postedAt : null);
    await parts.posted.posted(done, token);
    return { card: done, failure: null };
  } catch (error) {
    if (!(error instanceof DeliveryFailure)) {
      await parts.posted.release(card.key, token);
      throw error;
    }
    return { card: await remember(parts, card, present, error, token), failure: error };
  }
}

async function send(
  parts: ReconcileParts,
  card: DesiredCard,
  present: PostedCard | null,
  root: PostedCard | null,
  address: Address,
  plan: Exclude<Plan, 'nothing'>,
): Promise<string> {
  if (plan === 'update' && present !== null) {
    try {
      await parts.messenger.update(address, present.messageId, card.message);
      return present.messageId;
    } catch (error) {
      if (!(error instanceof DeliveryFailure) || error.kind !== 'messageGone') throw error;
    }
  }
  const sent = await parts.messenger.post(
    { kind: 'address', address, threadRootId: root?.messageId ?? null },
    card.message,
  );
  if (plan === 'post' && present !== null && present.messageId !== '' && present.addressKey === card.addressKey) {
    await retire(parts, card, present, address);
  }
  return sent.messageId;
}

/** The old message of a card posted anew points to the new one; if that fails, the new one stands all the same. */
async function retire(parts: ReconcileParts, card: DesiredCard, present: PostedCard, address: Address): Promise<void> {
  try {
    await parts.messenger.update(address, present.messageId, parts.movedOn(card));
  } catch (error) {
    if (!(error instanceof DeliveryFailure)) throw error;
  }
}

function postedCard(parts: ReconcileParts, card: DesiredCard, messageId: string, postedAt: string | null): PostedCard {
  return {
    key: card.key,
    addressKey: card.addressKey,
    rootKey: card.rootKey,
    messageId,
    contentHash: contentHash(card.message),
    postedAt: postedAt ?? parts.now(),
    sealed: card.sealed,
    refusal: null,
  };
}

/** What a failure leaves behind: an unreachable address, a refusal remembered, or nothing but another try later. */
async function remember(
  parts: ReconcileParts,
  card: DesiredCard,
  present: PostedCard | null,
  failure: DeliveryFailure,
  token: string,
): Promise<PostedCard> {
  if (failure.kind === 'unreachable') await parts.addresses.markUnreachable(card.addressKey, failure.code, parts.now());
  const base = present ?? postedCard(parts, card, '', null);
  if (failure.kind !== 'never') {
    await parts.posted.release(card.key, token);
    return base;
  }
  const refused: PostedCard = {
    ...base,
    refusal: { code: failure.code, contentHash: contentHash(card.message), addressKey: card.addressKey },
  };
  await parts.posted.posted(refused, token);
  return refused;
}
