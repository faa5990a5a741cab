// Questions to a round's state that every kind of task asks: which definition, which seats, which nominations, who acts.
// Pure look-ups; they decide nothing. State never changes in place, so what is looked up in an electorate, a definition
// or a table of nominations is remembered beside it (WeakMap): a ballot among 500 seats does not sort them again.
import type { LocalDate } from '../calendar';
import type {
  Definition,
  StepDefinition,
  Subject,
  TaskDefinition,
  TaskDefinitionOf,
  TaskKind,
} from '../definition/schema';
import type { BodyId, MandateId, PersonId, TaskId } from '../ids';
import { as } from '../ids';
import type { Mandate, Role } from '../organisation/state';
import { bodyOn, existsOn } from '../organisation/successors';
import type { Electorate, Nomination, RoundState, Task } from './state';

/** Roles that have a seat that counts; contacts and observers have none (PROCESS.md §3). */
export const countingRoles: ReadonlySet<Role> = new Set<Role>(['chair', 'deputyChair', 'member']);

/** Remembered answers per electorate: a round asks for a handful of parties on a handful of days. */
const REMEMBERED_MAX = 512;

const tasksOf = new WeakMap<Definition, ReadonlyMap<TaskId, TaskDefinition>>();
const remembered = new WeakMap<Electorate, Map<string, readonly unknown[]>>();
const listed = new WeakMap<RoundState['nominations'], Map<Subject, readonly Nomination[]>>();

export function taskDefinitions(round: Pick<RoundState, 'definition'>): readonly TaskDefinition[] {
  return [...indexOf(round.definition).values()];
}

export function taskDefinition(round: Pick<RoundState, 'definition'>, taskId: TaskId): TaskDefinition | undefined {
  return indexOf(round.definition).get(taskId);
}

function indexOf(definition: Definition): ReadonlyMap<TaskId, TaskDefinition> {
  const known = tasksOf.get(definition);
  if (known !== undefined) return known;
  const index = new Map(definition.steps.flatMap((step) => step.tasks).map((task) => [task.id, task]));
  tasksOf.set(definition, index);
  return index;
}

/** The definition of a task known to be of `kind`; undefined when it is another kind. */
export function definitionOf<Kind extends TaskKind>(
  round: Pick<RoundState, 'definition'>,
  taskId: TaskId,
  kind: Kind,
): TaskDefinitionOf<Kind> | undefined {
  const definition = taskDefinition(round, taskId);
  return definition?.kind === kind ? (definition as TaskDefinitionOf<Kind>) : undefined;
}

export function stepOf(round: Pick<RoundState, 'definition'>, taskId: TaskId): StepDefinition | undefined {
  return round.definition.steps.find((step) => step.tasks.some((task) => task.id === taskId));
}

/**
 * The bodies behind a list of parties (`some-body`, `kind:region`) that exist on `date`, in the electorate's order.
 * A body named by id that has ended is stood for by its successor (PROCESS.md §3).
 */
export function bodiesOf(electorate: Electorate, parties: readonly string[], date: LocalDate): readonly BodyId[] {
  return remember(electorate, `bodies|${date}|${parties.join(',')}`, () => {
    const named = new Set(parties.map((party) => bodyOn(electorate.bodies, as<BodyId>(party), date)?.id));
    return Object.values(electorate.bodies)
      .filter((body) => existsOn(body, date))
      .filter((body) => named.has(body.id) || parties.includes(`kind:${body.kind}`))
      .map((body) => body.id);
  });
}

export function inForce(
  validity: { readonly validFrom: LocalDate | null; readonly validTo: LocalDate | null },
  date: LocalDate,
): boolean {
  return (
    (validity.validFrom === null || validity.validFrom <= date) &&
    (validity.validTo === null || date <= validity.validTo)
  );
}

/**
 * All mandates in force of some bodies, whatever their role, sorted by id. A mandate that speaks for an organisation
 * that has ended is not in force: its successor's mandate answers, once (PROCESS.md §3).
 */
