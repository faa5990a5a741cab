// Questions to a round's state that every kind of task asks: which definition, which seats, which nominations, who acts.
// Pure look-ups; they decide nothing.
import type { LocalDate } from '../calendar';
import type { StepDefinition, Subject, TaskDefinition, TaskDefinitionOf, TaskKind } from '../definition/schema';
import type { BodyId, MandateId, PersonId, TaskId } from '../ids';
import { as } from '../ids';
import type { Mandate, Role } from '../organisation/state';
import type { Electorate, Nomination, RoundState, Task } from './state';

/** Roles that have a seat that counts; contacts and observers have none (PROCESS.md §3). */
const countingRoles: ReadonlySet<Role> = new Set<Role>(['chair', 'deputyChair', 'member']);

export function taskDefinitions(round: Pick<RoundState, 'definition'>): readonly TaskDefinition[] {
  return round.definition.steps.flatMap((step) => step.tasks);
}

export function taskDefinition(round: Pick<RoundState, 'definition'>, taskId: TaskId): TaskDefinition | undefined {
  return taskDefinitions(round).find((task) => task.id === taskId);
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

/** The bodies behind a list of parties (`some-body`, `kind:region`) that exist on `date`, in the electorate's order. */
export function bodiesOf(electorate: Electorate, parties: readonly string[], date: LocalDate): readonly BodyId[] {
  return Object.values(electorate.bodies)
    .filter((body) => parties.includes(body.id) || parties.includes(`kind:${body.kind}`))
    .filter((body) => inForce({ validFrom: body.validFrom ?? null, validTo: body.validTo ?? null }, date))
    .map((body) => body.id);
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

/** All mandates in force of some bodies, whatever their role, sorted by id. */
export function mandatesOf(electorate: Electorate, bodyIds: readonly BodyId[], date: LocalDate): readonly Mandate[] {
  return Object.values(electorate.mandates)
    .filter((mandate) => bodyIds.includes(mandate.bodyId) && inForce(mandate, date))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The seats that count in a task, sorted by id: one answer each. */
export function seatsOf(round: RoundState, task: TaskDefinition, date: LocalDate): readonly Mandate[] {
  return mandatesOf(round.electorate, bodiesOf(round.electorate, task.bodies, date), date).filter((mandate) =>
    countingRoles.has(mandate.role),
  );
}

/** Who answers for a seat in a task now: the holder, or the substitute once called. */
export function answererOf(task: Task, mandate: Mandate): PersonId {
  return task.standIns[mandate.id] ?? mandate.holder;
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

export function isSecretariat(round: RoundState, personId: PersonId, date: LocalDate): boolean {
  return holdsRole(round, personId, [round.definition.secretariat], ['chair', 'deputyChair', 'member'], date);
}

/** Nominations a task is about, in the order they were numbered. */
export function nominationsAbout(round: RoundState, subject: Subject): readonly Nomination[] {
  if (subject === 'round') return [];
  return Object.values(round.nominations)
    .filter((nomination) => nomination.status === 'submitted')
    .filter((nomination) => subject !== 'qualified' || nomination.conclusion?.outcome === 'qualified')
    .filter((nomination) => subject !== 'selected' || nomination.decision === 'selected')
    .sort((a, b) => ((a.number ?? '') < (b.number ?? '') ? -1 : 1));
}

export function mandateById(round: RoundState, id: string): Mandate | undefined {
  return round.electorate.mandates[as<MandateId>(id)];
}
