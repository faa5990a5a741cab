// Lists of what is made after the decision: groups with their nominations, networks with their members, chapters of the plan.
import type { BodyId, GroupId, NominationId } from '../../../services/process/ids';
import { bodiesOf } from '../../../services/process/round/queries';
import type { Appointment, Group, NetworkKey } from '../../../services/process/round/state';
import { openDialog, openUrl } from '../../card';
import type { ListInput } from '../../inputs/round';
import type { Row } from '../../templates';
import { buttons, present } from '../blocks';
import { whereOf, worksFor } from '../own/part';
import type { Scene } from '../scene';
import { isOpen } from '../seats';
import type { TaskOf } from '../seats';
import { appointedIn, groupsIn, networksOf, newestVersion } from '../shared/products';
import { ofKind } from '../shared/pieces';
import type { Rows } from './list-card';

/** All groups of a proposal share one text, each name under the group's own id. */
export function groupName(scene: Scene, group: Pick<Group, 'id' | 'texts'> | undefined): string {
  return (group && scene.text(group.texts, group.id)) ?? scene.t.common.untitled;
}

export function groupRows(scene: Scene, { task }: TaskOf): Rows {
  const groups = groupsIn(task);
  const count = groups.reduce((sum, group) => sum + group.nominationIds.length, 0);
  return {
    title: scene.t.product.groupsTitle,
    lead: present(groups.length > 0 && scene.t.product.groups(groups.length, count)),
    rows: groups.map((group) => () => ({
      title: groupName(scene, group),
      lines: group.nominationIds.map((id) => titleOf(scene, id)),
      buttons: [],
    })),
  };
}

function titleOf(scene: Scene, id: NominationId): string {
  const nomination = scene.round.nominations[id];
  return nomination === undefined ? scene.t.common.untitled : scene.numbered(nomination);
}

export function networkName(scene: Scene, network: NetworkKey): string {
  return network === 'round' ? scene.t.product.networkRound : groupName(scene, scene.round.groups[network]);
}

/** For a body: its own seats in each network, with a button; without one: everybody's. */
export function networkRows(scene: Scene, of: TaskOf, { viewer, bodyId }: ListInput): Rows {
  const appoint = ofKind(of, 'appoint');
  if (appoint === null) return { title: scene.t.product.networksTitle, lead: [], rows: [] };
  const { definition, task } = appoint;
  const own = worksFor(whereOf(scene, of), viewer.personId, definition.bodies);
  const acting = bodyId !== null && own.includes(bodyId) ? bodyId : (own[0] ?? null);
  const bodies = bodiesOf(scene.round.electorate, definition.bodies, of.date);
  return {
    title: scene.t.product.networksTitle,
    lead: acting === null ? [] : [scene.t.task.answersFor(scene.body(acting))],
    rows: networksOf(scene.round, definition).map((network) => () => {
      const may = isOpen(scene.round, task) && acting !== null;
      const free = may && appointedIn(task, network, acting).length < definition.seatsPerParty;
      return networkRow(scene, of, network, bodies, free ? acting : null);
    }),
  };
}

function networkRow(
  scene: Scene,
  { task }: TaskOf,
  network: NetworkKey,
  bodies: readonly BodyId[],
  acting: BodyId | null,
): Row {
  const { t, round } = scene;
  const names = bodies.flatMap((id) => appointedIn(task, network, id).map((one) => appointedName(scene, one)));
  const ids = { roundId: round.id, taskId: task.id, network };
  return {
    title: networkName(scene, network),
    lines: [names.length === 0 ? t.product.networkEmpty : t.product.networkMembers(scene.f.list(names))],
    buttons: buttons(acting !== null && openDialog(t.product.appoint, 'appointment.open', { ...ids, bodyId: acting })),
  };
}

function appointedName(scene: Scene, { personId, texts }: Appointment): string {
  const written = scene.text(texts, 'name');
  return written ?? (personId === null ? scene.t.common.formerPerson : scene.person(personId));
}

/** The newest version: its summary, then a chapter per group. */
export function chapterRows(scene: Scene, of: TaskOf): Rows {
  const { t, round, f } = scene;
  const newest = newestVersion(of.task);
  const definition = ofKind(of, 'document')?.definition;
  const chapters = definition?.chapters === 'group' ? (Object.keys(round.groups) as GroupId[]) : [];
  const summary = newest === null ? null : scene.text(newest.texts, 'summary');
  const link = newest === null ? undefined : scene.look.texts(newest.texts)?.['link' as never];
  const open = link === undefined ? null : openUrl(t.common.openLink, link);
  return {
    title: t.product.chaptersTitle,
    lead:
      newest === null ? [t.product.documentNone] : [t.product.documentVersion(newest.version, f.weekday(newest.at))],
    rows: [
      ...(summary === null && open === null
        ? []
        : [() => ({ title: t.product.documentSummary, lines: present(summary), buttons: buttons(open) })]),
      ...chapters.map((id) => () => ({
        title: groupName(scene, round.groups[id]),
        lines: [(newest && scene.text(newest.texts, `chapter_${id}`)) ?? t.product.chapterEmpty],
        buttons: [],
      })),
    ],
  };
}
