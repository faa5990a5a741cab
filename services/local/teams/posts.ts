// Owns what the bot writes: posting, editing and deleting messages as Teams does.
// Must not know HTTP beyond the refusals it names.

import type { PostedMessage } from './changes';
import { checkSize, readActivity, readContent, type Breach, type ReadContent } from './contents';
import type { Conversation, Message } from './conversation';
import { RefusedCall } from './errors';
import { contentHash, parseConversationId } from './ids';
import type { Refresher } from './refresher';
import type { Sandbox } from './sandbox';

export class Posts {
  constructor(
    private readonly sandbox: Sandbox,
    private readonly refresher: Refresher,
  ) {}

  /**
   * Posts an activity; answers the message id, or null where Teams gives none: text and card in one activity become
   * two messages (TEAMS.md §1).
   * @param conversationId with `;messageid=` for a thread; without, a channel gets a new root post
   * @param size the activity as text, for its size
   */
  post(conversationId: string, body: unknown, size: string): string | null {
    const { base, rootId } = parseConversationId(conversationId);
    const conversation = this.#writable(base);
    checkSize(this.sandbox, size, conversationId);
    const activity = readActivity(body);
    const root = this.#rootIn(conversation, rootId);
    if (activity.type !== 'message') {
      return this.sandbox.world.nextMessageId(this.sandbox.clock.now());
    }
    const { content, breaches } = readContent(this.sandbox, activity);
    const hasCard = content.cards.length > 0 || content.cardFailed;
    if (content.text === '' || !hasCard) {
      return this.#add(conversation, root, content, breaches);
    }
    const both: Breach = {
      kind: 'TextAndCard',
      detail: 'Text and card in one activity: split in two, no id came back.',
    };
    this.#add(conversation, root, { ...content, cards: [], cardFailed: false }, [both]);
    this.#add(conversation, root, { ...content, text: '', mentions: [] }, breaches);
    return null;
  }

  /** Replaces what a message of the bot says, drops every viewer's own view of it, and lets screens refresh. */
  edit(conversationId: string, messageId: string, body: unknown, size: string): string {
    const conversation = this.#writable(parseConversationId(conversationId).base);
    checkSize(this.sandbox, size, conversationId);
    const message = this.#ownMessage(conversation, messageId);
    const { content, breaches } = readContent(this.sandbox, readActivity(body));
    const before = { content: message.content, views: new Map(message.views) };
    const about = { conversationId: conversation.id, messageId };
    this.sandbox.commit({ kind: 'Edited', ...about, atMs: this.sandbox.clock.now(), content });
    this.sandbox.ledger.count('updated');
    this.#note(breaches, conversation.id, messageId);
    this.sandbox.tellMessage(conversation, messageId);
    this.refresher.edited(conversation, message, before);
    return messageId;
  }

  /** Deletes a message of the bot. */
  delete(conversationId: string, messageId: string): void {
    const conversation = this.#writable(parseConversationId(conversationId).base);
    this.#ownMessage(conversation, messageId);
    this.sandbox.commit({ kind: 'Deleted', conversationId: conversation.id, messageId });
    this.sandbox.ledger.count('deleted');
    this.sandbox.tellMessage(conversation, messageId);
  }

  #writable(base: string): Conversation {
    const conversation = this.sandbox.conversation(base);
    if (!conversation.installed) {
      throw new RefusedCall('BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
    }
    return conversation;
  }

  /** The root post a thread's id names; it must still be there. Chats have no threads. */
  #rootIn(conversation: Conversation, rootId: string | null): string | null {
    if (rootId === null || conversation.kind !== 'channel') {
      return null;
    }
    const { posted } = this.sandbox.message(conversation, rootId);
    return posted.rootId ?? posted.id;
  }

  #ownMessage(conversation: Conversation, messageId: string): Message {
    const message = this.sandbox.message(conversation, messageId);
    if (message.posted.fromId !== null) {
      throw new RefusedCall('ForbiddenOperationException', 'The message was written by someone else.');
    }
    return message;
  }

  #add(
    conversation: Conversation,
    rootId: string | null,
    content: ReadContent['content'],
    breaches: readonly Breach[],
  ): string {
    const atMs = this.sandbox.clock.now();
    const id = this.sandbox.world.nextMessageId(atMs);
    const message: PostedMessage = { id, conversationId: conversation.id, rootId, fromId: null, atMs, ...content };
    this.sandbox.commit({ kind: 'Posted', message });
    this.sandbox.ledger.countPosted(contentHash([conversation.id, rootId, content]));
    this.#note(breaches, conversation.id, id);
    this.sandbox.tellMessage(conversation, id);
    return id;
  }

  #note(breaches: readonly Breach[], conversationId: string, messageId: string): void {
    breaches.forEach(({ kind, detail }) => this.sandbox.ledger.violated(kind, detail, conversationId, messageId));
  }
}
