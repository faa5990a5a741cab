// The end of a lease as an instant. Leases compare instants as texts; the empty text means "free" and sorts first.
// The time comes from the caller: there is no clock here.
import type { Instant } from '../process/calendar';

export const free = '';

export function leaseEnd(now: Instant, leaseMs: number): Instant {
  return new Date(Date.parse(now) + leaseMs).toISOString();
}
