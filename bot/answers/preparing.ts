// Preparing an answer: a preparer writes it, whoever answers for the seat gives it as it stands, or hands it back. A preparer
// never gives (CARDS.md: "A director rarely types").
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { VerbData } from '../../cards/verbs';
import type { ChoiceId } from '../../services/process/definition/schema';
import { needsReason } from '../../services/process/round/kinds/ballots/choices';
import { act, reasonTexts } from './act';
import type { Answer } from './answer';
import { keepPrepared, readPrepared, removePrepared } from './prepared';
import { ask, closing, fault, inRound } from './say';
import { ownTask } from './tasks';
import type { Standing, Turn } from './turn';
import { viewerOf } from './turn';

type Where = VerbData<'ballot.prepare.open'>;

export async function ballotPrepareOpen(turn: Turn, data: Where): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const kept = await readPrepared(turn, standing, data.taskId, data.mandateId);
    return form(turn, standing, data, { choice: kept?.choice ?? null, reason: kept?.reason ?? '' }, null);
  });
}

export async function ballotPrepare(turn: Turn, data: VerbData<'ballot.prepare'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { choice, reason = '' } = data;
    const typed = { choice: choice ?? null, reason };
    if (turn.refused !== null) return form(turn, standing, data, typed, turn.refused);
    if (choice === undefined) return form(turn, standing, data, typed, { name: 'UnknownChoice' });
    if (needsReason(choice) && reason === '') return form(turn, standing, data, typed, { name: 'ReasonMissing' });
    if (!isPreparer(turn, standing, data)) return fault(turn, { name: 'NoMandate' });
    const before = await readPrepared(turn, standing, data.taskId, data.mandateId);
    const version = (before?.version ?? 0) + 1;
    const prepared = { choice, reason, by: turn.person.id, at: turn.now, version, returnedBy: null };
    await keepPrepared(turn, standing, data.taskId, data.mandateId, prepared);
    return ownTask(turn, standing, data.taskId);
  });
}

/** What was shown, and nothing else: one that was written anew since is shown first. */
export async function ballotGive(turn: Turn, data: VerbData<'ballot.give'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { taskId, mandateId, basis, nth } = data;
    const prepared = await readPrepared(turn, standing, taskId, mandateId);
    const isShown = prepared?.version === data.version && prepared.returnedBy === null;
    if (prepared === null || !isShown) return closing('shown', await ownTask(turn, standing, taskId));
    const acted = await act(turn, standing, {
      subject: `${taskId}/${mandateId}`,
      basis,
      texts: reasonTexts(prepared.reason),
      command: (texts) => ({
        ...(nth === undefined ? {} : { nth }),
        type: 'CastBallot',
        taskId,
        mandateId,
        basis,
        ballot: { choice: prepared.choice, texts, tiers: null, order: [] },
      }),
    });
    if (!acted.ok) return fault(turn, acted.fault);
    await removePrepared(turn, standing, taskId, mandateId);
    return ownTask(turn, acted.standing, taskId);
  });
}

export async function ballotHandback(turn: Turn, data: Where): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const prepared = await readPrepared(turn, standing, data.taskId, data.mandateId);
    const answers = standing.round.electorate.mandates[data.mandateId]?.holder === turn.person.id;
    const stands = standing.round.tasks[data.taskId]?.standIns[data.mandateId] === turn.person.id;
    if (!answers && !stands) return fault(turn, { name: 'NoMandate' });
    if (prepared !== null) {
      await keepPrepared(turn, standing, data.taskId, data.mandateId, { ...prepared, returnedBy: turn.person.id });
    }
    return ownTask(turn, standing, data.taskId);
  });
}

function isPreparer(turn: Turn, { round }: Standing, { mandateId }: Where): boolean {
  return round.electorate.mandates[mandateId]?.preparers.includes(turn.person.id) ?? false;
}

async function form(
  turn: Turn,
  standing: Standing,
  where: Where,
  typed: { readonly choice: ChoiceId | null; readonly reason: string },
  wrong: Fault | null,
): Promise<Answer> {
  if (!isPreparer(turn, standing, where)) return fault(turn, { name: 'NoMandate' });
  return ask(turn, standing, (look) =>
    cards.prepareForm({
      round: standing.round,
      viewer: viewerOf(turn),
      look,
      surface: turn.surface,
      fault: wrong,
      taskId: where.taskId,
      mandateId: where.mandateId,
      ...typed,
      source: '',
    }),
  );
}
