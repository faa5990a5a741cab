// Meetings as cards: the list of a round, one meeting as it is run, and its minutes. Counts nothing: results are the rules'.
import type { BodyId, MandateId, TaskId } from '../../../services/process/ids';
import { decidedOn, meetingOn, meetingsOf } from '../../../services/process/round/matters/meetings/queries';
import type { Meeting } from '../../../services/process/round/matters/meetings/state';
import { isTakenToMeeting } from '../../../services/process/round/kinds/ballots/work';
import { isSecretariat } from '../../../services/process/round/queries';
import type { Task } from '../../../services/process/round/state';
import { execute, openDialog, openUrl } from '../../card';
import type { Card, Element } from '../../card';
import { inline } from '../../escape';
import type { MeetingInput, MinutesInput, OverridesInput } from '../../inputs/governing';
import { render } from '../../render';
import type { Row } from '../../templates';
import { buttons, listOf, paged, pageNote, pageOf, pager, present, section } from '../blocks';
import { plainCard } from '../plain';
import { caps, ownScene, taskTitle } from '../scene';
import type { Scene } from '../scene';
import { seatBody } from '../seats';
import { outcomeWord } from '../status';

const ROWS_PER_PAGE = 8;

export function meetingsCard(input: OverridesInput): Card {
  const scene = ownScene(input);
  const { t, f, round } = scene;
  const list = paged(meetingsOf(round).toReversed(), input.page, ROWS_PER_PAGE);
  const turn = (page: number, title: string): Element => execute(title, 'meetings.show', { roundId: round.id, page });
  const data = {
    eyebrow: [inline(round.name, caps.label)],
    title: t.meeting.listTitle,
    lead: list.total === 0 ? [t.meeting.none] : [],
    rows: list.items.map((meeting): Row => ({
      title: t.meeting.row(scene.body(meeting.bodyId), f.day(meeting.at)),
      lines: [t.meeting.state[meeting.status]],
      buttons: buttons(execute(t.common.show, 'meeting.show', { roundId: round.id, meetingId: meeting.id })),
    })),
    notes: pageNote(t, list),
    buttons: buttons(...pager(t, list, turn), execute(t.common.back, 'round.show', { roundId: round.id })),
  };
  return render('list', listOf(data), { language: scene.language, summary: data.title });
}

export function meetingCard(input: MeetingInput): Card {
  const scene = ownScene(input);
  const { t, f, round } = scene;
  const meeting = round.matters.meetings[input.meetingId];
  if (meeting === undefined) return plainCard(scene, t.faults.UnknownMeeting);
  const ids = { roundId: round.id, meetingId: meeting.id };
  const runs = meeting.status === 'called' && isSecretariat(round, input.viewer.personId, scene.date);
  const attended = meeting.attendance !== null;
  const data = {
    eyebrow: [inline(round.name, caps.label)],
    title: t.meeting.title(scene.body(meeting.bodyId)),
    lead: [t.meeting.at(f.moment(meeting.at)), ...attendanceLines(scene, meeting)],
    rows: meeting.agenda.map((taskId): Row => {
      const isOpen = meeting.decided[taskId] === undefined && round.tasks[taskId]?.status === 'open';
      const decide = { ...ids, taskId };
      return {
        title: taskTitle(scene, taskId),
        lines: decisionLines(scene, meeting, taskId),
        buttons: buttons(
          execute(t.common.show, 'task.show', { roundId: round.id, taskId }),
          runs && isOpen && attended && openDialog(t.meeting.decide, 'meeting.decide.open', decide),
        ),
      };
    }),
    notes: [],
    buttons: buttons(
      runs && openDialog(t.meeting.attendance, 'meeting.attend.open', ids, attended ? {} : { style: 'primary' }),
      runs && openDialog(t.meeting.change, 'meeting.call.open', { ...ids, bodyId: meeting.bodyId }),
      runs && attended && execute(t.meeting.close, 'meeting.close', ids),
      attended && execute(t.meeting.minutes, 'meeting.minutes', ids),
      execute(t.common.back, 'meetings.show', { roundId: round.id }),
    ),
  };
  return render('list', listOf(data), { language: scene.language, summary: data.title });
}