export function mandatesOf(electorate: Electorate, bodyIds: readonly BodyId[], date: LocalDate): readonly Mandate[] {
  return remember(electorate, `mandates|${date}|${bodyIds.join(',')}`, () =>
    Object.values(electorate.mandates)
      .filter((mandate) => bodyIds.includes(mandate.bodyId) && inForce(mandate, date))
      .filter((mandate) => speaksForSomebody(electorate, mandate, date))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
}

function speaksForSomebody(electorate: Electorate, mandate: Mandate, date: LocalDate): boolean {
  const organisation = mandate.speaksFor === null ? undefined : electorate.bodies[mandate.speaksFor];
  return organisation === undefined || existsOn(organisation, date);
}

/** The seats that count in a task, sorted by id: one answer each. */
export function seatsOf(
  round: Pick<RoundState, 'electorate'>,
  task: Pick<TaskDefinition, 'bodies'>,
  date: LocalDate,
): readonly Mandate[] {
  return remember(round.electorate, `seats|${date}|${task.bodies.join(',')}`, () =>
    mandatesOf(round.electorate, bodiesOf(round.electorate, task.bodies, date), date).filter((mandate) =>
      countingRoles.has(mandate.role),
    ),
  );
}

function remember<Value>(electorate: Electorate, key: string, look: () => readonly Value[]): readonly Value[] {
  const known = remembered.get(electorate) ?? new Map<string, readonly unknown[]>();
  remembered.set(electorate, known);
  const found = known.get(key);
  if (found !== undefined) return found as readonly Value[];
  if (known.size >= REMEMBERED_MAX) known.clear();
  const value = look();
  known.set(key, value);
  return value;
}

/** Who answers for a seat in a task now: the holder, or the substitute once called. */
export function answererOf(task: Task, mandate: Mandate): PersonId {
  return task.standIns[mandate.id] ?? mandate.holder;
}

/** A kind without the setting has no seats a substitute could answer for. */
export function allowsSubstitutes(definition: TaskDefinition): boolean {
  return 'substitutes' in definition && definition.substitutes;
}

/** True when the person holds one of `roles` in one of the bodies. */
export function holdsRole(
  round: Pick<RoundState, 'electorate'>,
  personId: PersonId,
  bodyIds: readonly BodyId[],
  roles: readonly Role[],
  date: LocalDate,
): boolean {
  return mandatesOf(round.electorate, bodyIds, date).some(
    (mandate) => mandate.holder === personId && roles.includes(mandate.role),
  );
}

export function isSecretariat(
  round: Pick<RoundState, 'electorate' | 'definition'>,
  personId: PersonId,
  date: LocalDate,
): boolean {
  return holdsRole(round, personId, [round.definition.secretariat], ['chair', 'deputyChair', 'member'], date);
}

/** Nominations a task is about, in the order they were numbered. */
export function nominationsAbout(round: Pick<RoundState, 'nominations'>, subject: Subject): readonly Nomination[] {
  const known = listed.get(round.nominations) ?? new Map<Subject, readonly Nomination[]>();
  listed.set(round.nominations, known);
  const list = known.get(subject) ?? listNominations(Object.values(round.nominations), subject);
  known.set(subject, list);
  return list;
}

function listNominations(nominations: readonly Nomination[], subject: Subject): readonly Nomination[] {
  if (subject === 'round') return [];
  return nominations
    .filter((nomination) => nomination.status === 'submitted')
    .filter((nomination) => subject !== 'qualified' || nomination.conclusion?.outcome === 'qualified')
    .filter((nomination) => subject !== 'selected' || nomination.decision === 'selected')
    .sort((a, b) => ((a.number ?? '') < (b.number ?? '') ? -1 : 1));
}

export function mandateById(round: RoundState, id: string): Mandate | undefined {
  return round.electorate.mandates[as<MandateId>(id)];
}
