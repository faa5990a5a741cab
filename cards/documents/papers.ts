// Papers for a channel's folder and entries for a calendar, made of what the record holds when they are final. Counts
// nothing and keeps nothing: whoever asks puts them where they belong.
import { as } from '../../services/process/ids';
import type { FieldId, GroupId, MeetingId, NominationId, TaskId } from '../../services/process/ids';
import type { NetworkKey } from '../../services/process/round/state';
import { taskDefinition } from '../../services/process/round/queries';
import { plain } from '../escape';
import type { RoundInput } from '../view';
import { groupName } from '../views/lists/products';
import { caps, sceneOf } from '../views/scene';
import type { Scene } from '../views/scene';
import { newestVersion } from '../views/shared/products';
import { meetingMinutes } from './case';
import type { CaseDocument } from './markdown';
import { heading, paragraphs, under, whole } from './markdown';

/**
 * A meeting's minutes once it has been held; its name holds day and hour, so that two of a body are two files, and the
 * round, because one meeting in the room may deal with two.
 */
export function minutesPaper(input: RoundInput & { readonly meetingId: MeetingId }): CaseDocument | null {
  const scene = sceneOf(input);
  const meeting = scene.round.matters.meetings[input.meetingId];
  if (meeting?.status !== 'held') return null;
  const at = `${input.look.calendar.dateOf(meeting.at)} ${scene.f.time(meeting.at)}`;
  const name = scene.t.graph.minutesFile(at, scene.bodyLabel(meeting.bodyId), plain(input.round.name, caps.label));
  return meetingMinutes(scene, meeting, name);
}

/** The newest version of a document whose task is closed: summary, chapters, and the link it was handed in with. */
export function planPaper(input: RoundInput & { readonly taskId: TaskId }): CaseDocument | null {
  const scene = sceneOf(input);
  const { t, f, round } = scene;
  const task = round.tasks[input.taskId];
  const definition = taskDefinition(round, input.taskId);
  const newest = task?.status === 'closed' ? newestVersion(task) : null;
  if (definition?.kind !== 'document' || newest === null) return null;
  const chapters = definition.chapters === 'group' ? (Object.keys(round.groups) as GroupId[]) : [];
  const title = scene.say(definition.title);
  const content = paragraphs(
    heading(1, title),
    t.product.documentVersion(newest.version, f.weekday(newest.at)),
    whole(scene, newest.texts, 'link'),
    under(2, t.product.documentSummary, whole(scene, newest.texts, 'summary')),
    ...chapters.map((id) => chapter(scene, id, whole(scene, newest.texts, `chapter_${id}`))),
  );
  return { name: t.graph.planFile(scene.label(definition.title), plain(round.name, caps.label)), title, content };
}

function chapter(scene: Scene, id: GroupId, text: string | null): string {
  return under(2, groupName(scene, scene.round.groups[id]), text ?? scene.t.product.chapterEmpty);
}

/** What a network's channel is called, beside its round: after its group, or where that has no name, the group's number. */
export function networkLabel(input: RoundInput & { readonly network: NetworkKey }): string {
  const { t, look, round } = sceneOf(input);
  if (input.network === 'round') return t.product.networkRound;
  const texts = round.groups[input.network]?.texts;
  const name = texts === undefined ? undefined : look.texts(texts)?.[as<FieldId>(input.network)];
  const number = String(Object.keys(round.groups).indexOf(input.network) + 1);
  return name === undefined ? t.graph.networkNumber(number) : plain(name, caps.label);
}

/** The name of a group chat about a nomination: its number where it has one, and nothing else that says what it is about. */
export function chatTopic(input: RoundInput & { readonly nominationId: NominationId }): string | null {
  const scene = sceneOf(input);
  const nomination = scene.round.nominations[input.nominationId];
  if (nomination === undefined) return null;
  return scene.t.graph.chatTopic(
    nomination.number ?? scene.titleLabel(nomination),
    plain(scene.round.name, caps.label),
  );
}

/** What a calendar says: plain text. */
export interface Entry {
  readonly subject: string;
  readonly text: string;
}

/** A meeting's agenda by the titles of its tasks; nominations are not named in a calendar. */
export function meetingEntry(input: RoundInput & { readonly meetingId: MeetingId }): Entry | null {
  const scene = sceneOf(input);
  const { t, round } = scene;
  const meeting = round.matters.meetings[input.meetingId];
  if (meeting === undefined) return null;
  const items = meeting.agenda.map((id, at) => `${String(at + 1)}. ${taskLabel(scene, id)}`);
  return {
    subject: t.graph.meetingEntry(scene.bodyLabel(meeting.bodyId), plain(round.name, caps.label)),
    text: [t.graph.meetingEntryLead, ...items].join('\n'),
  };
}

export function deadlineEntry(input: RoundInput & { readonly taskId: TaskId }): Entry | null {
  const scene = sceneOf(input);
  const { t, f, round } = scene;
  const deadlineAt = round.tasks[input.taskId]?.deadlineAt ?? null;
  if (deadlineAt === null) return null;
  return {
    subject: t.graph.deadlineEntry(taskLabel(scene, input.taskId), plain(round.name, caps.label)),
    text: t.graph.deadlineEntryLead(f.moment(deadlineAt)),
  };
}

function taskLabel(scene: Scene, id: TaskId): string {
  const definition = taskDefinition(scene.round, id);
  return definition === undefined ? scene.t.common.untitled : scene.label(definition.title);
}
