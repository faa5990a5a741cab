// What the personal cards, notices and the handbook's cards are made from. Types only.
import type { Instant, LocalDate } from '../../services/process/calendar';
import type { BodyId, EntryId, NominationId, TaskId } from '../../services/process/ids';
import type { OrganisationState } from '../../services/process/organisation/state';
import type { Outstanding } from '../../services/process/round/kinds/kind';
import type { OutstandingTask } from '../../services/process/round/outstanding';
import type { RoundState } from '../../services/process/round/state';
import type { Bilingual, Language } from '../../services/process/words';
import type { Section } from '../verbs';
import type { Head, Lookups, OwnInput, TaskInput, Viewer } from '../view';
import type { DraftView, FormInput } from './round';

export interface PersonalInput {
  readonly viewer: Viewer;
  readonly look: Lookups;
}

export interface HelpInput {
  readonly language: Language;
  /** True when it answers something that was not understood. */
  readonly notUnderstood: boolean;
  readonly secretariat: boolean;
}

/** One thing that waits for the viewer, with the round it is in. */
export interface Waiting extends Omit<OutstandingTask, 'entries'> {
  readonly round: RoundState;
  readonly outstanding: Outstanding;
}

export interface TasksInput extends PersonalInput {
  readonly waiting: readonly Waiting[];
  readonly page: number;
}

export interface StatusInput extends PersonalInput {
  readonly rounds: readonly RoundState[];
}

export interface MyNominationsInput extends PersonalInput {
  readonly rounds: readonly RoundState[];
  /** Drafts with the round and task they were begun in. */
  readonly drafts: readonly (DraftView & { readonly round: RoundState; readonly taskId: TaskId })[];
  readonly page: number;
}

/** Something an earlier round has left that its nominator may take along. */
export interface CarryOffer {
  readonly from: RoundState;
  readonly nominationId: NominationId;
  /** Of a draft; null for a nomination that was sent, whose text is in the record. */
  readonly title: string | null;
}

export interface CarryInput extends OwnInput {
  /** Where it would go. */
  readonly taskId: TaskId;
  readonly offers: readonly CarryOffer[];
}

export interface ReceiptInput extends OwnInput {
  readonly nominationId: NominationId;
  readonly head: Head;
}

export interface ReminderInput extends PersonalInput {
  /** Soonest deadline first; never empty. */
  readonly waiting: readonly Waiting[];
  /** To each one's card in its channel; null where there is none. */
  readonly links: readonly (string | null)[];
}

export interface UnableInput extends PersonalInput, FormInput {
  readonly waiting: readonly Waiting[];
  readonly text: string;
}

export interface BackingInput extends OwnInput {
  readonly nominationId: NominationId;
  /** Whose backing is asked for. */
  readonly bodyId: BodyId;
}

export interface OutcomeInput extends OwnInput {
  readonly nominationId: NominationId;
  readonly at: Instant;
}

export interface ExtendedInput extends TaskInput {
  readonly deadlineAt: Instant;
  readonly reason: string | null;
}

/** An entry of the handbook: principles, patient groups, forms, guides, minutes, terms of reference, news. */
export interface HandbookEntry {
  readonly id: EntryId;
  readonly section: Section;
  readonly title: Bilingual;
  readonly text: Bilingual | null;
  readonly link: string | null;
  readonly date: LocalDate | null;
  readonly bodyId: BodyId | null;
}

export interface HandbookInput extends PersonalInput {
  readonly section: Section;
  readonly entries: readonly HandbookEntry[];
  readonly page: number;
  /** Opens one entry in full. */
  readonly entryId: EntryId | null;
  readonly followsNews: boolean;
  readonly secretariat: boolean;
}

export interface BodiesInput extends PersonalInput {
  readonly organisation: OrganisationState;
  readonly page: number;
}

export interface BodyInput extends PersonalInput {
  readonly organisation: OrganisationState;
  readonly bodyId: BodyId;
  /** Its terms of reference and minutes. */
  readonly entries: readonly HandbookEntry[];
}

export interface HandbookFormInput extends FormInput {
  readonly language: Language;
  readonly section: Section;
  readonly entry: HandbookEntry | null;
  /** What was typed and not yet saved, by input id. */
  readonly typed: Readonly<Record<string, string>>;
  /** For minutes and terms of reference: whose. */
  readonly organisation: OrganisationState;
}
