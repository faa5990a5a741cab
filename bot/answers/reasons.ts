// Reasons of decisions, by those who tell the nominators; and what a nominator says is new about his nomination.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { VerbData } from '../../cards/verbs';
import type { NominationId, RoundId, TaskId } from '../../services/process/ids';
import { act, required, type Wished } from './act';
import type { Answer } from './answer';
import { page } from './lists';
import { ask, inRound, said } from './say';
import type { Standing, Turn } from './turn';
import { viewerOf } from './turn';

type Where = { readonly roundId: RoundId; readonly taskId: TaskId };

export async function reasonsOpen(turn: Turn, data: VerbData<'reasons.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => reasonsForm(turn, standing, data, null));
}

/** After the shared reasons the list: what is missing is seen at once. In a dialog it ends with a word. */
export async function reasonsSave(turn: Turn, data: VerbData<'reasons.save'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { selected = '', notSelected = '' } = data;
    const acted = await act(turn, standing, writing(data, null, data.basis, { selected, notSelected }));
    if (!acted.ok) return reasonsForm(turn, acted.standing, data, acted.fault);
    return turn.surface === 'dialog' ? said(turn, 'reasonsSaved') : page(turn, listOf(data));
  });
}

export async function reasonOpen(turn: Turn, data: VerbData<'reason.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => reasonForm(turn, standing, data, null));
}

export async function reasonSave(turn: Turn, data: VerbData<'reason.save'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { nominationId, basis, reason = '' } = data;
    const acted = await act(turn, standing, writing(data, nominationId, basis, { reason }));
    if (!acted.ok) return reasonForm(turn, acted.standing, data, acted.fault);
    return turn.surface === 'dialog' ? said(turn, 'reasonsSaved') : page(turn, listOf(data));
  });
}

function writing(
  { taskId }: Where,
  nominationId: NominationId | null,
  basis: number,
  texts: Readonly<Record<string, string>>,
): Wished {
  return {
    subject: `${taskId}/${nominationId ?? ''}`,
    basis,
    texts,
    command: (ref) => ({ type: 'WriteReason', taskId, nominationId, texts: ref, basis }),
  };
}

export async function informationOpen(turn: Turn, data: VerbData<'information.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => informationForm(turn, standing, data.nominationId, null));
}

export async function informationTell(turn: Turn, data: VerbData<'information.tell'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { nominationId, basis, information = '' } = data;
    const acted = await act(turn, standing, {
      subject: nominationId,
      basis,
      texts: { information },
      command: (texts) => ({ type: 'TellNewInformation', nominationId, texts: required(texts), basis }),
    });
    if (!acted.ok) return informationForm(turn, acted.standing, nominationId, acted.fault);
    return said(turn, 'informationTold');
  });
}

function listOf({ roundId, taskId }: Where): VerbData<'page'> {
  return { list: 'reasons', page: 0, roundId, taskId, bodyId: undefined };
}

async function reasonsForm(turn: Turn, standing: Standing, where: Where, wrong: Fault | null): Promise<Answer> {
  return ask(turn, standing, (look) => cards.reasonsForm({ ...form(turn, standing, where, wrong), look }));
}

async function reasonForm(
  turn: Turn,
  standing: Standing,
  where: VerbData<'reason.open'>,
  wrong: Fault | null,
): Promise<Answer> {
  const { nominationId } = where;
  return ask(turn, standing, (look) => cards.reasonForm({ ...form(turn, standing, where, wrong), look, nominationId }));
}

async function informationForm(
  turn: Turn,
  { round, ...standing }: Standing,
  nominationId: NominationId,
  wrong: Fault | null,
): Promise<Answer> {
  return ask(turn, { round, ...standing }, (look) =>
    cards.informationForm({ round, viewer: viewerOf(turn), surface: turn.surface, fault: wrong, look, nominationId }),
  );
}

function form(turn: Turn, standing: Standing, where: Where, wrong: Fault | null) {
  return { round: standing.round, viewer: viewerOf(turn), surface: turn.surface, fault: wrong, taskId: where.taskId };
}
