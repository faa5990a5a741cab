// Seats that nobody holds although somebody should: an organisation had a seat in a body and has none now. While a task waits
// for it the secretariat is asked to name somebody, so that no region loses its vote by a date (PROCESS.md §3).
import type { LocalDate } from '../../../calendar';
import type { BodyId, TaskId } from '../../../ids';
import { bodyOn } from '../../../organisation/successors';
import type { OutstandingTask } from '../../outstanding';
import { bodiesOf, countingRoles, isSecretariat, mandatesOf, taskDefinition, taskDefinitions } from '../../queries';
import type { RoundState } from '../../state';

export interface Vacancy {
  /** The body in which a seat is empty. */
  readonly bodyId: BodyId;
  /** Whom the seat should speak for. */
  readonly organisation: BodyId;
}

/**
 * Organisations without a counting seat in a body of the task on `date`, although they, or one they took over from, had one
 * that has ended. Those the round never knew a seat of are not missed.
 */
export function vacanciesIn(round: RoundState, taskId: TaskId, date: LocalDate): readonly Vacancy[] {
  const definition = taskDefinition(round, taskId);
  if (definition === undefined) return [];
  return bodiesOf(round.electorate, definition.bodies, date).flatMap((bodyId) => {
    const inForce = mandatesOf(round.electorate, [bodyId], date).filter(({ role }) => countingRoles.has(role));
    const spokenFor = new Set(inForce.map(({ speaksFor }) => speaksFor));
    const ended = Object.values(round.electorate.mandates).filter(
      (mandate) => mandate.bodyId === bodyId && countingRoles.has(mandate.role) && hasBegun(mandate.validFrom, date),
    );
    const organisations = ended.flatMap(({ speaksFor }) =>
      speaksFor === null ? [] : (bodyOn(round.electorate.bodies, speaksFor, date)?.id ?? []),
    );
    return [...new Set(organisations)]
      .filter((organisation) => !spokenFor.has(organisation))
      .sort()
      .map((organisation) => ({ bodyId, organisation }));
  });
}

function hasBegun(validFrom: LocalDate | null, date: LocalDate): boolean {
  return validFrom === null || validFrom <= date;
}

/** The secretariat names somebody for every empty seat an open task waits for; until the task's own deadline. */
export function seatsWanted(round: RoundState, date: LocalDate): readonly OutstandingTask[] {
  const people = mandatesOf(round.electorate, [round.definition.secretariat], date)
    .map(({ holder }) => holder)
    .filter((personId) => isSecretariat(round, personId, date));
  return taskDefinitions(round).flatMap(({ id }) => {
    const task = round.tasks[id];
    const vacancies = task?.status === 'open' ? vacanciesIn(round, id, date) : [];
    if (task === undefined || vacancies.length === 0) return [];
    const { deadlineAt, deadlineSetAt, deadlineRevision } = task;
    const entries = [...new Set(vacancies.map(({ bodyId }) => bodyId))].flatMap((bodyId) => {
      const left = vacancies.filter((one) => one.bodyId === bodyId).length;
      return [...new Set(people)].sort().map((personId) => ({
        personId,
        mandateId: null,
        bodyId,
        wanted: 'seat' as const,
        left,
        total: left,
        nominationIds: [],
      }));
    });
    return [{ taskId: id, matter: 'seats', deadlineAt, deadlineSetAt, deadlineRevision, entries }];
  });
}
