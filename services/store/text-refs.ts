// Finds references to texts in events, whatever events they are: by their shape (id, hash, fields), because neither the
// sweep nor the verification knows what the events mean.
import type { TextsRef } from '../process/text';

/** All references to texts inside a parsed JSON value. */
export function textRefsOf(value: unknown): readonly TextsRef[] {
  const found: TextsRef[] = [];
  const unseen: unknown[] = [value];
  while (unseen.length > 0) {
    const next = unseen.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (isTextsRef(next)) found.push(next);
    else unseen.push(...(Object.values(next) as unknown[]));
  }
  return found;
}

function isTextsRef(value: object): value is TextsRef {
  if (Object.keys(value).length !== 3) return false;
  const { id, hash, fields } = value as { id?: unknown; hash?: unknown; fields?: unknown };
  return typeof id === 'string' && typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash) && Array.isArray(fields);
}