/** The minutes: time, who was there, and per item what was decided, who answered otherwise, who left. */
export function minutesCard(input: MinutesInput): Card {
  const scene = ownScene(input);
  const { t, f, round } = scene;
  const meeting = round.matters.meetings[input.meetingId];
  if (meeting === undefined) return plainCard(scene, t.faults.UnknownMeeting);
  const title = t.meeting.minutesTitle(scene.body(meeting.bodyId), f.day(meeting.at));
  const data = {
    eyebrow: [inline(round.name, caps.label)],
    title,
    lead: [t.meeting.at(f.moment(meeting.at)), ...attendanceLines(scene, meeting)],
    sections: meeting.agenda.map((taskId, index) =>
      section({
        heading: [`${String(index + 1)}\\. ${taskTitle(scene, taskId)}`],
        lines: [...decisionLines(scene, meeting, taskId), ...answerLines(scene, meeting, taskId)],
      }),
    ),
    buttons: buttons(
      input.fileUrl !== null && openUrl(t.graph.openFile, input.fileUrl),
      execute(t.common.back, 'meeting.show', { roundId: round.id, meetingId: meeting.id }),
    ),
  };
  return render('page', pageOf(data), { language: scene.language, summary: title });
}

export function attendanceLines(scene: Scene, { attendance }: Meeting): readonly string[] {
  const { t } = scene;
  if (attendance === null) return [t.meeting.attendanceMissing];
  return present(
    t.meeting.presentAre(seatNames(scene, attendance.present)),
    attendance.apologies.length > 0 && t.meeting.apologiesFrom(seatNames(scene, attendance.apologies)),
  );
}

export function decisionLines(scene: Scene, meeting: Meeting, taskId: TaskId): readonly string[] {
  const { t, round } = scene;
  const decided = meeting.decided[taskId];
  if (decided === undefined) return meeting.status === 'held' ? [t.meeting.minutesOpen] : [];
  const result = decidedOn(round, taskId) === null ? null : (round.tasks[taskId]?.result ?? null);
  const words = scene.text(decided.texts, 'reason');
  return present(
    result !== null && t.meeting.minutesDecided(outcomeWord(t, result.outcome)),
    words,
    decided.left.length > 0 && t.meeting.leftAre(seatNames(scene, decided.left)),
  );
}

/** "Godkend: Anna, Bo", by answer, so that a minority stands in the minutes. */
export function answerLines(scene: Scene, meeting: Meeting, taskId: TaskId): readonly string[] {
  const choices = Object.entries(meeting.decided[taskId]?.choices ?? {}) as [MandateId, keyof Choices][];
  const made = [...new Set(choices.map(([, choice]) => choice))];
  return made.map((choice) => {
    const seats = choices.filter(([, one]) => one === choice).map(([id]) => id);
    return scene.t.common.labelled(scene.t.ballot.choice[choice], seatNames(scene, seats));
  });
}

type Choices = Scene['t']['ballot']['choice'];

export function seatNames(scene: Scene, ids: readonly MandateId[]): string {
  const names = ids.flatMap((id) => {
    const mandate = scene.round.electorate.mandates[id];
    if (mandate === undefined) return [];
    const name = scene.person(mandate.holder);
    return [mandate.speaksFor === null ? name : scene.t.meeting.seat(name, scene.body(seatBody(mandate)))];
  });
  return names.length === 0 ? scene.t.meeting.nobody : scene.f.list(names);
}

/** What a task's cards say of a meeting: that it is taken to one, or that one decided it. */
export function meetingLines(scene: Scene, task: Task): readonly string[] {
  const { t, f, round } = scene;
  const decided = decidedOn(round, task.id);
  if (decided !== null) return [t.meeting.decidedAt(f.day(decided.meeting.at))];
  if (task.status !== 'open' || !isTakenToMeeting(task)) return [];
  const meeting = meetingOn(round, task.id);
  return [meeting === null ? t.meeting.taken : t.meeting.takenOn(f.moment(meeting.at))];
}

/** For the secretariat, on an open task that a body answers together: the meeting that is called, or the way to call one. */
export function meetingButtons(scene: Scene, taskId: TaskId, bodyIds: readonly BodyId[]): readonly Element[] {
  const { t, round } = scene;
  const meeting = meetingOn(round, taskId);
  if (meeting !== null) {
    return [execute(t.common.show, 'meeting.show', { roundId: round.id, meetingId: meeting.id })];
  }
  return bodyIds
    .slice(0, 1)
    .map((bodyId) => openDialog(t.meeting.call, 'meeting.call.open', { roundId: round.id, bodyId }));
}
