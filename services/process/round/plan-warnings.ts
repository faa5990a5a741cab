// What is missing or will change before a round is over, told while it is being set up (PROCESS.md §3). Forbids nothing.
import type { Calendar, LocalDate } from '../calendar';
import type { Definition, TaskDefinition } from '../definition/schema';
import type { BodyId, TaskId } from '../ids';
import type { Mandate, OrganisationState, Role } from '../organisation/state';
import { existsOn } from '../organisation/successors';
import { same } from '../same';
import { daysOf, type PlannedTask } from './plan';
import { bodiesOf, inForce, mandatesOf } from './queries';

export type SetupWarning =
  /** The deadline falls after a body, or one that seats speak for, has been replaced. */
  | { readonly name: 'Succession'; readonly taskId: TaskId; readonly bodyId: BodyId; readonly successor: BodyId }
  | { readonly name: 'MandateEnds'; readonly bodyId: BodyId; readonly taskId: TaskId; readonly lastDay: LocalDate }
  | { readonly name: 'NoSeats'; readonly bodyId: BodyId }
  | { readonly name: 'NoChair'; readonly bodyId: BodyId }
  | { readonly name: 'NoContact'; readonly bodyId: BodyId }
  | { readonly name: 'NoChannel'; readonly bodyId: BodyId };

/** A planned task with the bodies and mandates that would answer it on the day it opens. */
interface Manned {
  readonly definition: TaskDefinition;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly bodyIds: readonly BodyId[];
  readonly mandates: readonly Mandate[];
}

/** Each warning once, in the order of the tasks; a body that lacks somebody for several tasks is named for the first. */
export function setupWarnings(
  definition: Definition,
  planned: readonly PlannedTask[],
  organisation: OrganisationState,
  calendar: Calendar,
): readonly SetupWarning[] {
  const found = planned.flatMap((task) => {
    const manned = mannedOf(definition, task, organisation, calendar);
    return manned === null
      ? []
      : [...successions(manned, organisation), ...endings(manned, organisation), ...lacks(manned, organisation)];
  });
  return found.filter((warning, index) => found.findIndex((other) => same(other, warning)) === index);
}

function mannedOf(
  definition: Definition,
  planned: PlannedTask,
  organisation: OrganisationState,
  calendar: Calendar,
): Manned | null {
  const task = definition.steps.flatMap((step) => step.tasks).find(({ id }) => id === planned.taskId);
  if (task === undefined) return null;
  const { from, to } = daysOf(planned, calendar);
  const bodyIds = bodiesOf(organisation, task.bodies, from);
  return { definition: task, from, to, bodyIds, mandates: mandatesOf(organisation, bodyIds, from) };
}

function successions({ definition, to, bodyIds, mandates }: Manned, organisation: OrganisationState): SetupWarning[] {
  const concerned = new Set([...bodyIds, ...mandates.flatMap(({ speaksFor }) => speaksFor ?? [])]);
  return [...concerned].flatMap((bodyId): SetupWarning[] => {
    const body = organisation.bodies[bodyId];
    if (body?.successor === undefined || existsOn(body, to)) return [];
    return [{ name: 'Succession', taskId: definition.id, bodyId, successor: body.successor }];
  });
}

function endings({ definition, to, mandates }: Manned, organisation: OrganisationState): SetupWarning[] {
  return mandates
    .filter((mandate) => !inForce(mandate, to) && !isRenewed(mandate, to, organisation))
    .map(({ bodyId, validTo }) => ({ name: 'MandateEnds', bodyId, taskId: definition.id, lastDay: validTo ?? to }));
}

/** True when the same body has a seat that speaks for the same organisation on that day: then nothing is lost. */
function isRenewed(mandate: Mandate, date: LocalDate, organisation: OrganisationState): boolean {
  return mandatesOf(organisation, [mandate.bodyId], date).some(
    ({ role, speaksFor }) => role === mandate.role && speaksFor === mandate.speaksFor && speaksFor !== null,
  );
}

function lacks(manned: Manned, organisation: OrganisationState): SetupWarning[] {
  return manned.bodyIds.flatMap((bodyId): SetupWarning[] => {
    const roles = new Set(manned.mandates.filter((mandate) => mandate.bodyId === bodyId).map(({ role }) => role));
    const lack = lackOf(manned.definition, roles);
    return [
      ...(lack === null ? [] : [{ name: lack, bodyId }]),
      ...(organisation.channels[bodyId] === undefined ? [{ name: 'NoChannel' as const, bodyId }] : []),
    ];
  });
}

/** Whom the kind of task cannot do without: contacts back, a chair signs, and anything else needs somebody at all. */
function lackOf(task: TaskDefinition, roles: ReadonlySet<Role>): 'NoSeats' | 'NoChair' | 'NoContact' | null {
  if (task.kind === 'nominate' && task.backing) return roles.has('contact') ? null : 'NoContact';
  const canAct = [...roles].some((role) => role !== 'observer');
  if (!canAct) return 'NoSeats';
  return task.kind === 'conclude' && !roles.has('chair') ? 'NoChair' : null;
}
