// What can be wrong with a definition, and how it is said: a path into the file and a sentence for the person who wrote it.
// Owns the words and the hints ("Did you mean …?"); must not know which checks there are.

/** A fault of a definition. `path` is where, as one would write it in code: `steps[2].tasks[0].after[1]`. */
export interface Fault {
  readonly path: string;
  /** One or two sentences: what is wrong, and what to write instead. */
  readonly message: string;
}

export type PathPart = string | number;

/** `['steps', 2, 'after', 0]` as `steps[2].after[0]`; the whole file is `(the file)`. */
export function pathText(parts: readonly PathPart[]): string {
  if (parts.length === 0) return '(the file)';
  return parts.map((part, at) => (typeof part === 'number' ? `[${part}]` : at === 0 ? part : `.${part}`)).join('');
}

/** `a, b and c`. */
export function listed(words: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

/** A list of at most `max` words; the rest is counted, so that a sentence stays a sentence. */
export function some(words: readonly string[], conjunction: 'and' | 'or' = 'and', max = 12): string {
  if (words.length <= max) return listed(words, conjunction);
  return `${words.slice(0, max).join(', ')} and ${words.length - max} more`;
}

/** `Did you mean "rank"?`, when one of the known words is near; else an empty text. Begins with a space. */
export function hint(word: string, known: Iterable<string>): string {
  const near = [...known]
    .map((candidate) => ({ candidate, distance: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance <= Math.ceil(candidate.length / 3))
    .sort((a, b) => a.distance - b.distance);
  const best = near[0];
  return best === undefined ? '' : ` Did you mean "${best.candidate}"?`;
}

/** How many letters must be put in, taken out or replaced to make one word of the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (let i = 1; i <= from.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= to.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (from[i - 1] === to[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
