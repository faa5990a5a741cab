// Counts the results of a round anew, by the rules of this release, from the commits alone, and compares them with what
// was recorded when each task closed. Tells differences; never replaces anything.
import type { CalendarOf } from '../process/round/decider';
import type { RoundEvent } from '../process/round/events';
import { evolve } from '../process/round/evolve';
import { CLOSED_BY_HAND_VERSION } from '../process/round/lifecycle/close-task';
import type { RoundState, TaskResult } from '../process/round/state';
import { ask } from '../process/round/view';
import { canonical, personOf } from '../store/commit-format';
import type { CommitBody } from '../store/commit-format';
import type { Fault } from './check-stream';
import type { Recompute, Recomputed } from './verify';

type TaskClosed = Extract<RoundEvent, { type: 'TaskClosed' }>;

/** For `verifyRecord`, under the kind `round`. */
export function recountRound(calendarOf: CalendarOf): Recompute {
  return (commits) => {
    const faults: Fault[] = [];
    const counts = { same: 0, otherVersion: 0 };
    let state: RoundState | null = null;
    for (const commit of commits) {
      for (const event of commit.events as readonly RoundEvent[]) {
        if (event.type === 'TaskClosed') {
          const verdict = compare(event, expected(event, state, calendarOf));
          if (typeof verdict === 'string') faults.push({ seq: commit.seq, problem: verdict });
          else counts[verdict.is] += 1;
        }
        state = evolve(state, recorded(event, commit));
      }
    }
    return { faults, ...counts } satisfies Recomputed;
  };
}

/** What the rules say of the task as it stood just before it closed; null where they cannot end it. */
function expected(event: TaskClosed, state: RoundState | null, calendarOf: CalendarOf): TaskResult | null {
  if (state === null) return null;
  const asked = ask(state, event.taskId, calendarOf(state.definition.calendar).dateOf(event.asOf));
  return asked?.rules.end(asked.view, event.asOf)?.result ?? null;
}

/** The same, counted by another version of the rule (which this release does not have), or what differs. */
function compare(event: TaskClosed, counted: TaskResult | null): string | { readonly is: 'same' | 'otherVersion' } {
  const { taskId, result } = event;
  if (counted === null) {
    if (result.version === CLOSED_BY_HAND_VERSION) return { is: 'same' };
    return `it closes ${taskId} with a result, but by the rules it could not end`;
  }
  if (counted.version !== result.version) return { is: 'otherVersion' };
  if (canonical(counted) === canonical(result)) return { is: 'same' };
  return `its result of ${taskId} is ${canonical(result)}, counted anew it is ${canonical(counted)}`;
}

function recorded(event: RoundEvent, commit: CommitBody) {
  return { event, by: personOf(commit.actor), at: commit.at };
}
