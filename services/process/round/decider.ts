// The round as a decider, as the shell needs it: the calendar comes from the round's own definition.
// How settings become a calendar is handed in by the composition root, because it needs a library of holidays.
import type { Calendar, CalendarSettings, Instant } from '../calendar';
import type { Actor } from '../context';
import type { RoundCommand } from './commands';
import { decide, type RoundDecision } from './decide';
import type { Recorded, RoundEvent } from './events';
import { evolve } from './evolve';
import type { RoundState } from './state';

/** Fits `Decider` of services/store/ports.ts, which the rules do not know. */
export interface RoundDecider {
  readonly kind: 'round';
  readonly initial: RoundState | null;
  decide(
    command: RoundCommand,
    state: RoundState | null,
    context: { readonly actor: Actor; readonly now: Instant },
  ): RoundDecision;
  evolve(state: RoundState | null, recorded: Recorded<RoundEvent>): RoundState;
}

export type CalendarOf = (settings: CalendarSettings) => Calendar;

export function roundDecider(calendarOf: CalendarOf): RoundDecider {
  return {
    kind: 'round',
    initial: null,
    decide(command, state, context) {
      const definition = command.type === 'StartRound' ? command.definition : state?.definition;
      if (definition === undefined) return { kind: 'refused', refusal: { name: 'UnknownRound' } };
      return decide(command, state, { ...context, calendar: calendarOf(definition.calendar) });
    },
    evolve,
  };
}
