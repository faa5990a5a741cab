// Builders for rule tests: a definition from the tasks that matter, an electorate from a few seats, and steps by people.
// Names of people are first names used as ids; nobody real.
import type { Instant } from '../../services/process/calendar';
import type { z } from 'zod';
import type { Actor } from '../../services/process/context';
import {
  definitionSchema,
  type ChoiceId,
  type Definition,
  type taskSchema,
} from '../../services/process/definition/schema';
import {
  as,
  type BodyId,
  type MandateId,
  type NominationId,
  type PersonId,
  type TaskId,
  type TextId,
  type FieldId,
  type RoundId,
} from '../../services/process/ids';
import type { Mandate } from '../../services/process/organisation/state';
import type { RoundCommand } from '../../services/process/round/commands';
import { nthBallot } from '../../services/process/round/kinds/ballots/work';
import type { Electorate, Nomination, RoundState } from '../../services/process/round/state';
import type { TextsRef } from '../../services/process/text';
import type { RoundStep } from './given';

type DefinitionInput = z.input<typeof definitionSchema>;
type TaskInput = z.input<typeof taskSchema>;
type BodyInput = DefinitionInput['bodies'][number];

/** A task as a test writes it: what it leaves out is filled in, and only what matters need be said. */
export type TaskSketch = { readonly id: string; readonly kind: TaskInput['kind'] } & Readonly<Record<string, unknown>>;

export const both = (text: string) => ({ da: text, en: text });

export const defaultBodies: readonly BodyInput[] = [
  { id: 'sekretariat', kind: 'secretariat', da: 'Sekretariatet', en: 'The secretariat' },
  { id: 'udvalg', kind: 'committee', da: 'Udvalget', en: 'The committee' },
  { id: 'bestyrelse', kind: 'board', da: 'Bestyrelsen', en: 'The board' },
  { id: 'region-nord', kind: 'region', da: 'Region Nord', en: 'Region North' },
  { id: 'region-syd', kind: 'region', da: 'Region Syd', en: 'Region South' },
  { id: 'selskab', kind: 'society', da: 'Selskabet', en: 'The society' },
];

const rules: Readonly<Record<string, object>> = {
  agree: { rule: { method: 'consensus' } },
  consider: { rule: { method: 'consent' } },
  vote: { rule: { method: 'majority' } },
  approve: { rule: { method: 'approval' } },
  rank: {
    rule: { method: 'ranking' },
    about: 'submitted',
    tiers: ['high', 'middle', 'low', 'not-now'].map((id) => ({ id, label: both(id) })),
  },
};

/** A whole definition around some tasks, in one step unless the task says `step`. */
export function definitionWith(
  tasks: readonly TaskSketch[],
  more: Partial<Omit<DefinitionInput, 'steps'>> = {},
): Definition {
  const input = {
    format: 1,
    name: 'test',
    title: both('Prøve'),
    secretariat: 'sekretariat',
    bodies: [...defaultBodies],
    calendar: {},
    steps: [
      {
        id: 'trin',
        title: both('Trin'),
        tasks: tasks.map((task) => ({
          title: both(task.id),
          bodies: ['udvalg'],
          workingDays: 10,
          ...rules[task.kind],
          ...task,
        })),
      },
    ],
    ...more,
  };
  return definitionSchema.parse(input);
}

export function person(name: string): PersonId {
  return as<PersonId>(name);
}

export const taskId = (id: string): TaskId => as<TaskId>(id);
export const bodyId = (id: string): BodyId => as<BodyId>(id);
export const nominationId = (id: string): NominationId => as<NominationId>(id);

/** A seat of `holder` in `body`; its id is `<body>-<holder>` unless said. */
export function seat(holder: string, body: string, more: Partial<Omit<Mandate, 'bodyId' | 'holder'>> = {}): Mandate {
  return {
    id: as<MandateId>(`${body}-${holder}`),
    bodyId: bodyId(body),
    role: 'member',
    holder: person(holder),
    speaksFor: null,
    substitute: null,
    preparers: [],
    validFrom: null,
    validTo: null,
    ...more,
  };
}

/** The usual people: `sine` of the secretariat beside the seats named. */
export function electorateOf(definition: Definition, ...mandates: readonly Mandate[]): Electorate {
  const all = [seat('sine', 'sekretariat'), ...mandates];
  return {
    bodies: Object.fromEntries(definition.bodies.map((body) => [body.id, body])),
    mandates: Object.fromEntries(all.map((mandate) => [mandate.id, mandate])),
  };
}

