// What follows by itself from the votes on conflicts and from time: a ruling once enough have voted, and others who rule
// where too few did. Who they are is people.ts, and how votes become a ruling is ruling.ts.
import type { LocalDate } from '../../../calendar';
import type { Context } from '../../../context';
import type { RoundEvent } from '../../events';
import type { RoundState } from '../../state';
import { closingAt } from '../../view';
import { chairOf, decidersOf, type Decider } from './people';
import { rulingOf } from './ruling';
import { conflictsIn, isOpenConflict } from './standing';
import type { Conflict, PassedOnTo } from './state';

/** For whoever has to rule in place of others: less would be no time to think, and somebody is held out meanwhile. */
const PASSED_ON_DAYS = 2;

/** All that is ready now, counted against the same state, so that no ruling depends on which was counted first. */
export function rulings(
  round: RoundState,
  { now, calendar }: Pick<Context, 'now' | 'calendar'>,
): readonly RoundEvent[] {
  const open = conflictsIn(round).filter(isOpenConflict);
  if (open.length === 0) return [];
  const date = calendar.dateOf(now);
  return open.flatMap((conflict): RoundEvent[] => {
    const ruling = rulingOf(conflict, judgesOf(round, conflict, date), isOver(conflict, now));
    if (ruling === null) return [];
    const { personId, nominationId } = conflict;
    return [{ type: 'ConflictRuled', personId, nominationId, ...ruling }];
  });
}

/** Whoever of the secretariat answers first rules alone: it was asked because others did not, and nobody has to wait twice. */
function judgesOf(round: RoundState, conflict: Conflict, date: LocalDate): readonly Decider[] {
  const deciders = decidersOf(round, conflict, date);
  if (conflict.passedOn?.to !== 'secretariat') return deciders;
  const givenAt = ({ personId }: Decider): string => conflict.votes[personId]?.at ?? '';
  const [first] = deciders
    .filter((one) => givenAt(one) !== '')
    .toSorted((left, right) => (givenAt(left) < givenAt(right) ? -1 : 1));
  return first === undefined ? deciders : [first];
}

/** An answer under way at the deadline still counts, as in tasks. */
function isOver(conflict: Conflict, now: string): boolean {
  return (closingAt(conflict) ?? now) <= now;
}

/**
 * What too few have ruled on in time goes to the chair or deputy, and what he leaves goes to the secretariat, which has no
 * deadline that anything follows from: the person stays held out until somebody has answered.
 */
export function passedOn(
  round: RoundState,
  { now, calendar }: Pick<Context, 'now' | 'calendar'>,
): readonly RoundEvent[] {
  const late = conflictsIn(round).filter(
    (conflict) => isOpenConflict(conflict) && conflict.passedOn?.to !== 'secretariat' && isOver(conflict, now),
  );
  if (late.length === 0) return [];
  const date = calendar.dateOf(now);
  const deadlineAt = calendar.deadlineAfter(now, PASSED_ON_DAYS);
  return (['chair', 'secretariat'] as const).flatMap((to): RoundEvent[] => {
    const conflicts = late
      .filter((conflict) => nextOf(round, conflict, date) === to)
      .map(({ personId, nominationId }) => ({ personId, nominationId }));
    return conflicts.length === 0 ? [] : [{ type: 'RulingsPassedOn', conflicts, to, deadlineAt }];
  });
}

/** The chair, unless he has had his turn, or leads alone already, or there is none. */
function nextOf(round: RoundState, conflict: Conflict, date: LocalDate): PassedOnTo {
  const isTurned = conflict.passedOn !== undefined || round.definition.impartiality?.ruledBy === 'chair';
  const chair = chairOf(decidersOf(round, conflict, date).map(({ mandate }) => mandate));
  return isTurned || chair === null ? 'secretariat' : 'chair';
}
