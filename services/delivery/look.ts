// Names and texts for cards: views are pure and ask synchronously, so what they miss is fetched and the card made again.
// Keeps names and texts in memory for a minute only: an erased text must vanish from cards soon.
import { LRUCache } from 'lru-cache';
import type { FieldTexts, Lookups } from '../../cards/view';
import type { Calendar, Instant } from '../process/calendar';
import type { PersonId, TextId } from '../process/ids';
import type { People, Texts } from '../store/ports';

/** How long an erased text or a changed name may still be seen. */
const keptForMs = 60_000;

/** A whole round's texts (72 nominations, 700 assessments) and people, several times over. */
const keptMax = 20_000;

/** A view asks for names and texts in at most this many steps (a text that names another text); more is a loop. */
const passesMax = 5;

/** Erased and unknown are remembered too, else they would be asked for on every card. */
const gone = Symbol('gone');

export type Look = <Made>(
  moment: { readonly now: Instant; readonly calendar: Calendar },
  make: (look: Lookups) => Made,
) => Promise<Made>;

/** `make` must be pure: it runs again after what it missed has been read. */
export function createLook(store: { readonly texts: Texts; readonly people: People }): Look {
  const texts = new LRUCache<TextId, FieldTexts | typeof gone>({ max: keptMax, ttl: keptForMs });
  const names = new LRUCache<PersonId, string>({ max: keptMax, ttl: keptForMs });

  const fetchMissed = async (missed: Missed): Promise<void> => {
    const [foundTexts, foundPeople] = await Promise.all([
      missed.texts.size === 0 ? null : store.texts.read([...missed.texts]),
      missed.people.size === 0 ? null : store.people.read([...missed.people]),
    ]);
    for (const id of missed.texts) texts.set(id, foundTexts?.get(id) ?? gone);
    for (const id of missed.people) names.set(id, foundPeople?.get(id)?.name ?? '');
  };

  return async (moment, make) => {
    for (let pass = 1; ; pass += 1) {
      const missed: Missed = { texts: new Set(), people: new Set() };
      const made = make({ ...moment, ...readers(texts, names, missed) });
      if (missed.texts.size + missed.people.size === 0 || pass === passesMax) return made;
      await fetchMissed(missed);
    }
  };
}

interface Missed {
  readonly texts: Set<TextId>;
  readonly people: Set<PersonId>;
}

function readers(
  texts: LRUCache<TextId, FieldTexts | typeof gone>,
  names: LRUCache<PersonId, string>,
  missed: Missed,
): Pick<Lookups, 'name' | 'texts'> {
  return {
    texts: (ref) => {
      const found = texts.get(ref.id);
      if (found === undefined) missed.texts.add(ref.id);
      return found === undefined || found === gone ? null : found;
    },
    name: (personId) => {
      const found = names.get(personId);
      if (found === undefined) missed.people.add(personId);
      return found ?? '';
    },
  };
}
