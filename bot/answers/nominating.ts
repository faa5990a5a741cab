// Drafting a nomination page by page, sending it, and what its contact and its nominators do with it afterwards.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { VerbData } from '../../cards/verbs';
import type { Form } from '../../services/process/definition/schema';
import type { BodyId, FieldId, NominationId, TaskId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import type { RoundCommand } from '../../services/process/round/commands';
import { lacking } from '../../services/process/round/kinds/nominate/form';
import { requestFor } from '../../services/process/round/matters/questions/queries';
import type { Question } from '../../services/process/round/matters/questions/state';
import type { Nomination } from '../../services/process/round/state';
import type { TextsRef } from '../../services/process/text';
import type { Acted } from './act';
import { act, reasonTexts, required } from './act';
import type { Answer } from './answer';
import type { NominationDraft } from './drafts';
import { draftKinds, keep, kept } from './drafts';
import type { ReadPage } from './form';
import { onBehalfOf, pageOf, readPage } from './form';
import { ask, fault, inRound, said, show } from './say';
import { ownTask } from './tasks';
import { alikeTo, compare } from './together';
import type { Standing, Turn } from './turn';
import { looking, viewerOf } from './turn';

/** Where in which form the person stands. */
interface Editing {
  readonly taskId: TaskId;
  readonly nominationId: NominationId;
  readonly form: Form;
  readonly standing: Standing;
  /** The sent nomination that is being edited; null for a draft. */
  readonly sent: Nomination | null;
}

export async function nominationOpen(turn: Turn, data: VerbData<'nomination.open'>): Promise<Answer> {
  const nominationId = data.nominationId ?? as<NominationId>(turn.parts.newId());
  return editing(turn, data, nominationId, async (edit) => {
    const draft = await draftOf(turn, edit);
    return showForm(turn, edit, draft, { page: data.page ?? 0, missing: [], fault: null });
  });
}

export async function nominationSave(turn: Turn, data: VerbData<'nomination.save'>): Promise<Answer> {
  return editing(turn, data, data.nominationId, async (edit) => {
    const read = readPage(edit.form, data.page, data.fields, await draftOf(turn, edit));
    await keepDraft(turn, edit, read.draft);
    const numbers = wrongNumbers(read, data.go);
    const wrong: Fault | null = turn.refused ?? (numbers.length > 0 ? { name: 'NumberInvalid' } : null);
    if (wrong !== null) return showForm(turn, edit, read.draft, { page: data.page, missing: numbers, fault: wrong });
    switch (data.go) {
      case 'next':
        return showForm(turn, edit, read.draft, { page: data.page + 1, missing: [], fault: null });
      case 'back':
        return showForm(turn, edit, read.draft, { page: Math.max(0, data.page - 1), missing: [], fault: null });
      case 'close':
        return said(turn, 'draftSaved');
      case 'finish':
        return finish(turn, edit, read.draft, data.basis ?? null);
    }
  });
}

/** What was typed and is no number is asked again at once, since it is not kept; one out of range before one goes on. */
function wrongNumbers(read: ReadPage, go: VerbData<'nomination.save'>['go']): readonly FieldId[] {
  return go === 'next' || go === 'finish' ? [...read.notWhole, ...read.outOfRange] : read.notWhole;
}

/** What is missing is said first. What is new and complete is held against what others have sent; alike ones are shown before it goes. */
async function finish(turn: Turn, edit: Editing, draft: NominationDraft, revised: number | null): Promise<Answer> {
  if (revised !== null || edit.sent !== null) return send(turn, edit, draft, revised);
  const definition = edit.standing.round.definition.steps.flatMap(({ tasks }) => tasks);
  const task = definition.find(({ id }) => id === edit.taskId);
  const fields = lacking(edit.form, draft, task?.kind === 'nominate' && task.backing);
  if (fields.length > 0) return sendAgain(turn, edit, draft, { name: 'FieldsMissing', fields });
  const alike = await alikeTo(turn, edit.standing, draft);
  return alike.length === 0 ? send(turn, edit, draft, revised) : compare(turn, edit.standing, edit, draft, alike);
}

/** From the comparing: sent all the same, or back to the form's last page. */
export async function nominationSend(turn: Turn, data: VerbData<'nomination.send'>): Promise<Answer> {
  return editing(turn, data, data.nominationId, async (edit) => {
    const draft = await draftOf(turn, edit);
    if (data.go === 'finish') return send(turn, edit, draft, null);
    return showForm(turn, edit, draft, { page: edit.form.pages.length - 1, missing: [], fault: null });
  });
}

/**
 * `revised` is the revision the form was opened on, null for a draft. A form delivered again after its first sending was
 * committed still says null: it is the same wish and gets the same answer, not a revision of what it sent.
 */
async function send(turn: Turn, edit: Editing, draft: NominationDraft, revised: number | null): Promise<Answer> {
  const basis = revised ?? 0;
  const acted = await act(turn, edit.standing, {
    subject: edit.nominationId,
    basis,
    texts: draft.texts,
    command: (texts) => sendCommand(edit, draft, revised, required(texts)),
  });
  if (!acted.ok) return sendAgain(turn, edit, draft, acted.fault);
  await turn.parts.drafts.remove(edit.nominationId);
  if (revised !== null) return said(turn, requestBehind(edit, draft) === null ? 'revised' : 'supplemented');
  return afterBacking(turn, acted, edit.nominationId, 'sentForBacking');
}

function sendCommand(edit: Editing, draft: NominationDraft, revised: number | null, texts: TextsRef): RoundCommand {
  const { nominationId, taskId } = edit;
  const { facts } = draft;
  const content = { nominationId, onBehalfOf: organisationsOf(edit, draft), texts, facts };
  if (revised === null) return { type: 'SendForBacking', taskId, colleagues: [], ...content };
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
  return show(turn, acted.standing, (look) =>
    cards.receiptCard({ round, viewer: viewerOf(turn), look, nominationId, head }),
  );
}

/** What is missing is shown on the page where it belongs. */
async function sendAgain(turn: Turn, edit: Editing, draft: NominationDraft, wrong: Fault): Promise<Answer> {
  const missing = missingIn(edit.form, wrong);
  const page = missing.length === 0 ? edit.form.pages.length - 1 : pageOf(edit.form, missing);
  return showForm(turn, edit, draft, { page, missing, fault: wrong });
}

function missingIn(form: Form, wrong: Fault): readonly string[] {
  if (wrong.name === 'FieldsMissing') return wrong.fields;
  if (wrong.name !== 'OrganisationsMissing') return [];
  return form.backedByField === undefined ? [] : [form.backedByField];
}

async function showForm(
  turn: Turn,
  edit: Editing,
  draft: NominationDraft,
  at: { readonly page: number; readonly missing: readonly string[]; readonly fault: Fault | null },
): Promise<Answer> {
  return ask(turn, edit.standing, (look) =>
    cards.nominationForm({
      round: edit.standing.round,
      viewer: viewerOf(turn),
      look,
      surface: turn.surface,
      taskId: edit.taskId,
      nominationId: edit.nominationId,
      page: Math.min(at.page, edit.form.pages.length - 1),
      texts: draft.texts,
      facts: draft.facts,
      missing: at.missing,
      fault: at.fault,
      basis: edit.sent?.revision ?? null,
    }),
  );
}

async function editing(
  turn: Turn,
  data: Pick<VerbData<'nomination.open'>, 'roundId' | 'taskId'>,
  nominationId: NominationId,
  answer: (edit: Editing) => Promise<Answer>,
): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const { form } = standing.round.definition;
    const task = standing.round.tasks[data.taskId];
    if (form === undefined || task?.work.family !== 'nominating') return fault(turn, { name: 'UnknownTask' });
    const sent = standing.round.nominations[nominationId] ?? null;
    if (sent !== null && !sent.nominators.includes(turn.person.id)) return fault(turn, { name: 'NotNominator' });
    if (sent === null && task.status !== 'open') return ownTask(turn, standing, data.taskId);
    return answer({ taskId: data.taskId, nominationId, form, standing, sent });
  });
}

