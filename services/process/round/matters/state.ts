// The matters of a round by name, each with its slice of the state. Types only: a new matter is a line here, one in
// messages.ts, one or two in index.ts, and a folder.
import type { Following } from './following';
import type { Downtimes } from './downtime/state';
import type { Grace } from './grace/state';
import type { Impartiality } from './impartiality/state';
import type { Internal } from './internal/state';
import type { Joining } from './joining';
import type { Merging } from './merging/state';
import type { Notes } from './notes';
import type { Meetings } from './meetings/state';
import type { Questions } from './questions/state';
import type { Succession } from './succession/state';
import type { Obligations } from './obligations/state';
import type { Overrides } from './overrides/state';
import type { NewInformation } from './new-information/state';

/** What a round holds beside its tasks and nominations. */
export interface Matters {
  readonly following: Following;
  readonly grace: Grace;
  readonly impartiality: Impartiality;
  readonly internal: Internal;
  readonly joining: Joining;
  readonly merging: Merging;
  readonly notes: Notes;
  readonly questions: Questions;
  readonly newInformation: NewInformation;
  readonly succession: Succession;
  readonly downtime: Downtimes;
  readonly overrides: Overrides;
  readonly obligations: Obligations;
  readonly meetings: Meetings;
}

export type MatterName = keyof Matters;
