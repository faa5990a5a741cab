// After downtime: the question to the chair in his own view, and his answer that the deadline stands. The other answer is
// the ordinary extension (running.ts). No rules.
import { downtimeCard } from '../../cards/service';
import type { VerbData } from '../../cards/verbs';
import { act } from './act';
import type { Answer } from './answer';
import { fault, inRound, said, show } from './say';
import type { Turn } from './turn';
import { viewerOf } from './turn';

export async function downtimeShow(turn: Turn, data: VerbData<'downtime.show'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    if (standing.round.tasks[data.taskId] === undefined) return fault(turn, { name: 'UnknownTask' });
    const { language } = viewerOf(turn);
    return show(turn, standing, (look) => downtimeCard({ round: standing.round, language, look, taskId: data.taskId }));
  });
}

export async function deadlineKeep(turn: Turn, data: VerbData<'deadline.keep'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const acted = await act(turn, standing, {
      subject: data.taskId,
      basis: standing.round.tasks[data.taskId]?.deadlineRevision ?? 0,
      texts: null,
      command: () => ({ type: 'KeepDeadline', taskId: data.taskId }),
    });
    return acted.ok ? said(turn, 'deadlineKept') : fault(turn, acted.fault);
  });
}
