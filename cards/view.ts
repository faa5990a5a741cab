// What a view is given beside the state: who looks, in which language, when, and how ids become names and texts.
// Must hold no way to fetch anything: the caller has read names and texts before (STYLE.md, pure view models).
import type { Calendar, Instant } from '../services/process/calendar';
import type { BodyId, FieldId, NominationId, PersonId, RoundId, StepId, TaskId } from '../services/process/ids';
import type { RoundState } from '../services/process/round/state';
import type { TextsRef } from '../services/process/text';
import type { Language } from '../services/process/words';

/** The free texts of one reference, by field. */
export type FieldTexts = Readonly<Record<FieldId, string>>;

export interface Lookups {
  /** The person's name, raw as people wrote it; an erased or unknown person has a calm stand-in from the caller or ''. */
  name(personId: PersonId): string;
  /** The texts behind a reference; null when they have been erased. */
  texts(ref: TextsRef): FieldTexts | null;
  readonly now: Instant;
  readonly calendar: Calendar;
}

/** Who looks at a personal card or an own view. For whom he answers is read from the state, never handed in. */
export interface Viewer {
  readonly personId: PersonId;
  readonly language: Language;
}

/** The record's head as it stands behind "Detaljer". */
export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** A round as somebody sees it. */
export interface RoundInput {
  readonly round: RoundState;
  readonly language: Language;
  readonly look: Lookups;
}

export interface TaskInput extends RoundInput {
  readonly taskId: TaskId;
}

/** A card that all in a channel see. */
export interface SharedInput {
  /**
   * Teams ids (`29:…`, at most 60) whose screens fetch their own view when the card is shown; `[]` is by hand only,
   * null leaves refresh out (then no own view comes by itself).
   */
  readonly refreshFor: readonly string[] | null;
}

/** A card that one person sees. */
export interface OwnInput {
  readonly round: RoundState;
  readonly viewer: Viewer;
  readonly look: Lookups;
}

export interface OwnTaskInput extends OwnInput {
  readonly taskId: TaskId;
}

export interface StepInput extends RoundInput, SharedInput {
  readonly stepId: StepId;
  /** The bodies whose channel it is posted in: only their tasks are listed. Empty lists all. */
  readonly bodyIds: readonly BodyId[];
}

export type { RoundId, NominationId };
