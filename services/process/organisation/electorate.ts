// What of the organisation counts in a round: the bodies of its definition with their successors, and their mandates.
// The shell hands it to `StartRound` and `FollowOrganisation`; the round then follows nothing else (DESIGN.md §3).
import type { Definition } from '../definition/schema';
import type { Electorate } from '../round/state';
import type { OrganisationState } from './state';
import { lineOf } from './successors';

/**
 * Bodies as the organisation knows them now, else as the definition says; with every body that follows them. Mandates of
 * these bodies, whatever their dates: which are in force is asked day by day, so a mandate of Region Østdanmark that
 * begins on 1 January 2027 is there before, and counts from then on, when those of its predecessors no longer do.
 */
export function electorateFor(definition: Definition, organisation: OrganisationState): Electorate {
  const known = { ...Object.fromEntries(definition.bodies.map((body) => [body.id, body])), ...organisation.bodies };
  const bodies = new Map(definition.bodies.flatMap(({ id }) => lineOf(known, id)).map((body) => [body.id, body]));
  const mandates = Object.values(organisation.mandates).filter(({ bodyId }) => bodies.has(bodyId));
  return {
    bodies: Object.fromEntries(bodies),
    mandates: Object.fromEntries(mandates.map((mandate) => [mandate.id, mandate])),
  };
}
