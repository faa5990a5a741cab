// A scenario for a definition that came without one: people for every body, a handful of nominations, everyone agrees.
// Reads the definition as plain data and knows no rule; all it makes is invented and says so.
import {
  fieldsOf,
  partiesOf,
  tasksOf,
  type PlainDefinition,
  type PlainField,
  type PlainTask,
} from './scenario/plain-definition';
import { scenarioSchema, type FieldValue, type Scenario, type ScenarioInput } from './scenario/schema';

/** Enough to see a list turn its page, few enough to be played in seconds. */
const NOMINATIONS = 12;
const MEMBERS = 3;
const PER_GROUP = 4;

type Body = PlainDefinition['bodies'][number];
type Nominations = NonNullable<ScenarioInput['nominations']>;

/** @param startsOn the day the round starts, as YYYY-MM-DD: only bodies that exist then take part. */
export function generateScenario(definition: PlainDefinition, startsOn: string): Scenario {
  const bodies = definition.bodies.filter(
    ({ validFrom, validTo }) => (validFrom ?? '') <= startsOn && startsOn <= (validTo ?? '9999'),
  );
  const nominations = nominationsFor(definition, startsOn);
  const [setUpBy = ''] = membersOf(definition.secretariat);
  const scenario: ScenarioInput = {
    format: 1,
    note: 'Eksempeldata, lavet ud fra definitionen.',
    definition: definition.name,
    round: { name: `Prøverunde ${startsOn.slice(0, 4)}`, startsOn },
    setUpBy,
    bodies: bodies.map(({ id, da }) => ({ body: id, team: da })),
    people: bodies.flatMap(peopleOf),
    mandates: bodies.flatMap(mandatesOf),
    nominations,
    answers: Object.fromEntries(tasksOf(definition).map((task) => [task.id, answersTo(task, nominations)])),
  };
  return scenarioSchema.parse(scenario);
}

function membersOf(bodyId: string): readonly string[] {
  return Array.from({ length: MEMBERS }, (_, at) => keyOf(bodyId, `medlem-${at + 1}`));
}

/** At most 64 characters, as keys are. */
function keyOf(bodyId: string, role: string): string {
  return `${bodyId.slice(0, 50)}-${role}`;
}

function peopleOf({ id, da }: Body): ScenarioInput['people'] {
  return [...membersOf(id), keyOf(id, 'kontakt')].map((key, at) => ({
    key,
    name: `${at < MEMBERS ? `Medlem ${at + 1}` : 'Kontakt'}, ${da} (eksempel)`.slice(0, 200),
    title: at < MEMBERS ? (at === 0 ? `Formand, ${da}` : `Medlem, ${da}`) : `Kontaktperson, ${da}`,
    prefers: at === 1 ? ('channel' as const) : ('chat' as const),
    habit: at === 2 ? ('reminded' as const) : ('prompt' as const),
  }));
}

function mandatesOf({ id }: Body): ScenarioInput['mandates'] {
  const members = membersOf(id).map((person, at) => ({
    body: id,
    person,
    role: at === 0 ? ('chair' as const) : ('member' as const),
  }));
  return [...members, { body: id, person: keyOf(id, 'kontakt'), role: 'contact' as const }];
}

/** Most in the first task that takes nominations, one in each later one. */
function nominationsFor(definition: PlainDefinition, date: string): Nominations {
  return tasksOf(definition)
    .filter(({ kind }) => kind === 'nominate')
    .flatMap((task, order) => {
      const bodies = partiesOf(definition, task.bodies, date);
      const many = order === 0 ? NOMINATIONS : 1;
      return bodies.length === 0
        ? []
        : Array.from({ length: many }, (_, at) => nomination(definition, task, bodies, `n${order + 1}-${at + 1}`, at));
    });
}

function nomination(
  definition: PlainDefinition,
  task: PlainTask,
  bodies: readonly Body[],
  key: string,
  at: number,
): Nominations[number] {
  const body = bodies[at % bodies.length];
  const id = body?.id ?? '';
  const fields = fieldsOf(definition).map((field) => [field.id, valueOf(definition, field, id, key)] as const);
  return {
    key,
    by: membersOf(id)[at % MEMBERS] ?? '',
    task: task.id,
    day: Math.floor(at / 3),
    quality: 0.35 + ((at * 7) % 13) / 20,
    fields: Object.fromEntries(fields),
  };
}

function valueOf(definition: PlainDefinition, field: PlainField, bodyId: string, key: string): FieldValue {
  switch (field.kind) {
    case 'number':
      return Math.max(field.min ?? 1, 1);
    case 'choice':
      return field.options?.[0]?.id ?? '';
    case 'choices':
      return field.options?.slice(0, 1).map(({ id }) => id) ?? [];
    case 'bodies':
      return offeredBody(definition, field, bodyId);
    case 'confirm':
      return true;
    default:
      return field.id === definition.form?.titleField ? `Eksempel ${key}` : `Eksempeldata: ${field.label.da}`;
  }
}

/** The nominator's own body where the field offers it, else the first that is offered. */
function offeredBody(definition: PlainDefinition, field: PlainField, bodyId: string): readonly string[] & string[] {
  const offered = definition.bodies.filter(
    ({ id, kind, validTo }) =>
      validTo === undefined && (field.from?.includes(id) === true || field.from?.includes(`kind:${kind}`) === true),
  );
  const own = offered.find(({ id }) => id === bodyId) ?? offered[0];
  return own === undefined ? [] : [own.id];
}

function answersTo(task: PlainTask, nominations: Nominations): NonNullable<ScenarioInput['answers']>[string] {
  const reason = `Eksempeldata: ${task.title.da}`;
  if (task.kind === 'conclude') return { default: { choice: 'qualified', reason } };
  if (task.kind !== 'group') return { default: { reason } };
  const keys = nominations.map(({ key }) => key);
  const groups = Array.from({ length: Math.ceil(keys.length / PER_GROUP) }, (_, at) => ({
    name: `Gruppe ${at + 1} (eksempel)`,
    nominations: keys.slice(at * PER_GROUP, (at + 1) * PER_GROUP),
  }));
  return { default: { reason }, ...(groups.length === 0 ? {} : { groups }) };
}
