// The form of a process definition: a data file that says what a round does, with whom and by which rules (DESIGN.md §3).
// Shape only; that the parts fit together is checked in check.ts. Every text, body, step and number of a process is here
// and nowhere in code, so a change of governance is a new file.
import { z } from 'zod';
import type { BodyId, FieldId, PrincipleId, StepId, TaskId } from '../ids';
import { as } from '../ids';
import { bilingual } from '../words';

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'lower-case letters, digits and hyphens, at most 64');
const bodyId = slug.transform((text) => as<BodyId>(text));
const taskId = slug.transform((text) => as<TaskId>(text));
const stepId = slug.transform((text) => as<StepId>(text));
const fieldId = slug.transform((text) => as<FieldId>(text));
const principleId = slug.transform((text) => as<PrincipleId>(text));
const localDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD');
const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time as HH:mm');

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
const party = z.string().regex(/^(kind:)?[a-z0-9][a-z0-9-]{0,63}$/, 'a body id, or kind:<kind of body>');
const parties = z.array(party).min(1).max(40);

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
  /** For choice and choices. */
  options: z.array(z.strictObject({ id: slug, label: bilingual })).optional(),
  /** For bodies: who can be chosen. */
  from: parties.optional(),
});
export type Field = z.infer<typeof fieldSchema>;

export const formSchema = z.strictObject({
  /** Which text field names the nomination in lists. */
  titleField: fieldId,
  /** Which `bodies` field says on whose behalf it is nominated; those bodies' contacts back it. */
  backedByField: fieldId,
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
});
export type Reminders = z.infer<typeof remindersSchema>;

const share = z
  .tuple([z.number().int().min(0), z.number().int().min(1)])
  .refine(([part, whole]) => part <= whole, 'a share is at most 1');

export const quorumSchema = z.union([
  z.strictObject({ number: z.number().int().min(1) }),
  z.strictObject({ share, strictlyMore: z.boolean().default(false) }),
  /** At least `each` from every body, or from every body the mandates speak for. */
  z.strictObject({ byGroup: z.enum(['body', 'speaksFor']), each: z.number().int().min(1).default(1) }),
]);
export type Quorum = z.infer<typeof quorumSchema>;

/** How answers of a body become its decision. What is not public is a setting (PROCESS.md §2). */
export const ruleSchema = z.strictObject({
  method: z.enum(['consensus', 'consent', 'majority', 'approval', 'ranking']),
  /** For majority: of whom, and how much. More than half is `share [1,2]` with `strictlyMore`. */
  majority: z
    .strictObject({ of: z.enum(['cast', 'present', 'all']), share, strictlyMore: z.boolean().default(true) })
    .default({ of: 'cast', share: [1, 2], strictlyMore: true }),
  /** For approval: how many must approve. */
  needs: z.union([z.enum(['all', 'any']), z.number().int().min(1)]).default('all'),
  quorum: quorumSchema.default({ share: [1, 2], strictlyMore: true }),
  /** What the quorum counts over: all seats (default), or those who may take part. */
  quorumOf: z.enum(['seats', 'entitled']).default('seats'),
  tie: z.enum(['stands', 'chair', 'newBallot', 'lot']).default('stands'),
});
export type Rule = z.infer<typeof ruleSchema>;

export const choiceId = z.enum([
  'agree',
  'agreeWithRemark',
  'disagree',
  'noted',
  'notedWithRemark',
  'for',
  'against',
  'abstain',
  'approve',
  'approveWithRemark',
  'approveWithConditions',
  'doNotApprove',
  'return',
  'wantsMeeting',
]);
export type ChoiceId = z.infer<typeof choiceId>;

/** Which nominations a task is about. `selected` after a selection, `qualified` after a conclusion. */
const subject = z.enum(['round', 'submitted', 'qualified', 'selected']);
export type Subject = z.infer<typeof subject>;

const taskBase = {
  id: taskId,
  title: bilingual,
  /** The question or instruction on the card. */
  text: bilingual.optional(),
  /** Who answers. */
  bodies: parties,
  /** Tasks that must be closed first; without any it opens with the round. */
  after: z.array(taskId).default([]),
  workingDays: z.number().int().min(1).max(400),
  reminders: remindersSchema.optional(),
  /** When it closes: when everyone has answered, at its deadline, or when somebody finishes it. */
  closes: z.enum(['whenAnswered', 'atDeadline', 'byHand']).optional(),
  /** Whether answers after the deadline still count while it waits. */
  late: z.enum(['accepted', 'refused']).optional(),
};

