// The fold of the organisation's stream. `seq` counts its events: a round remembers how far it has followed.
import { never } from '../decision';
import type { MandateId } from '../ids';
import type { OrganisationEvent } from './messages';
import type { Mandate, OrganisationState } from './state';

export function evolveOrganisation(state: OrganisationState, event: OrganisationEvent): OrganisationState {
  return { ...change(state, event), seq: state.seq + 1 };
}

function change(state: OrganisationState, event: OrganisationEvent): OrganisationState {
  switch (event.type) {
    case 'BodyRegistered':
      return { ...state, bodies: { ...state.bodies, [event.body.id]: event.body } };
    case 'MandateGiven':
      return { ...state, mandates: { ...state.mandates, [event.mandate.id]: event.mandate } };
    case 'MandateEnded':
      return withMandate(state, event.mandateId, { validTo: event.lastDay });
    case 'SubstituteNamed':
      return named(withMandate(state, event.mandateId, { substitute: event.personId }), event.mandateId);
    case 'PreparersNamed':
      return named(withMandate(state, event.mandateId, { preparers: event.personIds }), event.mandateId);
    case 'ChannelBound':
      return { ...state, channels: { ...state.channels, [event.bodyId]: event.channel } };
    default:
      return never(event);
  }
}

function named(state: OrganisationState, id: MandateId): OrganisationState {
  return { ...state, namings: { ...state.namings, [id]: (state.namings[id] ?? 0) + 1 } };
}

function withMandate(state: OrganisationState, id: MandateId, changed: Partial<Mandate>): OrganisationState {
  const mandate = state.mandates[id];
  if (mandate === undefined) return state;
  return { ...state, mandates: { ...state.mandates, [id]: { ...mandate, ...changed } } };
}
