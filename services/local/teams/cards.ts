// Owns what Teams asks of a card and does with it: whether it can be shown, whom it refreshes, what its inputs become.
// Must not judge taste or content: only what Teams itself would refuse or not show (TEAMS.md §2).

import { z } from 'zod';
import type { Card } from './api';
import { asObject } from './json';

export const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

// TEAMS.md §2: 1.5 everywhere; 1.6 fails in places, a missing version fails on phones.
const VERSION_MAX = { major: 1, minor: 5 };
/** TEAMS.md §2: more user ids than this in a card's refresh is an error; also the size up to which all are meant. */
export const REFRESH_VIEWERS_MAX = 60;

/** Why Teams cannot show a card, in English for the log; null when it can. */
export function cardFault(content: unknown): string | null {
  const card = asObject(content);
  if (card === null || card['type'] !== 'AdaptiveCard') {
    return 'The content is not an object of type AdaptiveCard.';
  }
  const version = typeof card['version'] === 'string' ? /^(\d+)\.(\d+)$/.exec(card['version']) : null;
  if (version === null) {
    return 'The card has no version.';
  }
  const [major, minor] = [Number(version[1]), Number(version[2])];
  const isTooNew = major > VERSION_MAX.major || (major === VERSION_MAX.major && minor > VERSION_MAX.minor);
  return isTooNew ? `The card has version ${version[0]}; Teams shows at most 1.5.` : null;
}

const ActionSchema = z.object({
  type: z.string(),
  id: z.string().optional(),
  verb: z.string().optional(),
  data: z.unknown().optional(),
});

const RefreshSchema = z.object({ action: ActionSchema, userIds: z.array(z.string()).nullish() });

export interface Refresh {
  readonly action: z.infer<typeof ActionSchema>;
  /** Null: everyone, while the conversation is small enough. */
  readonly userIds: readonly string[] | null;
}

/** The refresh a card asks for, or null. */
export function refreshOf(card: Card | undefined): Refresh | null {
  const parsed = RefreshSchema.safeParse(card?.['refresh']);
  return parsed.success ? { action: parsed.data.action, userIds: parsed.data.userIds ?? null } : null;
}

/** How many user ids stand in a card's refresh, whatever else is wrong with it. */
export function refreshUserIds(card: Card): readonly string[] {
  const ids = asObject(card['refresh'])?.['userIds'];
  return Array.isArray(ids) ? ids.map(String) : [];
}

/** An action's data with the inputs laid over it, as Teams sends it. Data that is no object gives way to inputs. */
export function mergeInputs(data: unknown, inputs: Readonly<Record<string, string>>): unknown {
  const base = asObject(data);
  if (base === null && Object.keys(inputs).length === 0) {
    return data ?? {};
  }
  return { ...base, ...inputs };
}

const MentionSchema = z.object({
  type: z.literal('mention'),
  text: z.string(),
  mentioned: z.object({ id: z.string(), name: z.string().optional() }),
});

export type MentionEntity = z.infer<typeof MentionSchema>;

/** The mentions among the entities of an activity or of a card's `msteams`. */
export function mentionsIn(entities: unknown): readonly MentionEntity[] {
  const list: readonly unknown[] = Array.isArray(entities) ? entities : [];
  return list.flatMap((entity) => {
    const parsed = MentionSchema.safeParse(entity);
    return parsed.success ? [parsed.data] : [];
  });
}

/** The mentions a card declares whose text does not stand in it to the byte. */
export function strayMentions(card: Card): readonly MentionEntity[] {
  const mentions = mentionsIn(asObject(card['msteams'])?.['entities']);
  if (mentions.length === 0) {
    return [];
  }
  const body = JSON.stringify(card['body'] ?? []);
  return mentions.filter(({ text }) => !body.includes(JSON.stringify(text).slice(1, -1)));
}
