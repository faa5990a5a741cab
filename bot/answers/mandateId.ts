// The id of a seat that is given: it follows from what the seat is, so that a press that is sent again, because its answer
// was lost, gives one seat and not two. Two seats would be two votes.
import { createHash } from 'node:crypto';
import type { MandateId } from '../../services/process/ids';
import { as } from '../../services/process/ids';
import type { Mandate, OrganisationState } from '../../services/process/organisation/state';

/**
 * The same for the same seat, as long as the one before it has not been ended: whoever comes back after that gets a new
 * mandate, and his earlier answers stay with the old one.
 */
export function mandateIdOf(
  organisation: Pick<OrganisationState, 'mandates'>,
  seat: Omit<Mandate, 'id' | 'substitute' | 'preparers'>,
): MandateId {
  const { bodyId, role, holder, speaksFor, validFrom, validTo } = seat;
  const ended = Object.values(organisation.mandates).filter(
    (other) =>
      other.bodyId === bodyId &&
      other.role === role &&
      other.holder === holder &&
      other.speaksFor === speaksFor &&
      other.validFrom === validFrom &&
      other.validTo !== validTo,
  ).length;
  const what = JSON.stringify([bodyId, role, holder, speaksFor, validFrom, validTo, ended]);
  const hex = createHash('sha256').update(what).digest('hex');
  return as<MandateId>(
    [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-'),
  );
}
