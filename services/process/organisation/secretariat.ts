// Who is of the secretariat: it keeps the organisation and the handbook (DESIGN.md §1). Reads only.
import type { LocalDate } from '../calendar';
import type { PersonId } from '../ids';
import { bodiesOf, mandatesOf } from '../round/queries';
import type { OrganisationState, Role } from './state';

/** Bodies of this kind are secretariats; a definition says which of them runs its rounds. */
export const SECRETARIAT_KIND = 'secretariat';

const working: ReadonlySet<Role> = new Set<Role>(['chair', 'deputyChair', 'member']);

/** Who holds a seat that counts in a secretariat on that day, each once, sorted. */
export function secretariatOf(
  organisation: Pick<OrganisationState, 'bodies' | 'mandates'>,
  date: LocalDate,
): readonly PersonId[] {
  const bodies = bodiesOf(organisation, [`kind:${SECRETARIAT_KIND}`], date);
  const holders = mandatesOf(organisation, bodies, date)
    .filter(({ role }) => working.has(role))
    .map(({ holder }) => holder);
  return [...new Set(holders)].sort();
}
