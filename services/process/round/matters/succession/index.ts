// What the calendar does to a round while it runs: bodies are followed by others, mandates run out (PROCESS.md §3). Each is
// entered in the record once, with the answers that are set aside; who counts is asked of the electorate, day by day, and
// never of this.
import { unchanged } from '../../../decision';
import type { MatterRules } from '../matter';
import { daysFrom } from '../../../months';
import { endedBodies, endedMandates, lapsedOf, passedOf } from './ended';
import { renewalsWanted } from './ending';
import { seatsWanted } from './vacancies';

export const succession: MatterRules<'succession'> = {
  begin: { passed: {}, lapsed: {} },
  decide: () => unchanged,
  evolve(slice, { event, at }) {
    switch (event.type) {
      case 'BodySucceeded': {
        const { type: _, ...passed } = event;
        return { ...slice, passed: { ...slice.passed, [event.bodyId]: { ...passed, at } } };
      }
      case 'MandateLapsed': {
        const { type: _, ...lapsed } = event;
        return { ...slice, lapsed: { ...slice.lapsed, [event.mandateId]: { ...lapsed, at } } };
      }
      default:
        return slice;
    }
  },
  outstanding: (round, date) => [...seatsWanted(round, date), ...renewalsWanted(round, date)],
  /** Nothing is entered for a round that has not begun. */
  settle(round, { now, calendar }) {
    const day = { date: calendar.dateOf(now), calendar };
    return [
      ...endedBodies(round, day).map((body) => ({ type: 'BodySucceeded' as const, ...passedOf(round, body, day) })),
      ...endedMandates(round, day).map((mandate) => ({
        type: 'MandateLapsed' as const,
        ...lapsedOf(round, mandate, day),
      })),
    ];
  },
  /** The first moment of the day after each last day. */
  moments({ electorate }, calendar) {
    const lastDays = [...Object.values(electorate.bodies), ...Object.values(electorate.mandates)].flatMap(
      ({ validTo }) => validTo ?? [],
    );
    return [...new Set(lastDays)].map((day) => calendar.instantOf(daysFrom(day, 1), '00:00'));
  },
  holdsBack: () => false,
};
