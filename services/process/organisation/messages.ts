// What can be asked of the organisation, what can happen to it, and why something is refused.
import type { LocalDate } from '../calendar';
import type { Body } from '../definition/schema';
import type { BodyId, MandateId, PersonId } from '../ids';
import type { ChannelBinding, Mandate } from './state';

export type OrganisationCommand =
  /** Enters bodies that are not known yet and revises those that differ; used by set-up and by a definition's own bodies. */
  | { readonly type: 'RegisterBodies'; readonly bodies: readonly Body[] }
  | { readonly type: 'GiveMandate'; readonly mandate: Mandate }
  | { readonly type: 'EndMandate'; readonly mandateId: MandateId; readonly lastDay: LocalDate }
  | { readonly type: 'NameSubstitute'; readonly mandateId: MandateId; readonly personId: PersonId | null }
  | { readonly type: 'NamePreparers'; readonly mandateId: MandateId; readonly personIds: readonly PersonId[] }
  | { readonly type: 'BindChannel'; readonly bodyId: BodyId; readonly channel: ChannelBinding };

export type OrganisationEvent =
  | { readonly type: 'BodyRegistered'; readonly body: Body }
  | { readonly type: 'MandateGiven'; readonly mandate: Mandate }
  | { readonly type: 'MandateEnded'; readonly mandateId: MandateId; readonly lastDay: LocalDate }
  | { readonly type: 'SubstituteNamed'; readonly mandateId: MandateId; readonly personId: PersonId | null }
  | { readonly type: 'PreparersNamed'; readonly mandateId: MandateId; readonly personIds: readonly PersonId[] }
  | { readonly type: 'ChannelBound'; readonly bodyId: BodyId; readonly channel: ChannelBinding };

export type OrganisationRefusal =
  | { readonly name: 'NotSecretariat' }
  | { readonly name: 'UnknownBody'; readonly bodyId: BodyId }
  | { readonly name: 'UnknownMandate'; readonly mandateId: MandateId }
  | { readonly name: 'MandateExists'; readonly mandateId: MandateId }
  | { readonly name: 'ValidityReversed'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly name: 'SubstituteIsHolder' }
  | { readonly name: 'ChannelTaken'; readonly bodyId: BodyId };
