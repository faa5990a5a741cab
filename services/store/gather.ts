// Gathers look-ups that come in while one is under way into one query: fifty voters at once cost two reads, not fifty.
// Remembers nothing: every answer was read after it was asked for.

/** Looks up one key; missing ones are undefined. `load` gets each key once and answers those it found. */
export function gathered<Key, Value>(
  load: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | undefined> {
  let next: { readonly keys: Set<Key>; readonly found: Promise<ReadonlyMap<Key, Value>> } | null = null;
  let last: Promise<unknown> = Promise.resolve();

  return async (key) => {
    if (next === null) {
      const keys = new Set<Key>();
      const found = last.then(async () => {
        next = null;
        return load([...keys]);
      });
      // The next query waits for this one, however it ends; its failure belongs to those who asked.
      last = found.catch(() => undefined);
      next = { keys, found };
    }
    next.keys.add(key);
    return (await next.found).get(key);
  };
}
