// A nomination's form as somebody edits it: whose draft it is, who may work on it, keeping a page without losing what another
// has written meanwhile, and showing it again. Decides nothing of the round.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { ClashView } from '../../cards/inputs/round';
import type { VerbData } from '../../cards/verbs';
import type { Form } from '../../services/process/definition/schema';
import type { FieldId, NominationId, TaskId } from '../../services/process/ids';
import { isTakenAt } from '../../services/process/round/matters/grace/state';
import type { Facts, Nomination } from '../../services/process/round/state';
import type { KeptDraft } from '../../services/store/ports';
import type { Answer } from './answer';
import type { NominationDraft } from './drafts';
import { draftKinds } from './drafts';
import type { ReadPage } from './form';
import { readPage } from './form';
import { ask, fault, inRound } from './say';
import type { Standing, Turn } from './turn';
import { looking, viewerOf } from './turn';
import { mergePage, sentSince, withOwn } from './writing';
import type { Merged, Written } from './writing';

/** Each try loses only to somebody who keeps a page of the same draft in the same instant. */
const keepingTries = 6;

/** Where in which form the person stands. */
export interface Editing {
  readonly taskId: TaskId;
  readonly nominationId: NominationId;
  readonly form: Form;
  readonly standing: Standing;
  /** The sent nomination that is being edited; null for a draft. */
  readonly sent: Nomination | null;
}

/** A draft to be shown, and which revision of it; 0 where nothing is kept yet. */
export interface Opened {
  readonly draft: NominationDraft;
  readonly stored: KeptDraft | null;
}

/** A page that was kept. */
export interface KeptPage extends Opened {
  readonly read: ReadPage;
  readonly clashes: Merged['clashes'];
}

/** Answers in a form of a round; refused where there is none, or where it is another's nomination. */
export async function editing(
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
    return answer({ taskId: data.taskId, nominationId, form, standing, sent });
  });
}

/** Why a draft can no longer be sent from here; null while it can, and for what has been sent. */
export function tooLate(turn: Turn, { standing, taskId, sent }: Editing, stored: KeptDraft | null): Fault | null {
  const task = standing.round.tasks[taskId];
  if (sent !== null || task === undefined) return null;
  const isTaken = task.status === 'open' && isTakenAt(standing.round, task, turn.now, stored?.begunAt ?? turn.now);
  return isTaken ? null : { name: 'DraftKeptForNext' };
}

/** What has been kept, else what was sent, else a form that knows whose channel it was opened in; null for another's draft. */
export async function openDraft(turn: Turn, edit: Editing): Promise<Opened | null> {
  const stored = await turn.parts.drafts.read(edit.nominationId);
  if (!mayWrite(turn, edit, stored)) return null;
  return { draft: stored === null ? await begin(turn, edit) : writtenIn(stored), stored };
}

/**
 * Keeps what was typed on a page. Refused (`DraftNotShared`) for another's draft, in which nothing is changed or shown, and
 * (`NotSaved`) when others were faster every time.
 */
export async function keepPage(
  turn: Turn,
  edit: Editing,
  data: VerbData<'nomination.save'>,
): Promise<KeptPage | { readonly refused: Fault }> {
  const fields = (edit.form.pages[data.page]?.fields ?? []).map(({ id }) => id);
  const sentBy = sentSince(edit.sent, data.basis ?? null);
  for (let tries = 0; tries < keepingTries; tries += 1) {
    const opened = await openDraft(turn, edit);
    if (opened === null) return { refused: { name: 'DraftNotShared' } };
    const { stored } = opened;
    const read = readPage(edit.form, data.page, data.fields, opened.draft, turn.refused === null ? 'emptied' : 'stays');
    const standing = { data: opened.draft as Written, revision: stored?.revision ?? 0 };
    const merged = mergePage(standing, read.draft, { fields, seen: data.seen ?? 0, by: turn.person.id, sentBy });
    const { draft, clashes } = merged;
    if (stored === null && clashes.length > 0) return { draft, stored, read, clashes };
    const kept = stored === null ? await first(turn, edit, draft) : await change(turn, stored, merged);
    if (kept !== null) return { draft, stored: kept, read, clashes };
  }
  return { refused: { name: 'NotSaved' } };
}

