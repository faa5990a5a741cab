// What the cards and dialogs of a running round are made from. Types only.
import type {
  BodyId,
  FieldId,
  GroupId,
  MandateId,
  NominationId,
  PersonId,
  PrincipleId,
  TaskId,
} from '../../services/process/ids';
import type { Instant } from '../../services/process/calendar';
import type { ChoiceId } from '../../services/process/definition/schema';
import type { Conclusion, Facts, NetworkKey } from '../../services/process/round/state';
import type { Fault } from '../fault';
import type { Surface } from '../card';
import type { FieldTexts, Head, OwnInput, OwnTaskInput, SharedInput, TaskInput } from '../view';
import type { ListName } from '../verbs';

export interface TaskCardInput extends TaskInput, SharedInput {
  /** Whose channel it stands in: participation per region, the internal list. Null where it is nobody's own channel. */
  readonly bodyId: BodyId | null;
}

export interface OwnTaskCardInput extends OwnTaskInput {
  /** Where the card stands: in a channel forms open as dialogs, in a personal chat also as cards. */
  readonly place: 'channel' | 'personal';
  /** Shown where the viewer asked for it ("Detaljer"). */
  readonly head: Head | null;
  /** Nominations the viewer has begun and not sent (drafts live outside the record). */
  readonly drafts: readonly DraftView[];
  /** Answers prepared for seats the viewer answers for or prepares (outside the record). Left out: none. */
  readonly prepared?: readonly PreparedView[];
  /**
   * Left out where Trinvis makes no group chats; else the link of those it has made, by nomination (null: it has none).
   */
  readonly chats?: Readonly<Record<NominationId, string | null>>;
}

/** An answer that a preparer has written for a seat and that nobody has given. */
export interface PreparedView {
  readonly mandateId: MandateId;
  readonly choice: ChoiceId;
  readonly reason: string;
  readonly by: PersonId;
  readonly at: string;
  /** Counts how often it was written: what is given is what was shown. */
  readonly version: number;
  /** Who handed it back to be worked on again; null while it is ready to be given. */
  readonly returnedBy: PersonId | null;
}

/** A draft of a nomination. */
export interface DraftView {
  readonly nominationId: NominationId;
  readonly title: string;
  readonly filled: number;
  readonly total: number;
  /** Who has shared it with the viewer; null where it is his own. */
  readonly owner: PersonId | null;
  readonly sharedWith: readonly PersonId[];
  readonly begunAt: Instant;
}

/** What somebody else has written in a field that the viewer has changed too. */
export interface ClashView {
  readonly fieldId: FieldId;
  readonly by: PersonId;
  readonly value: Facts[FieldId] | null;
}

export interface ChooseSeatInput extends OwnTaskInput {
  readonly choice: ChoiceId;
}

export interface ConfirmBallotInput extends OwnTaskInput {
  readonly mandateId: MandateId;
  readonly choice: ChoiceId;
}

export interface ListInput extends OwnInput {
  readonly list: Exclude<ListName, 'tasks' | 'mine'>;
  readonly taskId: TaskId;
  readonly page: number;
  readonly bodyId: BodyId | null;
  /** Left out where networks get no channels; else the link of those that have one, by network. */
  readonly channels?: Readonly<Record<string, string | null>>;
  /** The document's file in a channel's folder; left out where there is none. */
  readonly fileUrl?: string;
}

export interface NominationCardInput extends OwnInput {
  readonly nominationId: NominationId;
  /** The task it is read for: "Tilbage" goes there. */
  readonly taskId: TaskId | null;
  readonly page: number;
}

export interface ChangesInput extends OwnInput {
  readonly nominationId: NominationId;
  readonly page: number;
}

export interface ResultCardInput extends OwnTaskInput {
  readonly page: number;
  readonly head: Head | null;
}

/** Every form: where it stands, and what was wrong with what was just sent (it is shown above, nothing is lost). */
export interface FormInput {
  readonly surface: Surface;
  readonly fault: Fault | null;
}

/** One page of the nomination's form. Page n of the definition's pages, 0-based. */
export interface NominationFormInput extends OwnTaskInput, FormInput {
  readonly nominationId: NominationId;
  readonly page: number;
  readonly texts: FieldTexts;
  readonly facts: Facts;
  /** Fields that are required and empty, once the person has tried to send. */
  readonly missing: readonly string[];
  /** The revision the person edits when it has been sent already; null for a draft. */
  readonly basis: number | null;
  /** The draft's revision shown; 0 where nothing is kept yet. */
  readonly seen: number;
  readonly clashes: readonly ClashView[];
  /** Who has shared the draft with the viewer; null where it is his own or nobody's. */
  readonly sharedBy: PersonId | null;
  readonly sharedWith: readonly PersonId[];
}

export interface ShareFormInput extends OwnTaskInput, FormInput {
  readonly nominationId: NominationId;
  readonly title: string;
  readonly sharedWith: readonly PersonId[];
}

/** The notice to a colleague with whom a draft has been shared. */
export interface DraftSharedInput extends OwnTaskInput {
  readonly nominationId: NominationId;
  readonly title: string;
  readonly owner: PersonId;
}

export interface NominationActInput extends OwnInput, FormInput {
  readonly nominationId: NominationId;
}

export interface ReturnNominationInput extends NominationActInput {
  readonly bodyId: BodyId;
  readonly reason: string;
}

export interface DiscardNominationInput extends OwnTaskInput {
  readonly nominationId: NominationId;
  readonly title: string;
}

