// The shared card of taking in nominations: how many each organisation has sent, never what a single one says.
import type { TaskDefinitionOf } from '../../../services/process/definition/schema';
import type { BodyId, TaskId } from '../../../services/process/ids';
import { graceUntil, isInGrace } from '../../../services/process/round/matters/grace/state';
import { internalDeadlineOf } from '../../../services/process/round/matters/internal/state';
import { bodiesOf } from '../../../services/process/round/queries';
import type { Nomination, RoundState } from '../../../services/process/round/state';
import { execute, openDialog } from '../../card';
import { present } from '../blocks';
import type { Scene } from '../scene';
import type { TaskOf } from '../seats';
import type { Piece } from './piece';

type Nominating = TaskOf<TaskDefinitionOf<'nominate'>>;

export function nominatingPiece(scene: Scene, of: Nominating, bodyId: BodyId | null): Piece {
  const { t, round } = scene;
  const ids = { roundId: round.id, taskId: of.task.id };
  const closed = of.task.status === 'closed';
  const sent = nominationsIn(round, of.task.id).filter(({ status }) => status === 'submitted');
  const start = of.definition.openToAll ? t.nomination.nominate : t.nomination.add;
  return {
    status: [...internalLine(scene, of, bodyId), ...graceLine(scene, of)],
    rows: countRows(scene, of, bodyId),
    result: closed ? [t.nomination.total(sent.length)] : [],
    notes: present(closed ? t.nomination.closed : t.common.noPatientData),
    actions:
      closed || isInGrace(round, of.task, scene.look.now)
        ? []
        : [openDialog(start, 'nomination.open', ids, { style: 'primary' })],
    reading: present(
      execute(t.nomination.seeSubmitted, 'page', { ...ids, list: 'submitted', page: 0 }),
      !closed && execute(t.nomination.guidance, 'handbook.show', { section: 'principles' }),
    ),
  };
}

/** "Region Midtjyllands interne frist: …", in the organisation's own channel while it is to come. */
function internalLine(scene: Scene, { task }: Nominating, bodyId: BodyId | null): readonly string[] {
  const at = bodyId === null ? null : internalDeadlineOf(scene.round, task.id, bodyId);
  if (bodyId === null || at === null || task.status === 'closed' || at < scene.look.now) return [];
  return [scene.t.nomination.internalDeadline(scene.body(bodyId), scene.f.moment(at))];
}

/** Until when begun drafts are taken after the deadline. */
function graceLine(scene: Scene, { task }: Nominating): readonly string[] {
  const until = task.status === 'open' ? graceUntil(scene.round, task) : null;
  return until === null ? [] : [scene.t.draft.grace(scene.f.moment(until))];
}

/** Nominations of a task that anybody but their own people may know of: drafts withdrawn count nowhere. */
export function nominationsIn(round: RoundState, taskId: TaskId): readonly Nomination[] {
  return Object.values(round.nominations).filter(
    (nomination) => nomination.taskId === taskId && nomination.status !== 'withdrawn',
  );
}

/** "Region Midtjylland: 6 indsendt · 2 afventer tilslutning", for the channel's own body or for all. */
function countRows(scene: Scene, { task, definition, date }: Nominating, bodyId: BodyId | null): readonly string[] {
  const nominations = nominationsIn(scene.round, task.id);
  const bodies = definition.openToAll ? bodiesOf(scene.round.electorate, definition.bodies, date) : [];
  const byName = bodies.toSorted((one, other) => scene.f.compare(scene.bodyLabel(one), scene.bodyLabel(other)));
  const shown = bodyId !== null && bodies.includes(bodyId) ? [bodyId] : byName;
  if (shown.length === 0) return task.status === 'closed' ? [] : [scene.t.nomination.total(nominations.length)];
  return shown.map((id) => {
    const own = nominations.filter((nomination) => nomination.onBehalfOf.includes(id));
    const submitted = own.filter(({ status }) => status === 'submitted').length;
    const awaiting = own.filter((nomination) => isAwaiting(nomination, id)).length;
    return scene.t.nomination.bodyCounts(scene.body(id), submitted, awaiting);
  });
}

/** True while the organisation has yet to back it. */
export function isAwaiting(nomination: Nomination, bodyId: BodyId): boolean {
  return nomination.status === 'awaitingBacking' && !nomination.backedBy.includes(bodyId);
}
