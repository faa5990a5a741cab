// Lists of what is made after the decision: groups with their nominations, networks with their members, chapters of the plan.
import type { BodyId, GroupId, NominationId, PersonId } from '../../../services/process/ids';
import { never } from '../../../services/process/decision';
import type { TaskDefinitionOf } from '../../../services/process/definition/schema';
import { appointedBy, networksOf, type Placed } from '../../../services/process/round/kinds/appoint';
import { bodiesOf, isSecretariat } from '../../../services/process/round/queries';
import type { Appointment, Group, NetworkKey } from '../../../services/process/round/state';
import { execute, openDialog, openUrl } from '../../card';
import { plain } from '../../escape';
import type { ListInput } from '../../inputs/round';
import type { Buttons, Row } from '../../templates';
import { buttons, present } from '../blocks';
import { whereOf, worksFor } from '../own/part';
import { caps } from '../scene';
import type { Scene } from '../scene';
import { isOpen } from '../seats';
import type { TaskOf } from '../seats';
import { appointedName, takenIn } from '../shared/appointments';
import { groupsIn, newestVersion } from '../shared/products';
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
export function networkRows(scene: Scene, of: TaskOf, { viewer, bodyId, channels }: ListInput): Rows {
  const appoint = ofKind(of, 'appoint');
  if (appoint === null) return { title: scene.t.product.networksTitle, lead: [], rows: [] };
  const { definition, task } = appoint;
  const own = worksFor(whereOf(scene, of), viewer.personId, definition.bodies);
  const acting = bodyId !== null && own.includes(bodyId) ? bodyId : (own[0] ?? null);
  const bodies = bodiesOf(scene.round.electorate, definition.bodies, of.date);
  return {
    title: scene.t.product.networksTitle,
    lead: acting === null ? [] : [scene.t.task.answersFor(scene.body(acting))],
    rows: networksOf({ round: scene.round, definition }).map((network) => () => {
      const may = isOpen(scene.round, task) ? acting : null;
      const row = networkRow(scene, { ...of, definition }, network, bodies, may);
      return { ...row, buttons: [...row.buttons, ...channelButtons(scene, of, network, channels, viewer.personId)] };
    }),
  };
}

/** For the secretariat: the network's channel, to be made, joined by who has come since, or opened. */
function channelButtons(
  { t, round, date }: Scene,
  { task }: TaskOf,
  network: NetworkKey,
  channels: ListInput['channels'],
  personId: PersonId,
): readonly Buttons[] {
  if (channels === undefined || !isSecretariat(round, personId, date)) return [];
  const url = channels[network];
  const title = url === undefined ? t.graph.networkOffer : t.graph.networkUpdate;
  return buttons(
    execute(title, 'network.channel', { roundId: round.id, taskId: task.id, network }),
    typeof url === 'string' && openUrl(t.graph.openChannel, url),
  );
}

/** Everybody in one network; for the body that may, with the seats it can fill and take back. */
function networkRow(
  scene: Scene,
  of: TaskOf<TaskDefinitionOf<'appoint'>>,
  network: NetworkKey,
  bodies: readonly BodyId[],
  acting: BodyId | null,
): Row {
  const { t, round } = scene;
  const placed = bodies.flatMap((id) => appointedBy(id, network, { round, task: of.task, date: of.date }));
  const names = placed.flatMap((one) => memberWord(scene, one, acting));
  const ids = { roundId: round.id, taskId: of.task.id, network };
  const own = acting === null ? [] : takenIn(scene, of, network, acting);
  const isFree = acting !== null && own.length < of.definition.seatsPerParty;
  return {
    title: networkName(scene, network),
    lines: [names.length === 0 ? t.product.networkEmpty : t.product.networkMembers(scene.f.list(names))],
    buttons: buttons(
      isFree && openDialog(t.product.appoint, 'appointment.open', { ...ids, bodyId: acting }),
      ...own.map(({ bodyId, index, ...one }) =>
        openDialog(withdrawLabel(scene, own.length, one), 'appointment.withdraw.open', { ...ids, bodyId, index }),
      ),
    ),
  };
}

function withdrawLabel({ t, ...scene }: Scene, count: number, one: Pick<Appointment, 'personId' | 'texts'>): string {
  if (count === 1) return t.after.withdrawAppointment;
  const name = appointedName({ t, ...scene }, one).replaceAll('\\', '');
  return t.after.withdrawAppointmentFor(plain(name, caps.label));
}

/** Who has declined stays visible, to those who appoint with the reason; who was taken back does not. */
function memberWord(scene: Scene, appointment: Placed, acting: BodyId | null): readonly string[] {
  const { t } = scene;
  const name = appointedName(scene, appointment);
  switch (appointment.answer) {
    case 'withdrawn':
      return [];
    case 'asked':
      return [t.after.memberWaiting(name)];
    case 'declined':
      return [declinedWord(scene, name, acting === null ? null : appointment.answerTexts)];
    case 'accepted':
    case 'notAsked':
      return [name];
    default:
      return never(appointment.answer);
  }
}

function declinedWord(scene: Scene, name: string, texts: Placed['answerTexts']): string {
  const reason = scene.text(texts, 'reason');
  return reason === null ? scene.t.after.memberDeclined(name) : scene.t.after.memberDeclinedReason(name, reason);
}

/** The newest version: its summary, then a chapter per group. */
export function chapterRows(scene: Scene, of: TaskOf, { fileUrl }: Pick<ListInput, 'fileUrl'>): Rows {
  const { t, round, f } = scene;
  const newest = newestVersion(of.task);
  const definition = ofKind(of, 'document')?.definition;
  const chapters = definition?.chapters === 'group' ? (Object.keys(round.groups) as GroupId[]) : [];
  const summary = newest === null ? null : scene.text(newest.texts, 'summary');
  const link = newest === null ? undefined : scene.look.texts(newest.texts)?.['link' as never];
  const open = present(
    link !== undefined && openUrl(t.common.openLink, link),
    fileUrl !== undefined && openUrl(t.graph.openFile, fileUrl),
  );
  return {
    title: t.product.chaptersTitle,
    lead:
      newest === null ? [t.product.documentNone] : [t.product.documentVersion(newest.version, f.weekday(newest.at))],
    rows: [
      ...(summary === null && open.length === 0
        ? []
        : [() => ({ title: t.product.documentSummary, lines: present(summary), buttons: buttons(...open) })]),
      ...chapters.map((id) => () => ({
        title: groupName(scene, round.groups[id]),
        lines: [(newest && scene.text(newest.texts, `chapter_${id}`)) ?? t.product.chapterEmpty],
        buttons: [],
      })),
    ],
  };
}
