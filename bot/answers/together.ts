// Doing it together: what is alike before one sends, joining another's nomination, merging by consent.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { Lookups } from '../../cards/view';
import type { VerbData } from '../../cards/verbs';
import type { FieldId, JoinId, MergeId, NominationId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import { openTo } from '../../services/process/round/matters/impartiality/standing';
import { isAskable } from '../../services/process/round/matters/questions/queries';
import type { Nomination, RoundState } from '../../services/process/round/state';
import type { RoundCommand } from '../../services/process/round/commands';
import { alikeTo as alikeWords, similarTo, type Described } from '../../services/search/similar';
import { act, reasonTexts, required } from './act';
import type { Answer } from './answer';
import type { NominationDraft } from './drafts';
import { ask, fault, inRound, said } from './say';
import { nominationShow } from './tasks';
import type { Standing, Turn } from './turn';
import { looking, viewerOf } from './turn';

/** Side by side on a phone; more is not read. */
const comparedMax = 3;
/** Named as alike when a merge is proposed; the others stand after them. */
const alikeMax = 8;

/** Submitted nominations that are alike a draft, best first. Unsent ones of others are nobody's business. */
export async function alikeTo(
  turn: Turn,
  standing: Standing,
  draft: NominationDraft,
): Promise<readonly NominationId[]> {
  const others = submittedIn(turn, standing.round, null);
  return looking(turn, standing.calendar, (look) => {
    const wanted = { id: 'draft', ...shortTexts(standing.round, draft.texts) };
    return similarTo(wanted, described(standing.round, others, look), comparedMax).map((id) => as<NominationId>(id));
  });
}

function submittedIn(turn: Turn, round: RoundState, but: NominationId | null): readonly Nomination[] {
  const all = Object.values(round.nominations).filter((nomination) => isAskable(nomination) && nomination.id !== but);
  return openTo(round, turn.person.id, all);
}

function described(round: RoundState, nominations: readonly Nomination[], look: Lookups): readonly Described[] {
  return nominations.map((nomination) => ({
    id: nomination.id,
    ...shortTexts(round, look.texts(nomination.texts) ?? {}),
  }));
}

/** The title, and the form's other short texts: what a nomination is about in few words. */
function shortTexts({ definition }: RoundState, texts: Readonly<Record<FieldId, string>>): Omit<Described, 'id'> {
  const fields = (definition.form?.pages ?? []).flatMap((page) => page.fields);
  const titleField = definition.form?.titleField;
  const more = fields.filter(({ id, kind }) => kind === 'text' && id !== titleField).map(({ id }) => texts[id] ?? '');
  return { title: titleField === undefined ? '' : (texts[titleField] ?? ''), more: more.join(' ') };
}

export async function compare(
  turn: Turn,
  standing: Standing,
  own: Pick<VerbData<'nomination.send'>, 'taskId' | 'nominationId'>,
  draft: NominationDraft,
  alike: readonly NominationId[],
): Promise<Answer> {
  const { title } = shortTexts(standing.round, draft.texts);
  const joinId = as<JoinId>(turn.parts.newId(`join/${standing.round.id}/${own.nominationId}/${turn.person.id}`));
  const input = { round: standing.round, viewer: viewerOf(turn), surface: turn.surface, fault: null };
  return ask(turn, standing, (look) => cards.compareForm({ ...input, look, ...own, title, alike, joinId }));
}

export async function nominationJoin(turn: Turn, data: VerbData<'nomination.join'>): Promise<Answer> {
  const { nominationId, joinId } = data;
  return commanded(turn, data, joinId, () => ({ type: 'AskToJoin', joinId, nominationId }), 'joinAsked');
}

export async function joinAnswer(turn: Turn, data: VerbData<'join.answer'>): Promise<Answer> {
  const { joinId, accepts } = data;
  const done = accepts ? 'joinAccepted' : 'joinDeclined';
  return commanded(turn, data, joinId, () => ({ type: 'AnswerJoin', joinId, accepts }), done);
}

export async function mergeOpen(turn: Turn, data: VerbData<'merge.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const before = Object.keys(standing.round.matters.merging).length;
    const mergeId = as<MergeId>(turn.parts.newId(`merge/${data.roundId}/${turn.person.id}/${before}`));
    return mergeForm(turn, standing, { ...data, mergeId, from: [], reason: undefined }, null);
  });
}

