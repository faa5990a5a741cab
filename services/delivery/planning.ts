// What has to be done about one live card, given what stands in Teams: nothing, a post, an update, or to take it out of
// use. Decides only; reconcile.ts carries out.
import type { PostedCard } from '../store/ports';
import type { DesiredCard } from './desired';

/** A live card older than this is posted anew when it changes: Teams lets old messages sink out of sight (DESIGN.md §5). */
const freshForMs = 10 * 24 * 3_600_000;

export type Plan = 'nothing' | 'post' | 'update';

export interface Standing {
  readonly present: PostedCard | null;
  /** The thread's root as it stands; null for a root itself. */
  readonly root: PostedCard | null;
}

export function planFor(card: DesiredCard, hash: string, { present, root }: Standing, now: string): Plan {
  // A task that was over before anyone was shown it stays unshown.
  if (present === null) return card.sealed ? 'nothing' : 'post';
  if (present.refusal?.contentHash === hash && present.refusal.addressKey === card.addressKey) return 'nothing';
  if (!isShown(present) || present.addressKey !== card.addressKey) return card.sealed ? 'nothing' : 'post';
  // The root of a thread lives again when a task in it is taken up again; a task's own card never does.
  if (present.sealed && (card.sealed || card.rootKey !== null)) return 'nothing';
  if (root !== null && present.rootKey !== threadOf(root) && !card.sealed) return 'post';
  if (present.contentHash === hash && !card.sealed) return 'nothing';
  // A root keeps its place: answers in its thread bring it up again, and a new root would move every card in it.
  const sinks = card.rootKey !== null && !card.sealed;
  return sinks && Date.parse(now) - Date.parse(present.postedAt) > freshForMs ? 'post' : 'update';
}

/** Claimed and refused cards stand in the ledger without a message. */
export function isShown(card: PostedCard | null | undefined): card is PostedCard {
  return card !== null && card !== undefined && card.messageId !== '';
}

/** Which thread a card stands in: the root's key and its message, so that a root posted anew is another thread. */
export function threadOf(root: PostedCard): string {
  return `${root.key}@${root.messageId}`;
}

/** The ledger's word for a root that Teams has lost: the next pass posts it anew, and its open cards with it. */
export function lost(root: PostedCard): PostedCard {
  return { ...root, messageId: '', contentHash: '' };
}
