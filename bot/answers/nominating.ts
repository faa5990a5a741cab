// Drafting a nomination page by page, sending it, and what its contact and its nominators do with it afterwards.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { VerbData } from '../../cards/verbs';
import type { Instant } from '../../services/process/calendar';
import type { BodyId, FieldId, NominationId, PersonId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import type { RoundCommand } from '../../services/process/round/commands';
import { lacking } from '../../services/process/round/kinds/nominate/form';
import { requestFor } from '../../services/process/round/matters/questions/queries';
import type { Question } from '../../services/process/round/matters/questions/state';
import type { TextsRef } from '../../services/process/text';
import type { KeptDraft } from '../../services/store/ports';
import type { Acted } from './act';
import { act, reasonTexts, required } from './act';
import type { Answer } from './answer';
import type { NominationDraft } from './drafts';
import type { Editing, Opened } from './editing';
import { editing, keepPage, openDraft, showClash, showForm, showRefused, tooLate, writtenIn } from './editing';
import type { ReadPage } from './form';
import { onBehalfOf, pageOf } from './form';
import { ask, closing, fault, inRound, said, show } from './say';
import { shareForm } from './sharing';
import { ownTask } from './tasks';
import { alikeTo, compare } from './together';
import type { Turn } from './turn';
import { viewerOf } from './turn';

export async function nominationOpen(turn: Turn, data: VerbData<'nomination.open'>): Promise<Answer> {
  const nominationId = data.nominationId ?? (await nextNomination(turn, data));
  return editing(turn, data, nominationId, async (edit) => {
    const opened = await openDraft(turn, edit);
    if (opened === null) return fault(turn, { name: 'DraftNotShared' });
    const late = tooLate(turn, edit, opened.stored);
    if (late !== null)
      return opened.stored === null
        ? closing('shown', await ownTask(turn, edit.standing, edit.taskId))
        : fault(turn, late);
    return showForm(turn, edit, opened, { page: data.page ?? 0, missing: [], fault: null });
  });
}

/** Named by whose it is and how many he has sent before. */
async function nextNomination(turn: Turn, { roundId, taskId }: VerbData<'nomination.open'>): Promise<NominationId> {
  const round = (await turn.parts.rounds.read(roundId))?.state ?? null;
  const sent = Object.values(round?.nominations ?? {});
  const before = sent.filter(({ nominators }) => nominators[0] === turn.person.id).length;
  return as<NominationId>(turn.parts.newId(`nomination/${roundId}/${taskId}/${turn.person.id}/${before}`));
}

export async function nominationSave(turn: Turn, data: VerbData<'nomination.save'>): Promise<Answer> {
  return editing(turn, data, data.nominationId, async (edit) => {
    const kept = await keepPage(turn, edit, data);
    if ('refused' in kept) return showRefused(turn, edit, data, kept.refused);
    const late = tooLate(turn, edit, kept.stored);
    if (late !== null) return fault(turn, late);
    const numbers = wrongNumbers(kept.read, data.go);
    const wrong: Fault | null = turn.refused ?? (numbers.length > 0 ? { name: 'NumberInvalid' } : null);
    if (kept.clashes.length > 0)
      return showClash(turn, edit, kept, { page: data.page, missing: numbers, fault: wrong });
    if (wrong !== null) return showForm(turn, edit, kept, { page: data.page, missing: numbers, fault: wrong });
    switch (data.go) {
      case 'next':
        return showForm(turn, edit, kept, { page: data.page + 1, missing: [], fault: null });
      case 'back':
        return showForm(turn, edit, kept, { page: Math.max(0, data.page - 1), missing: [], fault: null });
      case 'close':
        return said(turn, 'draftSaved');
      case 'share':
        return shareForm(turn, edit, null);
      case 'finish':
        return finish(turn, edit, kept, data.basis ?? null);
    }
  });
}

/** What was typed and is no number is asked again at once, since it is not kept; one out of range before one goes on. */
function wrongNumbers(read: ReadPage, go: VerbData<'nomination.save'>['go']): readonly FieldId[] {
  return go === 'next' || go === 'finish' ? [...read.notWhole, ...read.outOfRange] : read.notWhole;
}

/** What is missing is said first. What is new and complete is held against what others have sent; alike ones are shown before it goes. */
async function finish(turn: Turn, edit: Editing, opened: Opened, revised: number | null): Promise<Answer> {
  const { draft } = opened;
  if (revised !== null || edit.sent !== null) return send(turn, edit, opened, revised);
  const definition = edit.standing.round.definition.steps.flatMap(({ tasks }) => tasks);
  const task = definition.find(({ id }) => id === edit.taskId);
  const fields = lacking(edit.form, draft, task?.kind === 'nominate' && task.backing);
  if (fields.length > 0) return sendAgain(turn, edit, opened, { name: 'FieldsMissing', fields });
  const alike = await alikeTo(turn, edit.standing, draft);
  return alike.length === 0 ? send(turn, edit, opened, revised) : compare(turn, edit.standing, edit, draft, alike);
}

/** From the comparing: sent all the same, or back to the form's last page. */
export async function nominationSend(turn: Turn, data: VerbData<'nomination.send'>): Promise<Answer> {
  return editing(turn, data, data.nominationId, async (edit) => {
    const opened = await openDraft(turn, edit);
    if (opened === null) return fault(turn, { name: 'DraftNotShared' });
    const late = tooLate(turn, edit, opened.stored);
    if (late !== null) return fault(turn, late);
    if (data.go === 'finish') return send(turn, edit, opened, null);
    return showForm(turn, edit, opened, { page: edit.form.pages.length - 1, missing: [], fault: null });
  });
}

/**
 * `revised` is the revision the form was opened on, null for a draft. A form delivered again after its first sending was
 * committed still says null: it is the same wish and gets the same answer, not a revision of what it sent.
 */
async function send(turn: Turn, edit: Editing, opened: Opened, revised: number | null): Promise<Answer> {
  const { draft, stored } = opened;
  const basis = revised ?? 0;
  const acted = await act(turn, edit.standing, {
    subject: edit.nominationId,
    basis,
    texts: draft.texts,
    command: (texts) => sendCommand(edit, draft, revised, originOf(turn, edit, stored), required(texts)),
  });
  if (!acted.ok) return sendAgain(turn, edit, opened, acted.fault);
  await turn.parts.drafts.remove(edit.nominationId);
  if (revised !== null) return said(turn, requestBehind(edit, draft) === null ? 'revised' : 'supplemented');
  return afterBacking(turn, acted, edit.nominationId, 'sentForBacking');
}

/** Whoever has worked on the draft with the sender stands behind it with him: its owner first. */
function colleaguesOf(turn: Turn, stored: KeptDraft | null): readonly PersonId[] {
  if (stored === null) return [];
  return [stored.personId, ...stored.sharedWith].filter((personId) => personId !== turn.person.id);
}

interface Origin {
  readonly colleagues: readonly PersonId[];
  readonly begunAt?: Instant;
}

/**
 * When a draft was begun matters after the deadline alone; before it, it is left out of the command, so that a form delivered
 * again, when the draft is gone, is still the same wish.
 */
function originOf(turn: Turn, { standing, taskId }: Editing, stored: KeptDraft | null): Origin {
  const colleagues = colleaguesOf(turn, stored);
  const deadlineAt = standing.round.tasks[taskId]?.deadlineAt ?? null;
  const isLate = deadlineAt !== null && turn.now > deadlineAt;
  return stored === null || !isLate ? { colleagues } : { colleagues, begunAt: stored.begunAt };
}

function sendCommand(
  edit: Editing,
  draft: NominationDraft,
  revised: number | null,
  origin: Origin,
  texts: TextsRef,
): RoundCommand {
  const { nominationId, taskId } = edit;
  const { facts } = draft;
  const content = { nominationId, onBehalfOf: organisationsOf(edit, draft), texts, facts };
  if (revised === null) return { type: 'SendForBacking', taskId, ...origin, ...content };
  const request = requestBehind(edit, draft);
  if (request === null) return { type: 'ReviseNomination', basis: revised, ...content };
  return { type: 'SupplementNomination', questionId: request.id, basis: revised, texts, facts };
}

/** The secretariat's request that a new text answers; null where it is the nominator's own change, or names others. */
function requestBehind(edit: Editing, draft: NominationDraft): Question | null {
  const { sent, standing } = edit;
  const request = sent === null ? null : requestFor(standing.round, sent.id);
  const isOpen = standing.round.tasks[edit.taskId]?.status === 'open';
  const named = organisationsOf(edit, draft);
  const isSame = named.length === sent?.onBehalfOf.length && named.every((id) => sent.onBehalfOf.includes(id));
  return isOpen && !isSame ? null : request;
}

function organisationsOf({ form }: Editing, { facts }: NominationDraft): readonly BodyId[] {
  return onBehalfOf(form, facts).map((id) => as<BodyId>(id));
}

/** A nomination that is submitted now gives its receipt; one that waits for others says so. */
async function afterBacking(
  turn: Turn,
  acted: Extract<Acted, { ok: true }>,
  nominationId: NominationId,
  otherwise: 'sentForBacking' | 'backed',
): Promise<Answer> {
  const { round, head } = acted.standing;
  const nomination = round.nominations[nominationId];
  const mine = nomination?.nominators.includes(turn.person.id) === true;
  if (nomination?.status !== 'submitted' || !mine) return said(turn, otherwise);
  const receipt = await show(turn, acted.standing, (look) =>
    cards.receiptCard({ round, viewer: viewerOf(turn), look, nominationId, head }),
  );
  return closing('submitted', receipt);
}

/** What is missing is shown on the page where it belongs. */
async function sendAgain(turn: Turn, edit: Editing, opened: Opened, wrong: Fault): Promise<Answer> {
  const missing = missingIn(edit.form, wrong);
  const page = missing.length === 0 ? edit.form.pages.length - 1 : pageOf(edit.form, missing);
  return showForm(turn, edit, opened, { page, missing, fault: wrong });
}

function missingIn(form: Editing['form'], wrong: Fault): readonly string[] {
  if (wrong.name === 'FieldsMissing') return wrong.fields;
  if (wrong.name !== 'OrganisationsMissing') return [];
  return form.backedByField === undefined ? [] : [form.backedByField];
}

export async function nominationDiscardOpen(turn: Turn, data: VerbData<'nomination.discard.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const stored = await turn.parts.drafts.read(data.nominationId);
    if (stored !== null && stored.personId !== turn.person.id) return fault(turn, { name: 'DraftNotShared' });
    const draft: NominationDraft = stored === null ? { texts: {}, facts: {} } : writtenIn(stored);
    const titleField = standing.round.definition.form?.titleField;
    const title = titleField === undefined ? '' : (draft.texts[titleField] ?? '');
    return ask(turn, standing, (look) =>
      cards.discardNominationForm({
        round: standing.round,
        viewer: viewerOf(turn),
        look,
        surface: turn.surface,
        fault: null,
        ...data,
        title,
      }),
    );
  });
}

