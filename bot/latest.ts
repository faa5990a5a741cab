// A value read from the database at most once in a moment, however many ask for it.

/**
 * How old the value may be. The organisation counts in a round only from a commit of the round's own, so a change that
 * another process made is followed this much later at most; our own is followed at once.
 */
const keptForMs = 500;

export interface Latest<Value> {
  read(): Promise<Value>;
  /** The next reader asks the database again. */
  forget(): void;
}

export function createLatest<Value>(fetch: () => Promise<Value>): Latest<Value> {
  let kept: { readonly value: Promise<Value>; readonly until: number } | null = null;
  return {
    read: async () => {
      if (kept === null || performance.now() > kept.until) {
        const value = fetch();
        const entry = { value, until: performance.now() + keptForMs };
        kept = entry;
        value.catch(() => {
          if (kept === entry) kept = null;
        });
      }
      return kept.value;
    },
    forget: () => {
      kept = null;
    },
  };
}
