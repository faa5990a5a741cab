// Seats that end soon with nobody after them: told to the secretariat and asked of whoever appoints in good time, so that a term is renewed, or a successor
// named, before a task has to wait for it (PROCESS.md §3).
import type { LocalDate } from '../../../calendar';
import type { PersonId, TaskId } from '../../../ids';
import { daysFrom } from '../../../months';
import type { Mandate, Role } from '../../../organisation/state';
import { bodyOn } from '../../../organisation/successors';
import type { OutstandingTask } from '../../outstanding';
import { bodiesOf, countingRoles, isSecretariat, mandatesOf, taskDefinitions } from '../../queries';
import type { RoundState } from '../../state';

/** Renewing a seat needs a meeting or a letter: a month is time for either, and no more than people keep in mind. */
const WARNED_DAYS = 30;

/** Those who speak for an organisation to others. */
const speaking: ReadonlySet<Role> = new Set<Role>(['chair', 'deputyChair', 'contact']);

export interface Ending {
  readonly mandate: Mandate;
  readonly lastDay: LocalDate;
}

/** Counting seats of the task's bodies that end within the month, where nobody sits in their place the day after. */
export function endingsIn(round: RoundState, taskId: TaskId, date: LocalDate): readonly Ending[] {
  const definition = taskDefinitions(round).find(({ id }) => id === taskId);
  const bodies = definition === undefined ? [] : bodiesOf(round.electorate, definition.bodies, date);
  return mandatesOf(round.electorate, bodies, date)
    .filter(({ role }) => countingRoles.has(role))
    .flatMap((mandate) => {
      const lastDay = lastDayOf(round, mandate);
      const isSoon = lastDay !== null && lastDay <= daysFrom(date, WARNED_DAYS);
      return isSoon && !isFollowed(round, mandate, lastDay) ? [{ mandate, lastDay }] : [];
    });
}

/** The seat's own last day, or that of the organisation it speaks for. */
function lastDayOf({ electorate }: RoundState, { validTo, speaksFor }: Mandate): LocalDate | null {
  const organisation = speaksFor === null ? undefined : electorate.bodies[speaksFor];
  return [validTo, organisation?.validTo].filter((day) => day !== null && day !== undefined).sort()[0] ?? null;
}

function isFollowed({ electorate }: RoundState, mandate: Mandate, lastDay: LocalDate): boolean {
  const day = daysFrom(lastDay, 1);
  const speaksFor = mandate.speaksFor === null ? null : (bodyOn(electorate.bodies, mandate.speaksFor, day)?.id ?? null);
  return mandatesOf(electorate, [mandate.bodyId], day).some(
    (other) => other.role === mandate.role && other.speaksFor === speaksFor && isNew(other, mandate, speaksFor),
  );
}

/** A seat that speaks for nobody is followed only by one that begins when it ends: other members are no successors. */
function isNew(other: Mandate, mandate: Mandate, speaksFor: Mandate['speaksFor']): boolean {
  return speaksFor !== null || (other.validFrom !== null && other.validFrom > (mandate.validFrom ?? ''));
}

/**
 * Who appoints to seats: those who speak for the organisation each speaks for, with how many of its seats end. Whoever sits in
 * a seat is not asked about it: he may be, but somebody else has to say so.
 */
export function appointersOf(
  round: RoundState,
  endings: readonly Ending[],
  date: LocalDate,
): readonly { readonly personId: PersonId; readonly seats: number }[] {
  const seats = new Map<PersonId, number>();
  for (const { mandate } of endings) {
    if (mandate.speaksFor === null) continue;
    const voices = mandatesOf(round.electorate, [mandate.speaksFor], date).filter(({ role }) => speaking.has(role));
    for (const holder of new Set(voices.map((voice) => voice.holder))) {
      if (holder !== mandate.holder) seats.set(holder, (seats.get(holder) ?? 0) + 1);
    }
  }
  return [...seats]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([personId, count]) => ({ personId, seats: count }));
}

/** One line per open task and body in the secretariat's digests; told once, as long as nobody is named. */
export function renewalsWanted(round: RoundState, date: LocalDate): readonly OutstandingTask[] {
  const people = mandatesOf(round.electorate, [round.definition.secretariat], date)
    .map(({ holder }) => holder)
    .filter((personId) => isSecretariat(round, personId, date));
  return taskDefinitions(round).flatMap(({ id }) => {
    const endings = round.tasks[id]?.status === 'open' ? endingsIn(round, id, date) : [];
    if (endings.length === 0) return [];
    const bodies = [...new Set(endings.map(({ mandate }) => mandate.bodyId))];
    const entries = bodies.flatMap((bodyId) => {
      const ending = endings.filter(({ mandate }) => mandate.bodyId === bodyId);
      const asking = (personId: PersonId, wanted: 'renewal' | 'renewalAsked', left: number) => ({
        personId,
        mandateId: null,
        bodyId,
        wanted,
        left,
        total: left,
        nominationIds: [],
      });
      const office = [...new Set(people)].sort().map((personId) => asking(personId, 'renewal', ending.length));
      const appointing = appointersOf(round, ending, date).filter(({ personId }) => !people.includes(personId));
      return [...office, ...appointing.map(({ personId, seats }) => asking(personId, 'renewalAsked', seats))];
    });
    return [{ taskId: id, matter: 'renewals', deadlineAt: null, deadlineSetAt: null, deadlineRevision: 0, entries }];
  });
}
