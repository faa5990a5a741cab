// Owns the sandbox tenant in memory: people, teams, conversations, messages, each viewer's own view, the clock's offset.
// Must not touch disk or network, and changes only through `apply`, so that a restart folds to the same world.

import type { Directory, Faults, LocalPerson, LocalTeam, Violation } from './api';
import type { Change } from './changes';
import { addMessage, applyToMessage, newConversation, type Conversation } from './conversation';

const NO_FAULTS: Faults = { rate: 0, seed: 1, kinds: [] };

export class World {
  readonly people = new Map<string, LocalPerson>();
  readonly teams = new Map<string, LocalTeam>();
  readonly conversations = new Map<string, Conversation>();
  readonly violations: Violation[] = [];
  offsetMs = 0;
  faults: Faults = NO_FAULTS;
  groupChats = 0;
  readonly #aadOfTeamsId = new Map<string, string>();
  readonly #chatsOfPerson = new Map<string, Conversation[]>();
  #lastMessageId = 0;

  /** Folds one change in. A change about something unknown is ignored: its conversation has left the directory. */
  apply(change: Change): void {
    switch (change.kind) {
      case 'Person':
        this.people.set(change.person.aadObjectId, change.person);
        this.#aadOfTeamsId.set(change.person.id, change.person.aadObjectId);
        return;
      case 'Team':
        this.#applyTeam(change.team);
        return;
      case 'Chat':
        this.#applyChat(change);
        return;
      case 'ClockMoved':
        this.offsetMs = change.offsetMs;
        return;
      case 'FaultsSet':
        this.faults = change.faults;
        return;
      case 'Violated':
        this.violations.push(change.violation);
        return;
      default:
        this.#applyToConversation(change);
    }
  }

  #applyTeam(team: LocalTeam): void {
    const kept = new Set(team.channels.map((channel) => channel.id));
    for (const channel of this.teams.get(team.id)?.channels ?? []) {
      if (!kept.has(channel.id)) {
        this.conversations.delete(channel.id);
      }
    }
    this.teams.set(team.id, team);
    const members = new Set(team.members);
    for (const channel of team.channels) {
      const known = this.conversations.get(channel.id);
      if (known === undefined) {
        this.conversations.set(channel.id, newConversation(channel.id, 'channel', channel.name, team.id, members));
      } else {
        known.name = channel.name;
        known.members = members;
      }
    }
  }

  #applyChat(change: Extract<Change, { kind: 'Chat' }>): void {
    const conversation = newConversation(change.id, change.chat, change.name, null, new Set(change.members));
    this.conversations.set(change.id, conversation);
    this.groupChats += change.chat === 'group' ? 1 : 0;
    for (const aad of change.members) {
      this.#chatsOfPerson.set(aad, [...(this.#chatsOfPerson.get(aad) ?? []), conversation]);
    }
  }

  #applyToConversation(change: Exclude<Change, { kind: TenantChange }>): void {
    const id = change.kind === 'Posted' ? change.message.conversationId : change.conversationId;
    const conversation = this.conversations.get(id);
    if (conversation === undefined) {
      return;
    }
    switch (change.kind) {
      case 'Installed':
        conversation.installed = change.installed;
        return;
      case 'Seen':
        conversation.seen.set(change.as, change.count);
        return;
      case 'Posted':
        this.#lastMessageId = Math.max(this.#lastMessageId, Number(change.message.id));
        addMessage(conversation, change.message);
        return;
      default:
        applyToMessage(conversation.byId.get(change.messageId), change);
    }
  }

  /** A new message id: the instant in milliseconds as Teams has it, and always above the one before. */
  nextMessageId(nowMs: number): string {
    this.#lastMessageId = Math.max(this.#lastMessageId + 1, Math.floor(nowMs));
    return String(this.#lastMessageId);
  }

  /** The person behind a `29:` id or an Entra object id; a UPN finds nobody, as in Teams. */
  person(id: string): LocalPerson | undefined {
    return this.people.get(id) ?? this.people.get(this.#aadOfTeamsId.get(id) ?? id.toLowerCase());
  }

  /** A person's personal and group chats, in the order they came to be. */
  chatsOf(aad: string): readonly Conversation[] {
    return this.#chatsOfPerson.get(aad) ?? [];
  }

  directory(): Directory {
    return { people: [...this.people.values()], teams: [...this.teams.values()] };
  }
}

type TenantChange = 'Person' | 'Team' | 'Chat' | 'ClockMoved' | 'FaultsSet' | 'Violated';