/** As it was kept, never read again: what a colleague keeps in the next instant is not what this form has shown. */
async function first(turn: Turn, edit: Editing, data: Written): Promise<KeptDraft> {
  const draft = {
    id: edit.nominationId,
    personId: turn.person.id,
    kind: draftKinds.nomination,
    subject: subjectOf(edit),
    data,
    updatedAt: turn.now,
  };
  await turn.parts.drafts.save(draft);
  return { ...draft, begunAt: turn.now, revision: 1, sharedWith: [] };
}

/** null when somebody else was faster. */
async function change(turn: Turn, stored: KeptDraft, { isChanged, draft }: Merged): Promise<KeptDraft | null> {
  if (!isChanged) return stored;
  const to = { data: draft, updatedAt: turn.now };
  const isKept = await turn.parts.drafts.change(stored.id, stored.revision, to);
  return isKept ? { ...stored, ...to, revision: stored.revision + 1 } : null;
}

/** A draft is its owner's and theirs with whom he shares it; changes of a sent nomination are its nominators'. */
function mayWrite(turn: Turn, edit: Editing, stored: KeptDraft | null): boolean {
  if (stored === null) return true;
  if (stored.kind !== draftKinds.nomination || stored.subject !== subjectOf(edit)) return false;
  return edit.sent !== null || isSharedWith(turn, stored);
}

export function isSharedWith(turn: Turn, { personId, sharedWith }: KeptDraft): boolean {
  return personId === turn.person.id || sharedWith.includes(turn.person.id);
}

function subjectOf({ standing, taskId }: Editing): string {
  return `${standing.round.id}/${taskId}`;
}

export function writtenIn(stored: KeptDraft): Written {
  return stored.data as Written;
}

async function begin(turn: Turn, edit: Editing): Promise<NominationDraft> {
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

/** Which page is shown, and what is wrong on it. */
interface Shown {
  readonly page: number;
  readonly missing: readonly string[];
  readonly fault: Fault | null;
  readonly clashes?: readonly ClashView[];
}

export async function showForm(turn: Turn, edit: Editing, { draft, stored }: Opened, at: Shown): Promise<Answer> {
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
      seen: stored?.revision ?? 0,
      clashes: at.clashes ?? [],
      sharedBy: stored === null || stored.personId === turn.person.id ? null : stored.personId,
      sharedWith: edit.sent === null ? (stored?.sharedWith ?? []) : [],
    }),
  );
}

/** The page again after two have changed the same: his own in the fields, the other's below them. */
export async function showClash(turn: Turn, edit: Editing, kept: KeptPage, at: Shown): Promise<Answer> {
  const clashes = kept.clashes.map(({ fieldId, by }) => ({ fieldId, by, value: valueIn(kept.draft, fieldId) }));
  const draft = withOwn(
    kept.draft,
    kept.read.draft,
    kept.clashes.map(({ fieldId }) => fieldId),
  );
  const changed: Fault = { name: 'DraftChangedMeanwhile' };
  return showForm(turn, edit, { ...kept, draft }, { ...at, fault: at.fault ?? changed, clashes });
}

function valueIn({ texts, facts }: NominationDraft, fieldId: FieldId): Facts[FieldId] | null {
  return texts[fieldId] ?? facts[fieldId] ?? null;
}

/** Whose page was not kept keeps in the form what he has typed on it, and sees nothing else. */
export async function showRefused(
  turn: Turn,
  edit: Editing,
  data: VerbData<'nomination.save'>,
  refused: Fault,
): Promise<Answer> {
  const { draft } = readPage(edit.form, data.page, data.fields, { texts: {}, facts: {} }, 'emptied');
  return showForm(turn, edit, { draft, stored: null }, { page: data.page, missing: [], fault: refused });
}
