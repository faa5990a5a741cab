// The work of collegial tasks: ballots by seat, and the proposal they are about. Reading and folding only.
import type { Recorded, RoundEvent } from '../../events';
import type { CastBallot, Task, Work } from '../../state';

export type Ballots = Extract<Work, { family: 'ballots' }>;

export const noBallots: Ballots = {
  family: 'ballots',
  ballots: {},
  earlier: [],
  box: null,
  voted: [],
  lot: null,
  proposal: null,
};

/** The ballots of a task; none for a task of another family. */
export function ballotsIn(task: Pick<Task, 'work'>): Ballots {
  return task.work.family === 'ballots' ? task.work : noBallots;
}

/** Which ballot of the task is held now: how many were held before it. */
export function nthBallot(task: Pick<Task, 'work'>): number {
  return ballotsIn(task).earlier.length;
}

export function evolveBallots(work: Work, recorded: Recorded<RoundEvent>): Work {
  if (work.family !== 'ballots') return work;
  const { event, at } = recorded;
  switch (event.type) {
    case 'BallotCast':
    case 'SelectionProposed':
      return answered(work, recorded);
    case 'NewBallotCalled':
      return {
        ...work,
        ballots: {},
        instead: {},
        box: null,
        lot: null,
        earlier: [...work.earlier, { ballots: work.ballots, why: event.why, at }],
      };
    case 'BoxOpened':
      return { ...work, box: { voted: event.voted, ballots: event.ballots } };
    case 'LotDrawn':
      return { ...work, lot: { seed: event.seed } };
    default:
      return work;
  }
}

function answered(work: Ballots, { event, by, at }: Recorded<RoundEvent>): Work {
  // Without a person nobody answered: such an event was never written by us.
  if (by === null) return work;
  if (event.type === 'BallotCast') {
    const { mandateId, ballot, without } = event;
    const slot = event.instead === true ? work.instead : work.ballots;
    const revision = (slot?.[mandateId]?.revision ?? 0) + 1;
    const cast: CastBallot = { ...ballot, by, at, revision, ...(without === undefined ? {} : { without }) };
    return event.instead === true
      ? { ...work, instead: { ...work.instead, [mandateId]: cast } }
      : { ...work, ballots: { ...work.ballots, [mandateId]: cast } };
  }
  if (event.type === 'SelectionProposed') {
    const revision = (work.proposal?.revision ?? 0) + 1;
    return { ...work, proposal: { nominationIds: event.nominationIds, by, at, revision } };
  }
  return work;
}
