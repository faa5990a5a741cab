// Owns asking the bot and understanding its answer: invokes, their redelivery, and the forms an answer may take.
// Must not change the world: who asked decides what becomes of the answer.

import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Activity } from './activities';
import type { Card, Dialog } from './api';
import type { BotLink, Delivery } from './bot-link';
import { cardFault } from './cards';
import type { Sandbox } from './sandbox';

/** What a bot answered. `malformed` says in English for the log what Teams would not understand. */
export type InvokeAnswer =
  | { readonly kind: 'card'; readonly card: Card }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'dialog'; readonly dialog: Dialog }
  | { readonly kind: 'results'; readonly results: readonly SearchResult[] }
  | { readonly kind: 'closed' }
  | { readonly kind: 'error'; readonly text: string | null }
  | { readonly kind: 'malformed'; readonly detail: string }
  | { readonly kind: 'unreachable' };

export type SearchResult = z.infer<typeof ResultSchema>;

const ResultSchema = z.object({ title: z.string(), value: z.string() });
const CardSchema = z.record(z.string(), z.unknown());
const ErrorValueSchema = z.object({ message: z.string() });
const ActionAnswerSchema = z.object({ statusCode: z.number(), type: z.string(), value: z.unknown().optional() });
const SearchValueSchema = z.object({ results: z.array(ResultSchema) });
const SizeSchema = z.union([z.number(), z.string()]).nullish();
const TaskSchema = z.object({
  task: z.discriminatedUnion('type', [
    z.object({ type: z.literal('message'), value: z.string().nullish() }),
    z.object({
      type: z.literal('continue'),
      value: z.object({
        title: z.string().nullish(),
        height: SizeSchema,
        width: SizeSchema,
        card: z.object({ content: CardSchema }),
      }),
    }),
  ]),
});

const ANSWER_CARD = 'application/vnd.microsoft.card.adaptive';
const ANSWER_MESSAGE = 'application/vnd.microsoft.activity.message';
const ANSWER_SEARCH = 'application/vnd.microsoft.search.searchResponse';

function malformed(detail: string): InvokeAnswer {
  return { kind: 'malformed', detail };
}

/** What to make of a delivery that holds no readable answer: an HTTP error is a bot out of reach. */
function unreadable(delivery: Delivery, what: string): InvokeAnswer {
  if (delivery.kind === 'unreachable' || delivery.status < 200 || delivery.status > 299) {
    return { kind: 'unreachable' };
  }
  return malformed(`The answer to ${what} has not the form Teams understands.`);
}

function readCard(value: unknown): InvokeAnswer {
  const fault = cardFault(value);
  const card = CardSchema.safeParse(value);
  return fault === null && card.success
    ? { kind: 'card', card: card.data }
    : malformed(fault ?? 'The card is no object.');
}

/**
 * Reads `{statusCode,type,value}`. The HTTP status does not matter when the body has this form: botbuilder copies
 * statusCode into it (TEAMS.md §3).
 */
export function readActionAnswer(delivery: Delivery): InvokeAnswer {
  const body = ActionAnswerSchema.safeParse(delivery.kind === 'answered' ? delivery.body : null);
  if (!body.success) {
    return unreadable(delivery, 'adaptiveCard/action');
  }
  const { type, value, statusCode } = body.data;
  switch (type) {
    case ANSWER_CARD:
      return readCard(value);
    case ANSWER_MESSAGE:
      return typeof value === 'string' ? { kind: 'message', text: value } : malformed('A message answer has no text.');
    case ANSWER_SEARCH: {
      const found = SearchValueSchema.safeParse(value);
      return found.success ? { kind: 'results', results: found.data.results } : malformed('The results have no list.');
    }
    default:
      return statusCode >= 400 || type === 'application/vnd.microsoft.error'
        ? { kind: 'error', text: ErrorValueSchema.safeParse(value).data?.message ?? null }
        : malformed(`An answer of type ${type} is not understood.`);
  }
}

/** Reads `{task:{type,value}}`; an empty answer closes the dialog (and opens none). */
export function readTaskAnswer(delivery: Delivery): InvokeAnswer {
  if (delivery.kind === 'answered' && delivery.status < 300 && delivery.body === undefined) {
    return { kind: 'closed' };
  }
  const parsed = TaskSchema.safeParse(delivery.kind === 'answered' ? delivery.body : null);
  if (!parsed.success) {
    return unreadable(delivery, 'a dialog');
  }
  const { task } = parsed.data;
  if (task.type === 'message') {
    return task.value ? { kind: 'message', text: task.value } : { kind: 'closed' };
  }
  const { title, height, width, card } = task.value;
  const read = readCard(card.content);
  return read.kind === 'card'
    ? { kind: 'dialog', dialog: { title: title ?? '', card: read.card, height: height ?? null, width: width ?? null } }
    : read;
}

export class Invokes {
  constructor(
    private readonly sandbox: Sandbox,
    private readonly bots: BotLink,
  ) {}

  /**
   * Sends an invoke; sends it once more under a new activity id when the first has not been answered within
   * `redeliverAfterMs` (TEAMS.md §1: over 10–15 s the service sends again). The first answer counts.
   */
  async ask(activity: Activity): Promise<Delivery> {
    const { redeliverAfterMs } = this.sandbox.world.faults;
    const first = this.bots.send(activity);
    if (redeliverAfterMs === undefined) {
      return first;
    }
    const answeredInTime = new AbortController();
    const slow = delay(redeliverAfterMs, null, { signal: answeredInTime.signal }).catch(() => null);
    const inTime = await Promise.race([first, slow]);
    answeredInTime.abort();
    if (inTime !== null) {
      return inTime;
    }
    this.sandbox.ledger.count('redelivered');
    const second = this.bots.send({ ...activity, id: `f:${this.sandbox.newId()}` });
    return firstAnswered(first, second);
  }
}

/** The first delivery of the two that was answered; unreachable when neither was. */
async function firstAnswered(one: Promise<Delivery>, other: Promise<Delivery>): Promise<Delivery> {
  const [earlier, later] = await Promise.race([
    one.then((delivery) => [delivery, other] as const),
    other.then((delivery) => [delivery, one] as const),
  ]);
  return earlier.kind === 'answered' ? earlier : later;
}
