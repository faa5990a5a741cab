// Owns writing a world down as the fewest changes that fold to it, which is what a compacted file holds.
// Must not touch disk: storage.ts does.

import type { Change } from './changes';
import type { Conversation, Message } from './conversation';
import type { World } from './world';

/** The fewest changes that fold to this world, in an order that folds. */
export function* changesOf(world: World): Generator<Change> {
  yield { kind: 'ClockMoved', offsetMs: world.offsetMs };
  yield { kind: 'FaultsSet', faults: world.faults };
  yield* world.violations.map((violation): Change => ({ kind: 'Violated', violation }));
  yield* [...world.people.values()].map((person): Change => ({ kind: 'Person', person }));
  yield* [...world.teams.values()].map((team): Change => ({ kind: 'Team', team }));
  for (const conversation of world.conversations.values()) {
    yield* changesOfConversation(conversation);
  }
}

function* changesOfConversation(conversation: Conversation): Generator<Change> {
  const { id, kind, name } = conversation;
  if (kind !== 'channel') {
    yield { kind: 'Chat', id, chat: kind, name, members: [...conversation.members] };
    yield { kind: 'Installed', conversationId: id, installed: conversation.installed };
  }
  for (const message of conversation.messages) {
    yield* changesOfMessage(message);
  }
  for (const [as, count] of conversation.seen) {
    yield { kind: 'Seen', conversationId: id, as, count };
  }
}

function* changesOfMessage(message: Message): Generator<Change> {
  const about = { conversationId: message.posted.conversationId, messageId: message.posted.id };
  if (message.editedAtMs === null) {
    yield { kind: 'Posted', message: message.posted };
  } else {
    yield { kind: 'Posted', message: { ...message.posted, ...message.content } };
    yield { kind: 'Edited', ...about, atMs: message.editedAtMs, content: message.content };
  }
  if (message.deleted) {
    yield { kind: 'Deleted', ...about };
  }
  yield* [...message.actors].map((as): Change => ({ kind: 'Acted', ...about, as }));
  for (const [as, view] of message.views) {
    yield { kind: 'Viewed', ...about, as, card: view.card, atMs: view.answeredAtMs };
  }
}
