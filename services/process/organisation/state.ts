// The organisation: bodies, their mandates and channels, as a fold of its own stream (DESIGN.md §3). A round never reads
// it; it follows it by commits of its own (`OrganisationFollowed`).
import type { LocalDate } from '../calendar';
import type { Body } from '../definition/schema';
import type { BodyId, MandateId, PersonId } from '../ids';

/** `contact` backs nominations and appoints for a region or society; `observer` sees and never counts (PROCESS.md §3). */
export type Role = 'chair' | 'deputyChair' | 'member' | 'contact' | 'observer';

/** A seat in a body: who holds it, for which organisation it speaks, who may stand in or prepare. */
export interface Mandate {
  readonly id: MandateId;
  readonly bodyId: BodyId;
  readonly role: Role;
  readonly holder: PersonId;
  /** The organisation the seat speaks for ("Du svarer for Region X"); null where it speaks for nobody but itself. */
  readonly speaksFor: BodyId | null;
  readonly substitute: PersonId | null;
  readonly preparers: readonly PersonId[];
  /** First and last day in force; null is without limit. */
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
}

/** A body's standard channel in Teams: ids only, how to reach it is no business of the record. */
export interface ChannelBinding {
  readonly teamId: string;
  readonly channelId: string;
}

export interface OrganisationState {
  readonly seq: number;
  readonly bodies: Readonly<Record<BodyId, Body>>;
  readonly mandates: Readonly<Record<MandateId, Mandate>>;
  readonly channels: Readonly<Record<BodyId, ChannelBinding>>;
  /** How often each seat has had its substitute or preparers named: the basis of the next time. */
  readonly namings: Readonly<Record<MandateId, number>>;
}

export const emptyOrganisation: OrganisationState = { seq: 0, bodies: {}, mandates: {}, channels: {}, namings: {} };
