// Who a notice is for: the person behind an address, with his language. Reads only.
import type { Viewer } from '../../cards/view';
import type { PersonId } from '../process/ids';
import { as } from '../process/ids';
import type { ComposeParts } from './compose';
import { personOf } from './digestDays';

/** Null for an address of nobody we know (any more). */
export async function viewerBehind(
  parts: Pick<ComposeParts, 'people' | 'languageOf'>,
  addressKey: string,
): Promise<Viewer | null> {
  const personId = as<PersonId>(personOf(addressKey));
  const person = (await parts.people.read([personId])).get(personId);
  return person === undefined ? null : { personId, language: parts.languageOf(person) };
}
