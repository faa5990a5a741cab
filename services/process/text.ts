// How a commit speaks of free text without holding it (DESIGN.md §4, erasure): by id and salted hash.
import type { FieldId, TextId } from './ids';

/**
 * The free texts of one command, kept in `texts` under `id`; `hash` is sha256 over the salt and the canonical JSON of
 * the fields. `fields` names what was filled, so the rules can ask for a reason without ever seeing it.
 */
export interface TextsRef {
  readonly id: TextId;
  readonly hash: string;
  readonly fields: readonly FieldId[];
}

/** True when `field` was filled in. */
export function has(texts: TextsRef | null, field: FieldId): boolean {
  return texts !== null && texts.fields.includes(field);
}
