// Who was chosen in a people picker: known by Entra id, entered when new.
import type { PersonId } from '../../services/process/ids';
import type { Turn } from './turn';

/** The person behind an Entra id of the people picker, entered when new; the name comes with his first word to us. */
export async function pickedPerson(turn: Turn, aadObjectId: string): Promise<PersonId> {
  const known = await turn.parts.people.byAadObjectId(aadObjectId);
  return (known ?? (await turn.parts.people.meet({ aadObjectId, tenantId: turn.parts.tenantId, name: '' }))).id;
}
