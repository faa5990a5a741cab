// Owns the forms of ids in Teams: conversations and their threads, messages, and what is derived from a name.
// Must not know which of them exist.

import { createHash } from 'node:crypto';

/** What `;messageid=` in a conversation id says: the conversation, and the root post of a thread if it names one. */
export interface ConversationAddress {
  readonly base: string;
  readonly rootId: string | null;
}

const THREAD_MARK = ';messageid=';

/** Takes `19:…@thread.tacv2;messageid=170…` apart (TEAMS.md §3). */
export function parseConversationId(id: string): ConversationAddress {
  const at = id.indexOf(THREAD_MARK);
  return at < 0
    ? { base: id, rootId: null }
    : { base: id.slice(0, at), rootId: id.slice(at + THREAD_MARK.length) || null };
}

/** The conversation id that addresses one thread of a channel. */
export function threadId(channelId: string, rootId: string): string {
  return `${channelId}${THREAD_MARK}${rootId}`;
}

function digest(...parts: readonly string[]): Buffer {
  return createHash('sha256').update(JSON.stringify(parts)).digest();
}

/** The id of a person's chat with the bot: the same for ever, so that creating it twice finds it. */
export function personalChatId(tenantId: string, aadObjectId: string): string {
  return `a:1${digest('personal', tenantId, aadObjectId).toString('base64url')}`;
}

/** The id of a group chat; `number` tells apart chats of the same people. */
export function groupChatId(tenantId: string, number: number): string {
  return `19:${digest('group', tenantId, String(number)).toString('hex').slice(0, 32)}@thread.v2`;
}

/** A UUID (version 8, RFC 9562) that always comes out the same for the same text. */
export function uuidOf(text: string): string {
  const bytes = Uint8Array.from(digest('uuid', text).subarray(0, 16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** A short hash of content, to find the same thing posted twice. */
export function contentHash(content: unknown): string {
  return digest(JSON.stringify(content)).toString('base64url').slice(0, 22);
}
