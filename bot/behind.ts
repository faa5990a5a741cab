// What stands behind a dialog in a personal chat: once the dialog has done its work, the card it was opened from is made
// anew, so that nobody presses what is done already. And a channel's "Hvem er denne kanal for?", once it is said.
// Best effort, in this process's memory: without it the card stays as it was, and says so when it is pressed.
import { setTimeout as delay } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Card } from '../cards/card';
import { cardData } from '../cards/card';
import { isVerb, readPress } from '../cards/verbs';
import type { Message } from '../services/delivery/messenger';
import type { Address } from '../services/store/ports';
import type { Answer } from './answers/answer';
import { showing } from './showing';
import type { Incoming } from './teams/incoming';
import type { Wish } from './teams/wish';

/** A dialog that closes later than this is slow; the card behind may come a moment after it has closed. */
const waitedMs = 1_000;

/** Cards looked at lately, by some hundred people with a handful each. */
const rememberedMax = 5_000;

export interface BehindParts {
  /** Answers a wish as if the person had it now. */
  readonly ask: (incoming: Incoming, reference: unknown) => Promise<Answer>;
  readonly update: (address: Address, messageId: string, message: Message) => Promise<void>;
  readonly failed: (error: unknown) => void;
}

export interface Behind {
  /**
   * Told of every answer before it goes out; `messageId` is the message that was pressed, or the one that was sent.
   * Settles when the card behind is right, or when nobody should wait for it any longer. Never rejects.
   */
  readonly answered: (
    incoming: Incoming,
    reference: unknown,
    answer: Answer,
    messageId: string | null,
  ) => Promise<void>;
}

export function createBehind(parts: BehindParts): Behind {
  const shown = new LRUCache<string, Wish>({ max: rememberedMax });
  const follow = async (incoming: Incoming, reference: unknown, messageId: string, card: Card): Promise<void> => {
    const { conversationId } = incoming.place;
    const address = { key: '', conversationId, reference, unreachable: null };
    const message = { card: card as unknown as Message['card'], summary: card.fallbackText };
    await parts.update(address, messageId, message);
  };
  const over = async (incoming: Incoming, reference: unknown, answer: Answer, messageId: string): Promise<void> => {
    if (answer.kind !== 'sentence' || incoming.wish.kind !== 'dialogSubmit') return;
    const isPersonal = incoming.place.kind === 'personal';
    const again = isPersonal ? shown.get(keyOf(incoming, messageId)) : channelAgain(incoming.wish);
    if (isPersonal && answer.card !== undefined) return follow(incoming, reference, messageId, answer.card);
    if (again === undefined) return;
    const asked = await parts.ask({ ...incoming, wish: again }, reference);
    if (asked.kind === 'card' && !takesInput(asked.card)) await follow(incoming, reference, messageId, asked.card);
  };
  const newestOnly = oneAfterAnother();
  return {
    answered: async (incoming, reference, answer, messageId) => {
      if (messageId === null) return;
      const { wish, place } = incoming;
      if (wish.kind === 'dialogSubmit') {
        const work = newestOnly(keyOf(incoming, messageId), async () =>
          over(incoming, reference, answer, messageId).catch(parts.failed),
        );
        await Promise.race([work, delay(waitedMs, undefined, { ref: false })]);
        return;
      }
      if (place.kind !== 'personal') return;
      const key = keyOf(incoming, messageId);
      const again = wish.kind === 'dialogOpen' ? (shown.get(key) ?? listBehind(wish)) : againOf(wish, answer);
      if (again === undefined) shown.delete(key);
      else shown.set(key, again);
    },
  };
}

/**
 * Works on one message one after the other, and of those that wait only the newest: edits that Teams makes wait do not pile
 * up, and an older card never comes after a newer one.
 */
function oneAfterAnother(): (key: string, work: () => Promise<void>) => Promise<void> {
  const underWay = new Map<string, { next: (() => Promise<void>) | null; readonly over: Promise<void> }>();
  const run = async (key: string): Promise<void> => {
    for (let turn = underWay.get(key); turn?.next; turn = underWay.get(key)) {
      const { next } = turn;
      turn.next = null;
      await next();
    }
    underWay.delete(key);
  };
  return async (key, work) => {
    const present = underWay.get(key);
    if (present !== undefined) {
      present.next = work;
      return present.over;
    }
    const over = Promise.resolve().then(async () => run(key));
    underWay.set(key, { next: work, over });
    return over;
  };
}

function keyOf({ place }: Incoming, messageId: string): string {
  return `${place.conversationId} ${messageId}`;
}

/** What asks for the same card again; undefined where asking would do something, or where somebody may be typing. */
function againOf(wish: Wish, answer: Answer): Wish | undefined {
  if (answer.kind !== 'card' || takesInput(answer.card)) return undefined;
  if (wish.kind === 'text') return wish;
  return wish.kind === 'execute' && isVerb(wish.verb) && showing.has(wish.verb) ? wish : undefined;
}

/** A reminder is sent, not asked for: its lines say themselves that they stand on a list of tasks. */
function listBehind({ data }: Extract<Wish, { kind: 'dialogOpen' }>): Wish | undefined {
  const list = data instanceof Object && 'list' in data ? data.list : undefined;
  if (list !== 'tasks') return undefined;
  return { kind: 'execute', verb: 'tasks.show', data: cardData('tasks.show', {}), automatic: false };
}

/** In a channel all see the same card: only the one that asked whose the channel is has got its answer. */
function channelAgain({ data }: Extract<Wish, { kind: 'dialogSubmit' }>): Wish | undefined {
  const read = readPress(data);
  return read.ok && read.pressed.verb === 'channel.bind' ? { kind: 'text', text: '' } : undefined;
}

function takesInput(card: Card): boolean {
  return JSON.stringify(card).includes('"type":"Input.');
}