/** What has been kept, else what was sent, else a form that knows whose channel it was opened in. */
async function draftOf(turn: Turn, edit: Editing): Promise<NominationDraft> {
  const stored = await turn.parts.drafts.read(edit.nominationId);
  if (stored !== null && stored.personId !== turn.person.id) return { texts: {}, facts: {} };
  if (stored !== null) return stored.data as NominationDraft;
  const { sent } = edit;
  if (sent === null) return { texts: {}, facts: await fromChannel(turn, edit.form) };
  const texts = await looking(turn, edit.standing.calendar, (look) => look.texts(sent.texts));
  return { texts: texts ?? {}, facts: sent.facts };
}

async function fromChannel(turn: Turn, form: Form): Promise<NominationDraft['facts']> {
  const { channelId } = turn.place;
  if (channelId === null || form.backedByField === undefined) return {};
  const organisation = await turn.parts.organisation.read('organisation');
  const bound = Object.entries(organisation?.state.channels ?? {}).find(
    ([, channel]) => channel.channelId === channelId,
  );
  return bound === undefined ? {} : { [form.backedByField]: [bound[0]] };
}

async function keepDraft(turn: Turn, edit: Editing, data: NominationDraft): Promise<void> {
  const subject = `${edit.standing.round.id}/${edit.taskId}`;
  await keep(turn, { id: edit.nominationId, kind: draftKinds.nomination, subject, data });
}

export async function nominationDiscardOpen(turn: Turn, data: VerbData<'nomination.discard.open'>): Promise<Answer> {
  return inRound(turn, data.roundId, async (standing) => {
    const draft = await kept<NominationDraft>(turn, data.nominationId, { texts: {}, facts: {} });
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
