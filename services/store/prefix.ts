// Keys are paths of ids, so "all below" is a range of texts: no regular expression, which would need escaping.
// Works for keys of ASCII, which all of ours are.

/** Sorts after every character our keys are made of. */
const afterAll = '\uffff';

/** A filter for keys that begin with `prefix`. */
export function startingWith(prefix: string): { readonly $gte: string; readonly $lt: string } {
  return { $gte: prefix, $lt: prefix + afterAll };
}