export async function mergePropose(turn: Turn, data: VerbData<'merge.propose'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const from = data.from.map((id) => as<NominationId>(id));
    const { mergeId, nominationId: into } = data;
    const acted = await act(turn, standing, {
      subject: mergeId,
      basis: 0,
      texts: reasonTexts(data.reason),
      command: (texts) => ({ type: 'ProposeMerge', mergeId, into, from, texts: required(texts) }),
    });
    return acted.ok ? said(turn, 'mergeProposed') : mergeForm(turn, acted.standing, data, acted.fault);
  });
}

async function mergeForm(
  turn: Turn,
  standing: Standing,
  data: VerbData<'merge.propose'>,
  wrong: Fault | null,
): Promise<Answer> {
  const { round } = standing;
  const nomination = round.nominations[data.nominationId];
  if (nomination === undefined) return fault(turn, { name: 'UnknownNomination' });
  const input = { round, viewer: viewerOf(turn), surface: turn.surface, fault: wrong, nominationId: nomination.id };
  return ask(turn, standing, (look) => {
    const wanted = { id: nomination.id, ...shortTexts(round, look.texts(nomination.texts) ?? {}) };
    const others = described(round, submittedIn(turn, round, nomination.id), look);
    const alike = alikeWords(wanted, others, alikeMax).map(({ id, words }) => ({ id: as<NominationId>(id), words }));
    const rest = others.map(({ id }) => as<NominationId>(id)).filter((id) => !alike.some((one) => one.id === id));
    const picked = data.from.map((id) => as<NominationId>(id));
    return cards.mergeForm({ ...input, look, mergeId: data.mergeId, alike, rest, picked, reason: data.reason ?? '' });
  });
}

/** The nomination that stays, with what has come of the answer. */
export async function mergeAnswer(turn: Turn, data: VerbData<'merge.answer'>): Promise<Answer> {
  const { roundId, mergeId, agrees } = data;
  return inRound(turn, roundId, async (standing) => {
    const acted = await act(turn, standing, {
      subject: mergeId,
      basis: 0,
      texts: null,
      command: () => ({ type: 'AnswerMerge', mergeId, agrees }),
    });
    if (!acted.ok) return fault(turn, acted.fault);
    const { round } = acted.standing;
    const into = round.matters.merging[mergeId]?.into;
    const nomination = into === undefined ? undefined : round.nominations[into];
    if (nomination === undefined) return said(turn, 'answered');
    return nominationShow(turn, { roundId, nominationId: nomination.id, taskId: nomination.taskId, page: 0 });
  });
}

export async function mergeWithdraw(turn: Turn, data: VerbData<'merge.withdraw'>): Promise<Answer> {
  const { mergeId } = data;
  return commanded(turn, data, mergeId, () => ({ type: 'WithdrawMerge', mergeId }), 'mergeWithdrawn');
}

export async function mergeUndoOpen(turn: Turn, data: VerbData<'merge.undo.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => undoForm(turn, standing, data.mergeId, '', null));
}

export async function mergeUndo(turn: Turn, data: VerbData<'merge.undo'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { mergeId, reason } = data;
    const acted = await act(turn, standing, {
      subject: mergeId,
      basis: 0,
      texts: reasonTexts(reason),
      command: (texts) => ({ type: 'UndoMerge', mergeId, texts: required(texts) }),
    });
    return acted.ok ? said(turn, 'mergeUndone') : undoForm(turn, acted.standing, mergeId, reason ?? '', acted.fault);
  });
}

async function undoForm(
  turn: Turn,
  standing: Standing,
  mergeId: MergeId,
  reason: string,
  wrong: Fault | null,
): Promise<Answer> {
  const input = { round: standing.round, viewer: viewerOf(turn), surface: turn.surface, fault: wrong };
  return ask(turn, standing, (look) => cards.undoMergeForm({ ...input, look, mergeId, reason }));
}

async function commanded(
  turn: Turn,
  { roundId }: Pick<VerbData<'merge.withdraw'>, 'roundId'>,
  subject: string,
  command: () => RoundCommand,
  done: Parameters<typeof said>[1],
): Promise<Answer> {
  return inRound(turn, roundId, async (standing) => {
    const acted = await act(turn, standing, { subject, basis: 0, texts: null, command });
    return acted.ok ? said(turn, done) : fault(turn, acted.fault);
  });
}