const collegial = {
  ...taskBase,
  rule: ruleSchema,
  visibility: z.enum(['open', 'hiddenUntilClose', 'secret']).default('open'),
  substitutes: z.boolean().default(true),
  about: subject.default('round'),
  /** A task whose result is shown with the question, for example the ranking a selection builds on. */
  basedOn: z.array(taskId).default([]),
};

export const taskSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agree'), ...collegial, choices: z.array(choiceId).min(2).optional() }),
  z.strictObject({
    kind: z.literal('nominate'),
    ...taskBase,
    /** True where nominations need the backing of a contact of every organisation named. */
    backing: z.boolean().default(true),
    /** False for a later task that adds to the list of an earlier one: its bodies' members nominate in their own name. */
    openToAll: z.boolean().default(true),
  }),
  z.strictObject({
    kind: z.literal('assess'),
    ...taskBase,
    about: subject.default('submitted'),
    substitutes: z.boolean().default(false),
    /** How many assess each nomination; all members when absent. */
    assessorsPerNomination: z.number().int().min(1).optional(),
    /** A reason per principle is asked at the ends of the scale. */
    reasonAtEnds: z.boolean().default(false),
    /** Spread in scale steps from which assessors are said to disagree. */
    disagreementFrom: z.number().int().min(1).default(2),
  }),
  z.strictObject({ kind: z.literal('state'), ...taskBase, about: subject.default('submitted') }),
  z.strictObject({
    kind: z.literal('conclude'),
    ...taskBase,
    about: subject.default('submitted'),
    /** Who drafts; the body's chair signs. */
    draftedBy: parties,
    basedOn: z.array(taskId).default([]),
  }),
  z.strictObject({
    kind: z.literal('rank'),
    ...collegial,
    about: subject.default('qualified'),
    /** Best first; the last one means "not in this round". */
    tiers: z
      .array(z.strictObject({ id: slug, label: bilingual }))
      .min(2)
      .max(7),
  }),
  z.strictObject({ kind: z.literal('consider'), ...collegial, choices: z.array(choiceId).min(1).optional() }),
  z.strictObject({
    kind: z.literal('vote'),
    ...collegial,
    choices: z.array(choiceId).min(2).optional(),
    /** `selection`: somebody proposes which nominations are selected, and the vote is on that list. */
    proposal: z.strictObject({ of: z.literal('selection'), by: parties }).optional(),
  }),
  z.strictObject({ kind: z.literal('approve'), ...collegial, choices: z.array(choiceId).min(2).optional() }),
  z.strictObject({ kind: z.literal('group'), ...taskBase, about: subject.default('selected'), confirmedBy: parties }),
  z.strictObject({
    kind: z.literal('appoint'),
    ...taskBase,
    /** How many each party appoints to each network. */
    seatsPerParty: z.number().int().min(1).max(20).default(1),
    /** One network per patient group, or one for the round. */
    per: z.enum(['group', 'round']).default('group'),
  }),
  z.strictObject({
    kind: z.literal('document'),
    ...taskBase,
    /** Whose agreement it needs besides its authors. */
    agreedBy: z.array(party).default([]),
    /** A chapter per patient group. */
    chapters: z.enum(['none', 'group']).default('none'),
  }),
  z.strictObject({
    kind: z.literal('publish'),
    ...taskBase,
    effects: z.array(z.enum(['notifyNominators', 'publishResult', 'openNextRound'])).min(1),
  }),
]);
export type TaskDefinition = z.infer<typeof taskSchema>;
export type TaskKind = TaskDefinition['kind'];
export type TaskDefinitionOf<Kind extends TaskKind> = Extract<TaskDefinition, { kind: Kind }>;

export const definitionSchema = z.strictObject({
  format: z.literal(1),
  name: slug,
  title: bilingual,
  source: z.string().max(1_000).optional(),
  /** The body that runs the round; its members set up, extend, pause, close. */
  secretariat: bodyId,
  bodies: z.array(bodySchema).min(1).max(200),
  calendar: z.strictObject({
    zone: z.string().default('Europe/Copenhagen'),
    /** Local time of day of a deadline. */
    deadlineHour: localTime.default('12:00'),
    closedWeeks: z.array(z.string().regex(/^(\d{4}-)?W\d{2}$/)).default([]),
    closedDays: z.array(localDate).default([]),
  }),
  reminders: remindersSchema.default({ before: [5, 1], onTheDay: true, after: [1] }),
  form: formSchema.optional(),
  /** The governing principles nominations are assessed by (PROCESS.md §4). */
  principles: z
    .array(z.strictObject({ id: principleId, label: bilingual, text: bilingual.optional(), scored: z.boolean() }))
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
