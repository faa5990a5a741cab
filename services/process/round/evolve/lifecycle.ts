// Folding what happens to the round itself and to its tasks as such: start, organisation, opening, closing, deadlines.
import type { Instant } from '../../calendar';
import type { TaskDefinitionOf } from '../../definition/schema';
import type { MandateId, PersonId } from '../../ids';
import type { LifecycleEvent } from '../events';
import { rulesOf } from '../kinds';
import { beginMatters } from '../matters';
import { taskDefinition, taskDefinitions } from '../queries';
import type { Electorate, Nomination, RoundState, Task } from '../state';
import { asReplaced } from './overrides';
import { withTask } from './tasks';
import { waiting } from './waiting';

type Event<Type extends LifecycleEvent['type']> = Extract<LifecycleEvent, { type: Type }>;

export function roundStarted(event: Event<'RoundStarted'>): RoundState {
  const tasks = taskDefinitions(event);
  const nominating = tasks.find((task) => task.kind === 'nominate');
  const carried = event.carriedOver.map((nomination) => carriedIn(nomination, nominating));
  return {
    id: event.roundId,
    name: event.name,
    status: 'running',
    pausedAt: null,
    startsAt: event.startsAt,
    numbering: { year: event.year, last: 0 },
    definition: event.definition,
    definitionHash: event.definitionHash,
    orgSeq: event.orgSeq,
    electorate: event.electorate,
    tasks: Object.fromEntries(tasks.map((task) => [task.id, waiting(task)])),
    nominations: Object.fromEntries(carried.map((nomination) => [nomination.id, nomination])),
    groups: {},
    matters: beginMatters(),
    previous: event.previous,
    next: null,
  };
}

/**
 * A nomination as it enters the next round: with its number and text, without what the last round concluded. One that
 * had been submitted stays submitted; any other waits for its backing again, and so does one that was decided against and
 * comes back on new information: whoever backs it has read what is new.
 */
function carriedIn(nomination: Nomination, nominating: TaskDefinitionOf<'nominate'> | undefined): Nomination {
  const taskId = nominating?.id ?? nomination.taskId;
  const isAgainst = nomination.decision === 'notSelected' || nomination.conclusion?.outcome === 'notQualified';
  const isBackedAnew = nominating?.backing === true && isAgainst && nomination.newInformation !== undefined;
  const status = nomination.submittedAt === null || isBackedAnew ? 'awaitingBacking' : 'submitted';
  const backedBy = isBackedAnew ? [] : nomination.backedBy;
  return { ...nomination, taskId, status, backedBy, returned: null, conclusion: null, decision: null, groupId: null };
}

export function organisationFollowed(state: RoundState, event: Event<'OrganisationFollowed'>): RoundState {
  const gone = new Set(event.removed);
  const kept = Object.entries(state.electorate.mandates).filter(([id]) => !gone.has(id as MandateId));
  const electorate: Electorate = {
    bodies: { ...state.electorate.bodies, ...Object.fromEntries(event.bodies.map((body) => [body.id, body])) },
    mandates: {
      ...Object.fromEntries(kept),
      ...Object.fromEntries(
        event.mandates.map((mandate) => [mandate.id, asReplaced(mandate, state.matters.overrides)]),
      ),
    },
  };
  const tasks = Object.values(state.tasks).map((task) => withoutLapsedStandIns(task, state.electorate, electorate));
  return {
    ...state,
    orgSeq: event.orgSeq,
    electorate,
    tasks: Object.fromEntries(tasks.map((task) => [task.id, task])),
  };
}

/**
 * A called substitute stands in for one holder, and only while the organisation names him: with a new holder, another
 * substitute or no mandate the call lapses, and whoever holds the seat now answers himself.
 */
function withoutLapsedStandIns(task: Task, before: Electorate, after: Electorate): Task {
  const called = Object.entries(task.standIns) as [MandateId, PersonId][];
  if (task.status === 'closed' || called.length === 0) return task;
  const standing = called.filter(([id, personId]) => {
    const mandate = after.mandates[id];
    return mandate?.substitute === personId && mandate.holder === before.mandates[id]?.holder;
  });
  return standing.length === called.length ? task : { ...task, standIns: Object.fromEntries(standing) };
}

export function taskOpened(state: RoundState, event: Event<'TaskOpened'>, at: Instant): RoundState {
  const definition = taskDefinition(state, event.taskId);
  return withTask(state, event.taskId, (task) => ({
    ...task,
    status: 'open',
    openedAt: at,
    deadlineAt: event.deadlineAt,
    deadlineSetAt: at,
    // What waits for its turn once more was made ready when it was set back.
    work: definition === undefined || task.reopening !== undefined ? task.work : rulesOf(task.kind).begin(definition),
  }));
}

export function taskClosed(state: RoundState, event: Event<'TaskClosed'>, by: PersonId | null): RoundState {
  const { texts } = event;
  return withTask(state, event.taskId, (task) => ({
    ...task,
    status: 'closed',
    closedAt: event.asOf,
    result: event.result,
    ...(texts === null ? {} : { closing: { by, texts } }),
  }));
}

export function deadlineExtended(
  state: RoundState,
  event: Pick<Event<'DeadlineExtended'>, 'taskId' | 'deadlineAt'>,
  at: Instant,
): RoundState {
  return withTask(state, event.taskId, (task) => ({
    ...task,
    deadlineAt: event.deadlineAt,
    deadlineSetAt: at,
    deadlineRevision: task.deadlineRevision + 1,
  }));
}

export function substituteCalled(state: RoundState, event: Event<'SubstituteCalled'>): RoundState {
  return withTask(state, event.taskId, (task) => ({
    ...task,
    standIns: { ...task.standIns, [event.mandateId]: event.personId },
  }));
}

export function nominationsSelected(state: RoundState, event: Event<'NominationsSelected'>): RoundState {
  const nominations = { ...state.nominations };
  for (const [ids, decision] of [
    [event.notSelected, 'notSelected'],
    [event.selected, 'selected'],
  ] as const) {
    for (const id of ids) {
      const nomination = nominations[id];
      if (nomination !== undefined) nominations[id] = { ...nomination, decision };
    }
  }
  return { ...state, nominations };
}

export function roundClosed(state: RoundState, event: Event<'RoundClosed'>): RoundState {
  const nominations = { ...state.nominations };
  for (const id of event.carriedOver) {
    const nomination = nominations[id];
    const told = state.matters.newInformation[id];
    const news = told === undefined ? {} : { newInformation: told.texts };
    if (nomination !== undefined) nominations[id] = { ...nomination, ...news, status: 'carriedOver' };
  }
  return { ...state, status: 'closed', pausedAt: null, next: event.next, nominations };
}
