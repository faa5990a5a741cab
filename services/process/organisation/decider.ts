// The organisation as a decider, as the shell needs it. It has no calendar of its own: what day it is where its people
// work is handed in by the composition root.
import type { Instant, LocalDate } from '../calendar';
import type { Actor } from '../context';
import type { PersonId } from '../ids';
import { decideOrganisation, type OrganisationDecision } from './decide';
import { evolveOrganisation } from './evolve';
import type { OrganisationCommand, OrganisationEvent } from './messages';
import { emptyOrganisation, type OrganisationState } from './state';

/** Fits `Decider` of services/store/ports.ts, which the rules do not know. */
export interface OrganisationDecider {
  readonly kind: 'organisation';
  readonly initial: OrganisationState;
  decide(
    command: OrganisationCommand,
    state: OrganisationState,
    context: { readonly actor: Actor; readonly now: Instant },
  ): OrganisationDecision;
  evolve(
    state: OrganisationState,
    recorded: { readonly event: OrganisationEvent; readonly by: PersonId | null; readonly at: Instant },
  ): OrganisationState;
}

export function organisationDecider(dateOf: (at: Instant) => LocalDate): OrganisationDecider {
  return {
    kind: 'organisation',
    initial: emptyOrganisation,
    decide: (command, state, { actor, now }) => decideOrganisation(command, state, { actor, date: dateOf(now) }),
    evolve: (state, { event }) => evolveOrganisation(state, event),
  };
}