export async function nominationDiscard(turn: Turn, data: VerbData<'nomination.discard'>): Promise<Answer> {
  const stored = await turn.parts.drafts.read(data.nominationId);
  if (stored?.personId === turn.person.id) await turn.parts.drafts.remove(data.nominationId);
  return said(turn, 'discarded');
}

export async function nominationBack(turn: Turn, data: VerbData<'nomination.back'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { nominationId, bodyId, basis } = data;
    const acted = await act(turn, standing, {
      subject: nominationId,
      basis,
      texts: null,
      command: () => ({ type: 'BackNomination', nominationId, bodyId, basis }),
    });
    return acted.ok ? afterBacking(turn, acted, nominationId, 'backed') : fault(turn, acted.fault);
  });
}

export async function nominationReturnOpen(turn: Turn, data: VerbData<'nomination.return.open'>): Promise<Answer> {
  return returnForm(turn, data, '', null);
}

export async function nominationReturn(turn: Turn, data: VerbData<'nomination.return'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { nominationId, bodyId, basis } = data;
    const acted = await act(turn, standing, {
      subject: nominationId,
      basis,
      texts: reasonTexts(data.reason),
      command: (texts) => ({ type: 'ReturnNomination', nominationId, bodyId, basis, texts: required(texts) }),
    });
    return acted.ok ? said(turn, 'returned') : returnForm(turn, data, data.reason ?? '', acted.fault);
  });
}

