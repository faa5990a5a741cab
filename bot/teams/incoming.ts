// An activity of Teams, parsed once: who, where, and what was wished. Unknown shapes are null, never an exception.
// Nothing here reads state or answers.
import { z } from 'zod';
import type { Wish } from './wish';
import { invokeWish } from './invokes';

/** Longest text a person can send us anywhere; longer ones are refused with a sentence. Teams itself stops at about 28 KB. */
const textLengthMax = 100_000;

const account = z.object({
  id: z.string().min(1).max(500),
  name: z.string().max(500).default(''),
  aadObjectId: z.string().max(100).optional(),
});

const envelope = z.looseObject({
  type: z.string().max(100),
  id: z.string().max(500).default(''),
  name: z.string().max(200).optional(),
  channelId: z.string().max(100),
  serviceUrl: z.string().max(1_000),
  from: account,
  recipient: z.object({ id: z.string().min(1).max(500), name: z.string().max(500).optional() }),
  conversation: z.object({
    id: z.string().min(1).max(1_000),
    conversationType: z.string().max(50).optional(),
    tenantId: z.string().max(100).optional(),
  }),
  replyToId: z.string().max(500).optional(),
  locale: z.string().max(50).optional(),
  text: z.string().optional(),
  value: z.unknown().optional(),
  entities: z
    .array(z.looseObject({ type: z.string() }))
    .max(200)
    .optional(),
  channelData: z
    .looseObject({
      tenant: z.object({ id: z.string().max(100) }).optional(),
      team: z
        .object({
          id: z.string().max(500),
          name: z.string().max(500).optional(),
          aadGroupId: z.string().max(100).optional(),
        })
        .optional(),
      channel: z.object({ id: z.string().max(500), name: z.string().max(500).optional() }).optional(),
    })
    .nullish(),
});
type Envelope = z.infer<typeof envelope>;

/** Where something was said or pressed. */
export interface Place {
  readonly kind: 'personal' | 'channel' | 'group';
  /** Without the thread's `;messageid=`. */
  readonly conversationId: string;
  readonly teamId: string | null;
  readonly channelId: string | null;
  readonly teamName: string | null;
  readonly channelName: string | null;
  /** The team's Entra group, which Graph knows it by; Teams does not always tell it. */
  readonly teamGroupId: string | null;
}

export interface Incoming {
  readonly from: { readonly teamsId: string; readonly name: string; readonly aadObjectId: string | null };
  readonly tenantId: string | null;
  readonly place: Place;
  readonly locale: string | null;
  /** The message whose card was pressed. */
  readonly replyToId: string | null;
  readonly wish: Wish;
}

/** Parses an activity; null where it is none. */
export function parseIncoming(activity: unknown): Incoming | null {
  const parsed = envelope.safeParse(activity);
  if (!parsed.success) return null;
  const message = parsed.data;
  const wish = wishOf(message);
  return {
    from: { teamsId: message.from.id, name: message.from.name, aadObjectId: message.from.aadObjectId ?? null },
    tenantId: tenantOf(message),
    place: placeOf(message),
    locale: message.locale ?? null,
    replyToId: message.replyToId ?? null,
    wish,
  };
}

/** The tenant of the conversation; null where two are named, as for a person of another tenant in a shared channel. */
function tenantOf(message: Envelope): string | null {
  const named = [message.conversation.tenantId, message.channelData?.tenant?.id].filter((id) => id !== undefined);
  return named.every((id) => id === named[0]) ? (named[0] ?? null) : null;
}

function placeOf(message: Envelope): Place {
  const type = message.conversation.conversationType;
  return {
    kind: type === 'personal' ? 'personal' : type === 'channel' ? 'channel' : 'group',
    conversationId: message.conversation.id.split(';')[0] ?? message.conversation.id,
    teamId: message.channelData?.team?.id ?? null,
    channelId:
      message.channelData?.channel?.id ?? (type === 'channel' ? (message.conversation.id.split(';')[0] ?? null) : null),
    teamName: message.channelData?.team?.name ?? null,
    channelName: message.channelData?.channel?.name ?? null,
    teamGroupId: message.channelData?.team?.aadGroupId ?? null,
  };
}

function wishOf(message: Envelope): Wish {
  switch (message.type) {
    case 'message':
      return message.value instanceof Object
        ? { kind: 'submit', data: message.value }
        : {
            kind: 'text',
            text: withoutMention(message.text ?? '', message.recipient.id, message.entities ?? []).slice(
              0,
              textLengthMax,
            ),
          };
    case 'invoke':
      return invokeWish(message.name ?? '', message.value);
    case 'installationUpdate':
    case 'conversationUpdate':
      return arrival(message);
    default:
      return { kind: 'other' };
  }
}

/** What stands beside the envelope's fields, and only in updates. */
const update = z.object({
  action: z.string().optional(),
  membersRemoved: z.array(z.looseObject({ id: z.string() })).optional(),
  channelData: z.looseObject({ eventType: z.string().max(100).optional() }).nullish(),
});

/** Teams tells an arrival twice, by installationUpdate and by conversationUpdate: only the first is taken as one. */
function arrival(message: Envelope): Wish {
  const parsed = update.safeParse(message);
  if (!parsed.success) return { kind: 'other' };
  const { action, membersRemoved, channelData } = parsed.data;
  if (message.type === 'installationUpdate')
    return action?.startsWith('remove') === true ? { kind: 'left' } : { kind: 'arrived' };
  if (membersRemoved?.some(({ id }) => id === message.recipient.id) === true) return { kind: 'left' };
  return channelData?.eventType === undefined ? { kind: 'other' } : { kind: 'told', event: channelData.eventType };
}

const mention = z.object({
  type: z.literal('mention'),
  text: z.string().optional(),
  mentioned: z.object({ id: z.string() }),
});

/** The text without the bot's own mention, as a person would have meant it. */
function withoutMention(text: string, botId: string, entities: readonly unknown[]): string {
  let rest = text;
  for (const entity of entities) {
    const parsed = mention.safeParse(entity);
    if (
      parsed.success &&
      parsed.data.mentioned.id === botId &&
      parsed.data.text !== undefined &&
      parsed.data.text !== ''
    ) {
      rest = rest.split(parsed.data.text).join(' ');
    }
  }
  return rest.replace(/\s+/g, ' ').trim();
}
