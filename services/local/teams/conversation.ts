// Owns a conversation and its messages as they stand in memory, and how a change of one message is folded in.
// Must not know people, teams or the clock: world.ts does.

import type { Card } from './api';
import type { Change, MessageContent, PostedMessage } from './changes';

/** What only one viewer sees of a message, and when the bot last answered it. */
export interface View {
  readonly card: Card;
  readonly answeredAtMs: number;
}

export interface Message {
  readonly posted: PostedMessage;
  content: MessageContent;
  editedAtMs: number | null;
  deleted: boolean;
  /** Counts edits, so that an answer to an older card can be told from one to the present card. */
  revision: number;
  readonly views: Map<string, View>;
  /** Who has pressed something on it. */
  readonly actors: Set<string>;
}

export interface Conversation {
  readonly id: string;
  readonly kind: 'personal' | 'group' | 'channel';
  name: string;
  readonly teamId: string | null;
  members: ReadonlySet<string>;
  /** False once a person has removed the app from a personal chat. */
  installed: boolean;
  readonly messages: Message[];
  readonly byId: Map<string, Message>;
  /** How many of `messages` each person has seen. */
  readonly seen: Map<string, number>;
}

/** An empty conversation. */
export function newConversation(
  id: string,
  kind: Conversation['kind'],
  name: string,
  teamId: string | null,
  members: ReadonlySet<string>,
): Conversation {
  return { id, kind, name, teamId, members, installed: true, messages: [], byId: new Map(), seen: new Map() };
}

/** Puts a new message at the end. */
export function addMessage(conversation: Conversation, posted: PostedMessage): void {
  const { text, mentions, cards, cardFailed } = posted;
  const message: Message = {
    posted,
    content: { text, mentions, cards, cardFailed },
    editedAtMs: null,
    deleted: false,
    revision: 0,
    views: new Map(),
    actors: new Set(),
  };
  conversation.messages.push(message);
  conversation.byId.set(posted.id, message);
}

/** Folds one change of a message in; an edit drops every viewer's own view of it (TEAMS.md §2). */
export function applyToMessage(
  message: Message | undefined,
  change: Extract<Change, { kind: 'Edited' | 'Deleted' | 'Acted' | 'Viewed' }>,
): void {
  if (message === undefined) {
    return;
  }
  switch (change.kind) {
    case 'Edited':
      message.content = change.content;
      message.editedAtMs = change.atMs;
      message.revision += 1;
      message.views.clear();
      return;
    case 'Deleted':
      message.deleted = true;
      message.views.clear();
      return;
    case 'Acted':
      message.actors.add(change.as);
      return;
    case 'Viewed':
      message.views.set(change.as, { card: change.card, answeredAtMs: change.atMs });
  }
}