async function returnForm(
  turn: Turn,
  data: VerbData<'nomination.return.open'>,
  reason: string,
  wrong: Fault | null,
): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    if (standing.round.nominations[data.nominationId] === undefined) return fault(turn, { name: 'UnknownNomination' });
    const { nominationId, bodyId } = data;
    return ask(turn, standing, (look) =>
      cards.returnNominationForm({
        round: standing.round,
        viewer: viewerOf(turn),
        look,
        surface: turn.surface,
        fault: wrong,
        nominationId,
        bodyId,
        reason,
      }),
    );
  });
}

export async function nominationWithdrawOpen(turn: Turn, data: VerbData<'nomination.withdraw.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    if (standing.round.nominations[data.nominationId] === undefined) return fault(turn, { name: 'UnknownNomination' });
    return ask(turn, standing, (look) =>
      cards.withdrawNominationForm({
        round: standing.round,
        viewer: viewerOf(turn),
        look,
        surface: turn.surface,
        fault: null,
        nominationId: data.nominationId,
      }),
    );
  });
}

export async function nominationWithdraw(turn: Turn, data: VerbData<'nomination.withdraw'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { nominationId, basis } = data;
    const acted = await act(turn, standing, {
      subject: nominationId,
      basis,
      texts: null,
      command: () => ({ type: 'WithdrawNomination', nominationId, basis }),
    });
    return acted.ok ? said(turn, 'withdrawn') : fault(turn, acted.fault);
  });
}
