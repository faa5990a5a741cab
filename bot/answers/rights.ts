// Who may administer: members of a secretariat in the organisation, and before there is one, those the operator named.
// Rights inside a round come from its own electorate, by the rules; this is for what stands outside any round.
import type { Calendar } from '../../services/process/calendar';
import type { Actor } from '../../services/process/context';
import type { OrganisationState } from '../../services/process/organisation/state';
import { emptyOrganisation } from '../../services/process/organisation/state';
import { secretariatOf } from '../../services/process/organisation/secretariat';
import { organisationCalendarOf } from '../organisationCalendar';
import { organisationStream } from '../parts';
import type { Turn } from './turn';

export async function organisationOf(turn: Turn): Promise<OrganisationState> {
  return (await turn.parts.organisation.read(organisationStream))?.state ?? emptyOrganisation;
}

export function organisationCalendar(turn: Turn): Calendar {
  return organisationCalendarOf(turn.parts.definitions, turn.parts.calendarOf);
}

export async function mayAdminister(turn: Turn): Promise<boolean> {
  return (await administrator(turn)) !== null;
}

/**
 * In whose name a person administers: his own as a member of a secretariat; the system's while there is none in the
 * record and the operator's configuration names him; null for everyone else.
 */
export async function administrator(turn: Turn): Promise<Actor | null> {
  const members = secretariatOf(await organisationOf(turn), organisationCalendar(turn).dateOf(turn.now));
  if (members.includes(turn.person.id)) return { kind: 'person', personId: turn.person.id };
  const bootstrapping = members.length === 0 && turn.parts.secretariat.includes(turn.person.aadObjectId);
  return bootstrapping ? { kind: 'system' } : null;
}
