// What may be done to the organisation, and when it is already so. By the secretariat, and by the system while a first
// set-up has no secretariat yet.
import type { LocalDate } from '../calendar';
import type { Actor } from '../context';
import { accepted, never, refused, unchanged, type Decision } from '../decision';
import type { BodyId } from '../ids';
import { same } from '../same';
import type { OrganisationCommand, OrganisationEvent, OrganisationRefusal } from './messages';
import { secretariatOf } from './secretariat';
import type { Mandate, OrganisationState } from './state';

export type OrganisationDecision = Decision<OrganisationEvent, OrganisationRefusal>;

type Command<Type extends OrganisationCommand['type']> = Extract<OrganisationCommand, { type: Type }>;

export interface OrganisationContext {
  readonly actor: Actor;
  /** The local day: the secretariat of that day may act. */
  readonly date: LocalDate;
}

export function decideOrganisation(
  command: OrganisationCommand,
  state: OrganisationState,
  { actor, date }: OrganisationContext,
): OrganisationDecision {
  const mayAct = actor.kind === 'system' || secretariatOf(state, date).includes(actor.personId);
  if (!mayAct) return refused({ name: 'NotSecretariat' });
  switch (command.type) {
    case 'RegisterBodies':
      return registerBodies(command, state);
    case 'GiveMandate':
      return giveMandate(command, state);
    case 'EndMandate':
      return endMandate(command, state);
    case 'NameSubstitute':
      return nameSubstitute(command, state);
    case 'NamePreparers':
      return namePreparers(command, state);
    case 'BindChannel':
      return bindChannel(command, state);
    default:
      return never(command);
  }
}

function registerBodies({ bodies }: Command<'RegisterBodies'>, state: OrganisationState): OrganisationDecision {
  const changed = bodies.filter((body) => !same(body, state.bodies[body.id]));
  for (const { validFrom, validTo } of changed) {
    const reversed = reversal(validFrom ?? null, validTo ?? null);
    if (reversed !== null) return refused(reversed);
  }
  if (changed.length === 0) return unchanged;
  return accepted(...changed.map((body) => ({ type: 'BodyRegistered', body }) as const));
}

/** A mandate is given once; who holds another seat later gets another mandate, so that answers stay with their giver. */
function giveMandate({ mandate }: Command<'GiveMandate'>, state: OrganisationState): OrganisationDecision {
  const known = state.mandates[mandate.id];
  if (known !== undefined) {
    return same(known, mandate) ? unchanged : refused({ name: 'MandateExists', mandateId: mandate.id });
  }
  const refusal =
    unknownBody(mandate.bodyId, state) ??
    (mandate.speaksFor === null ? null : unknownBody(mandate.speaksFor, state)) ??
    reversal(mandate.validFrom, mandate.validTo) ??
    ownSubstitute(mandate, mandate.substitute);
  return refusal === null ? accepted({ type: 'MandateGiven', mandate }) : refused(refusal);
}

function endMandate({ mandateId, lastDay }: Command<'EndMandate'>, state: OrganisationState): OrganisationDecision {
  const mandate = state.mandates[mandateId];
  if (mandate === undefined) return refused({ name: 'UnknownMandate', mandateId });
  if (mandate.validTo === lastDay) return unchanged;
  const reversed = reversal(mandate.validFrom, lastDay);
  return reversed === null ? accepted({ type: 'MandateEnded', mandateId, lastDay }) : refused(reversed);
}

function nameSubstitute(command: Command<'NameSubstitute'>, state: OrganisationState): OrganisationDecision {
  const { mandateId, personId } = command;
  const mandate = state.mandates[mandateId];
  if (mandate === undefined) return refused({ name: 'UnknownMandate', mandateId });
  if (mandate.substitute === personId) return unchanged;
  const refusal = ownSubstitute(mandate, personId);
  return refusal === null ? accepted({ type: 'SubstituteNamed', mandateId, personId }) : refused(refusal);
}

/** Preparers are a set: each once, sorted. */
function namePreparers(command: Command<'NamePreparers'>, state: OrganisationState): OrganisationDecision {
  const { mandateId } = command;
  const mandate = state.mandates[mandateId];
  if (mandate === undefined) return refused({ name: 'UnknownMandate', mandateId });
  const personIds = [...new Set(command.personIds)].sort();
  if (same(personIds, mandate.preparers.toSorted())) return unchanged;
  return accepted({ type: 'PreparersNamed', mandateId, personIds });
}

/** A body has one standard channel, and a channel serves one body. Binding it anew moves it. */
function bindChannel({ bodyId, channel }: Command<'BindChannel'>, state: OrganisationState): OrganisationDecision {
  const refusal = unknownBody(bodyId, state);
  if (refusal !== null) return refused(refusal);
  if (same(state.channels[bodyId], channel)) return unchanged;
  const taken = Object.entries(state.channels).find(([, other]) => other.channelId === channel.channelId);
  if (taken !== undefined && taken[0] !== bodyId) return refused({ name: 'ChannelTaken', bodyId: taken[0] as BodyId });
  return accepted({ type: 'ChannelBound', bodyId, channel });
}

function unknownBody(bodyId: BodyId, state: OrganisationState): OrganisationRefusal | null {
  return state.bodies[bodyId] === undefined ? { name: 'UnknownBody', bodyId } : null;
}

function reversal(from: LocalDate | null, to: LocalDate | null): OrganisationRefusal | null {
  return from !== null && to !== null && to < from ? { name: 'ValidityReversed', from, to } : null;
}

function ownSubstitute(mandate: Mandate, substitute: Mandate['substitute']): OrganisationRefusal | null {
  return substitute === mandate.holder ? { name: 'SubstituteIsHolder' } : null;
}
