// Reads the connector's traffic as it grows and keeps what the invariants ask of it: what stands where, what people were
// told, and what no card may be. Bodies are read once and not kept.
import type { Card, TrafficEntry } from '../../teams/api';
import type { LocalTeamsClient } from '../../teams/client';
import { buttonsOf, inputsOf, isObject, wordsOf } from '../players/cards';
import { holdsCpr } from './cpr';

/** What the local Teams answers at once. */
const PAGE = 1_000;
/** Our own cap (TEAMS.md §1), in UTF-16 as Teams counts. */
export const CARD_BYTES_MAX = 40 * 1024;

/** As long as the local Teams takes for a repetition. */
const REPEAT_MS = 600_000;

/** A message of the bot as it stands after its last edit. */
export interface Standing {
  readonly conversationId: string;
  readonly messageId: string;
  readonly card: Card;
  /** When it was first posted, and last edited. */
  readonly at: string;
  readonly editedAt: string | null;
}

/** Something posted: told once, whatever became of it later. */
export interface Told {
  readonly conversationId: string;
  readonly at: string;
  readonly card: Card;
}

export class TrafficReader {
  readonly #standing = new Map<string, Standing>();
  readonly #lastPosts = new Map<string, string>();
  readonly told: Told[] = [];
  /** Faults of single cards, each with its place; the first few of each kind are enough. */
  readonly tooBig: string[] = [];
  readonly withoutVersion: string[] = [];
  readonly sharedInputs: string[] = [];
  readonly withCpr: string[] = [];
  /** The same content posted in a channel, or told to a person unasked, less than ten minutes after the first. */
  readonly repeated: string[] = [];
  /** Ids of rounds that stood on any posted card, in order of appearance. */
  readonly roundIds: string[] = [];
  /** Tasks in order of their first posted card. */
  readonly taskIds: string[] = [];
  posted = 0;
  updated = 0;
  #after = 0;

  constructor(private readonly client: LocalTeamsClient) {}

  get standing(): readonly Standing[] {
    return [...this.#standing.values()];
  }

  /** Reads what has come since the last time. */
  async read(): Promise<void> {
    for (;;) {
      const entries = await this.client.traffic(this.#after, PAGE);
      for (const entry of entries) this.#take(entry);
      this.#after = entries.at(-1)?.seq ?? this.#after;
      if (entries.length < PAGE) return;
    }
  }

  #take(entry: TrafficEntry): void {
    if (entry.direction === 'from-bot') this.#fromBot(entry);
    else if (entry.path.endsWith('/api/messages')) this.#inspectAll(entry, cardsIn(entry.answer), 'answered');
  }

  #fromBot(entry: TrafficEntry): void {
    if (entry.method !== 'POST' && entry.method !== 'PUT') return;
    if (entry.status === null || entry.status >= 300) return;
    const cards = cardsIn(entry.body);
    const [card] = cards;
    this.#inspectAll(entry, cards, 'posted');
    if (card === undefined) return;
    const { conversationId, activityId } = placeOf(entry.path);
    // A post may name the message it answers in its path; its own id is in what it was answered.
    if (entry.method === 'PUT') this.#edited(conversationId, activityId ?? '', card, entry.at);
    else this.#posted(conversationId, idIn(entry.answer), card, entry.at);
    for (const taskId of idsOf(card, 'taskId')) if (!this.taskIds.includes(taskId)) this.taskIds.push(taskId);
    for (const roundId of idsOf(card, 'roundId')) if (!this.roundIds.includes(roundId)) this.roundIds.push(roundId);
  }

  #posted(conversationId: string, messageId: string, card: Card, at: string): void {
    this.posted += 1;
    this.#compare(conversationId, card, at);
    this.told.push({ conversationId, at, card });
    this.#standing.set(`${conversationId} ${messageId}`, { conversationId, messageId, card, at, editedAt: null });
  }

  /** Answers to what somebody wrote may be the same twice: only posts that nobody asked for are compared. */
  #compare(conversationId: string, card: Card, at: string): void {
    const buttons = buttonsOf(card);
    const isDigest = buttons.some(({ verb }) => verb === 'reminder.tomorrow');
    const isLetter = buttons.length === 1 && buttons[0]?.verb === 'nomination.show';
    if (!conversationId.startsWith('19:') && !isDigest && !isLetter) return;
    const key = `${conversationId} ${JSON.stringify(card)}`;
    const before = this.#lastPosts.get(key);
    this.#lastPosts.set(key, at);
    if (before !== undefined && Date.parse(at) - Date.parse(before) < REPEAT_MS) {
      this.repeated.push(`${conversationId}: ${wordsOf(card).split('\n')[0] ?? ''}`);
    }
  }

  #edited(conversationId: string, messageId: string, card: Card, at: string): void {
    this.updated += 1;
    const before = this.#standing.get(`${conversationId} ${messageId}`);
    const standing = { conversationId, messageId, card, at: before?.at ?? at, editedAt: at };
    this.#standing.set(`${conversationId} ${messageId}`, standing);
  }

  #inspectAll(entry: TrafficEntry, cards: readonly Card[], how: 'posted' | 'answered'): void {
    for (const card of cards) {
      const where = `${entry.method} no. ${entry.seq}: ${wordsOf(card).split('\n')[0] ?? ''}`;
      const bytes = Buffer.byteLength(JSON.stringify(card), 'utf16le');
      if (bytes > CARD_BYTES_MAX) this.tooBig.push(`${where} (${bytes} bytes)`);
      if (card['version'] !== '1.5') this.withoutVersion.push(where);
      const isShared = how === 'posted' && placeOf(entry.path).conversationId.startsWith('19:');
      if (isShared && inputsOf(card).length > 0) this.sharedInputs.push(where);
      if (holdsCpr(wordsOf(card))) this.withCpr.push(where);
    }
  }
}

/** Cards in a body or an answer, wherever they stand: attachments, dialogs, answers to presses. */
function cardsIn(value: unknown): readonly Card[] {
  if (Array.isArray(value)) return value.flatMap(cardsIn);
  if (!isObject(value)) return [];
  if (value['type'] === 'AdaptiveCard') return [value];
  return ['attachments', 'content', 'activity', 'value', 'task', 'card'].flatMap((key) => cardsIn(value[key]));
}

/** `/v3/conversations/<id>/activities/<activityId>`; a thread counts as its channel. */
function placeOf(path: string): { readonly conversationId: string; readonly activityId: string | null } {
  const found = /\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?/.exec(path);
  const conversationId = decodeURIComponent(found?.[1] ?? '').split(';')[0] ?? '';
  return { conversationId, activityId: found?.[2] === undefined ? null : decodeURIComponent(found[2]) };
}

function idIn(answer: unknown): string {
  const id = isObject(answer) ? (answer['id'] ?? answer['activityId']) : null;
  return typeof id === 'string' ? id : '';
}

function idsOf(card: Card, key: 'roundId' | 'taskId'): readonly string[] {
  const data = buttonsOf(card).map((button) => button.data[key]);
  return data.filter((id): id is string => typeof id === 'string');
}
