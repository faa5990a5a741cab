// What the cards beside the process are made from: what a search shares, and notes of a case. Types only.
import type { Instant } from '../../services/process/calendar';
import type { GroupId, NominationId } from '../../services/process/ids';
import type { RoundState } from '../../services/process/round/state';
import type { Fault } from '../fault';
import type { Surface } from '../card';
import type { RoundInput, Viewer, Lookups } from '../view';

/** `link` opens it in Trinvis; null where there is no address to open. */
export interface FoundNominationInput extends RoundInput {
  readonly nominationId: NominationId;
  readonly link: string | null;
}

export interface FoundGroupInput extends RoundInput {
  readonly groupId: GroupId;
  readonly link: string | null;
}

/** What can be filed to: rounds the viewer has a seat in, each with the nominations he may take part in. */
export interface CaseChoice {
  readonly round: RoundState;
  readonly nominationIds: readonly NominationId[];
}

export interface NoteFormInput {
  readonly viewer: Viewer;
  readonly look: Lookups;
  readonly cases: readonly CaseChoice[];
  readonly message: { readonly author: string; readonly sentAt: Instant };
  readonly surface: Surface;
  readonly fault: Fault | null;
}

export interface NotesInput {
  readonly round: RoundState;
  readonly viewer: Viewer;
  readonly look: Lookups;
  readonly page: number;
}
