// What people are told of drafts, which live outside the record: asked of the draft itself at the moment of sending.
import * as cards from '../../cards';
import type { NominationId, TaskId } from '../process/ids';
import { as } from '../process/ids';
import type { RoundState } from '../process/round/state';
import type { KeptDraft, Notice } from '../store/ports';
import type { ComposeParts, Part } from './compose';
import { messageOf } from './roundCards';
import { viewerBehind } from './viewerBehind';

/** Dropped where it is sent, thrown away or no longer shared by then. */
export async function draftShared(
  parts: ComposeParts,
  addressKey: string,
  notice: Notice,
  round: RoundState,
): Promise<Part> {
  const viewer = await viewerBehind(parts, addressKey);
  const nominationId = as<NominationId>(String(notice.data['nominationId']));
  const taskId = as<TaskId>(String(notice.data['taskId']));
  const draft = await parts.drafts.read(nominationId);
  if (viewer === null || draft?.sharedWith.includes(viewer.personId) !== true) return { dropped: 'Done' };
  if (round.tasks[taskId]?.status !== 'open' || round.nominations[nominationId] !== undefined)
    return { dropped: 'Done' };
  const calendar = parts.calendarOf(round.definition.calendar);
  const own = { round, viewer, taskId, nominationId, owner: draft.personId, title: titleOf(round, draft) };
  const card = await parts.look({ now: parts.now(), calendar }, (look) => cards.draftSharedCard({ ...own, look }));
  return { message: { keys: [notice.key], message: messageOf(card), threadRootId: null } };
}

/** What a draft calls itself; '' while it has no title. What we kept ourselves is trusted to have its shape. */
export function titleOf({ definition }: RoundState, draft: KeptDraft): string {
  const { texts } = draft.data as { readonly texts: Readonly<Record<string, string>> };
  return definition.form === undefined ? '' : (texts[definition.form.titleField] ?? '');
}
