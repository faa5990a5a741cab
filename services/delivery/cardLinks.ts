// The way from a notice to the live card it is about: a link to its message in its channel. Reads the ledger of posted cards;
// where no card stands, or a channel cannot be linked to, there is none.
import type { BodyId, TaskId } from '../process/ids';
import type { RoundState } from '../process/round/state';
import type { PostedCards } from '../store/ports';
import { cardKey } from './keys';
import { isShown } from './planning';
import { threadKey } from './wanted';

/** A message in a thread of a channel. */
export interface CardMessage {
  readonly channelId: string;
  readonly messageId: string;
  readonly rootId: string;
}

/** To the card of a task in the channel of the first of some bodies that has one; null where none has. */
export type CardLink = (round: RoundState, taskId: TaskId, bodyIds: readonly BodyId[]) => Promise<string | null>;

export const noCardLink: CardLink = async () => null;

const channelPrefix = 'channel/';

export function createCardLink(posted: PostedCards, urlOf: (message: CardMessage) => Promise<string | null>): CardLink {
  return async (round, taskId, bodyIds) => {
    const task = round.tasks[taskId];
    if (task === undefined) return null;
    for (const bodyId of bodyIds) {
      const root = threadKey(round, taskId, bodyId);
      if (root === null) return null;
      const own = cardKey(root, task);
      const cards = await posted.read([root, own]);
      const [thread, card] = [cards.get(root), cards.get(own)];
      if (!isShown(thread) || !isShown(card) || !card.addressKey.startsWith(channelPrefix)) continue;
      const channelId = card.addressKey.slice(channelPrefix.length);
      return urlOf({ channelId, messageId: card.messageId, rootId: thread.messageId });
    }
    return null;
  };
}
