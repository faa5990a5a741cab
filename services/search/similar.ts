// Which of some short Danish texts are about the same thing: words without endings, å and aa alike, one mistyped letter
// forgiven. Compares words only; whether two nominations are the same is for people.
import MiniSearch from 'minisearch';
import { stemmer } from '@orama/stemmers/danish';

export interface Described {
  readonly id: string;
  readonly title: string;
  /** Other short texts: disease area, indications, specialties. */
  readonly more: string;
}

/** From this share of what a text scores against itself, two are worth a look; found by trying pairs a reader would join. */
const alikeFrom = 0.4;

/** Words that say nothing of what a nomination is about. */
const empty = new Set([
  'og',
  'i',
  'hos',
  'med',
  'af',
  'for',
  'til',
  'ved',
  'på',
  'en',
  'et',
  'den',
  'der',
  'som',
  'eller',
]);

export interface Alike {
  readonly id: string;
  /** The words of `wanted` that are in both, as they are written there, in their order. */
  readonly words: readonly string[];
}

/** Those most like `wanted`, best first, at most `most`; empty where nothing is alike. */
export function similarTo(wanted: Described, others: readonly Described[], most: number): readonly string[] {
  return alikeTo(wanted, others, most).map(({ id }) => id);
}

/** The same, each with what is alike. */
export function alikeTo(wanted: Described, others: readonly Described[], most: number): readonly Alike[] {
  const index = new MiniSearch<Described>({
    fields: ['title', 'more'],
    processTerm: term,
    searchOptions: { boost: { title: 2 }, fuzzy: (word) => (word.length > 6 ? 1 : false) },
  });
  index.addAll([{ ...wanted, id: '' }, ...others]);
  const found = index.search(`${wanted.title} ${wanted.more}`);
  const own = found.find(({ id }) => id === '')?.score ?? Infinity;
  return found
    .filter(({ id, score }) => id !== '' && score >= own * alikeFrom)
    .slice(0, most)
    .map(({ id, queryTerms }) => ({ id: String(id), words: wordsOf(wanted, new Set(queryTerms)) }));
}

/** Words are cut out as the index cuts them: at everything that is neither letter nor number. */
function wordsOf({ title, more }: Described, terms: ReadonlySet<string>): readonly string[] {
  const words = `${title} ${more}`.split(/[^\p{L}\p{N}]+/u);
  const found = words.filter((word) => terms.has(term(word) ?? ''));
  return [...new Map(found.map((word) => [term(word), word.toLocaleLowerCase('da')])).values()];
}

/** A word as it is compared; null for one that says nothing. */
function term(word: string): string | null {
  const plain = word.toLocaleLowerCase('da');
  if (plain.length < 2 || empty.has(plain)) return null;
  return stemmer(plain.replaceAll('aa', 'å').replaceAll('ae', 'æ').replaceAll('oe', 'ø'));
}
