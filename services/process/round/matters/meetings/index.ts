// Meetings: the agenda, who was there, and decisions that the secretariat enters on the body's behalf. A task that a member
// wants a meeting on is out of written procedure until then (CARDS.md, "Ønsker mødebehandling").
import type { LocalDate } from '../../../calendar';
import type { Context } from '../../../context';
import type { ChoiceId } from '../../../definition/schema';
import { accepted, refused, unchanged, type Decision } from '../../../decision';
import { as, type FieldId, type MeetingId } from '../../../ids';
import { same } from '../../../same';
import { has } from '../../../text';
import type { Recorded, RoundEvent } from '../../events';
import { rulesOf } from '../../kinds';
import type { TaskView } from '../../kinds/kind';
import { choicesOf, needsReason, type Collegial } from '../../kinds/ballots/choices';
import { isTakenToMeeting, metBallots } from '../../kinds/ballots/work';
import { openTask } from '../../lifecycle/open-task';
import { byChair, bySecretariat } from '../../lifecycle/rights';
import type { OutstandingTask } from '../../outstanding';
import { isSecretariat, mandatesOf, taskDefinition } from '../../queries';
import type { RoundRefusal } from '../../refusals';
import type { RoundState } from '../../state';
import { today } from '../../view';
import type { MatterRules } from '../matter';
import type { MeetingCommand } from './messages';
import { agendaFor, decidersOf, giverFor, meetingOn, seatsAt } from './queries';
import type { Meeting, Meetings } from './state';

type Outcome = Decision<RoundEvent, RoundRefusal>;
type Command<Type extends MeetingCommand['type']> = Extract<MeetingCommand, { type: Type }>;

export const meetings: MatterRules<'meetings'> = {
  begin: {},
  decide: (command, round, context) => decide(command as MeetingCommand, round, context),
  evolve,
  outstanding,
  settle: () => [],
  moments: () => [],
  holdsBack: () => false,
  keepsOpen: (round, taskId) => isTakenToMeeting(round.tasks[taskId]),
};

function decide(command: MeetingCommand, round: RoundState, context: Context): Outcome {
  if (round.status === 'closed') return refused({ name: 'RoundClosed' });
  switch (command.type) {
    case 'CallMeeting':
      return call(command, round, context);
    case 'RecordAttendance':
      return attend(command, round, context);
    case 'DecideAtMeeting':
      return conclude(command, round, context);
    case 'CloseMeeting':
      return close(command, round, context);
    default:
      return command satisfies never;
  }
}

/** By the secretariat or the body's chair; what is on the agenda must be open and the body's own. */
function call(command: Command<'CallMeeting'>, round: RoundState, context: Context): Outcome {
  const { meetingId, bodyId, at, agenda } = command;
  const known = round.matters.meetings[meetingId];
  const first = agenda[0] === undefined ? undefined : taskDefinition(round, agenda[0]);
  const isChair = first !== undefined && byChair(round, { ...first, bodies: [bodyId] }, context);
  if (!bySecretariat(round, context) && !isChair) return refused({ name: 'NotSecretariat' });
  if (known?.status === 'held') return refused({ name: 'MeetingHeld' });
  // Another body's meeting is not this one's to move, nor is who was there.
  if (known !== undefined && known.bodyId !== bodyId) return refused({ name: 'UnknownMeeting' });
  if (agenda.length === 0) return refused({ name: 'AgendaEmpty' });
  const possible = agendaFor(round, bodyId, today(context));
  const strange = agenda.find((id) => !possible.includes(id));
  if (strange !== undefined) return refused({ name: 'TaskNotOpen', taskId: strange });
  if (known !== undefined && known.at === at && same(known.agenda, agenda)) return unchanged;
  return accepted({ type: 'MeetingCalled', meetingId, bodyId, at, agenda });
}

function attend(command: Command<'RecordAttendance'>, round: RoundState, context: Context): Outcome {
  const { meetingId, present, apologies } = command;
  const found = calledMeeting(round, meetingId, context);
  if ('name' in found) return refused(found);
  const seats = new Set(seatsAt(round, found, today(context)).map(({ id }) => id));
  const isStrange = [...present, ...apologies].some((id) => !seats.has(id));
  if (isStrange || present.some((id) => apologies.includes(id))) return refused({ name: 'NoSuchSeat' });
  if (same(found.attendance, { present, apologies })) return unchanged;
  return accepted({ type: 'AttendanceRecorded', meetingId, present, apologies });
}

/**
 * The body's decision, entered by the secretariat. Counted by the task's own rule over the seats that were there: what was
 * answered in writing before is set aside with it. Refused while it would not be quorate.
 */
