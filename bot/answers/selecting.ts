// Proposing which nominations are selected: ticked page by page or cut from the ranking, looked over, then proposed.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { VerbData } from '../../cards/verbs';
import type { NominationId, RoundId, TaskId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import { nominationsAbout, taskDefinition } from '../../services/process/round/queries';
import { rankedOrder } from '../../services/process/round/ranked';
import { act } from './act';
import type { Answer } from './answer';
import { draftKinds, keep } from './drafts';
import { ask, inRound, said } from './say';
import type { Standing, Turn } from './turn';
import { viewerOf } from './turn';

type Where = { readonly roundId: RoundId; readonly taskId: TaskId };

export async function selectionOpen(turn: Turn, data: VerbData<'selection.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => selectionPage(turn, standing, data, data.page ?? 0));
}

export async function selectionSave(turn: Turn, data: VerbData<'selection.save'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const shown = new Set<string>(cards.selectionPageIds(standing.round, data.taskId, data.page));
    const ticked = data.picked.filter((id) => shown.has(id)).map((id) => as<NominationId>(id));
    const others = (await pickedOf(turn, standing, data)).filter((id) => !shown.has(id));
    const picked = inOrder(standing, data.taskId, [...others, ...ticked]);
    await keepPicked(turn, data, picked);
    switch (data.go) {
      case 'next':
        return selectionPage(turn, standing, data, data.page + 1);
      case 'back':
        return selectionPage(turn, standing, data, Math.max(0, data.page - 1));
      case 'close':
        return said(turn, 'saved');
      case 'finish':
        return review(turn, standing, data, picked, null);
    }
  });
}

/** The first so many of the ranking; a shared place at the cut is taken whole, so that no tie is broken by the way. */
export async function selectionCut(turn: Turn, data: VerbData<'selection.cut'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const wanted = Number(data.cut);
    if (!Number.isInteger(wanted) || wanted < 1)
      return selectionPage(turn, standing, data, 0, { name: 'NumberInvalid' });
    const picked: NominationId[] = [];
    for (const band of rankedOrder(standing.round, data.taskId)) {
      if (picked.length >= wanted) break;
      picked.push(...band);
    }
    await keepPicked(turn, data, inOrder(standing, data.taskId, picked));
    return review(turn, standing, data, inOrder(standing, data.taskId, picked), null);
  });
}

export async function selectionPropose(turn: Turn, data: VerbData<'selection.propose'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const picked = await pickedOf(turn, standing, data);
    const acted = await act(turn, standing, {
      subject: data.taskId,
      basis: data.basis,
      texts: null,
      command: () => ({ type: 'ProposeSelection', taskId: data.taskId, nominationIds: picked, basis: data.basis }),
    });
    if (!acted.ok) return review(turn, acted.standing, data, picked, acted.fault);
    await turn.parts.drafts.remove(draftId(data));
    return said(turn, 'selectionProposed');
  });
}

async function selectionPage(
  turn: Turn,
  standing: Standing,
  where: Where,
  page: number,
  wrong: Fault | null = null,
): Promise<Answer> {
  const picked = await pickedOf(turn, standing, where);
  return ask(turn, standing, (look) =>
    cards.selectionForm({
      round: standing.round,
      viewer: viewerOf(turn),
      look,
      surface: turn.surface,
      fault: wrong,
      taskId: where.taskId,
      page,
      picked,
    }),
  );
}

async function review(
  turn: Turn,
  standing: Standing,
  where: Where,
  picked: readonly NominationId[],
  wrong: Fault | null,
): Promise<Answer> {
  return ask(turn, standing, (look) =>
    cards.selectionReview({
      round: standing.round,
      viewer: viewerOf(turn),
      look,
      surface: turn.surface,
      fault: wrong,
      taskId: where.taskId,
      picked,
    }),
  );
}

/** What was ticked before, else what is proposed already. */
async function pickedOf(turn: Turn, standing: Standing, where: Where): Promise<readonly NominationId[]> {
  const stored = await turn.parts.drafts.read(draftId(where));
  if (stored !== null) return stored.data as readonly NominationId[];
  const work = standing.round.tasks[where.taskId]?.work;
  return work?.family === 'ballots' ? (work.proposal?.nominationIds ?? []) : [];
}

async function keepPicked(turn: Turn, where: Where, picked: readonly NominationId[]): Promise<void> {
  await keep(turn, {
    id: draftId(where),
    kind: draftKinds.selection,
    subject: `${where.roundId}/${where.taskId}`,
    data: picked,
  });
}

function draftId(where: Where): string {
  return `selection/${where.roundId}/${where.taskId}`;
}

function inOrder(standing: Standing, taskId: TaskId, picked: readonly NominationId[]): readonly NominationId[] {
  const definition = taskDefinition(standing.round, taskId);
  if (definition?.kind !== 'vote') return [];
  const chosen = new Set(picked);
  return nominationsAbout(standing.round, definition.about)
    .map((nomination) => nomination.id)
    .filter((id) => chosen.has(id));
}
