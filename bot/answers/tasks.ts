// A task as one person sees it, and what can be read of it: the own view, lists, one nomination, results, the record's head.
import * as cards from '../../cards';
import type { VerbData } from '../../cards/verbs';
import type { TaskId } from '../../services/process/ids';
import { chatLinks } from '../graph/links';
import { act } from './act';
import type { Answer } from './answer';
import { nominationDrafts } from './drafts';
import { preparedAnswers } from './prepared';
import { fault, inRound, show } from './say';
import type { Standing, Turn } from './turn';
import { viewerOf } from './turn';

/** The viewer's own view of a task, in a channel or a chat. */
export async function ownTask(turn: Turn, standing: Standing, taskId: TaskId, withHead = false): Promise<Answer> {
  if (standing.round.tasks[taskId] === undefined) return fault(turn, { name: 'UnknownTask' });
  const drafts = await nominationDrafts(turn, standing.round, taskId);
  const prepared = await preparedAnswers(turn, standing, taskId);
  const chats = await chatLinks(turn.parts, standing, taskId);
  return show(turn, standing, (look) =>
    cards.ownTaskCard({
      round: standing.round,
      viewer: viewerOf(turn),
      look,
      taskId,
      place: turn.place.kind === 'channel' ? 'channel' : 'personal',
      head: withHead ? standing.head : null,
      drafts,
      prepared,
      ...(chats === undefined ? {} : { chats }),
    }),
  );
}

export async function taskShow(turn: Turn, data: VerbData<'task.show'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => ownTask(turn, standing, data.taskId));
}

/** Fires by itself, perhaps with an old card's data: reads the state anew and only ever answers with a card. */
export async function refresh(turn: Turn, data: VerbData<'refresh'>): Promise<Answer> {
  const { taskId, stepId } = data;
  return inRound(turn, data.roundId, async (standing) => {
    if (taskId !== undefined) return ownTask(turn, standing, taskId);
    const step = standing.round.definition.steps.find((one) => one.id === stepId);
    if (step === undefined) return fault(turn, { name: 'NothingHere' });
    return show(turn, standing, (look) =>
      cards.stepCard({
        round: standing.round,
        language: turn.language,
        look,
        stepId: step.id,
        bodyIds: [],
        refreshFor: null,
      }),
    );
  });
}

export async function detailsShow(turn: Turn, data: VerbData<'details.show'>): Promise<Answer> {
  const { taskId } = data;
  return inRound(turn, data.roundId, async (standing) =>
    taskId === undefined ? fault(turn, { name: 'UnknownTask' }) : ownTask(turn, standing, taskId, true),
  );
}

export async function resultShow(turn: Turn, data: VerbData<'result.show'>, page = 0): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    if (standing.round.tasks[data.taskId] === undefined) return fault(turn, { name: 'UnknownTask' });
    return show(turn, standing, (look) =>
      cards.resultCard({
        round: standing.round,
        viewer: viewerOf(turn),
        look,
        taskId: data.taskId,
        page,
        head: standing.head,
      }),
    );
  });
}

export async function nominationShow(turn: Turn, data: VerbData<'nomination.show'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    if (standing.round.nominations[data.nominationId] === undefined) return fault(turn, { name: 'UnknownNomination' });
    return show(turn, standing, (look) =>
      cards.nominationCard({
        round: standing.round,
        viewer: viewerOf(turn),
        look,
        nominationId: data.nominationId,
        taskId: data.taskId ?? null,
        page: data.page ?? 0,
      }),
    );
  });
}

export async function nominationChanges(turn: Turn, data: VerbData<'nomination.changes'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { nominationId, page = 0 } = data;
    const input = { round: standing.round, viewer: viewerOf(turn), nominationId, page };
    return show(turn, standing, (look) => cards.changesCard({ ...input, look }));
  });
}

export async function substituteCall(turn: Turn, data: VerbData<'substitute.call'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const acted = await act(turn, standing, {
      subject: `${data.taskId}/${data.mandateId}`,
      basis: 0,
      texts: null,
      command: () => ({ type: 'CallSubstitute', taskId: data.taskId, mandateId: data.mandateId }),
    });
    return acted.ok ? ownTask(turn, acted.standing, data.taskId) : fault(turn, acted.fault);
  });
}
