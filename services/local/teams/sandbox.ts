// Owns what all parts of one local Teams share: its world, storage, time, ledger, events and who the bot is.
// Must not hold behaviour of its own beyond finding things and refusing what is not there.

import type { LocalEvent, LocalPerson } from './api';
import type { Change } from './changes';
import type { SandboxClock } from './clock';
import type { Conversation, Message } from './conversation';
import { RefusedCall } from './errors';
import type { EventHub } from './events';
import { parseConversationId, personalChatId } from './ids';
import type { Ledger } from './ledger';
import type { Storage } from './storage';
import type { World } from './world';

export interface Identity {
  readonly tenantId: string;
  /** `28:<app id>` */
  readonly botId: string;
  readonly botName: string;
  readonly token: string;
}

export class Sandbox {
  /** `http://127.0.0.1:<port>/<token>`, known once the server listens. */
  serviceUrl = '';

  constructor(
    readonly identity: Identity,
    readonly storage: Storage,
    readonly clock: SandboxClock,
    readonly ledger: Ledger,
    readonly events: EventHub,
    /** Makes an id nobody has had, for activities that are not messages. */
    readonly newId: () => string,
  ) {}

  get world(): World {
    return this.storage.world;
  }

  commit(change: Change): void {
    this.storage.commit(change);
  }

  /** The person with an Entra object id; refused when the directory does not know him. */
  person(aad: string): LocalPerson {
    const person = this.world.people.get(aad);
    if (person === undefined) {
      throw new RefusedCall('NotFound', 'Nobody in the directory has this id.');
    }
    return person;
  }

  /** A conversation by its id, with or without a thread; refused as Teams does. */
  conversation(id: string): Conversation {
    const conversation = this.world.conversations.get(parseConversationId(id).base);
    if (conversation === undefined) {
      throw new RefusedCall('ConversationNotFound', 'Conversation not found.');
    }
    return conversation;
  }

  /** A conversation a person is in; refused where he is not. */
  conversationOf(aad: string, id: string): Conversation {
    const conversation = this.conversation(id);
    if (!conversation.members.has(aad)) {
      throw new RefusedCall('Forbidden', 'This person is not in the conversation.');
    }
    return conversation;
  }

  /** A message that still stands; refused as Teams does. */
  message(conversation: Conversation, messageId: string): Message {
    const message = conversation.byId.get(messageId);
    if (message === undefined || message.deleted) {
      throw new RefusedCall('ActivityNotFoundInConversation', 'The activity was not found in the conversation.');
    }
    return message;
  }

  /** A person's chat with the bot, made when it is not there yet. */
  personalChat(person: LocalPerson): Conversation {
    const id = personalChatId(this.identity.tenantId, person.aadObjectId);
    if (!this.world.conversations.has(id)) {
      const members = [person.aadObjectId];
      this.commit({ kind: 'Chat', id, chat: 'personal', name: this.identity.botName, members });
      this.tell({ kind: 'places' }, new Set(members));
    }
    return this.conversation(id);
  }

  tell(event: LocalEvent, members: ReadonlySet<string> | null): void {
    this.events.tell(event, members);
  }

  tellMessage(conversation: Conversation, messageId: string): void {
    this.tell({ kind: 'message', conversationId: conversation.id, messageId }, conversation.members);
  }
}
