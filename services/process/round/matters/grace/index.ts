// The grace after a deadline as a matter: given by itself wherever the definition has it, moved with the deadline. What may be
// done in it is decided by the task's kind.
import { refused } from '../../../decision';
import type { Context } from '../../../context';
import type { RoundEvent } from '../../events';
import { definitionOf } from '../../queries';
import type { RoundState } from '../../state';
import type { MatterRules } from '../matter';
import { graceEnd, graceUntil } from './state';

export const grace: MatterRules<'grace'> = {
  begin: {},
  decide: () => refused({ name: 'UnknownTask' }),
  evolve: (slice, { event }) => {
    if (event.type !== 'GraceGiven') return slice;
    const { taskId, deadlineAt, until } = event;
    return { ...slice, [taskId]: { deadlineAt, until } };
  },
  outstanding: () => [],
  settle,
  moments: () => [],
  holdsBack: () => false,
};

/** A deadline that has no grace yet gets it; one of a record from before there was any has run out long ago, and gets none. */
function settle(round: RoundState, { now, calendar }: Pick<Context, 'now' | 'calendar'>): readonly RoundEvent[] {
  return Object.values(round.tasks).flatMap((task): readonly RoundEvent[] => {
    const settings = definitionOf(round, task.id, 'nominate')?.grace;
    if (settings === undefined || task.status !== 'open' || task.deadlineAt === null) return [];
    if (graceUntil(round, task) !== null || task.deadlineAt < now) return [];
    const until = graceEnd(settings, task.deadlineAt, calendar);
    return [{ type: 'GraceGiven', taskId: task.id, deadlineAt: task.deadlineAt, until }];
  });
}