/** An answer with a text: one choice ("Godkend med bemærkning"), or any of the others ("Andet svar"). */
export interface BallotFormInput extends OwnTaskInput, FormInput {
  /** Null when the viewer has several seats and is asked in the form. */
  readonly mandateId: MandateId | null;
  readonly choice: ChoiceId | null;
  readonly reason: string;
}

/** An answer written for somebody else: prepared for whoever gives it, or entered by the secretariat. */
export interface AnswerForInput extends OwnTaskInput, FormInput {
  readonly mandateId: MandateId;
  readonly choice: ChoiceId | null;
  readonly reason: string;
  /** Where an entered answer comes from. */
  readonly source: string;
}

export interface RemarkFormInput extends OwnTaskInput, FormInput {
  readonly bodyId: BodyId | null;
  readonly nominationId: NominationId | null;
  readonly text: string;
  /** What was typed into the definition's own fields, by their id. */
  readonly fields: Readonly<Record<string, string>>;
}

export interface StatementFormInput extends OwnTaskInput, FormInput {
  readonly bodyId: BodyId | null;
  readonly text: string;
}

/** What has been chosen and written for one assessment, sent or kept. */
export interface AssessmentValues {
  readonly scores: Readonly<Record<PrincipleId, string>>;
  readonly evidence: string | null;
  readonly reason: string;
  /** Per principle: a reason at the ends of the scale, or a comment where it is not scored. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly comments: Readonly<Record<string, string>>;
}

export interface AssessmentCardInput extends OwnTaskInput, FormInput {
  readonly mandateId: MandateId;
  readonly nominationId: NominationId;
  readonly values: AssessmentValues | null;
  /** What was given just before; left out: nothing was. */
  readonly previous?: { readonly nominationId: NominationId; readonly drafts: number };
}

export interface AssessmentGivenInput extends OwnTaskInput {
  readonly mandateId: MandateId;
  readonly nominationId: NominationId;
  readonly surface: Surface;
  readonly drafts: number;
}

export interface SecretReceiptInput extends OwnTaskInput {
  /** Random, known to the voter alone. */
  readonly receipt: string;
}

export interface SpreadInput extends OwnTaskInput {
  readonly nominationId: NominationId;
}

export interface SheetCardInput extends OwnTaskInput {
  readonly mandateId: MandateId;
  /** The way to the sheet; null where none was asked for, or there is none. */
  readonly link: { readonly url: string; readonly until: string } | null;
  /** What was read of a sheet and waits to be given. */
  readonly kept: {
    readonly at: string;
    readonly rows: number;
    readonly changes: number;
    readonly same: number;
  } | null;
  /** What came of giving or discarding one, as ready sentences. */
  readonly lines: readonly string[];
}

export interface OrderInput extends OwnTaskInput {
  readonly page: number;
}

export interface ConclusionFormInput extends OwnTaskInput, FormInput {
  readonly nominationId: NominationId;
  readonly values: {
    readonly outcome: Conclusion['outcome'] | null;
    readonly into: NominationId | null;
    readonly reason: string;
  };
}

/** A ranking being made: the tier and the order of what has been placed. */
export interface RankingDraft {
  readonly tiers: Readonly<Record<NominationId, string>>;
  readonly order: readonly NominationId[];
}

export interface RankingCardInput extends OwnTaskInput {
  readonly mandateId: MandateId;
  readonly draft: RankingDraft | null;
  /** Who prepared it and when, where a preparer did. */
  readonly prepared: { readonly by: PersonId; readonly at: string } | null;
}

export interface RankingFormInput extends OwnTaskInput, FormInput {
  readonly mandateId: MandateId;
  readonly page: number;
  readonly draft: RankingDraft;
}

export interface RankingOrderInput extends RankingFormInput {
  readonly tierId: string;
}

export interface SelectionFormInput extends OwnTaskInput, FormInput {
  readonly page: number;
  readonly picked: readonly NominationId[];
}

/** The proposal before it is proposed, with the button that does. */
export interface SelectionReviewInput extends OwnTaskInput, FormInput {
  readonly picked: readonly NominationId[];
}

/** Groups being made. `key` names a group until it is proposed. */
export interface GroupingDraft {
  readonly groups: readonly { readonly key: string; readonly name: string }[];
  readonly assigned: Readonly<Record<NominationId, string>>;
}

export interface GroupNamesInput extends OwnTaskInput, FormInput {
  readonly draft: GroupingDraft;
}

export interface GroupingFormInput extends GroupNamesInput {
  readonly page: number;
}

export interface AppointmentFormInput extends OwnTaskInput, FormInput {
  readonly network: NetworkKey;
  readonly bodyId: BodyId | null;
  readonly name: string;
}

export interface ReturnGroupsInput extends OwnTaskInput, FormInput {
  readonly basis: number;
  readonly reason: string;
}

/** One appointment, by its place in the record. */
export interface AppointmentActInput extends OwnTaskInput, FormInput {
  readonly network: NetworkKey;
  readonly bodyId: BodyId;
  readonly index: number;
  readonly basis: number;
}

export interface DocumentFormInput extends OwnTaskInput, FormInput {
  readonly page: number;
  readonly values: {
    readonly link: string;
    readonly summary: string;
    readonly chapters: Readonly<Record<GroupId, string>>;
  };
}

export interface DocumentRemarkInput extends OwnTaskInput, FormInput {
  readonly bodyId: BodyId | null;
  readonly chapter: string;
  readonly text: string;
}

export interface PublicationInput extends OwnTaskInput, FormInput {}

export interface ReasonInput extends PublicationInput {
  readonly nominationId: NominationId;
}
