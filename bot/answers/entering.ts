// Entering an answer that was given outside Teams: by the secretariat, with where it comes from. What it may enter is the
// rules' business.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { VerbData } from '../../cards/verbs';
import type { ChoiceId } from '../../services/process/definition/schema';
import { isSecretariat } from '../../services/process/round/queries';
import { act } from './act';
import type { Answer } from './answer';
import { ask, fault, inRound } from './say';
import { ownTask } from './tasks';
import type { Standing, Turn } from './turn';
import { viewerOf } from './turn';

type Where = VerbData<'ballot.enter.open'>;

interface Typed {
  readonly choice: ChoiceId | null;
  readonly reason: string;
  readonly source: string;
}

export async function ballotEnterOpen(turn: Turn, data: Where): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) =>
    form(turn, standing, data, { choice: null, reason: '', source: '' }, null),
  );
}

export async function ballotEnter(turn: Turn, data: VerbData<'ballot.enter'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { taskId, mandateId, basis, nth, choice, reason = '', source = '' } = data;
    const typed: Typed = { choice: choice ?? null, reason, source };
    if (turn.refused !== null) return form(turn, standing, data, typed, turn.refused);
    if (choice === undefined) return form(turn, standing, data, typed, { name: 'UnknownChoice' });
    const acted = await act(turn, standing, {
      subject: `${taskId}/${mandateId}`,
      basis,
      texts: { reason, source },
      command: (texts) => ({
        ...(nth === undefined ? {} : { nth }),
        type: 'RecordAnswer',
        taskId,
        mandateId,
        basis,
        ballot: { choice, texts, tiers: null, order: [] },
      }),
    });
    return acted.ok ? ownTask(turn, acted.standing, taskId) : form(turn, acted.standing, data, typed, acted.fault);
  });
}

async function form(turn: Turn, standing: Standing, where: Where, typed: Typed, wrong: Fault | null): Promise<Answer> {
  if (!isSecretariat(standing.round, turn.person.id, standing.date)) return fault(turn, { name: 'NotSecretariat' });
  return ask(turn, standing, (look) =>
    cards.enterForm({
      round: standing.round,
      viewer: viewerOf(turn),
      look,
      surface: turn.surface,
      fault: wrong,
      taskId: where.taskId,
      mandateId: where.mandateId,
      ...typed,
    }),
  );
}
