// Owns how one viewer sees messages and places: his own view where he has one, else what all see.
// Must not change anything.

import type { LocalMessage, Places } from './api';
import type { Conversation, Message } from './conversation';
import { personalChatId } from './ids';
import type { Sandbox } from './sandbox';
import { text } from './texts';

/** A message as one person sees it now. */
export function messageFor(sandbox: Sandbox, message: Message, aad: string): LocalMessage {
  const { posted, content, editedAtMs, deleted } = message;
  const own = deleted ? undefined : message.views.get(aad);
  const shared = deleted ? [] : content.cards;
  return {
    id: posted.id,
    conversationId: posted.conversationId,
    rootId: posted.rootId,
    from: writerOf(sandbox, posted.fromId),
    at: new Date(posted.atMs).toISOString(),
    editedAt: editedAtMs === null ? null : new Date(editedAtMs).toISOString(),
    deleted,
    text: deleted ? '' : textFor(sandbox, message, aad),
    mentions: content.mentions,
    cards: own === undefined ? shared : [own.card, ...shared.slice(1)],
    own: own !== undefined,
  };
}

function textFor(sandbox: Sandbox, { content }: Message, aad: string): string {
  const isBlank = content.cardFailed && content.text === '';
  return isBlank ? text('cardNotShown', sandbox.person(aad).language) : content.text;
}

function writerOf(sandbox: Sandbox, fromId: string | null): LocalMessage['from'] {
  if (fromId === null) {
    return { id: sandbox.identity.botId, name: sandbox.identity.botName, isBot: true };
  }
  const person = sandbox.person(fromId);
  return { id: person.id, name: person.name, isBot: false };
}

/** The messages of a conversation as one person sees them, oldest first; the newest `last` when that is given. */
export function messagesFor(
  sandbox: Sandbox,
  conversation: Conversation,
  aad: string,
  last: number | null,
): readonly LocalMessage[] {
  const { messages } = conversation;
  const wanted = last === null ? messages : messages.slice(Math.max(0, messages.length - last));
  return wanted.map((message) => messageFor(sandbox, message, aad));
}

/** Where a person can be, and what he has not seen there. */
export function placesOf(sandbox: Sandbox, aad: string): Places {
  const me = sandbox.person(aad);
  const teams = [...sandbox.world.teams.values()].filter((team) => team.members.includes(aad));
  const personal = personalChatId(sandbox.identity.tenantId, aad);
  const groups = sandbox.world.chatsOf(aad).filter(({ kind }) => kind === 'group');
  const ids = [
    personal,
    ...groups.map(({ id }) => id),
    ...teams.flatMap(({ channels }) => channels.map(({ id }) => id)),
  ];
  return {
    me,
    teams,
    chats: [
      { conversationId: personal, name: sandbox.identity.botName, kind: 'personal' },
      ...groups.map(({ id, name }) => ({ conversationId: id, name, kind: 'group' as const })),
    ],
    unread: Object.fromEntries(ids.map((id) => [id, unreadIn(sandbox.world.conversations.get(id), aad)])),
  };
}

function unreadIn(conversation: Conversation | undefined, aad: string): number {
  return conversation === undefined ? 0 : conversation.messages.length - (conversation.seen.get(aad) ?? 0);
}

/** Notes that a person has seen all of a conversation. */
export function markSeen(sandbox: Sandbox, conversation: Conversation, aad: string): void {
  const count = conversation.messages.length;
  if (conversation.seen.get(aad) !== count) {
    sandbox.commit({ kind: 'Seen', conversationId: conversation.id, as: aad, count });
  }
}
