// Who answers in a task, as people see it: the viewer's own seats, and who has answered and who is missing.
// Reads the rules' own questions; grants no right and counts nothing itself.
import type { LocalDate } from '../../services/process/calendar';
import type { TaskDefinition } from '../../services/process/definition/schema';
import type { BodyId, PersonId, TaskId } from '../../services/process/ids';
import type { Mandate } from '../../services/process/organisation/state';
import {
  answererOf,
  bodiesOf,
  isSecretariat,
  mandatesOf,
  nominationsAbout,
  seatsOf,
  taskDefinition,
} from '../../services/process/round/queries';
import { standsInFor } from '../../services/process/round/matters/impartiality/answering';
import type { RoundState, Task } from '../../services/process/round/state';
import type { Scene } from './scene';

/** A task with its definition, as every view of it needs it. */
export interface TaskOf<Definition extends TaskDefinition = TaskDefinition> {
  readonly task: Task;
  readonly definition: Definition;
  /** The day whose mandates count: today, or the day it was closed. */
  readonly date: LocalDate;
}

/** The task of a round; null where a card speaks of one that is gone. */
export function taskOf(scene: Scene, taskId: TaskId): TaskOf | null {
  const task = scene.round.tasks[taskId];
  const definition = taskDefinition(scene.round, taskId);
  if (task === undefined || definition === undefined) return null;
  const date = task.closedAt === null ? scene.date : scene.look.calendar.dateOf(task.closedAt);
  return { task, definition, date };
}

/** True when answers can be given now. */
export function isOpen(round: RoundState, task: Task): boolean {
  return round.status === 'running' && task.status === 'open';
}

/** What a person is in a task: what he answers for, prepares, watches, or runs. */
export interface Part {
  readonly seats: readonly Mandate[];
  /** Seats whose answer he gave away to a called substitute. */
  readonly givenAway: readonly Mandate[];
  readonly prepares: readonly Mandate[];
  readonly contactOf: readonly Mandate[];
  readonly observes: readonly Mandate[];
  readonly secretariat: boolean;
}

export function partOf(round: RoundState, { task, definition, date }: TaskOf, personId: PersonId): Part {
  const seats = seatsOf(round, definition, date);
  const all = mandatesOf(round.electorate, bodiesOf(round.electorate, definition.bodies, date), date);
  const held = (role: Mandate['role']) => all.filter((mandate) => mandate.role === role && mandate.holder === personId);
  return {
    seats: seats.filter((mandate) => answersIn(round, { task, definition }, mandate, personId)),
    givenAway: seats.filter((mandate) => mandate.holder === personId && answererOf(task, mandate) !== personId),
    prepares: seats.filter((mandate) => mandate.preparers.includes(personId)),
    contactOf: held('contact'),
    observes: held('observer'),
    secretariat: isSecretariat(round, personId, date),
  };
}

/** True also for a substitute who answers for some nominations alone. */
function answersIn(
  round: RoundState,
  { task, definition }: Pick<TaskOf, 'task' | 'definition'>,
  mandate: Mandate,
  personId: PersonId,
): boolean {
  if (answererOf(task, mandate) === personId) return true;
  const about = 'about' in definition ? nominationsAbout(round, definition.about).map(({ id }) => id) : [];
  return standsInFor({ round, task, definition }, mandate, personId, about);
}

/** For whom a seat speaks, for a label: the organisation, or the body where it speaks for nobody else. */
export function seatBody(mandate: Mandate): BodyId {
  return mandate.speaksFor ?? mandate.bodyId;
}

/** "Du svarer for Region Syddanmark." and its like. */
export function seatLine(scene: Scene, task: Task, mandate: Mandate, personId: PersonId | null = null): string {
  const { t } = scene;
  const stands = (personId ?? answererOf(task, mandate)) !== mandate.holder;
  const name = scene.body(seatBody(mandate));
  if (mandate.speaksFor !== null) {
    return stands ? t.task.substituteFor(name, scene.person(mandate.holder)) : t.task.answersFor(name);
  }
  return stands ? t.task.substituteAs(name, scene.person(mandate.holder)) : t.task.answersAs(name);
}

/** Names listed on a card before "og 3 flere": a phone's two lines. */
const NAMES_MAX = 8;

/** Organisations of seats that have not answered, each once. Seats that speak for nobody are never named (CARDS.md §5). */
export function missingNames(scene: Scene, seats: readonly Mandate[], missing: readonly Mandate[]): readonly string[] {
  const bodies = new Set(seats.map((mandate) => mandate.bodyId));
  const named = missing.flatMap((mandate) => mandate.speaksFor ?? (bodies.size > 1 ? mandate.bodyId : []));
  return [...new Set(named)].map((id) => scene.body(id)).sort((a, b) => scene.f.compare(a, b));
}

/** "Mangler: Region Nordjylland og Region Østdanmark.", or nothing. */
export function missingLine(scene: Scene, names: readonly string[], isClosed = false): string | null {
  if (names.length === 0) return null;
  const shown = names.slice(0, NAMES_MAX);
  const more = names.length - shown.length;
  const list = scene.f.list(more > 0 ? [...shown, scene.t.task.andMore(more)] : shown);
  return isClosed ? scene.t.task.unanswered(list) : scene.t.task.missing(list);
}
