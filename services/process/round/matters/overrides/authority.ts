// Who may override, and who may be the second: two different people, at least one of them of the secretariat. Reads only.
import type { LocalDate } from '../../../calendar';
import type { BodyId, PersonId, TaskId } from '../../../ids';
import type { Mandate } from '../../../organisation/state';
import { bodiesOf, isSecretariat, mandatesOf, taskDefinition, taskDefinitions } from '../../queries';
import type { RoundState } from '../../state';
import type { Change, Override } from './state';

/** A seat whose holder may be the second person. */
export interface Second {
  readonly personId: PersonId;
  readonly bodyId: BodyId;
}

/** The task a change hangs on: its own, else the first that is open, else the first. */
export function taskOfChange(round: RoundState, change: Change): TaskId | null {
  if ('taskId' in change) return change.taskId;
  const tasks = taskDefinitions(round);
  return (tasks.find(({ id }) => round.tasks[id]?.status === 'open') ?? tasks[0])?.id ?? null;
}

/**
 * Who may confirm: every other member of the secretariat, and the chair and deputy of a body the change concerns (where it
 * has none, its members), so that a secretariat of one person is not stuck. Never who proposed it, and never who would get a seat by it.
 */
export function secondsOf(
  round: RoundState,
  { change, by }: Pick<Override, 'change' | 'by'>,
  date: LocalDate,
): readonly Second[] {
  const concerned = bodiesOfChange(round, change, date);
  const chairs = concerned.flatMap((bodyId) => voicesIn(round, bodyId, date));
  const office = mandatesOf(round.electorate, [round.definition.secretariat], date).filter(({ holder }) =>
    isSecretariat(round, holder, date),
  );
  const seen = new Set<PersonId>([by, ...(change.kind === 'replacePerson' ? [change.personId] : [])]);
  return [...office, ...chairs].flatMap(({ holder, bodyId }) => {
    if (seen.has(holder)) return [];
    seen.add(holder);
    return [{ personId: holder, bodyId }];
  });
}

function voicesIn(round: RoundState, bodyId: BodyId, date: LocalDate): readonly Mandate[] {
  const mandates = mandatesOf(round.electorate, [bodyId], date);
  const chairs = mandates.filter(({ role }) => role === 'chair' || role === 'deputyChair');
  return chairs.length > 0 ? chairs : mandates.filter(({ role }) => role === 'member');
}

/** The bodies whose matter it is: those of the task, of the seat, or of every task where the process itself changes. */
export function bodiesOfChange(round: RoundState, change: Change, date: LocalDate): readonly BodyId[] {
  if (change.kind === 'replacePerson') {
    const mandate = round.electorate.mandates[change.mandateId];
    return mandate === undefined ? [] : [mandate.bodyId];
  }
  const tasks = change.kind === 'amend' ? taskDefinitions(round) : [taskDefinition(round, change.taskId)];
  const parties = tasks.flatMap((task) => task?.bodies ?? []);
  return bodiesOf(round.electorate, [...new Set(parties)], date);
}
