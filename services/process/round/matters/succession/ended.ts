// What has ended since the round began and is not in its record yet, and what that means for open tasks. Look-ups only.
import type { Calendar, LocalDate } from '../../../calendar';
import type { Body } from '../../../definition/schema';
import type { BodyId, MandateId, TaskId } from '../../../ids';
import type { Mandate } from '../../../organisation/state';
import { bodyOn, existsOn } from '../../../organisation/successors';
import { rulesOf } from '../../kinds';
import { appointedBy } from '../../kinds/appoint';
import { isTaken, seatsIn } from '../../kinds/appoint/work';
import { settingsOf } from '../../kinds/kind';
import { bodiesOf, mandatesOf, taskDefinition, taskDefinitions } from '../../queries';
import type { NetworkKey, RoundState, Task } from '../../state';
import type { Lapsed, Passed, SetAside } from './state';

export interface Day {
  readonly date: LocalDate;
  readonly calendar: Calendar;
}

/** Bodies whose last day lies between the round's start and yesterday. What ended before it began was known to it. */
export function endedBodies(round: RoundState, { date, calendar }: Day): readonly Body[] {
  const first = calendar.dateOf(round.startsAt);
  return Object.values(round.electorate.bodies).filter(
    ({ id, validTo }) => isWithin(validTo ?? null, first, date) && round.matters.succession.passed[id] === undefined,
  );
}

/** Mandates that ran out by their own date, while body and organisation stand. A term renewed runs out once more later. */
export function endedMandates(round: RoundState, { date, calendar }: Day): readonly Mandate[] {
  const first = calendar.dateOf(round.startsAt);
  const { bodies, mandates } = round.electorate;
  const stands = (id: BodyId | null): boolean => {
    const body = id === null ? undefined : bodies[id];
    return body === undefined || existsOn(body, date);
  };
  return Object.values(mandates)
    .filter(({ validTo }) => isWithin(validTo, first, date))
    .filter(({ bodyId, speaksFor }) => stands(bodyId) && stands(speaksFor))
    .filter(({ id, validTo }) => round.matters.succession.lapsed[id]?.lastDay !== validTo);
}

function isWithin(lastDay: LocalDate | null, first: LocalDate, date: LocalDate): boolean {
  return lastDay !== null && lastDay >= first && lastDay < date;
}

export function passedOf(round: RoundState, body: Body, day: Day): Passed {
  const lastDay = body.validTo ?? day.date;
  const own = (mandate: Mandate): boolean => mandate.bodyId === body.id || mandate.speaksFor === body.id;
  return {
    bodyId: body.id,
    successor: bodyOn(round.electorate.bodies, body.id, day.date)?.id ?? null,
    lastDay,
    tasks: unclosed(round)
      .filter(({ id }) => tookPart(round, id, body, lastDay))
      .map(({ id }) => id),
    setAside: setAsideIn(round, lastDay, day, own),
    nominations: Object.values(round.nominations)
      .filter(({ onBehalfOf, status }) => onBehalfOf.includes(body.id) && status !== 'withdrawn')
      .map(({ id }) => id)
      .sort(),
    seats: seatsOf(round, body.id, lastDay),
  };
}

export function lapsedOf(round: RoundState, mandate: Mandate, day: Day): Lapsed {
  const lastDay = mandate.validTo ?? day.date;
  return {
    mandateId: mandate.id,
    lastDay,
    setAside: setAsideIn(round, lastDay, day, ({ id }) => id === mandate.id),
  };
}

function unclosed(round: RoundState): readonly Task[] {
  return taskDefinitions(round).flatMap(({ id }) => {
    const task = round.tasks[id];
    return task === undefined || task.status === 'closed' ? [] : [task];
  });
}

/** On its last day the body was a party of the task, or somebody spoke for it there. */
function tookPart(round: RoundState, taskId: TaskId, body: Body, lastDay: LocalDate): boolean {
  const parties = bodiesOf(round.electorate, taskDefinition(round, taskId)?.bodies ?? [], lastDay);
  const speaking = mandatesOf(round.electorate, parties, lastDay).some(({ speaksFor }) => speaksFor === body.id);
  return parties.includes(body.id) || speaking;
}

/**
 * Ballots of those mandates in open tasks. A task whose deadline had passed by the last day closes as of then, with the seats
 * of that day, so its answers stand.
 */
function setAsideIn(
  round: RoundState,
  lastDay: LocalDate,
  { calendar }: Day,
  own: (mandate: Mandate) => boolean,
): readonly SetAside[] {
  return unclosed(round).flatMap((task): readonly SetAside[] => {
    if (task.status !== 'open' || task.work.family !== 'ballots') return [];
    const definition = taskDefinition(round, task.id);
    const isLateRefused = definition !== undefined && settingsOf(definition, rulesOf(task.kind)).late === 'refused';
    const isOver = isLateRefused && task.deadlineAt !== null && calendar.dateOf(task.deadlineAt) <= lastDay;
    const given = (Object.keys(task.work.ballots) as MandateId[]).filter((id) => {
      const mandate = round.electorate.mandates[id];
      return mandate !== undefined && own(mandate);
    });
    return isOver || given.length === 0 ? [] : [{ taskId: task.id, mandateIds: given.sort() }];
  });
}

function seatsOf(round: RoundState, bodyId: BodyId, date: LocalDate): number {
  const appointing = unclosed(round).filter(({ kind }) => kind === 'appoint');
  return appointing.reduce((sum, task) => {
    const networks = Object.keys(seatsIn(task.work)) as NetworkKey[];
    const taken = networks.flatMap((network) => appointedBy(bodyId, network, { round, task, date }).filter(isTaken));
    return sum + taken.length;
  }, 0);
}
