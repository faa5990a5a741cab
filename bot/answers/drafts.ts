// Work begun and not sent: kept outside the record, under ids that say whose and what it is.
import type { DraftView } from '../../cards/inputs/round';
import type { FieldTexts } from '../../cards/view';
import type { NominationId, PersonId, TaskId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import type { Facts, RoundState } from '../../services/process/round/state';
import { RequestInvalid } from '../../services/store/errors';
import type { Draft } from '../../services/store/ports';
import type { Turn } from './turn';

export const draftKinds = {
  nomination: 'nomination',
  assessment: 'assessment',
  ranking: 'ranking',
  selection: 'selection',
  grouping: 'grouping',
  document: 'document',
  setup: 'setup',
} as const;

export interface NominationDraft {
  readonly texts: FieldTexts;
  readonly facts: Facts;
}

/** What several work on together: a preparer and his director, two of the secretariat, the authors of a document. */
const sharedKinds: ReadonlySet<string> = new Set([
  draftKinds.ranking,
  draftKinds.selection,
  draftKinds.grouping,
  draftKinds.document,
]);

/** Keeps `data` under `id`; of what several work on, the person who saves last is the owner. */
export async function keep(turn: Turn, draft: Pick<Draft, 'id' | 'kind' | 'subject' | 'data'>): Promise<void> {
  const { drafts } = turn.parts;
  const own = { ...draft, personId: turn.person.id, updatedAt: turn.now };
  try {
    await drafts.save(own);
  } catch (error) {
    // The store lets nobody write into another's draft. Who may work on a shared one has been asked before: he takes it
    // over. A crash between the two loses what was kept; what has been given stands in the record.
    if (!(error instanceof RequestInvalid) || !sharedKinds.has(draft.kind)) throw error;
    await drafts.remove(draft.id);
    await drafts.save(own);
  }
}

/** The data kept under `id`, or `otherwise`. What we wrote ourselves is trusted to have its shape. */
export async function kept<Data>(turn: Turn, id: string, otherwise: Data): Promise<Data> {
  const draft = await turn.parts.drafts.read(id);
  return draft === null ? otherwise : (draft.data as Data);
}

/** A person's unsent nominations of one task, newest first. */
export async function nominationDrafts(turn: Turn, round: RoundState, taskId: TaskId): Promise<readonly DraftView[]> {
  if (round.tasks[taskId]?.work.family !== 'nominating') return [];
  const found = await turn.parts.drafts.of(turn.person.id, draftKinds.nomination, `${round.id}/${taskId}`);
  return found
    .filter((draft) => round.nominations[as<NominationId>(draft.id)] === undefined)
    .map((draft) => draftView(round, draft));
}

export function draftView(round: RoundState, draft: Draft): DraftView {
  const { texts, facts } = draft.data as NominationDraft;
  const form = round.definition.form;
  const fields = form?.pages.flatMap((page) => page.fields) ?? [];
  const filled = fields.filter((field) => texts[field.id] !== undefined || facts[field.id] !== undefined).length;
  const title = form === undefined ? '' : (texts[form.titleField] ?? '');
  return { nominationId: as<NominationId>(draft.id), title, filled, total: fields.length };
}
