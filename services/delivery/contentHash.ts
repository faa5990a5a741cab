// Tells whether a card on screen is still the card that ought to be there.
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Message } from './messenger';

/** sha256 over the canonical JSON of a message, in hex. */
export function contentHash(message: Message): string {
  return createHash('sha256')
    .update(canonicalize(message) ?? '')
    .digest('hex');
}
