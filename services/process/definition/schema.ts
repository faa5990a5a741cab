// The form of a process definition: a data file that says what a round does, with whom and by which rules (DESIGN.md §3).
// Shape only; that the parts fit together is checked in check.ts. Every text, body, step and number of a process is here
// and nowhere in code, so a change of governance is a new file.
import { z } from 'zod';
import { bilingual } from '../words';
import {
  bodyId,
  bodySchema,
  formSchema,
  localDate,
  localTime,
  note,
  principleId,
  remindersSchema,
  slug,
  stepId,
} from './parts';
import { impartialitySchema } from './impartiality';
import { taskSchema } from './tasks';

export {
  bodyKind,
  bodySchema,
  fieldSchema,
  formSchema,
  remindersSchema,
  type Body,
  type Field,
  type Form,
  type Reminders,
  type RemarkField,
} from './parts';
export { choiceId, quorumSchema, ruleSchema, type ChoiceId, type Quorum, type Rule } from './rule';
export { taskSchema, type Subject, type TaskDefinition, type TaskDefinitionOf, type TaskKind } from './tasks';

/** When deadlines fall and which days are worked; read by services/process/calendar.ts. */
export const calendarSchema = z.strictObject({
  zone: z.string().default('Europe/Copenhagen'),
  /** Local time of day of a deadline. */
  deadlineHour: localTime.default('12:00'),
  closedWeeks: z
    .array(z.string().regex(/^(\d{4}-)?W(0[1-9]|[1-4]\d|5[0-3])$/, 'a week as W30 or 2027-W30'))
    .default([]),
  closedDays: z.array(localDate).default([]),
  /** Whose public holidays count, ISO 3166 alpha-2; left out: DK. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'a country as two capital letters, for example DK')
    .exactOptional(),
});

export const definitionSchema = z.strictObject({
  format: z.literal(1),
  name: slug,
  title: bilingual,
  source: z.string().max(1_000).optional(),
  note,
  /** The body that runs the round; its members set up, extend, pause, close. */
  secretariat: bodyId,
  bodies: z.array(bodySchema).min(1).max(200),
  calendar: calendarSchema.prefault({}),
  reminders: remindersSchema.default({ before: [5, 1], onTheDay: true, after: [1] }),
  form: formSchema.optional(),
  impartiality: impartialitySchema.exactOptional(),
  /** How long a nominator has to answer a question, where whoever asks does not say another day. */
  questions: z.strictObject({ workingDays: z.number().int().min(1).max(60) }).exactOptional(),
  /** The governing principles nominations are assessed by (PROCESS.md §4). */
  principles: z
    .array(
      z.strictObject({
        id: principleId,
        label: bilingual,
        text: bilingual.optional(),
        scored: z.boolean(),
        /** How much a scored principle counts against the others in the suggested order; 1 when absent. */
        weight: z.number().int().min(1).max(100).exactOptional(),
      }),
    )
    .default([]),
  /** Steps of the scale, lowest first; `null` value means "cannot be judged". */
  scale: z.array(z.strictObject({ id: slug, value: z.number().int().nullable(), label: bilingual })).default([]),
  evidence: z.array(z.strictObject({ id: slug, label: bilingual })).default([]),
  steps: z
    .array(z.strictObject({ id: stepId, title: bilingual, tasks: z.array(taskSchema).min(1).max(20) }))
    .min(1)
    .max(12),
});
export type Definition = z.infer<typeof definitionSchema>;
export type StepDefinition = Definition['steps'][number];
