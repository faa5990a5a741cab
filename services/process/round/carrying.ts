// What one round leaves for the next where its nominators wish it: drafts never sent, and nominations its deadline left without
// their backing. Look-ups; nothing is carried over by itself.
import type { Instant } from '../calendar';
import type { PersonId, TaskId } from '../ids';
import { taskDefinitions } from './queries';
import type { Nomination, RoundState } from './state';

/** The task in which a round takes new nominations from everyone at `now`; null where there is none. */
export function taskTaking(round: RoundState, now: Instant): TaskId | null {
  if (round.status !== 'running' || round.definition.form === undefined) return null;
  const taking = taskDefinitions(round).find((definition) => {
    const task = round.tasks[definition.id];
    const isOpen = task?.status === 'open' && (task.deadlineAt === null || now <= task.deadlineAt);
    return definition.kind === 'nominate' && definition.openToAll && isOpen;
  });
  return taking?.id ?? null;
}

/** True once the task takes no more nominations. */
export function isOver(round: RoundState, taskId: TaskId): boolean {
  return round.status === 'closed' || round.tasks[taskId]?.status === 'closed';
}

/** A person's nominations that were sent and never submitted before their task closed. */
export function lateNominations(round: RoundState, personId: PersonId): readonly Nomination[] {
  return Object.values(round.nominations).filter(
    (nomination) => nomination.nominators.includes(personId) && isLateNomination(round, nomination),
  );
}

export function isLateNomination(round: RoundState, nomination: Nomination): boolean {
  const isWaiting = nomination.status === 'awaitingBacking' || nomination.status === 'returned';
  return isWaiting && nomination.submittedAt === null && isOver(round, nomination.taskId);
}
