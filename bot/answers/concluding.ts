// The working group's advice on each nomination: drafted one after another, signed by the chair.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { ConclusionFormInput } from '../../cards/inputs/round';
import type { VerbData } from '../../cards/verbs';
import type { FieldId, NominationId, TaskId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import { nominationsAbout, taskDefinition } from '../../services/process/round/queries';
import type { Nomination } from '../../services/process/round/state';
import { act, reasonTexts, required } from './act';
import type { Answer } from './answer';
import { ask, fault, inRound, said } from './say';
import { ownTask } from './tasks';
import type { Standing, Turn } from './turn';
import { looking, viewerOf } from './turn';

type Values = ConclusionFormInput['values'];

export async function conclusionOpen(turn: Turn, data: VerbData<'conclusion.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const nominationId = data.nominationId ?? nextUndrafted(standing, data.taskId, null);
    if (nominationId === null) return ownTask(turn, standing, data.taskId);
    return conclusionForm(turn, standing, data.taskId, nominationId, null, null);
  });
}

export async function conclusionDraft(turn: Turn, data: VerbData<'conclusion.draft'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { taskId, nominationId, outcome } = data;
    if (data.go === 'back') return neighbour(turn, standing, taskId, nominationId, -1);
    const values: Values = { outcome: outcome ?? null, into: data.into ?? null, reason: data.reason ?? '' };
    if (outcome === undefined) {
      const untouched = values.reason === '';
      if (untouched && data.go === 'next') return neighbour(turn, standing, taskId, nominationId, 1);
      return conclusionForm(turn, standing, taskId, nominationId, values, { name: 'MissingField' });
    }
    const acted = await act(turn, standing, {
      subject: `${taskId}/${nominationId}`,
      basis: data.basis,
      texts: reasonTexts(data.reason),
      command: (texts) => ({
        type: 'DraftConclusion',
        taskId,
        nominationId,
        outcome,
        into: data.into ?? null,
        texts: required(texts),
        basis: data.basis,
      }),
    });
    if (!acted.ok) return conclusionForm(turn, acted.standing, taskId, nominationId, values, acted.fault);
    if (data.go === 'close' || data.go === 'finish') return said(turn, 'conclusionDrafted');
    const next = nextUndrafted(acted.standing, taskId, nominationId);
    return next === null
      ? said(turn, 'conclusionDrafted')
      : conclusionForm(turn, acted.standing, taskId, next, null, null);
  });
}

export async function conclusionsSignOpen(turn: Turn, data: VerbData<'conclusions.sign.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) =>
    ask(turn, standing, (look) =>
      cards.signConclusionsForm({
        round: standing.round,
        viewer: viewerOf(turn),
        look,
        surface: turn.surface,
        fault: null,
        taskId: data.taskId,
      }),
    ),
  );
}

export async function conclusionsSign(turn: Turn, data: VerbData<'conclusions.sign'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const acted = await act(turn, standing, {
      subject: data.taskId,
      basis: data.drafted,
      texts: null,
      command: () => ({ type: 'SignConclusions', taskId: data.taskId, drafted: data.drafted }),
    });
    return acted.ok ? said(turn, 'conclusionsSigned') : fault(turn, acted.fault);
  });
}

async function conclusionForm(
  turn: Turn,
  standing: Standing,
  taskId: TaskId,
  nominationId: NominationId,
  typed: Values | null,
  wrong: Fault | null,
): Promise<Answer> {
  if (standing.round.nominations[nominationId] === undefined) return fault(turn, { name: 'UnknownNomination' });
  const values = typed ?? (await draftedValues(turn, standing, taskId, nominationId));
  return ask(turn, standing, (look) =>
    cards.conclusionForm({
      round: standing.round,
      viewer: viewerOf(turn),
      look,
      surface: turn.surface,
      fault: wrong,
      taskId,
      nominationId,
      values,
    }),
  );
}

async function draftedValues(
  turn: Turn,
  standing: Standing,
  taskId: TaskId,
  nominationId: NominationId,
): Promise<Values> {
  const work = standing.round.tasks[taskId]?.work;
  const draft = work?.family === 'conclusions' ? work.drafts[nominationId] : undefined;
  if (draft === undefined) return { outcome: null, into: null, reason: '' };
  const texts = await looking(turn, standing.calendar, (look) => look.texts(draft.texts));
  return { outcome: draft.outcome, into: draft.into, reason: texts?.[as<FieldId>('reason')] ?? '' };
}

async function neighbour(
  turn: Turn,
  standing: Standing,
  taskId: TaskId,
  from: NominationId,
  by: number,
): Promise<Answer> {
  const all = subjects(standing, taskId);
  const at = all.findIndex((nomination) => nomination.id === from);
  const next = all[at + by];
  return next === undefined
    ? ownTask(turn, standing, taskId)
    : conclusionForm(turn, standing, taskId, next.id, null, null);
}

function subjects(standing: Standing, taskId: TaskId): readonly Nomination[] {
  const definition = taskDefinition(standing.round, taskId);
  return definition?.kind === 'conclude' ? nominationsAbout(standing.round, definition.about) : [];
}

/** The first nomination after `from` without a drafted conclusion, from the top again; null when all have one. */
function nextUndrafted(standing: Standing, taskId: TaskId, from: NominationId | null): NominationId | null {
  const work = standing.round.tasks[taskId]?.work;
  const drafts = work?.family === 'conclusions' ? work.drafts : {};
  const all = subjects(standing, taskId);
  const left = all.filter((nomination) => drafts[nomination.id] === undefined);
  const at = all.findIndex((nomination) => nomination.id === from);
  return (left.find((nomination) => all.indexOf(nomination) > at) ?? left[0])?.id ?? null;
}
