// What a tie leads to before the task can end: a lot, or a new ballot (PROCESS.md §3: two against two must not stand still).
// Counts nothing itself.
import type { RoundEvent } from '../../events';
import type { EndMoment, TaskView } from '../kind';
import type { CollegialKind } from './choices';
import { choicesIn, countOf, voteOf } from './count';
import { isEnough } from './end';
import { isShut } from './secret';
import { ballotsIn } from './work';

type View = TaskView<CollegialKind>;

/** A second tie stands: those who have voted twice alike will do so a third time, and then it is for people to talk. */
const NEW_BALLOTS_MAX = 1;

/** The lot's seed, a new ballot, or nothing; `wait` for the tick that brings the seed. */
export function beforeEnd(view: View, moment: EndMoment): readonly RoundEvent[] | 'wait' {
  if (isShut(view)) return 'wait';
  const { tie } = view.definition.rule;
  if ((tie !== 'lot' && tie !== 'newBallot') || !isTied(view)) return [];
  const taskId = view.task.id;
  const { lot, earlier } = ballotsIn(view.task);
  if (tie === 'lot') {
    if (lot !== null) return [];
    return moment.seed === null ? 'wait' : [{ type: 'LotDrawn', taskId, seed: moment.seed }];
  }
  // Taken up again, the task has its one new ballot anew.
  const since = earlier.slice(earlier.findLastIndex(({ why }) => why === 'returned') + 1);
  const held = since.filter(({ why }) => why === 'tied').length;
  if (held >= NEW_BALLOTS_MAX) return [];
  const deadlineAt = newDeadline(view, moment);
  return [{ type: 'NewBallotCalled', taskId, why: 'tied', deadlineAt }];
}

/** When a new ballot ends: as many working days on as the rule says, else as the first one lasted. */
export function newDeadline({ definition }: View, { now, calendar }: Pick<EndMoment, 'now' | 'calendar'>): string {
  return calendar.deadlineAfter(now, definition.rule.newBallotDays ?? definition.workingDays);
}

/** True for a vote that would end with equal numbers; one that somebody wants a meeting on goes there. */
function isTied(view: View): boolean {
  if (view.definition.kind === 'rank') return false;
  const count = countOf(view);
  const vote = voteOf(view, count.seats);
  if (vote.outcome !== 'tied' || !isEnough(view, count, vote)) return false;
  return !choicesIn(view, count.seats).includes('wantsMeeting');
}
