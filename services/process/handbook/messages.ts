// What can be asked of the handbook, what can happen to it, and why something is refused.
import type { EntryId, PersonId } from '../ids';
import type { Entry } from './state';

/**
 * Who is of the secretariat stands in the command. The shell fills it in from the organisation's state (`secretariatOf`)
 * and never from what a person sent: a handbook's fold reads no other stream, and its record need not know the staff.
 */
interface Entitled {
  readonly secretariat: readonly PersonId[];
}

export type HandbookCommand =
  | ({ readonly type: 'PutEntry'; readonly entry: Entry } & Entitled)
  | ({ readonly type: 'RemoveEntry'; readonly entryId: EntryId } & Entitled);

export type HandbookEvent =
  { readonly type: 'EntryPut'; readonly entry: Entry } | { readonly type: 'EntryRemoved'; readonly entryId: EntryId };

export type HandbookRefusal =
  | { readonly name: 'NotSecretariat' }
  | { readonly name: 'TitleMissing' }
  | { readonly name: 'BodyMissing' }
  | { readonly name: 'UnknownEntry' };
