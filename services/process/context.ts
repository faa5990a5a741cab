// What comes in with every command from outside the rules: who, when, and the calendar. The rules have no clock of their own.
import type { Calendar, Instant } from './calendar';
import type { PersonId } from './ids';

/** Who acts: a person known to `people`, or the system itself (a tick, the follow-up of a closed round). */
export type Actor = { readonly kind: 'person'; readonly personId: PersonId } | { readonly kind: 'system' };

export interface Context {
  readonly actor: Actor;
  /** When the command was received at the edge; for a tick, the tick's own time. UTC. */
  readonly now: Instant;
  /** The calendar of the round's definition (working days, holidays, time zone). */
  readonly calendar: Calendar;
}