/** Free text as the rules see it: which fields are filled, never what they say. The same words have the same hash. */
export function texts(...fields: readonly string[]): TextsRef {
  const written = fields.toSorted().join(',');
  return { id: as<TextId>(`t:${written}`), hash: `h:${written}`, fields: fields.map((field) => as<FieldId>(field)) };
}

const system: Actor = { kind: 'system' };

/** A nomination that was submitted in an earlier round: `carriedOver` brings it into a new one. */
export function submittedNomination(id: string, number: string, more: Partial<Nomination> = {}): Nomination {
  return {
    id: nominationId(id),
    taskId: taskId('tidligere'),
    number,
    status: 'submitted',
    nominators: [person('nina')],
    onBehalfOf: [],
    backedBy: [],
    revision: 1,
    texts: texts('titel'),
    facts: {},
    submittedAt: '2026-03-01T10:00:00.000Z',
    returned: null,
    conclusion: null,
    decision: null,
    groupId: null,
    ...more,
  };
}

/** A step by a person known by first name, or by `system`. */
export function by(name: string, command: RoundStep['command'], at: Instant | null = null): RoundStep {
  const actor: Actor = name === 'system' ? system : { kind: 'person', personId: person(name) };
  return { actor, at, command };
}

/** The round `r1` starts at `at` (Monday morning when left out), by the system. */
export function started(
  definition: Definition,
  electorate: Electorate,
  more: Partial<Extract<RoundCommand, { type: 'StartRound' }>> & { readonly at?: Instant } = {},
): RoundStep {
  const { at, ...fields } = more;
  const now = at ?? '2027-01-11T08:00:00.000Z';
  return by(
    'system',
    {
      type: 'StartRound',
      roundId: as<RoundId>('r1'),
      name: 'Runde 2027',
      definition,
      definitionHash: 'hash-of-definition',
      startsAt: now,
      orgSeq: 1,
      electorate,
      previous: null,
      carriedOver: [],
      ...fields,
    },
    now,
  );
}

/** Time alone: what is due at `at`. */
export function tick(at: Instant): RoundStep {
  return by('system', { type: 'Advance' }, at);
}

export interface BallotSketch {
  readonly by: string;
  readonly task: string;
  readonly choice?: ChoiceId;
  readonly mandate?: string;
  readonly basis?: number;
  /** Which ballot of the task was shown; the present one unless said. */
  readonly nth?: number;
  readonly reason?: boolean;
  readonly tiers?: Readonly<Record<string, string>>;
  readonly order?: readonly string[];
  readonly at?: Instant;
}

/** A ballot for the seat the person holds (or stands in for) in the task; basis is what now stands unless said. */
export function castBallot(sketch: BallotSketch): RoundStep {
  return by(sketch.by, (state) => ballotCommand(sketch, state), sketch.at ?? null);
}

function ballotCommand(sketch: BallotSketch, state: RoundState | null): RoundCommand {
  const task = state?.tasks[taskId(sketch.task)];
  const mandateId = as<MandateId>(sketch.mandate ?? seatHeldBy(sketch.by, sketch.task, state));
  const standing = task?.work.family === 'ballots' ? task.work.ballots[mandateId] : undefined;
  return {
    type: 'CastBallot',
    taskId: taskId(sketch.task),
    mandateId,
    ballot: {
      choice: sketch.tiers === undefined ? (sketch.choice ?? 'for') : 'ranked',
      texts: sketch.reason === true ? texts('reason') : null,
      tiers: sketch.tiers ?? null,
      order: (sketch.order ?? []).map(nominationId),
    },
    basis: sketch.basis ?? standing?.revision ?? 0,
    nth: sketch.nth ?? (task === undefined ? 0 : nthBallot(task)),
  };
}

function seatHeldBy(name: string, task: string, state: RoundState | null): string {
  const definition = state?.definition.steps.flatMap((step) => step.tasks).find(({ id }) => id === taskId(task));
  const held = Object.values(state?.electorate.mandates ?? {}).filter(({ holder }) => holder === person(name));
  return held.find(({ bodyId: of }) => definition?.bodies.includes(of))?.id ?? held[0]?.id ?? `none-${name}`;
}
