// The smaller parts of a process definition: ids, bodies, parties, the nomination form, reminders.
// Shape only; whether the parts fit together is asked in check.ts.
import { z } from 'zod';
import type { BodyId, FieldId, PrincipleId, StepId, TaskId } from '../ids';
import { as } from '../ids';
import { bilingual } from '../words';

export const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'lower-case letters, digits and hyphens, at most 64');
export const bodyId = slug.transform((text) => as<BodyId>(text));
export const taskId = slug.transform((text) => as<TaskId>(text));
export const stepId = slug.transform((text) => as<StepId>(text));
export const fieldId = slug.transform((text) => as<FieldId>(text));
export const principleId = slug.transform((text) => as<PrincipleId>(text));
export const localDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD')
  .refine(isDay, 'a day that is in the calendar');
export const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:mm');

/** For whoever reads the file; never shown to those who take part. */
export const note = z.string().max(1_000).optional();

export const bodyKind = slug;

/** A body (organ) with its validity and successor (PROCESS.md §3). `kind` groups bodies, for example `region`. */
export const bodySchema = z.strictObject({
  id: bodyId,
  kind: bodyKind,
  da: z.string().min(1).max(200),
  en: z.string().min(1).max(200),
  validFrom: localDate.optional(),
  validTo: localDate.optional(),
  successor: bodyId.optional(),
});
export type Body = z.infer<typeof bodySchema>;

/** Who takes part in a task: one body by id, or every body of a kind (`kind:region`). */
export const party = z.string().regex(/^(kind:)?[a-z0-9][a-z0-9-]{0,63}$/, 'a body id, or kind:<kind of body>');
export const parties = z.array(party).min(1).max(40);

/** The document says nothing of the form's fields: they are settings (PROCESS.md §2, §5). */
export const fieldSchema = z.strictObject({
  id: fieldId,
  label: bilingual,
  help: bilingual.optional(),
  kind: z.enum(['text', 'longText', 'number', 'choice', 'choices', 'bodies', 'confirm']),
  required: z.boolean().default(false),
  /** Why it matters, said when it is missing. */
  because: bilingual.optional(),
  /** For numbers. */
  unit: bilingual.optional(),
  min: z.number().int().optional(),
  max: z.number().int().optional(),
  /** For text: characters. */
  maxLength: z.number().int().min(1).max(20_000).default(4_000),
  /** For text: each line is a reference, and one that looks like none is hinted at (never held back). */
  references: z.boolean().exactOptional(),
  /** For choice and choices. */
  options: z.array(z.strictObject({ id: slug, label: bilingual })).optional(),
  /** For bodies: who can be chosen. */
  from: parties.optional(),
});
export type Field = z.infer<typeof fieldSchema>;

/** A text a remark on one nomination can hold beside the remark itself. */
export const remarkField = z.strictObject({ id: fieldId, label: bilingual, help: bilingual.exactOptional() });
export type RemarkField = z.infer<typeof remarkField>;

export const formSchema = z.strictObject({
  /** Which text field names the nomination in lists. */
  titleField: fieldId,
  /** Which `bodies` field says on whose behalf it is nominated; those bodies' contacts back it. Not needed without backing. */
  backedByField: fieldId.optional(),
  pages: z
    .array(z.strictObject({ title: bilingual, fields: z.array(fieldSchema).min(1).max(12) }))
    .min(1)
    .max(8),
});
export type Form = z.infer<typeof formSchema>;

/** Reminder rungs in working days around the deadline (PROCESS.md §6). */
export const remindersSchema = z.strictObject({
  before: z.array(z.number().int().min(1).max(60)).max(6).default([5, 1]),
  onTheDay: z.boolean().default(true),
  /** Working days after the deadline. */
  after: z.array(z.number().int().min(1).max(60)).max(6).default([1]),
  /** Working days after the deadline when the chair gets a count, then the secretariat names. Left out: 2 and 3. */
  escalation: z
    .strictObject({ chair: z.number().int().min(1).max(60), secretariat: z.number().int().min(1).max(60) })
    .exactOptional(),
  /** Working days before the deadline when the body's channel gets a summary of what is missing. Left out: never. */
  inChannel: z.array(z.number().int().min(1).max(60)).max(6).exactOptional(),
});
export type Reminders = z.infer<typeof remindersSchema>;

/** A task with reminders of its own says all of them: what is left out before the deadline is not sent. */
export const taskRemindersSchema = remindersSchema.extend({
  before: remindersSchema.shape.before.unwrap().default([]),
});

/** True for a day that exists, such as 2028-02-29; the form is checked before. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
