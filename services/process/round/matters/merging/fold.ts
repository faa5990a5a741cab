// What a merge makes of the round: the merged nominations leave the lists, and what was said of them goes on with the one
// that stays; undone, all of it goes back. Decides nothing.
import type { NominationId } from '../../../ids';
import type { RoundEvent } from '../../events';
import type { Assessments, Nomination, Remark, RoundState, Task, Work } from '../../state';

type Event<Type extends RoundEvent['type']> = Extract<RoundEvent, { type: Type }>;

export function nominationsMerged(state: RoundState, event: Event<'NominationsMerged'>): RoundState {
  const { into, from, parties } = event;
  const nominations = withParties(state, into, parties, from, 'merged');
  return { ...state, nominations, tasks: eachTask(state, (work) => carried(work, into, from)) };
}

export function mergeUndone(state: RoundState, event: Event<'MergeUndone'>): RoundState {
  const { into, from, parties } = event;
  const nominations = withParties(state, into, parties, from, 'submitted');
  return { ...state, nominations, tasks: eachTask(state, (work) => givenBack(work, into, from)) };
}

function withParties(
  { nominations }: RoundState,
  into: NominationId,
  parties: Event<'NominationsMerged'>['parties'],
  from: readonly NominationId[],
  status: Nomination['status'],
): RoundState['nominations'] {
  const changed = { ...nominations };
  const target = nominations[into];
  if (target !== undefined) changed[into] = { ...target, ...parties };
  for (const id of from) {
    const nomination = nominations[id];
    if (nomination !== undefined) changed[id] = { ...nomination, status };
  }
  return changed;
}

function eachTask({ tasks }: RoundState, change: (work: Work) => Work): RoundState['tasks'] {
  return Object.fromEntries(
    Object.values(tasks).map((task): [string, Task] => {
      const work = change(task.work);
      return [task.id, work === task.work ? task : { ...task, work }];
    }),
  );
}

function carried(work: Work, into: NominationId, from: readonly NominationId[]): Work {
  if (work.family === 'assessments') return { ...work, given: assessmentsCarried(work.given, into, from) };
  if (work.family !== 'statements') return work;
  const moved = (remark: Remark): Remark =>
    remark.nominationId !== null && from.includes(remark.nominationId)
      ? { ...remark, nominationId: into, madeOn: remark.nominationId }
      : remark;
  return { ...work, remarks: work.remarks.map(moved) };
}

/** A seat that has assessed the one that stays is not asked twice; else its assessment of a merged one counts for it. */
function assessmentsCarried(given: Assessments, into: NominationId, from: readonly NominationId[]): Assessments {
  const carriedOver = from
    .toReversed()
    .flatMap((id) =>
      Object.entries(given[id] ?? {}).map(([mandateId, one]) => [mandateId, { ...one, givenOn: id }] as const),
    );
  if (carriedOver.length === 0) return given;
  return { ...given, [into]: { ...Object.fromEntries(carriedOver), ...given[into] } };
}

function givenBack(work: Work, into: NominationId, from: readonly NominationId[]): Work {
  if (work.family === 'assessments') {
    const kept = Object.entries(work.given[into] ?? {}).filter(
      ([, { givenOn }]) => givenOn === undefined || !from.includes(givenOn),
    );
    return { ...work, given: { ...work.given, [into]: Object.fromEntries(kept) } };
  }
  if (work.family !== 'statements') return work;
  const back = (remark: Remark): Remark => {
    const { madeOn, ...rest } = remark;
    return madeOn !== undefined && from.includes(madeOn) ? { ...rest, nominationId: madeOn } : remark;
  };
  return { ...work, remarks: work.remarks.map(back) };
}
