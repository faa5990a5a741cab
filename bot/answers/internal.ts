// An organisation's own earlier deadline for nominations: the dialog and the command.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { VerbData } from '../../cards/verbs';
import { internalDeadlineOf } from '../../services/process/round/matters/internal/state';
import { act } from './act';
import type { Answer } from './answer';
import { ask, inRound, said } from './say';
import type { Standing, Turn } from './turn';
import { viewerOf } from './turn';

type Data = VerbData<'internal.open'>;

export async function internalOpen(turn: Turn, data: Data): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const at = internalDeadlineOf(standing.round, data.taskId, data.bodyId);
    return form(turn, standing, data, at === null ? '' : standing.calendar.dateOf(at), null);
  });
}

export async function internalSet(turn: Turn, data: VerbData<'internal.set'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { taskId, bodyId, date } = data;
    const deadlineAt = date === undefined ? null : standing.calendar.deadlineOn(date);
    const acted = await act(turn, standing, {
      subject: `${taskId}/${bodyId}`,
      basis: standing.round.matters.internal[taskId]?.[bodyId]?.revision ?? 0,
      texts: null,
      command: () => ({ type: 'SetInternalDeadline', taskId, bodyId, deadlineAt }),
    });
    return acted.ok ? said(turn, 'saved') : form(turn, acted.standing, data, date ?? '', acted.fault);
  });
}

async function form(turn: Turn, standing: Standing, data: Data, date: string, wrong: Fault | null): Promise<Answer> {
  const { taskId, bodyId } = data;
  const input = { round: standing.round, viewer: viewerOf(turn), surface: turn.surface, fault: wrong, taskId, bodyId };
  return ask(turn, standing, (look) => cards.internalDeadlineForm({ ...input, look, date }));
}
