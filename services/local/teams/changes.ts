// Owns what can change in the sandbox tenant: one change is one line on disk, and the world is the fold of them.
// Must not hold behaviour: world.ts applies a change, storage.ts writes it.

import type { Card, Faults, LocalPerson, LocalTeam, Violation } from './api';

export interface Mention {
  readonly id: string;
  readonly name: string;
}

/** What a message says; an edit replaces all of it. */
export interface MessageContent {
  readonly text: string;
  readonly mentions: readonly Mention[];
  readonly cards: readonly Card[];
  /** True when a card came that Teams cannot show; people see a sentence instead. */
  readonly cardFailed: boolean;
}

export interface PostedMessage extends MessageContent {
  readonly id: string;
  readonly conversationId: string;
  readonly rootId: string | null;
  /** The writer's Entra object id; null is the bot. */
  readonly fromId: string | null;
  readonly atMs: number;
}

interface AboutMessage {
  readonly conversationId: string;
  readonly messageId: string;
}

export type Change =
  | { readonly kind: 'Person'; readonly person: LocalPerson }
  | { readonly kind: 'Team'; readonly team: LocalTeam }
  | {
      readonly kind: 'Chat';
      readonly id: string;
      readonly chat: 'personal' | 'group';
      readonly name: string;
      readonly members: readonly string[];
    }
  | { readonly kind: 'Installed'; readonly conversationId: string; readonly installed: boolean }
  | { readonly kind: 'Posted'; readonly message: PostedMessage }
  | (AboutMessage & { readonly kind: 'Edited'; readonly atMs: number; readonly content: MessageContent })
  | (AboutMessage & { readonly kind: 'Deleted' })
  | (AboutMessage & { readonly kind: 'Acted'; readonly as: string })
  | (AboutMessage & { readonly kind: 'Viewed'; readonly as: string; readonly card: Card; readonly atMs: number })
  | { readonly kind: 'Seen'; readonly conversationId: string; readonly as: string; readonly count: number }
  | { readonly kind: 'ClockMoved'; readonly offsetMs: number }
  | { readonly kind: 'FaultsSet'; readonly faults: Faults }
  | { readonly kind: 'Violated'; readonly violation: Violation };

const KINDS: ReadonlySet<string> = new Set<Change['kind']>([
  'Person',
  'Team',
  'Chat',
  'Installed',
  'Posted',
  'Edited',
  'Deleted',
  'Acted',
  'Viewed',
  'Seen',
  'ClockMoved',
  'FaultsSet',
  'Violated',
]);

/** Whether a parsed line of our own file is a change of a kind we know; its inside is ours and trusted. */
export function isChange(value: unknown): value is Change {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    typeof value.kind === 'string' &&
    KINDS.has(value.kind)
  );
}
