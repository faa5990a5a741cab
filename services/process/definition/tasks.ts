// The tasks of a definition: for each kind what can be set (PROCESS.md §2). The kinds themselves are code, in
// services/process/round/kinds; nothing here decides anything.
import { z } from 'zod';
import { bilingual } from '../words';
import { parties, party, remarkField, taskRemindersSchema, slug, taskId, note } from './parts';
import { choiceId, ruleSchema } from './rule';

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
  reminders: taskRemindersSchema.optional(),
  /** When it closes: when everyone has answered, at its deadline, or when somebody finishes it. */
  closes: z.enum(['whenAnswered', 'atDeadline', 'byHand']).optional(),
  /** Whether answers after the deadline still count while it waits. */
  late: z.enum(['accepted', 'refused']).optional(),
  note,
};

const collegial = {
  ...taskBase,
  rule: ruleSchema,
  visibility: z.enum(['open', 'hiddenUntilClose', 'secret']).default('open'),
  substitutes: z.boolean().default(true),
  about: subject.default('round'),
  /** A task whose result is shown with the question, for example the ranking a selection builds on. */
  basedOn: z.array(taskId).default([]),
  /** What lets the tasks after it open: that it was decided in the affirmative (left out), or merely that it is closed. */
  opensNext: z.enum(['affirmative', 'always']).optional(),
  /** Who has to meet the conditions of an approval, how long it may take, and whether what follows waits for it. */
  conditions: z
    .strictObject({ owner: party, workingDays: z.number().int().min(1).max(400), gates: z.boolean() })
    .exactOptional(),
  /** Which task an answer of "return" leads back to; left out: the nearest before it that made what is answered. */
  returnsTo: taskId.exactOptional(),
};

/** How long drafts begun before the deadline may still be sent and changed after it: hours by the clock, or working days. */
const grace = z.union([
  z.strictObject({ hours: z.number().int().min(1).max(240) }),
  z.strictObject({ workingDays: z.number().int().min(1).max(30) }),
]);
export type GraceSettings = z.infer<typeof grace>;

export const taskSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('agree'), ...collegial, choices: z.array(choiceId).min(2).optional() }),
  z.strictObject({
    kind: z.literal('nominate'),
    ...taskBase,
    /** True where nominations need the backing of a contact of every organisation named. */
    backing: z.boolean().default(true),
    /** False for a later task that adds to the list of an earlier one: its bodies' members nominate in their own name. */
    openToAll: z.boolean().default(true),
    /** Left out: nothing is taken after the deadline. */
    grace: grace.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('assess'),
    ...taskBase,
    about: subject.default('submitted'),
    substitutes: z.boolean().default(false),
    /** How many assess each nomination, assigned evenly and away from conflicts; all members when absent. */
    assessorsPerNomination: z.number().int().min(1).optional(),
    /** A reason per principle is asked at the ends of the scale. */
    reasonAtEnds: z.boolean().default(false),
    /** Spread in scale steps from which assessors are said to disagree. */
    disagreementFrom: z.number().int().min(1).default(2),
    /** A second round on the nominations assessors disagree about, and how long it lasts; none when absent. */
    secondRound: z.strictObject({ workingDays: z.number().int().min(1).max(60) }).exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('state'),
    ...taskBase,
    about: subject.default('submitted'),
    /** What is asked about a nomination beside a remark, for example which specialties are missing. */
    remarkFields: z.array(remarkField).min(1).max(4).exactOptional(),
  }),
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
  z.strictObject({
    kind: z.literal('approve'),
    ...collegial,
    choices: z.array(choiceId).min(2).optional(),
    /** True where the parties in `bodies` answer one after another, in that order; left out: all at once. */
    inTurn: z.boolean().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('group'), ...taskBase, about: subject.default('selected'), confirmedBy: parties }),
  z.strictObject({
    kind: z.literal('appoint'),
    ...taskBase,
    /** How many each party appoints to each network. */
    seatsPerParty: z.number().int().min(1).max(20).default(1),
    /** One network per patient group, or one for the round. */
    per: z.enum(['group', 'round']).default('group'),
    /** Whether the appointed are asked if they take the seat; left out: they are not. */
    acceptance: z.enum(['asked', 'none']).exactOptional(),
    /** How long a seat lasts, in months from the appointment; left out: without limit. */
    termMonths: z.number().int().min(1).max(120).exactOptional(),
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
    /** Whether every decision must have a reason before nominators are told; left out: it need not. */
    reasons: z.enum(['required', 'optional']).exactOptional(),
  }),
]);
export type TaskDefinition = z.infer<typeof taskSchema>;
export type TaskKind = TaskDefinition['kind'];
export type TaskDefinitionOf<Kind extends TaskKind> = Extract<TaskDefinition, { kind: Kind }>;
