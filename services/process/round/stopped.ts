// Open tasks that stand still because nobody is left who could go on with them: everyone with a part has left, is held out, or
// has answered without it being enough. The secretariat is told, so that no process stops unseen (DESIGN.md §9). Reads only.
import type { LocalDate } from '../calendar';
import { isUntouched } from './lifecycle/reopening';
import { isTakenToMeeting } from './kinds/ballots/work';
import type { OutstandingTask } from './outstanding';
import { isSecretariat, mandatesOf, taskDefinitions } from './queries';
import type { RoundState } from './state';
import { ask, type Asked } from './view';

/**
 * Tasks nobody is asked anything in, neither by themselves nor by a matter that hangs on them, although they have not ended.
 * `told` is everything that is outstanding besides.
 */
export function stoppedTasks(
  round: RoundState,
  date: LocalDate,
  told: readonly OutstandingTask[],
): readonly OutstandingTask[] {
  const moving = new Set(told.map(({ taskId }) => taskId));
  const office = mandatesOf(round.electorate, [round.definition.secretariat], date).filter(({ holder }) =>
    isSecretariat(round, holder, date),
  );
  return taskDefinitions(round).flatMap(({ id }) => {
    const asked = moving.has(id) || round.tasks[id]?.status !== 'open' ? null : ask(round, id, date);
    if (asked === null || !standsStill(asked)) return [];
    const { deadlineAt, deadlineSetAt, deadlineRevision } = asked.view.task;
    const entries = office.map(({ holder, bodyId, id: mandateId }) => ({
      personId: holder,
      mandateId,
      bodyId,
      wanted: 'stopped' as const,
      left: 1,
      total: 1,
      nominationIds: [],
    }));
    return [{ taskId: id, matter: 'stopped', deadlineAt, deadlineSetAt, deadlineRevision, entries }];
  });
}

/**
 * A form that anybody may fill in asks nobody by name, a task that is closed by hand waits for that hand, and one that has all
 * its answers waits for its deadline, if it ends with that.
 */
function standsStill({ rules, view, closes }: Asked): boolean {
  const { task, definition, date } = view;
  if (definition.kind === 'nominate' || closes === 'byHand' || isTakenToMeeting(task)) return false;
  if (!rules.complete(view)) return true;
  // A box is opened by the next tick after its last vote; until its time is up nothing is said of it.
  const isBox = 'visibility' in definition && definition.visibility === 'secret';
  // What was taken up again ends with what stands once somebody has touched it.
  if (closes === 'whenAnswered' && !isBox) return !isUntouched(task);
  return task.deadlineAt !== null && task.deadlineAt.slice(0, 10) < date;
}
