// The addresses that our cards and letters hold: they lead into Teams, where it is known who asks. Tells nothing itself, not
// even whether there is such a nomination.
import type { TeamsLinks } from '../teamsLinks';
import { numberOf } from '../teamsLinks';
import type { HttpHandler } from './server';

export function openInTeams(links: TeamsLinks): HttpHandler {
  return async ({ params }) => {
    const number = numberOf(params['number'] ?? '');
    const location = number === null ? null : links.chat(number);
    return location === null ? { status: 404 } : { status: 302, headers: { Location: location } };
  };
}
