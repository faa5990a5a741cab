// What the cards of impartiality are made from. Types only.
import type { NominationId, PersonId } from '../../services/process/ids';
import type { Conflict } from '../../services/process/round/matters/impartiality/state';
import type { OwnInput } from '../view';
import type { FormInput } from './round';

export interface DeclarationInput extends OwnInput, FormInput {
  /** Ticked and not yet sent; null begins with what was declared before. */
  readonly picked: readonly NominationId[] | null;
}

/** The grounds of what was ticked. */
export interface GroundsInput extends OwnInput, FormInput {
  readonly picked: readonly NominationId[];
  readonly grounds: Readonly<Record<string, string>>;
  readonly abouts: Readonly<Record<string, string>>;
}

export interface ReportInput extends OwnInput, FormInput {
  readonly nominationId: NominationId;
  /** Of whom; empty is the viewer himself. */
  readonly person: string;
  readonly ground: string;
  readonly reason: string;
}

export interface RulingsInput extends OwnInput, FormInput {
  /** Choices made and not yet sent, by `<nomination>@<person>`. */
  readonly votes: Readonly<Record<string, string>>;
  readonly reason: string;
}

/** What whoever leads a body is told of one of its people. */
export interface ConflictToldInput extends OwnInput {
  readonly personId: PersonId;
  /** Reported together, or ruled on together; never empty. */
  readonly conflicts: readonly Conflict[];
}
