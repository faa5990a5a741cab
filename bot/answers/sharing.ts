// Sharing a draft with colleagues: its owner names them and ends it again; each of them is told once. Who may work on a draft
// is asked of the draft as it stands, never of a card.
import * as cards from '../../cards';
import type { Fault } from '../../cards/fault';
import type { VerbData } from '../../cards/verbs';
import type { PersonId } from '../../services/process/ids';
import type { KeptDraft } from '../../services/store/ports';
import type { Answer } from './answer';
import type { Editing } from './editing';
import { editing, writtenIn } from './editing';
import { nominationsShow } from './personal';
import { pickedPerson } from './picked';
import { ask, fault, said } from './say';
import type { Turn } from './turn';
import { viewerOf } from './turn';

/** Writing together is a few people's; more would be a mailing list. */
const colleaguesMax = 10;

export async function nominationShareOpen(turn: Turn, data: VerbData<'nomination.share.open'>): Promise<Answer> {
  return editing(turn, data, data.nominationId, async (edit) => shareForm(turn, edit, null));
}

/**
 * Shared first, told then: a crash between them leaves a colleague who finds the draft among his nominations and was not told;
 * sharing again tells him.
 */
export async function nominationShare(turn: Turn, data: VerbData<'nomination.share'>): Promise<Answer> {
  return editing(turn, data, data.nominationId, async (edit) => {
    const draft = await ownDraft(turn, edit);
    if (draft === null) return fault(turn, { name: 'DraftNotShared' });
    const stopped = draft.sharedWith.filter((personId) => data.stop.includes(personId));
    const stays = draft.sharedWith.filter((personId) => !stopped.includes(personId));
    const picked: PersonId[] = [];
    for (const entraId of data.people.slice(0, colleaguesMax)) picked.push(await pickedPerson(turn, entraId));
    const colleagues = picked.filter((personId) => personId !== turn.person.id);
    if (colleagues.length + stopped.length === 0) return shareForm(turn, edit, { name: 'PersonMissing' });
    if (new Set([...stays, ...colleagues]).size > colleaguesMax)
      return shareForm(turn, edit, { name: 'TooManyColleagues' });
    for (const personId of stopped) await turn.parts.drafts.unshare(draft.id, personId);
    for (const personId of colleagues) await turn.parts.drafts.share(draft.id, turn.person.id, personId);
    await tell(turn, edit, draft, colleagues);
    return said(turn, colleagues.length === 0 ? 'saved' : 'draftShared');
  });
}

/** Once of the draft as it stands: shared anew after it was ended, or after it was written on, it is told of again. */
async function tell(
  turn: Turn,
  edit: Editing,
  { revision }: KeptDraft,
  colleagues: readonly PersonId[],
): Promise<void> {
  const roundId = edit.standing.round.id;
  await turn.parts.notices.want(
    colleagues.map((personId) => ({
      key: `draftShared/${roundId}/${edit.nominationId}/${revision}/${personId}`,
      addressKey: `personal/${personId}`,
      kind: 'draftShared',
      data: { roundId, taskId: edit.taskId, nominationId: edit.nominationId },
      dueAt: turn.now,
    })),
  );
}

/** A colleague takes another's draft off his list. */
export async function nominationLeave(turn: Turn, data: VerbData<'nomination.leave'>): Promise<Answer> {
  await turn.parts.drafts.unshare(data.nominationId, turn.person.id);
  return nominationsShow(turn, {});
}

export async function shareForm(turn: Turn, edit: Editing, wrong: Fault | null): Promise<Answer> {
  const draft = await ownDraft(turn, edit);
  if (draft === null) return fault(turn, { name: 'DraftNotShared' });
  const title = writtenIn(draft).texts[edit.form.titleField] ?? '';
  const { sharedWith } = draft;
  const input = { round: edit.standing.round, viewer: viewerOf(turn), surface: turn.surface, fault: wrong };
  const { taskId, nominationId } = edit;
  return ask(turn, edit.standing, (look) =>
    cards.shareForm({ ...input, look, taskId, nominationId, title, sharedWith }),
  );
}

/** The draft of whoever asks; null for another's, and for what is sent. */
async function ownDraft(turn: Turn, edit: Editing): Promise<KeptDraft | null> {
  const draft = edit.sent === null ? await turn.parts.drafts.read(edit.nominationId) : null;
  return draft?.personId === turn.person.id && draft.kind === 'nomination' ? draft : null;
}