function conclude(command: Command<'DecideAtMeeting'>, round: RoundState, context: Context): Outcome {
  const { meetingId, taskId, choice, otherwise, left, texts } = command;
  const meeting = calledMeeting(round, meetingId, context);
  if ('name' in meeting) return refused(meeting);
  if (!meeting.agenda.includes(taskId)) return refused({ name: 'NotOnAgenda', taskId });
  if (meeting.attendance === null) return refused({ name: 'AttendanceMissing' });
  const view = openTask(round, taskId, context);
  if ('name' in view) return refused(view);
  const { definition } = view;
  if (!('rule' in definition) || definition.kind === 'rank' || definition.visibility === 'secret') {
    return refused({ name: 'NotThisTask', taskId });
  }
  const collegial = { ...view, definition: definition as Collegial };
  const deciders = decidersOf(round, meeting, taskId, left, today(context)).flatMap((seat) =>
    giverFor(collegial, seat),
  );
  const choices = Object.fromEntries(deciders.map(([id]) => [id, otherwise[id] ?? choice]));
  const offered = new Set<ChoiceId>(choicesOf(definition as Collegial).filter((one) => one !== 'wantsMeeting'));
  if (Object.values(choices).some((one) => !offered.has(one))) return refused({ name: 'UnknownChoice' });
  if (Object.values(choices).some(needsReason) && !has(texts, as<FieldId>('reason'))) {
    return refused({ name: 'ReasonMissing' });
  }
  const givers = Object.fromEntries(deciders);
  const event = { type: 'DecidedAtMeeting', meetingId, taskId, choices, givers, left, texts } as const;
  const ending = rulesOf(definition.kind).end(asDecided(view, event, context), context.now);
  if (ending === null) return refused({ name: 'NotQuorate' });
  const closing: RoundEvent = { type: 'TaskClosed', taskId, asOf: context.now, result: ending.result, texts: null };
  return accepted<RoundEvent>(event, closing, ...ending.effects);
}

/** The task as it stands with what was decided in it. */
function asDecided(view: TaskView, event: Parameters<typeof metBallots>[1], { actor, now }: Context): TaskView {
  const by = actor.kind === 'person' ? actor.personId : null;
  return { ...view, task: { ...view.task, work: metBallots(view.task.work, event, by, now) } };
}

function close({ meetingId }: Command<'CloseMeeting'>, round: RoundState, context: Context): Outcome {
  const known = round.matters.meetings[meetingId];
  if (known?.status === 'held') return unchanged;
  const found = calledMeeting(round, meetingId, context);
  if ('name' in found) return refused(found);
  if (found.attendance === null) return refused({ name: 'AttendanceMissing' });
  return accepted({ type: 'MeetingClosed', meetingId });
}

/** The meeting while it can be worked on, by the secretariat; or why not. */
function calledMeeting(round: RoundState, meetingId: MeetingId, context: Context): Meeting | RoundRefusal {
  if (!bySecretariat(round, context)) return { name: 'NotSecretariat' };
  const meeting = round.matters.meetings[meetingId];
  if (meeting === undefined) return { name: 'UnknownMeeting' };
  return meeting.status === 'held' ? { name: 'MeetingHeld' } : meeting;
}

function evolve(slice: Meetings, { event, by, at }: Recorded<RoundEvent>): Meetings {
  switch (event.type) {
    case 'MeetingCalled': {
      const { meetingId: id, bodyId, agenda } = event;
      const known = slice[id];
      const base = { status: 'called', attendance: null, decided: {}, ...known } as const;
      return { ...slice, [id]: { ...base, id, bodyId, at: event.at, agenda } };
    }
    case 'AttendanceRecorded': {
      const { present, apologies } = event;
      return changed(slice, event.meetingId, { attendance: { present, apologies } });
    }
    case 'DecidedAtMeeting': {
      const { meetingId, taskId, choices, left, texts } = event;
      const decided = slice[meetingId]?.decided;
      if (by === null || decided === undefined) return slice;
      return changed(slice, meetingId, { decided: { ...decided, [taskId]: { choices, left, texts, by, at } } });
    }
    case 'MeetingClosed':
      return changed(slice, event.meetingId, { status: 'held' });
    default:
      return slice;
  }
}

function changed(slice: Meetings, id: MeetingId, change: Partial<Meeting>): Meetings {
  const meeting = slice[id];
  return meeting === undefined ? slice : { ...slice, [id]: { ...meeting, ...change } };
}

/** The secretariat is asked to call a meeting on whatever somebody wants one on, and to enter what it decided. */
function outstanding(round: RoundState, date: LocalDate): readonly OutstandingTask[] {
  return Object.values(round.tasks).flatMap((task): readonly OutstandingTask[] => {
    if (task.status !== 'open' || !isTakenToMeeting(task)) return [];
    const meeting = meetingOn(round, task.id);
    const entries = officeOf(round, date).map(({ holder, id, bodyId }) => ({
      personId: holder,
      mandateId: id,
      bodyId,
      wanted: 'meeting' as const,
      left: 1,
      total: 1,
      nominationIds: [],
    }));
    const deadlineAt = meeting?.at ?? null;
    return [
      {
        taskId: task.id,
        matter: 'meeting',
        deadlineAt,
        deadlineSetAt: task.deadlineSetAt,
        deadlineRevision: 0,
        entries,
      },
    ];
  });
}

function officeOf(round: RoundState, date: LocalDate) {
  return mandatesOf(round.electorate, [round.definition.secretariat], date).filter(({ holder }) =>
    isSecretariat(round, holder, date),
  );
}
