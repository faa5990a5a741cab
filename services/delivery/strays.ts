// Messages of ours in a channel that nobody remembers: made twice because an answer got lost, or sent just before a crash.
// A click on one shows that it is there; it is then turned into "Se det gældende kort" (DESIGN.md §5). The click itself
// counts like any other: that is not decided here.
import { LRUCache } from 'lru-cache';
import type { Addresses, Notices, PostedCards } from '../store/ports';
import type { Message } from './messenger';
import { DeliveryFailure } from './messenger';
import type { PacedMessenger } from './pacedMessenger';
import type { Time } from './time';

/** A message that has just been sent is remembered within two minutes (persist.ts): what is unknown later stays unknown. */
const unknownForMs = 150_000;

/** Messages seen to be ours; a ballot's card is clicked by hundreds, and asked about once. */
const rememberedMax = 10_000;

/** A press of a button on a message in a channel. */
export interface Click {
  readonly channelId: string;
  readonly messageId: string;
  readonly roundId: string;
  readonly taskId: string;
}

export interface Strays {
  /** Somebody has pressed a button there. Costs nothing where the message is known. */
  clicked(click: Click): void;
}

export interface StrayParts {
  readonly posted: PostedCards;
  readonly notices: Notices;
  readonly addresses: Addresses;
  readonly paced: PacedMessenger;
  readonly time: Time;
  /** What a stray says from then on. */
  readonly stray: () => Message;
  readonly failed: (error: unknown) => void;
}

export function createStrays(parts: StrayParts): Strays {
  const asked = new LRUCache<string, true>({ max: rememberedMax });
  const look = async (click: Click): Promise<void> => {
    if (await isOurs(parts, click)) return;
    await new Promise<void>((done) => {
      parts.time.after(unknownForMs, done);
    });
    if (!(await isOurs(parts, click))) await turn(parts, click);
  };
  return {
    clicked: (click) => {
      const key = `${click.channelId} ${click.messageId}`;
      if (asked.has(key)) return;
      asked.set(key, true);
      look(click).catch((error: unknown) => {
        asked.delete(key);
        parts.failed(error);
      });
    },
  };
}

/** True for a live card as it stands, for a notice that was sent, and while no card of the task stands there at all. */
async function isOurs({ posted, notices }: StrayParts, click: Click): Promise<boolean> {
  const place = `channel/${click.channelId}`;
  const cards = (await posted.ofPrefix(`${click.roundId}/`)).filter(({ addressKey }) => addressKey === place);
  if (cards.some(({ messageId }) => messageId === click.messageId)) return true;
  const stands = cards.some(({ key, messageId }) => key.endsWith(`/${click.taskId}`) && messageId !== '');
  return !stands || (await notices.isMessage(place, click.messageId));
}

/** Gone or refused is as good as turned: nobody can press it any more. */
async function turn({ addresses, paced, stray }: StrayParts, { channelId, messageId }: Click): Promise<void> {
  const address = await addresses.read(`channel/${channelId}`);
  if (address === null || address.unreachable !== null) return;
  try {
    await paced.update(address, messageId, stray(), 'bulk');
  } catch (error) {
    if (!(error instanceof DeliveryFailure)) throw error;
  }
}
