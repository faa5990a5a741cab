// Owns reading an activity of the bot: what it says, what Teams refuses in it, and what Teams would not show.
// Must not post anything: posts.ts does.

import { z } from 'zod';
import type { Card, ViolationKind } from './api';
import { CARD_TYPE, cardFault, mentionsIn, REFRESH_VIEWERS_MAX, refreshUserIds, strayMentions } from './cards';
import type { MessageContent } from './changes';
import { RefusedCall } from './errors';
import type { Sandbox } from './sandbox';

// TEAMS.md §1: ~100 KB of UTF-16 for the whole activity.
const ACTIVITY_BYTES_MAX = 100 * 1024;

const ActivitySchema = z.object({
  type: z.string().default('message'),
  text: z.string().nullish(),
  attachments: z.array(z.object({ contentType: z.string(), content: z.unknown().optional() })).nullish(),
  entities: z.array(z.unknown()).nullish(),
});

export type BotActivity = z.infer<typeof ActivitySchema>;

/** What Teams would not refuse, but a person would see go wrong. */
export interface Breach {
  readonly kind: ViolationKind;
  readonly detail: string;
}

export interface ReadContent {
  readonly content: MessageContent;
  readonly breaches: readonly Breach[];
}

/** Parses an activity of the bot; refused with `BadSyntax`. */
export function readActivity(body: unknown): BotActivity {
  const parsed = ActivitySchema.safeParse(body);
  if (!parsed.success) {
    throw new RefusedCall('BadSyntax', 'The activity cannot be read.', { cause: parsed.error });
  }
  return parsed.data;
}

/** Refuses an activity above Teams' size with 413, and notes it; counted as Teams does, in UTF-16. */
export function checkSize(sandbox: Sandbox, bodyText: string, conversationId: string): void {
  const bytes = Buffer.byteLength(bodyText, 'utf16le');
  if (bytes > ACTIVITY_BYTES_MAX) {
    sandbox.ledger.violated('MessageSizeTooBig', `The activity has ${bytes} bytes.`, conversationId, null);
    throw new RefusedCall('MessageSizeTooBig', 'Message size too large.');
  }
}

/** What an activity says. Refused with `BadSyntax` where Teams refuses; `breaches` is what it lets through. */
export function readContent(sandbox: Sandbox, activity: BotActivity): ReadContent {
  const breaches: Breach[] = [];
  const cards: Card[] = [];
  let cardFailed = false;
  for (const { contentType, content } of activity.attachments ?? []) {
    const fault = contentType === CARD_TYPE ? cardFault(content) : `Attachments of type ${contentType} are not shown.`;
    const card = z.record(z.string(), z.unknown()).safeParse(content);
    if (fault === null && card.success) {
      breaches.push(...checkCard(card.data));
      cards.push(card.data);
    } else {
      cardFailed = true;
      breaches.push({ kind: 'CardNotShown', detail: fault ?? 'The card is no object.' });
    }
  }
  const text = activity.text ?? '';
  const mentions = mentionsIn(activity.entities);
  breaches.push(
    ...mentions
      .filter((mention) => !text.includes(mention.text) || !isKnown(sandbox, mention.mentioned.id))
      .map(({ text: mark }): Breach => ({
        kind: 'Mention',
        detail: `${mark} is not in the text, or nobody has its id.`,
      })),
  );
  const named = mentions.map(({ mentioned }) => ({ id: mentioned.id, name: mentioned.name ?? '' }));
  return { content: { text, mentions: named, cards, cardFailed }, breaches };
}

function isKnown(sandbox: Sandbox, id: string): boolean {
  return sandbox.world.person(id) !== undefined || id === sandbox.identity.botId;
}

function checkCard(card: Card): readonly Breach[] {
  const ids = refreshUserIds(card);
  if (ids.length > REFRESH_VIEWERS_MAX) {
    throw new RefusedCall(
      'BadSyntax',
      `refresh.userIds holds ${ids.length} ids; at most ${REFRESH_VIEWERS_MAX} are allowed.`,
    );
  }
  const strange = ids.filter((id) => !id.startsWith('29:'));
  return [
    ...strange.slice(0, 1).map((id): Breach => ({ kind: 'RefreshUserId', detail: `refresh.userIds holds ${id}.` })),
    ...strayMentions(card).map(({ text }): Breach => ({ kind: 'Mention', detail: `${text} is not in the card.` })),
  ];
}
