// The form of a scenario file: who takes part in a rehearsed round and what they would answer (docs/scenarios.md).
// Shape only; whether its parts fit together is asked in check.ts. Knows no process: tasks, bodies and fields are just ids.
import { z } from 'zod';

/** Lower-case letters, digits and hyphens: the same form as ids of definitions. */
const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'lower-case letters, digits and hyphens, at most 64');
const sentence = z.string().min(1).max(4_000);
const name = z.string().min(1).max(200);

const body = z.strictObject({
  /** The body's id in the definition. */
  body: key,
  /** The team whose first channel becomes the body's; bodies with the same team get a channel each. */
  team: name,
  channel: name.default('Generelt'),
  /** Who is in the team besides those who hold a mandate in the body. */
  members: z.array(key).default([]),
});

const person = z.strictObject({
  key,
  name,
  title: z.string().max(200).default(''),
  language: z.enum(['da', 'en']).default('da'),
  /** `prompt` answers when asked, `reminded` waits for a reminder, `never` leaves it to others. */
  habit: z.enum(['prompt', 'reminded', 'never']).default('prompt'),
  /** Where he prefers to answer what is also asked in a channel. */
  prefers: z.enum(['chat', 'channel']).default('chat'),
});

const mandate = z.strictObject({
  body: key,
  person: key,
  role: z.enum(['chair', 'deputyChair', 'member', 'contact', 'observer']),
  /** The body the seat speaks for. */
  speaksFor: key.optional(),
  substitute: key.optional(),
  preparers: z.array(key).default([]),
});

const fields = z.record(z.string().min(1).max(64), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));

const conclusion = z.strictObject({
  outcome: z.enum(['qualified', 'notQualified', 'moreInformation', 'mergedWith']),
  reason: sentence,
  /** For `mergedWith`: the nomination it goes into. */
  into: key.optional(),
});

const nomination = z.strictObject({
  key,
  /** Who writes it. */
  by: key,
  /** The task it is made in; the first one that offers it when left out. */
  task: key.optional(),
  /** What is typed, by the form's field id. Fields left out stay empty. */
  fields,
  /** On which working day after the task opened it is written: 0 is the first. */
  day: z.number().int().min(0).max(200).default(0),
  /** How good it is, 0 to 1: what people assess and rank by. */
  quality: z.number().min(0).max(1).default(0.7),
  /** Who judges it otherwise than its quality, without a spread; `again` once assessors look at it a second time. */
  judged: z
    .array(
      z.strictObject({
        by: key,
        quality: z.number().min(0).max(1),
        again: z.number().min(0).max(1).optional(),
      }),
    )
    .default([]),
  /** `sent`, or a `draft` that is begun and never sent. */
  ends: z.enum(['sent', 'draft']).default('sent'),
  /** Sent back once by the first organisation asked; then sent again with these fields changed. */
  returned: z.strictObject({ reason: sentence, fields: fields.default({}) }).optional(),
  /** False where its organisations do not get round to backing it before the deadline. */
  backed: z.boolean().default(true),
  conclusion: conclusion.optional(),
  /** Who declares a possible conflict with it, on which ground, and what the others rule. */
  conflicts: z
    .array(
      z.strictObject({
        by: key,
        ground: z.string().min(1).max(64),
        about: sentence,
        ruled: z.enum(['disqualified', 'notDisqualified', 'exception']).default('disqualified'),
      }),
    )
    .default([]),
});

const answer = z.strictObject({
  /** The choice's id; the first that is offered when left out. */
  choice: z.string().min(1).max(64).optional(),
  reason: sentence.optional(),
  /** Another choice, made later in place of the first while the task is still open. */
  later: z.string().min(1).max(64).optional(),
  /** What is answered where the task is asked anew, after it was sent back or tied. */
  again: z.string().min(1).max(64).optional(),
  /** How many days of the rehearsal after the task was posted this person answers at the earliest. */
  waits: z.number().int().min(0).max(200).default(0),
});

