// The fingerprint of a process definition: what a round carries beside it (DESIGN.md §3).
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Definition } from '../services/process/definition/schema';

/** sha256 over the canonical JSON of the definition, in hex. */
export function definitionHash(definition: Definition): string {
  return createHash('sha256')
    .update(canonicalize(definition) ?? '')
    .digest('hex');
}
