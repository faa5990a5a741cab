// Keeping the handbook: the secretariat puts entries in and takes them out.
import type { Actor } from '../context';
import { accepted, never, refused, unchanged, type Decision } from '../decision';
import { as, type FieldId } from '../ids';
import { has } from '../text';
import type { HandbookCommand, HandbookEvent, HandbookRefusal } from './messages';
import type { Entry, HandbookState, KeptEntry, Section } from './state';

export type HandbookDecision = Decision<HandbookEvent, HandbookRefusal>;

const ofBodies: ReadonlySet<Section> = new Set<Section>(['minutes', 'terms']);

/** The system may fill it too: a first set-up puts in what the definition knows. */
export function decideHandbook(
  command: HandbookCommand,
  state: HandbookState,
  { actor }: { readonly actor: Actor },
): HandbookDecision {
  const mayAct = actor.kind === 'system' || command.secretariat.includes(actor.personId);
  if (!mayAct) return refused({ name: 'NotSecretariat' });
  switch (command.type) {
    case 'PutEntry':
      return putEntry(command.entry, state);
    case 'RemoveEntry':
      return state.entries[command.entryId] === undefined
        ? refused({ name: 'UnknownEntry' })
        : accepted({ type: 'EntryRemoved', entryId: command.entryId });
    default:
      return never(command);
  }
}

function putEntry(entry: Entry, state: HandbookState): HandbookDecision {
  if (!has(entry.texts, as<FieldId>('titleDa'))) return refused({ name: 'TitleMissing' });
  if (ofBodies.has(entry.section) && entry.bodyId === null) return refused({ name: 'BodyMissing' });
  const known = state.entries[entry.id];
  if (known !== undefined && isEqual(known, entry)) return unchanged;
  const { id, section, texts, date, bodyId } = entry;
  return accepted({ type: 'EntryPut', entry: { id, section, texts, date, bodyId } });
}

function isEqual(known: KeptEntry, entry: Entry): boolean {
  return (
    known.section === entry.section &&
    known.texts.hash === entry.texts.hash &&
    known.date === entry.date &&
    known.bodyId === entry.bodyId
  );
}