const taskAnswers = z.strictObject({
  /** What everyone answers who is not named in `by`. */
  default: answer.optional(),
  by: z.record(key, answer).default({}),
  /** Assessing: the scale's ids from worst to best, and those of the evidence; as on the card when left out. */
  scale: z.array(z.string()).min(2).optional(),
  evidence: z.array(z.string()).min(2).optional(),
  /** How far people differ from a nomination's quality, 0 to 1. */
  spread: z.number().min(0).max(1).default(0.15),
  /** Ranking: the tier of a nomination is the first whose bound its quality reaches. */
  tiers: z.array(z.strictObject({ tier: key, atLeast: z.number().min(0).max(1) })).optional(),
  /** Proposing a selection: the nominations' keys; all when left out. */
  selected: z.array(key).optional(),
  groups: z.array(z.strictObject({ name, nominations: z.array(key).min(1) })).optional(),
  /** Appointing: names by body id, taken in turn. */
  appointees: z.record(key, z.array(name).min(1)).default({}),
  document: z
    .strictObject({ link: z.url().optional(), summary: sentence.optional(), chapter: sentence.optional() })
    .optional(),
  remarks: z.array(z.strictObject({ by: key, nomination: key.optional(), text: sentence })).default([]),
});

const verb = z.string().regex(/^[a-z.]{1,64}$/, 'a verb as it stands on buttons');
const values = z.record(z.string().min(1).max(200), z.string().max(4_000));

const step = z.union([
  /** Writes to Trinvis in his own chat and looks at the answer. */
  z.strictObject({ says: sentence }),
  /** Looks at the card of a task in one of his channels. */
  z.strictObject({ opens: key }),
  /** Presses a button of what he looks at; `with` tells buttons of the same verb apart, `types` fills inputs by id. */
  z.strictObject({
    presses: verb,
    titled: sentence.optional(),
    beside: sentence.optional(),
    with: values.default({}),
    types: values.default({}),
    /** True where the product must say no, with a sentence. */
    refused: z.boolean().default(false),
  }),
  /** What he looks at says this; or does not. */
  z.strictObject({ reads: sentence }),
  z.strictObject({ lacks: sentence }),
]);

const act = z.strictObject({
  /** What it shows, for whoever reads the file. */
  note: z.string().max(400).default(''),
  /** Another act may wait for this one. */
  key: key.optional(),
  after: z.array(key).default([]),
  by: key,
  /** The task whose card must have been posted somewhere; and how many days of the rehearsal ago. */
  once: key,
  day: z.number().int().min(0).max(400).default(0),
  steps: z.array(step).min(1).max(40),
});

/**
 * What the record must hold in the end: an event that says this, or a task closed with this. `says` names values by their
 * path, with dots; a list is compared as its items, in any order, divided by commas.
 */
const expectation = z
  .strictObject({
    note: sentence,
    event: z.string().min(1).max(64).optional(),
    task: key.optional(),
    /** Whose act it was. */
    by: key.optional(),
    says: values.default({}),
  })
  .refine(({ event, task }) => (event === undefined) !== (task === undefined), 'either an event or a task');

export const scenarioSchema = z.strictObject({
  format: z.literal(1),
  note: z.string().max(2_000).default(''),
  /** The definition's name. */
  definition: key,
  round: z.strictObject({
    name,
    startsOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as YYYY-MM-DD'),
  }),
  /** Who sets the round up; must hold a mandate of its secretariat. */
  setUpBy: key,
  bodies: z.array(body).min(1),
  people: z.array(person).min(1).max(2_000),
  mandates: z.array(mandate).min(1).max(5_000),
  nominations: z.array(nomination).max(2_000).default([]),
  /** By task id. */
  answers: z.record(key, taskAnswers).default({}),
  /** What people do besides answering. */
  acts: z.array(act).max(500).default([]),
  /** What the record must hold besides. */
  expects: z.array(expectation).max(500).default([]),
});

export type Scenario = z.output<typeof scenarioSchema>;
export type ScenarioBody = Scenario['bodies'][number];
export type ScenarioPerson = Scenario['people'][number];
export type ScenarioMandate = Scenario['mandates'][number];
export type ScenarioNomination = Scenario['nominations'][number];
export type ScenarioAnswers = z.output<typeof taskAnswers>;
export type ScenarioAct = z.output<typeof act>;
export type ScenarioExpectation = z.output<typeof expectation>;
export type ScenarioStep = ScenarioAct['steps'][number];
export type FieldValue = ScenarioNomination['fields'][string];
/** What is written in a file: the same with everything optional left out. */
export type ScenarioInput = z.input<typeof scenarioSchema>;
