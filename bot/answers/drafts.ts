// Work begun and not sent: kept outside the record, under ids that say whose and what it is.
import type { DraftView } from '../../cards/inputs/round';
import type { FieldTexts } from '../../cards/view';
import type { NominationId, PersonId, TaskId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import type { Facts, RoundState } from '../../services/process/round/state';
import type { Draft, KeptDraft } from '../../services/store/ports';
import type { Turn } from './turn';

export const draftKinds = {
  nomination: 'nomination',
  assessment: 'assessment',
  sheet: 'sheet',
  ranking: 'ranking',
  ballot: 'ballot',
  selection: 'selection',
  grouping: 'grouping',
  document: 'document',
  setup: 'setup',
} as const;

export interface NominationDraft {
  readonly texts: FieldTexts;
  readonly facts: Facts;
}

/** Work that several people do together: a director and his preparers, the members of a secretariat. */
const sharedKinds: ReadonlySet<string> = new Set([
  draftKinds.ranking,
  draftKinds.ballot,
  draftKinds.selection,
  draftKinds.grouping,
  draftKinds.document,
  draftKinds.setup,
]);

/** Who owns what is shared: nobody in person, so that whoever may work on it can go on where another stopped. */
export const everyone = as<PersonId>('everyone');

/** Keeps `data` under `id`. A draft of one's own is only ever one's own; who may touch a shared one is for the caller. */
export async function keep(turn: Turn, draft: Pick<Draft, 'id' | 'kind' | 'subject' | 'data'>): Promise<void> {
  const personId = sharedKinds.has(draft.kind) ? everyone : turn.person.id;
  await turn.parts.drafts.save({ ...draft, personId, updatedAt: turn.now });
}

/** The data kept under `id`, or `otherwise`. What we wrote ourselves is trusted to have its shape. */
export async function kept<Data>(turn: Turn, id: string, otherwise: Data): Promise<Data> {
  const draft = await turn.parts.drafts.read(id);
  return draft === null ? otherwise : (draft.data as Data);
}

/** A person's unsent nominations of one task, newest first. */
export async function nominationDrafts(turn: Turn, round: RoundState, taskId: TaskId): Promise<readonly DraftView[]> {
  if (round.tasks[taskId]?.work.family !== 'nominating') return [];
  const subject = `${round.id}/${taskId}`;
  const own = await turn.parts.drafts.of(turn.person.id, draftKinds.nomination, subject);
  const others = await turn.parts.drafts.sharedWith(turn.person.id, draftKinds.nomination, subject);
  return [...own, ...others]
    .filter((draft) => round.nominations[as<NominationId>(draft.id)] === undefined)
    .map((draft) => draftView(round, draft, turn.person.id));
}

export function draftView(round: RoundState, draft: KeptDraft, viewer: PersonId): DraftView {
  const { texts, facts } = draft.data as NominationDraft;
  const form = round.definition.form;
  const fields = form?.pages.flatMap((page) => page.fields) ?? [];
  const filled = fields.filter((field) => texts[field.id] !== undefined || facts[field.id] !== undefined).length;
  const title = form === undefined ? '' : (texts[form.titleField] ?? '');
  const nominationId = as<NominationId>(draft.id);
  const { personId: owner, sharedWith } = draft;
  const { begunAt } = draft;
  return {
    nominationId,
    title,
    filled,
    total: fields.length,
    owner: owner === viewer ? null : owner,
    sharedWith,
    begunAt,
  };
}
