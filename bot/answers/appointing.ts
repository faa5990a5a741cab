// Members appointed to networks: by those who fill the seats, and the answer of whoever has been appointed.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { VerbData } from '../../cards/verbs';
import { act, reasonTexts, type Wished } from './act';
import type { Answer } from './answer';
import { bodyOf } from './ballots';
import { pickedPerson } from './picked';
import { ask, fault, inRound, said } from './say';
import { ownTask } from './tasks';
import type { Standing, Turn } from './turn';
import { viewerOf } from './turn';

type Place = VerbData<'appointment.withdraw'>;

export async function appointmentOpen(turn: Turn, data: VerbData<'appointment.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => appointmentForm(turn, standing, data, '', null));
}

async function appointmentForm(
  turn: Turn,
  standing: Standing,
  data: VerbData<'appointment.open'>,
  name: string,
  wrong: Fault | null,
): Promise<Answer> {
  return ask(turn, standing, (look) =>
    cards.appointmentForm({
      ...form(turn, standing, data, wrong),
      look,
      network: data.network,
      bodyId: data.bodyId ?? null,
      name,
    }),
  );
}

export async function appointmentMake(turn: Turn, data: VerbData<'appointment.make'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const bodyId = data.bodyId ?? bodyOf(turn, standing, data.taskId);
    if (bodyId === null) return fault(turn, { name: 'NoMandate' });
    const [picked] = data.person;
    const personId = picked === undefined ? null : await pickedPerson(turn, picked);
    const acted = await act(turn, standing, {
      subject: `${data.taskId}/${data.network}/${bodyId}`,
      basis: data.basis,
      texts: data.name === undefined ? null : { name: data.name },
      command: (texts) => ({
        type: 'AppointMember',
        taskId: data.taskId,
        network: data.network,
        bodyId,
        personId,
        texts,
      }),
    });
    if (!acted.ok) return appointmentForm(turn, acted.standing, data, data.name ?? '', acted.fault);
    return turn.surface === 'dialog' ? said(turn, 'appointed') : ownTask(turn, acted.standing, data.taskId);
  });
}

export async function appointmentAccept(turn: Turn, data: VerbData<'appointment.accept'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const acted = await act(turn, standing, answering(data, true, null));
    return acted.ok ? ownTask(turn, acted.standing, data.taskId) : fault(turn, acted.fault);
  });
}

export async function appointmentDeclineOpen(turn: Turn, data: VerbData<'appointment.decline.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => declineForm(turn, standing, data, null));
}

export async function appointmentDecline(turn: Turn, data: VerbData<'appointment.decline'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const acted = await act(turn, standing, answering(data, false, reasonTexts(data.reason)));
    return acted.ok ? said(turn, 'appointmentDeclined') : declineForm(turn, acted.standing, data, acted.fault);
  });
}

function answering(data: VerbData<'appointment.accept'>, accepts: boolean, written: Wished['texts']): Wished {
  const { taskId, network, bodyId, index, basis } = data;
  return {
    subject: subjectOf(data),
    basis,
    texts: written,
    command: (texts) => ({ type: 'AnswerAppointment', taskId, network, bodyId, index, accepts, texts, basis }),
  };
}

async function declineForm(
  turn: Turn,
  standing: Standing,
  data: VerbData<'appointment.decline.open'>,
  wrong: Fault | null,
): Promise<Answer> {
  return ask(turn, standing, (look) =>
    cards.declineAppointmentForm({ ...form(turn, standing, data, wrong), ...data, look, basis: data.basis }),
  );
}

export async function appointmentWithdrawOpen(
  turn: Turn,
  data: VerbData<'appointment.withdraw.open'>,
): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => withdrawForm(turn, standing, data, null));
}

export async function appointmentWithdraw(turn: Turn, data: Place): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { taskId, network, bodyId, index } = data;
    const acted = await act(turn, standing, {
      subject: subjectOf(data),
      basis: 0,
      texts: null,
      command: () => ({ type: 'WithdrawAppointment', taskId, network, bodyId, index }),
    });
    return acted.ok ? said(turn, 'appointmentWithdrawn') : withdrawForm(turn, acted.standing, data, acted.fault);
  });
}

async function withdrawForm(turn: Turn, standing: Standing, data: Place, wrong: Fault | null): Promise<Answer> {
  return ask(turn, standing, (look) =>
    cards.withdrawAppointmentForm({ ...form(turn, standing, data, wrong), ...data, look, basis: 0 }),
  );
}

function subjectOf({ taskId, network, bodyId, index }: Place): string {
  return `${taskId}/${network}/${bodyId}/${index}`;
}

function form(turn: Turn, standing: Standing, where: Pick<Place, 'taskId'>, wrong: Fault | null) {
  return { round: standing.round, viewer: viewerOf(turn), surface: turn.surface, fault: wrong, taskId: where.taskId };
}
