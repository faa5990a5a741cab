// Everything that can be refused or fail on the way, by name: the rules' refusals and the edge's own faults.
// Must hold no sentences; they stand in texts/*/faults.ts, one for every name in both languages.
import type { HandbookRefusal } from '../services/process/handbook/messages';
import type { OrganisationRefusal } from '../services/process/organisation/messages';
import type { RoundRefusal } from '../services/process/round/refusals';

/** What the edge finds before or after the rules: a changed card, a bad input, a failure that is ours. */
export type EdgeFault =
  | { readonly name: 'UnknownAction' }
  | { readonly name: 'StaleCard' }
  | { readonly name: 'TextTooLong'; readonly max?: number }
  | { readonly name: 'CprNumber' }
  | { readonly name: 'MissingField' }
  | { readonly name: 'NumberInvalid' }
  | { readonly name: 'LinkInvalid' }
  | { readonly name: 'DateInvalid' }
  | { readonly name: 'PersonMissing' }
  | { readonly name: 'DraftKeptForNext' }
  | { readonly name: 'DraftNotShared' }
  | { readonly name: 'DraftChangedMeanwhile' }
  | { readonly name: 'TooManyColleagues' }
  | { readonly name: 'NotSaved' }
  | { readonly name: 'TooManyRequests' }
  | { readonly name: 'GuestWithoutMandate' }
  | { readonly name: 'NotForYou' }
  | { readonly name: 'NothingHere' };

export type Fault = RoundRefusal | OrganisationRefusal | HandbookRefusal | EdgeFault;
export type FaultName = Fault['name'];
