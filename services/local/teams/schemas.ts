// Owns what the control API (api.ts) lets in: every body and query is parsed here, once.
// Must not reach into the world.

import { z } from 'zod';
import { RefusedCall } from './errors';

// Bounds no real sandbox comes near; they keep a mistaken script from filling memory.
const NAME_CHARS_MAX = 300;
const TEXT_CHARS_MAX = 28_000;
const PEOPLE_MAX = 5000;

const id = z.string().min(1).max(NAME_CHARS_MAX);
const name = z.string().min(1).max(NAME_CHARS_MAX);
const aad = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'an Entra object id in lower case');
const inputs = z.record(z.string(), z.string().max(TEXT_CHARS_MAX));
const about = { as: aad, conversationId: id, messageId: id };

export const PersonSchema = z.strictObject({
  id: id.startsWith('29:'),
  aadObjectId: aad,
  name,
  title: z.string().max(NAME_CHARS_MAX),
  language: z.enum(['da', 'en']),
  guest: z.boolean().exactOptional(),
});

export const DirectorySchema = z.strictObject({
  people: z.array(PersonSchema).max(PEOPLE_MAX),
  teams: z.array(
    z.strictObject({
      id,
      name,
      members: z.array(aad).max(PEOPLE_MAX),
      channels: z.array(z.strictObject({ id: id.startsWith('19:'), name })).max(PEOPLE_MAX),
    }),
  ),
});

export const ActSchema = z.strictObject({
  ...about,
  action: z.strictObject({
    type: z.enum(['Action.Execute', 'Action.Submit']),
    id: z.string().exactOptional(),
    verb: z.string().exactOptional(),
    data: z.unknown().optional(),
  }),
  inputs,
});

export const DialogSchema = z.strictObject({ ...about, data: z.unknown().default(null), inputs });

export const SaySchema = z.strictObject({
  as: aad,
  conversationId: id,
  rootId: id.exactOptional(),
  text: z.string().max(TEXT_CHARS_MAX),
  mentionBot: z.boolean(),
});

export const RefreshSchema = z.strictObject(about);

export const SearchSchema = z.strictObject({
  ...about,
  dataset: z.string().max(NAME_CHARS_MAX),
  query: name.or(z.literal('')),
});

export const ClockSchema = z.union([
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
  z.strictObject({ byMs: z.number().int().min(0) }),
  z.strictObject({ toNext: z.literal(true) }),
]);

export const FaultsSchema = z.strictObject({
  rate: z.number().min(0).max(1),
  seed: z.number().int(),
  kinds: z.array(z.union([z.number().int().min(400).max(599), z.enum(['reset', 'lost', 'slow'])])),
  refuse: z.record(z.string(), z.string()).exactOptional(),
  limits: z.boolean().exactOptional(),
  redeliverAfterMs: z.number().min(0).exactOptional(),
  slowMs: z.number().min(0).exactOptional(),
  refreshViewers: z.enum(['watching', 'all']).exactOptional(),
});

export const BotsSchema = z.strictObject({ endpoints: z.array(z.string()) });
export const InstallSchema = z.strictObject({ as: aad, action: z.enum(['add', 'remove']) });
export const LoseSchema = z.strictObject({ conversationId: id, messageId: id });

/** What a bot answers to GET <botBase>/local/clock. */
export const BotClockSchema = z.object({
  now: z.string(),
  next: z.array(
    z.object({
      at: z.iso.datetime({ offset: true }),
      kind: z.enum(['deadline', 'round', 'morning']),
      label: z.object({ da: z.string(), en: z.string() }),
    }),
  ),
});

/** The parsed value; refused with 400 and what is wrong where. */
export function parseAs<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new RefusedCall('BadArgument', z.prettifyError(parsed.error), { cause: parsed.error });
  }
  return parsed.data;
}
