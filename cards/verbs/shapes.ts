// The building blocks of what an action carries: ids, small numbers, and inputs as Teams sends them (always text).
// Must know no card; which verb carries what stands in the files beside this one.
import { z } from 'zod';
import { choiceId } from '../../services/process/definition/schema';
import { as } from '../../services/process/ids';
import type {
  BodyId,
  EntryId,
  GroupId,
  MandateId,
  MeetingId,
  NominationId,
  ObligationId,
  OverrideId,
  PersonId,
  PrincipleId,
  QuestionId,
  JoinId,
  MergeId,
  RoundId,
  StepId,
  TaskId,
} from '../../services/process/ids';

/** The version of what cards carry. A card with another one is answered by the present view (StaleCard). */
export const cardVersion = 1;

/** Free text of one input: beyond this Teams itself becomes slow, and no field of a form is allowed more (schema.ts). */
export const textMax = 20_000;

/**
 * True for names that every object has by birth (`constructor`, `toString` …): looked up in a record of ours they would find
 * something that is none of it.
 */
export function isInherited(name: string): boolean {
  return name in Object.prototype;
}

const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:@-]{0,199}$/, 'an id')
  .refine((text) => !isInherited(text), 'an id');

export const roundId = id.transform((text) => as<RoundId>(text));
export const stepId = id.transform((text) => as<StepId>(text));
export const taskId = id.transform((text) => as<TaskId>(text));
export const bodyId = id.transform((text) => as<BodyId>(text));
export const mandateId = id.transform((text) => as<MandateId>(text));
export const personId = id.transform((text) => as<PersonId>(text));
export const nominationId = id.transform((text) => as<NominationId>(text));
export const principleId = id.transform((text) => as<PrincipleId>(text));
export const groupId = id.transform((text) => as<GroupId>(text));
export const joinId = id.transform((text) => as<JoinId>(text));
export const mergeId = id.transform((text) => as<MergeId>(text));
export const questionId = id.transform((text) => as<QuestionId>(text));
export const meetingId = id.transform((text) => as<MeetingId>(text));
export const obligationId = id.transform((text) => as<ObligationId>(text));
export const overrideId = id.transform((text) => as<OverrideId>(text));
export const entryId = id.transform((text) => as<EntryId>(text));
/** A patient group's network, or `round` for the round's only one. */
export const network = z.union([z.literal('round'), groupId]);
/** An id that is none of the process: a set-up's draft, a tier, a channel, a definition's name. */
export const plainId = id;

/** A button that stands on a list of what waits for somebody. */
export const fromTasks = z.literal('tasks').optional();

/** How many answers the actor had given in the view he clicked; a shared card carries none and means 0. */
export const basis = z.number().int().min(0).max(1_000_000);
export const page = z.number().int().min(0).max(10_000);
export const counter = z.number().int().min(0).max(1_000_000);

/** An input that must hold something: trimmed, at most `textMax` characters. */
export const text = z.string().max(textMax).trim().min(1);
/** An input that may be empty; Teams sends '' or leaves the key out. Empty becomes undefined. */
export const optionalText = z
  .string()
  .max(textMax)
  .trim()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

const emptyAsAbsent = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

export const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date');
export const optionalDate = emptyAsAbsent(localDate);
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time');
export const optionalTime = emptyAsAbsent(localTime);
export const optionalBodyId = emptyAsAbsent(bodyId);
export const optionalMandateId = emptyAsAbsent(mandateId);
export const optionalNominationId = emptyAsAbsent(nominationId);

/** An answer from a list that may be left empty. */
export const optionalChoice = emptyAsAbsent(choiceId);

/** A people picker's answer: Entra object ids, comma-separated. */
export const people = z
  .string()
  .max(4_000)
  .optional()
  .transform((value) =>
    (value ?? '')
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  );

/** A tick list's answer: values, comma-separated. */
export const ticked = people;

/** Where a dialog of several pages goes on: saves always, then shows the next page, the one before, or ends. */
export const go = z.enum(['next', 'back', 'close', 'finish']);
export type Go = z.infer<typeof go>;

/** Dynamic inputs: their ids are a prefix and an id of the definition or the round (`score_value`, `tier_n-12`). */
export type Gathered<Names extends string> = { readonly [Name in Names]: Readonly<Record<string, string>> };

/**
 * A data shape with dynamic inputs: every key that starts with a prefix is gathered under its name, without the prefix.
 * Values that are no text, are empty or are longer than `textMax` are left out.
 */
export function withInputs<Shape extends z.ZodRawShape, Names extends string>(
  shape: Shape,
  prefixes: Readonly<Record<Names, string>>,
) {
  return z.looseObject(shape).transform((data) => {
    const known = Object.fromEntries(Object.keys(shape).map((key) => [key, data[key as keyof typeof data]]));
    const names = Object.keys(prefixes) as Names[];
    const gathered = Object.fromEntries(names.map((name) => [name, gather(data, prefixes[name])]));
    return { ...known, ...gathered } as z.output<z.ZodObject<Shape>> & Gathered<Names>;
  });
}

function gather(data: Readonly<Record<string, unknown>>, prefix: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) =>
      key.startsWith(prefix) && isKept(key.slice(prefix.length), value)
        ? [[key.slice(prefix.length), value.trim()]]
        : [],
    ),
  );
}

function isKept(name: string, value: unknown): value is string {
  return !isInherited(name) && typeof value === 'string' && value.trim() !== '' && value.length <= textMax;
}
