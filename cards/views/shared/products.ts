// The shared cards of what is made after the decision: groups, the document, publication. Counts and states.
import type { TaskDefinitionOf } from '../../../services/process/definition/schema';
import type { BodyId } from '../../../services/process/ids';
import { bodiesOf } from '../../../services/process/round/queries';
import type { DocumentRemark, DocumentVersion, Group, Task } from '../../../services/process/round/state';
import { execute } from '../../card';
import { present } from '../blocks';
import type { Scene } from '../scene';
import type { TaskOf } from '../seats';
import { missingLine } from '../seats';
import type { Piece } from './piece';

export function groupPiece(scene: Scene, of: TaskOf<TaskDefinitionOf<'group'>>): Piece {
  const { t, round } = scene;
  const { task, definition, date } = of;
  const groups = groupsIn(task);
  const count = groups.reduce((sum, group) => sum + group.nominationIds.length, 0);
  const confirmers = bodiesOf(round.electorate, definition.confirmedBy, date).map((id) => scene.body(id));
  const closed = task.status === 'closed';
  const proposed = groups.length === 0 ? t.product.groupsNone : t.product.groupsProposed(groups.length, count);
  return {
    status: closed
      ? []
      : [proposed, ...returnedLines(scene, task), t.product.groupsConfirmedBy(scene.f.list(confirmers))],
    rows: [],
    result: closed ? [t.product.groups(groups.length, count)] : [],
    notes: [],
    actions: [],
    reading: present(
      groups.length > 0 &&
        execute(t.product.seeGroups, 'page', { roundId: round.id, taskId: task.id, list: 'groups', page: 0 }),
    ),
  };
}

/** That the proposal is back with its authors, and what is wanted. */
function returnedLines(scene: Scene, task: Task): readonly string[] {
  const { t, f } = scene;
  const returned = task.work.family === 'groups' ? task.work.returned : null;
  if (returned === null) return [];
  const reason = scene.text(returned.texts, 'reason');
  return present(
    t.after.groupsReturned(f.weekday(returned.at)),
    reason !== null && t.after.groupsReturnedReason(reason),
  );
}

export function groupsIn(task: Task): readonly Group[] {
  return task.work.family === 'groups' ? task.work.proposed : [];
}

export function documentPiece(scene: Scene, of: TaskOf<TaskDefinitionOf<'document'>>): Piece {
  const { t, round, f } = scene;
  const { task, definition, date } = of;
  const newest = newestVersion(task);
  const needed = bodiesOf(round.electorate, definition.agreedBy, date);
  const agreements = agreementsIn(task);
  const missing = needed.filter((id) => agreements[id] === undefined);
  const agreed = t.product.documentAgreed(needed.length - missing.length, needed.length);
  const names = missingLine(
    scene,
    missing.map((id) => scene.body(id)),
  );
  return {
    status:
      newest === null
        ? [t.product.documentNone]
        : present(t.product.documentVersion(newest.version, f.weekday(newest.at)), remarksLine(scene, task)),
    rows: newest === null || needed.length === 0 ? [] : [names === null ? agreed : `${agreed} ${names}`],
    result: [],
    notes: [],
    actions: [],
    reading: present(
      newest !== null &&
        execute(t.product.seeChapters, 'page', { roundId: round.id, taskId: task.id, list: 'chapters', page: 0 }),
      remarksOn(task).length > 0 &&
        execute(t.after.seeDocumentRemarks, 'page', {
          roundId: round.id,
          taskId: task.id,
          list: 'documentRemarks',
          page: 0,
        }),
    ),
  };
}

/** What was said of a document's versions, in the order it came. */
export function remarksOn(task: Task): readonly DocumentRemark[] {
  return task.work.family === 'document' ? task.work.remarks : [];
}

/** How much was said of the newest version. */
function remarksLine(scene: Scene, task: Task): string | null {
  const version = newestVersion(task)?.version ?? 0;
  const count = remarksOn(task).filter((remark) => remark.version === version).length;
  return count === 0 ? null : scene.t.after.documentRemarks(count, version);
}

export function newestVersion(task: Task): DocumentVersion | null {
  return task.work.family === 'document' ? (task.work.versions.at(-1) ?? null) : null;
}

export function agreementsIn(task: Task): Partial<Readonly<Record<BodyId, { readonly at: string }>>> {
  return task.work.family === 'document' ? task.work.agreements : {};
}

export function publishPiece(scene: Scene, of: TaskOf<TaskDefinitionOf<'publish'>>): Piece {
  const { t, round, f } = scene;
  const { task, definition } = of;
  const publishedAt = task.work.family === 'publication' ? task.work.publishedAt : null;
  const tells = definition.effects.includes('publishResult') && task.status === 'closed';
  const candidates = Object.values(round.nominations).filter(({ decision }) => decision !== null);
  const selected = candidates.filter(({ decision }) => decision === 'selected').length;
  return {
    status: [],
    rows:
      task.status === 'closed' || definition.text
        ? []
        : definition.effects.map((effect) => t.product.publishEffects[effect]),
    result: present(
      publishedAt !== null && t.product.publishedAt(f.moment(publishedAt)),
      tells && candidates.length > 0 && t.product.selectedCount(selected, candidates.length),
    ),
    notes: [],
    actions: [],
    reading: present(
      tells &&
        execute(t.product.seeDecisions, 'page', { roundId: round.id, taskId: task.id, list: 'decisions', page: 0 }),
    ),
  };
}
