// Owns what a person writes: the message stands at once, and reaches the bot where Teams would let it.
// Must not interpret the text.

import { messageActivity } from './activities';
import type { LocalMessage, LocalPerson, SayRequest } from './api';
import type { BotLink } from './bot-link';
import type { PostedMessage } from './changes';
import type { Conversation } from './conversation';
import { RefusedCall } from './errors';
import { parseConversationId, personalChatId } from './ids';
import type { Installs } from './installs';
import type { Refresher } from './refresher';
import type { Sandbox } from './sandbox';
import { markSeen, messageFor } from './views';

export class Says {
  constructor(
    private readonly sandbox: Sandbox,
    private readonly bots: BotLink,
    private readonly installs: Installs,
    private readonly refresher: Refresher,
  ) {}

  /**
   * Posts a person's message and gives it to the bot: in a personal chat always, elsewhere only when it mentions the
   * bot (TEAMS.md §2). Answers when the bot has it or the patience is over; the message stands either way.
   */
  async say(request: SayRequest): Promise<LocalMessage> {
    const { sandbox } = this;
    const person = sandbox.person(request.as);
    const conversation = await this.#place(person, request.conversationId);
    const posted = this.#posted(person, conversation, request);
    this.refresher.noteCause();
    sandbox.commit({ kind: 'Posted', message: posted });
    markSeen(sandbox, conversation, person.aadObjectId);
    sandbox.tellMessage(conversation, posted.id);
    const message = sandbox.message(conversation, posted.id);
    await sandbox.storage.saved();
    if (conversation.kind === 'personal' || request.mentionBot) {
      const rootId = conversation.kind === 'channel' ? (posted.rootId ?? posted.id) : null;
      await this.bots.send(messageActivity({ sandbox, conversation, rootId, person }, message));
    }
    return messageFor(sandbox, message, person.aadObjectId);
  }

  /** The conversation; the personal chat comes to be by its first message, and so does the app in it. */
  async #place(person: LocalPerson, id: string): Promise<Conversation> {
    const { identity, world } = this.sandbox;
    const known = world.conversations.get(id);
    if (id === personalChatId(identity.tenantId, person.aadObjectId) && known?.installed !== true) {
      await this.installs.install(person, 'add');
    }
    return this.sandbox.conversationOf(person.aadObjectId, parseConversationId(id).base);
  }

  #posted(person: LocalPerson, conversation: Conversation, request: SayRequest): PostedMessage {
    const { clock, identity, world } = this.sandbox;
    const rootId = request.rootId ?? null;
    if (rootId !== null) {
      this.#checkRoot(conversation, rootId);
    }
    const mark = `<at>${identity.botName}</at>`;
    const isMarked = !request.mentionBot || conversation.kind === 'personal' || request.text.includes(mark);
    const atMs = clock.now();
    return {
      id: world.nextMessageId(atMs),
      conversationId: conversation.id,
      rootId,
      fromId: person.aadObjectId,
      atMs,
      text: isMarked ? request.text : `${mark} ${request.text}`,
      mentions: request.mentionBot ? [{ id: identity.botId, name: identity.botName }] : [],
      cards: [],
      cardFailed: false,
    };
  }

  #checkRoot(conversation: Conversation, rootId: string): void {
    const root = this.sandbox.message(conversation, rootId);
    if (conversation.kind !== 'channel' || root.posted.rootId !== null) {
      throw new RefusedCall('BadArgument', 'rootId names a root post of a channel.');
    }
  }
}
