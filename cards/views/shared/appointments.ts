// Appointments as every view of them needs them: who, in which place, with which answer; and the shared card's counts.
import type { TaskDefinitionOf } from '../../../services/process/definition/schema';
import type { BodyId, TaskId } from '../../../services/process/ids';
import { appointedBy, networksOf, type Placed } from '../../../services/process/round/kinds/appoint';
import { isTaken, seatsIn } from '../../../services/process/round/kinds/appoint/work';
import { bodiesOf } from '../../../services/process/round/queries';
import type { Appointment, NetworkKey, RoundState } from '../../../services/process/round/state';
import { execute } from '../../card';
import { present } from '../blocks';
import type { Scene } from '../scene';
import type { TaskOf } from '../seats';
import type { Piece } from './piece';

type Appoint = TaskOf<TaskDefinitionOf<'appoint'>>;

export function appointPiece(scene: Scene, of: Appoint): Piece {
  const { t, round } = scene;
  const { task, definition, date } = of;
  const bodies = bodiesOf(round.electorate, definition.bodies, date);
  const total = networksOf({ round, definition }).length * definition.seatsPerParty;
  const all = bodies.reduce((sum, id) => sum + takenBy(scene, of, id), 0);
  const waiting = bodies.flatMap((id) => appointmentsOf(scene, of, id)).filter(({ answer }) => answer === 'asked');
  const list = { roundId: round.id, taskId: task.id, list: 'networks', page: 0 } as const;
  return {
    status: present(task.status === 'open' && waiting.length > 0 && t.after.awaitingAnswers(waiting.length)),
    rows: bodies.map((id) => t.product.appointed(scene.body(id), takenBy(scene, of, id), total)),
    result: task.status === 'closed' ? [t.product.appointedTotal(all, total * bodies.length)] : [],
    notes: [],
    actions: [execute(t.product.appoint, 'page', list, { style: 'primary' })],
    reading: task.status === 'open' ? [] : [execute(t.product.seeNetworks, 'page', list)],
  };
}

/** All appointments of a body, network by network; those of bodies it took over among them. */
export function appointmentsOf(
  { round }: Scene,
  { task, definition, date }: Appoint,
  bodyId: BodyId,
): readonly Placed[] {
  return networksOf({ round, definition }).flatMap((network) => appointedBy(bodyId, network, { round, task, date }));
}

/** How many of a body's seats are taken; more than there are count as full. */
export function takenBy(scene: Scene, of: Appoint, bodyId: BodyId): number {
  return networksOf({ round: scene.round, definition: of.definition })
    .map((network) => takenIn(scene, of, network, bodyId).length)
    .reduce((sum, count) => sum + Math.min(count, of.definition.seatsPerParty), 0);
}

export function takenIn(
  { round }: Scene,
  { task, date }: Appoint,
  network: NetworkKey,
  bodyId: BodyId,
): readonly Placed[] {
  return appointedBy(bodyId, network, { round, task, date }).filter(isTaken);
}

/** The appointment in a place; null where there is none or it was taken back. */
export function appointmentAt(
  round: RoundState,
  at: { readonly taskId: TaskId; readonly network: NetworkKey; readonly bodyId: BodyId; readonly index: number },
): Appointment | null {
  const work = round.tasks[at.taskId]?.work;
  const found = work === undefined ? undefined : seatsIn(work)[at.network]?.[at.bodyId]?.[at.index];
  return found === undefined || found.answer === 'withdrawn' ? null : found;
}

/** How many appointments were ever made to a network: the basis of the next one. */
export function appointmentsMade(round: RoundState, taskId: TaskId, network: NetworkKey): number {
  const work = round.tasks[taskId]?.work;
  const bodies = work === undefined ? {} : (seatsIn(work)[network] ?? {});
  return Object.values(bodies).reduce((sum, own) => sum + own.length, 0);
}

export function appointedName(scene: Scene, { personId, texts }: Pick<Appointment, 'personId' | 'texts'>): string {
  const written = scene.text(texts, 'name');
  return written ?? (personId === null ? scene.t.common.formerPerson : scene.person(personId));
}
