// The identity of a wish: the same click, redelivered under whatever activity id, has the same commandId (DESIGN.md §4).
// Free text enters only as a digest keyed by the actor's own salt, so that nobody can guess it from the record.
import { createHmac } from 'node:crypto';
import { actorName, canonical, sha256 } from './commit-format';
import type { FieldTexts, Request } from './ports';

/** Keys the digests of texts the system writes; it has no privacy, so a constant will do. */
export const systemSalt = 'trinvis-system';

/** sha256 over the canonical JSON of [actor, verb, subject, basis, input, textsDigest]. */
export function commandIdOf(request: Request<unknown>, textsDigest: string | null): string {
  const { actor, verb, subject, basis, input } = request;
  return sha256(canonical([actorName(actor), verb, subject, basis, input ?? null, textsDigest]));
}

/** HMAC-SHA-256 of the canonical fields under the actor's salt. */
export function digestTexts(texts: FieldTexts, salt: string): string {
  return createHmac('sha256', salt).update(canonical(texts)).digest('hex');
}

/** The fields that were filled in, or null when none was. */
export function filled(texts: FieldTexts | null): FieldTexts | null {
  if (texts === null) return null;
  const fields = Object.entries(texts).filter(([, text]) => text !== '');
  return fields.length === 0 ? null : (Object.fromEntries(fields) as FieldTexts);
}
