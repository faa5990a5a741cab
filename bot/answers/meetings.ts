// Meetings: called, attended, decided at and ended by the secretariat in dialogs. Rights are the rules'.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { VerbData } from '../../cards/verbs';
import { choiceId, type ChoiceId } from '../../services/process/definition/schema';
import type { MandateId, MeetingId, TaskId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import { minutesLink } from '../graph/links';
import { act, reasonTexts, type Wished } from './act';
import type { Answer } from './answer';
import { ask, fault, inRound, show } from './say';
import type { Standing, Turn } from './turn';
import { viewerOf } from './turn';

export async function meetingsShow(turn: Turn, data: VerbData<'meetings.show'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) =>
    show(turn, standing, (look) => cards.meetingsCard({ ...own(turn, standing), look, page: data.page ?? 0 })),
  );
}

export async function meetingShow(turn: Turn, data: VerbData<'meeting.show'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => meetingCard(turn, standing, data.meetingId));
}

export async function meetingMinutes(turn: Turn, data: VerbData<'meeting.minutes'>): Promise<Answer> {
  const { meetingId } = data;
  return inRound(turn, data.roundId, async (standing) => {
    const fileUrl = await minutesLink(turn.parts, standing, meetingId);
    return show(turn, standing, (look) => cards.minutesCard({ ...own(turn, standing), look, meetingId, fileUrl }));
  });
}

export async function meetingCallOpen(turn: Turn, data: VerbData<'meeting.call.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const meetingId = data.meetingId ?? nextMeeting(turn, standing, data);
    const known = standing.round.matters.meetings[meetingId];
    const date = known === undefined ? undefined : standing.calendar.dateOf(known.at);
    const { roundId, bodyId } = data;
    return callForm(turn, standing, { roundId, bodyId, meetingId, date, time: undefined, agenda: [] }, null);
  });
}

function nextMeeting(turn: Turn, { round }: Standing, { bodyId }: VerbData<'meeting.call.open'>): MeetingId {
  const before = Object.keys(round.matters.meetings).length;
  return as<MeetingId>(turn.parts.newId(`meeting/${round.id}/${bodyId}/${turn.person.id}/${before}`));
}

export async function meetingCall(turn: Turn, data: VerbData<'meeting.call'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { meetingId, bodyId, date, time } = data;
    if (date === undefined || time === undefined) return callForm(turn, standing, data, { name: 'DateInvalid' });
    const at = standing.calendar.instantOf(date, time);
    const agenda = data.agenda.map((id) => as<TaskId>(id));
    return done(
      turn,
      standing,
      meetingId,
      { texts: null, command: () => ({ type: 'CallMeeting', meetingId, bodyId, at, agenda }) },
      async (now, wrong) => callForm(turn, now, data, wrong),
    );
  });
}

async function callForm(
  turn: Turn,
  standing: Standing,
  data: VerbData<'meeting.call'>,
  wrong: Fault | null,
): Promise<Answer> {
  const { meetingId, bodyId, date, time } = data;
  const ticked = data.agenda.map((id) => as<TaskId>(id));
  const known = standing.round.matters.meetings[meetingId]?.agenda ?? null;
  const agenda = ticked.length > 0 ? ticked : known;
  return ask(turn, standing, (look) =>
    cards.meetingCallForm({
      ...form(turn, standing, wrong),
      look,
      meetingId,
      bodyId,
      date: date ?? null,
      time: time ?? null,
      agenda,
    }),
  );
}

export async function meetingAttendOpen(turn: Turn, data: VerbData<'meeting.attend.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => attendForm(turn, standing, data.meetingId, null));
}

export async function meetingAttend(turn: Turn, data: VerbData<'meeting.attend'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { meetingId } = data;
    const present = data.present.map((id) => as<MandateId>(id));
    const apologies = data.apologies.map((id) => as<MandateId>(id));
    return done(
      turn,
      standing,
      meetingId,
      { texts: null, command: () => ({ type: 'RecordAttendance', meetingId, present, apologies }) },
      async (now, wrong) => attendForm(turn, now, meetingId, wrong),
    );
  });
}

async function attendForm(turn: Turn, standing: Standing, meetingId: MeetingId, wrong: Fault | null): Promise<Answer> {
  return ask(turn, standing, (look) => cards.attendanceForm({ ...form(turn, standing, wrong), look, meetingId }));
}

export async function meetingDecideOpen(turn: Turn, data: VerbData<'meeting.decide.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => decideForm(turn, standing, data, '', null));
}

export async function meetingDecide(turn: Turn, data: VerbData<'meeting.decide'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { meetingId, taskId, choice } = data;
    const reason = data.reason ?? '';
    if (choice === undefined) return decideForm(turn, standing, data, reason, { name: 'UnknownChoice' });
    const left = data.left.map((id) => as<MandateId>(id));
    const otherwise = choicesOf(data.otherwise);
    return done(
      turn,
      standing,
      meetingId,
      {
        texts: reasonTexts(data.reason),
        command: (texts) => ({ type: 'DecideAtMeeting', meetingId, taskId, choice, otherwise, left, texts }),
      },
      async (now, wrong) => decideForm(turn, now, data, reason, wrong),
    );
  });
}

function choicesOf(typed: Readonly<Record<string, string>>): Readonly<Record<MandateId, ChoiceId>> {
  const read = Object.entries(typed).flatMap(([id, choice]) => {
    const parsed = choiceId.safeParse(choice);
    return parsed.success ? [[as<MandateId>(id), parsed.data] as const] : [];
  });
  return Object.fromEntries(read);
}

async function decideForm(
  turn: Turn,
  standing: Standing,
  { meetingId, taskId }: VerbData<'meeting.decide.open'>,
  reason: string,
  wrong: Fault | null,
): Promise<Answer> {
  return ask(turn, standing, (look) =>
    cards.meetingDecideForm({ ...form(turn, standing, wrong), look, meetingId, taskId, reason }),
  );
}

export async function meetingClose(turn: Turn, data: VerbData<'meeting.close'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { meetingId } = data;
    const wished: Wish = { texts: null, command: () => ({ type: 'CloseMeeting', meetingId }) };
    return done(turn, standing, meetingId, wished, async (_, wrong) => fault(turn, wrong));
  });
}

type Wish = Pick<Wished, 'texts' | 'command'>;

/** What is entered in a meeting can be entered anew: the basis is the record's length. */
async function done(
  turn: Turn,
  standing: Standing,
  meetingId: MeetingId,
  wish: Wish,
  again: (standing: Standing, wrong: Fault) => Promise<Answer>,
): Promise<Answer> {
  const acted = await act(turn, standing, { subject: meetingId, basis: standing.head.seq, ...wish });
  return acted.ok ? meetingCard(turn, acted.standing, meetingId) : again(acted.standing, acted.fault);
}

async function meetingCard(turn: Turn, standing: Standing, meetingId: MeetingId): Promise<Answer> {
  return show(turn, standing, (look) => cards.meetingCard({ ...own(turn, standing), look, meetingId }));
}

function own(turn: Turn, standing: Standing) {
  return { round: standing.round, viewer: viewerOf(turn) };
}

function form(turn: Turn, standing: Standing, wrong: Fault | null) {
  return { ...own(turn, standing), surface: turn.surface, fault: wrong };
}
