// A viewer's own part in what is made after the decision: groups, appointments, the document, publication.
import type { TaskDefinitionOf } from '../../../services/process/definition/schema';
import type { PersonId } from '../../../services/process/ids';
import { groupsBasis } from '../../../services/process/round/kinds/group';
import { decidedIn, withoutReason } from '../../../services/process/round/kinds/publish/reasons';
import { execute, openDialog } from '../../card';
import type { Section } from '../../templates';
import { buttons, present, section } from '../blocks';
import type { Scene } from '../scene';
import type { TaskOf } from '../seats';
import { isOpen } from '../seats';
import { agreementsIn, groupsIn, newestVersion } from '../shared/products';
import { speaksFor, whereOf, worksFor } from './part';

export function ownGroup(scene: Scene, of: TaskOf<TaskDefinitionOf<'group'>>, personId: PersonId): readonly Section[] {
  const { t, round } = scene;
  if (!isOpen(round, of.task)) return [];
  const where = whereOf(scene, of);
  const proposed = groupsIn(of.task).length > 0;
  const proposes = worksFor(where, personId, of.definition.bodies).length > 0;
  const isReturned = of.task.work.family === 'groups' && of.task.work.returned !== null;
  const confirms = proposed && !isReturned && worksFor(where, personId, of.definition.confirmedBy).length > 0;
  if (!proposes && !confirms) return [];
  const ids = { roundId: round.id, taskId: of.task.id };
  const basis = groupsBasis(of.task.work);
  return [
    section({
      buttons: buttons(
        proposes && openDialog(proposed ? t.product.changeGroups : t.product.makeGroups, 'grouping.open', ids),
        proposes && proposed && execute(t.after.undoGroups, 'grouping.undo', { ...ids, basis }),
        confirms && execute(t.product.confirmGroups, 'grouping.confirm', { ...ids, basis }, { style: 'primary' }),
        confirms && openDialog(t.after.returnGroups, 'grouping.return.open', { ...ids, basis }),
      ),
    }),
  ];
}

export function ownDocument(
  scene: Scene,
  of: TaskOf<TaskDefinitionOf<'document'>>,
  personId: PersonId,
): readonly Section[] {
  const { t, round, f } = scene;
  const where = whereOf(scene, of);
  const newest = newestVersion(of.task);
  const ids = { roundId: round.id, taskId: of.task.id };
  const open = isOpen(round, of.task);
  const writes = open && worksFor(where, personId, of.definition.bodies).length > 0;
  const parties = [...of.definition.bodies, ...of.definition.agreedBy];
  const remarks = open && newest !== null && worksFor(where, personId, parties).length > 0;
  const write = newest === null ? t.product.documentWrite : t.product.documentNew;
  return [
    ...(writes || remarks
      ? [
          section({
            buttons: buttons(
              writes && openDialog(write, 'document.open', ids),
              remarks && openDialog(t.after.remarkOnDocument, 'document.remark.open', ids),
            ),
          }),
        ]
      : []),
    ...speaksFor(where, personId, of.definition.agreedBy).map((bodyId) => {
      const agreed = agreementsIn(of.task)[bodyId];
      return section({
        lines: present(
          t.task.answersFor(scene.body(bodyId)),
          agreed && t.product.documentAgreedOwn(f.moment(agreed.at)),
        ),
        buttons: buttons(
          open &&
            newest !== null &&
            agreed === undefined &&
            execute(
              t.product.documentAgree,
              'document.agree',
              { ...ids, bodyId, version: newest.version },
              { style: 'primary' },
            ),
        ),
      });
    }),
  ];
}

export function ownPublish(
  scene: Scene,
  of: TaskOf<TaskDefinitionOf<'publish'>>,
  personId: PersonId,
): readonly Section[] {
  const { t, round } = scene;
  const may = isOpen(round, of.task) && worksFor(whereOf(scene, of), personId, of.definition.bodies).length > 0;
  if (!may) return [];
  const ids = { roundId: round.id, taskId: of.task.id };
  const tells = of.definition.effects.includes('notifyNominators') && decidedIn(round).length > 0;
  const missing = tells ? withoutReason(round, of.task).length : 0;
  const isHeld = of.definition.reasons === 'required' && missing > 0;
  return [
    section({
      lines: present(tells && (missing === 0 ? t.after.reasonsComplete : t.after.reasonsMissing(missing))),
      buttons: buttons(
        !isHeld && openDialog(t.product.publish, 'publication.open', ids, { style: 'primary' }),
        tells && openDialog(t.after.writeReasons, 'reasons.open', ids, isHeld ? { style: 'primary' } : {}),
        tells && execute(t.after.seeReasons, 'page', { ...ids, list: 'reasons', page: 0 }),
      ),
    }),
  ];
}
