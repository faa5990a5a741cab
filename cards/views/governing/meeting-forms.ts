// The dialogs of a meeting: calling it, who is there, and what is decided on an item.
import { choicesOf } from '../../../services/process/round/kinds/ballots/choices';
import { isTakenToMeeting } from '../../../services/process/round/kinds/ballots/work';
import { agendaFor, decidersOf, seatsAt } from '../../../services/process/round/matters/meetings/queries';
import type { Mandate } from '../../../services/process/organisation/state';
import { taskDefinition } from '../../../services/process/round/queries';
import { submit } from '../../card';
import type { DialogContent } from '../../card';
import type { MeetingCallInput, MeetingDecideInput, MeetingFormInput } from '../../inputs/governing';
import { formOf, noForm } from '../forms/form';
import { choiceInput, dateInput, textInput, timeInput } from '../forms/inputs';
import { plain } from '../../escape';
import { caps, ownScene, taskTitle } from '../scene';
import type { Scene } from '../scene';
import { seatBody } from '../seats';

const REASON_MAX = 4_000;
const primary = { style: 'primary' } as const;

export function meetingCallForm(input: MeetingCallInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const possible = agendaFor(round, input.bodyId, scene.date);
  const isWanted = (id: (typeof possible)[number]): boolean => isTakenToMeeting(round.tasks[id]);
  const ticked = input.agenda ?? possible.filter(isWanted);
  const data = { roundId: round.id, meetingId: input.meetingId, bodyId: input.bodyId };
  return formOf({
    language: scene.language,
    title: t.meeting.callTitle,
    eyebrow: scene.body(input.bodyId),
    fault: input.fault,
    inputs: [
      ...dateInput(t, { id: 'date', label: t.meeting.date, required: true, value: input.date ?? '' }),
      ...timeInput(t, { id: 'time', label: t.meeting.time, required: true, value: input.time ?? '' }),
      ...choiceInput(t, {
        id: 'agenda',
        label: t.meeting.agenda,
        required: true,
        several: true,
        value: ticked.join(','),
        options: possible.map((id) => {
          const title = taskLabel(scene, id);
          return { title: isWanted(id) ? t.meeting.wanted(title) : title, value: id };
        }),
      }),
    ],
    actions: [submit(input.surface, t.meeting.call, 'meeting.call', data, primary)],
  });
}

export function attendanceForm(input: MeetingFormInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const meeting = round.matters.meetings[input.meetingId];
  if (meeting === undefined) return noForm(scene.language, { name: 'UnknownMeeting' });
  const options = seatsAt(round, meeting, scene.date).map((mandate) => ({
    title: seatLabel(scene, mandate),
    value: mandate.id,
  }));
  const { attendance } = meeting;
  return formOf({
    language: scene.language,
    title: t.meeting.attendanceTitle,
    eyebrow: scene.body(meeting.bodyId),
    fault: input.fault,
    inputs: [
      ...choiceInput(t, {
        id: 'present',
        label: t.meeting.present,
        several: true,
        value: (attendance?.present ?? []).join(','),
        options,
      }),
      ...choiceInput(t, {
        id: 'apologies',
        label: t.meeting.apologies,
        several: true,
        value: (attendance?.apologies ?? []).join(','),
        options,
      }),
    ],
    actions: [
      submit(input.surface, t.common.save, 'meeting.attend', { roundId: round.id, meetingId: meeting.id }, primary),
    ],
  });
}

export function meetingDecideForm(input: MeetingDecideInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const meeting = round.matters.meetings[input.meetingId];
  const definition = taskDefinition(round, input.taskId);
  if (meeting === undefined) return noForm(scene.language, { name: 'UnknownMeeting' });
  if (definition === undefined || !('rule' in definition)) return noForm(scene.language, { name: 'UnknownTask' });
  const seats = decidersOf(round, meeting, input.taskId, [], scene.date);
  const choices = choicesOf(definition)
    .filter((choice) => choice !== 'wantsMeeting')
    .map((choice) => ({ title: t.ballot.choice[choice], value: choice }));
  const data = { roundId: round.id, meetingId: meeting.id, taskId: input.taskId };
  return formOf({
    language: scene.language,
    title: t.meeting.decideTitle,
    eyebrow: taskTitle(scene, input.taskId),
    fault: input.fault,
    lead: [t.meeting.decideLead],
    inputs: [
      ...choiceInput(t, { id: 'choice', label: t.meeting.common, required: true, options: choices }),
      ...textInput(t, { id: 'reason', label: t.meeting.reason, value: input.reason, multiline: true, max: REASON_MAX }),
      ...choiceInput(t, {
        id: 'left',
        label: t.meeting.left,
        several: true,
        options: seats.map((mandate) => ({ title: seatLabel(scene, mandate), value: mandate.id })),
      }),
      ...seats.flatMap((mandate) =>
        choiceInput(t, {
          id: `own_${mandate.id}`,
          label: t.meeting.otherwise(scene.personLabel(mandate.holder)),
          folded: true,
          placeholder: t.meeting.same,
          options: choices,
        }),
      ),
    ],
    notes: [t.common.reasonIsRecorded],
    actions: [submit(input.surface, t.meeting.decide, 'meeting.decide', data, primary)],
  });
}

function taskLabel(scene: Scene, id: Parameters<typeof taskDefinition>[1]): string {
  const definition = taskDefinition(scene.round, id);
  return definition === undefined ? scene.t.common.unknownTask : plain(scene.label(definition.title), caps.label);
}

function seatLabel(scene: Scene, mandate: Mandate): string {
  const name = scene.personLabel(mandate.holder);
  return mandate.speaksFor === null ? name : scene.t.meeting.seat(name, scene.bodyLabel(seatBody(mandate)));
}
