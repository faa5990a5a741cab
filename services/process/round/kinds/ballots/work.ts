// The work of collegial tasks: ballots by seat, and the proposal they are about. Reading and folding only.
import type { Instant } from '../../../calendar';
import type { ChoiceId } from '../../../definition/schema';
import type { MandateId, PersonId } from '../../../ids';
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
    case 'DecidedAtMeeting':
      return metBallots(work, event, recorded.by, at);
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

/** True when a member wants a meeting on the task: it is out of written procedure (CARDS.md). */
export function isTakenToMeeting(task: Pick<Task, 'work'> | undefined): boolean {
  if (task === undefined) return false;
  return Object.values(ballotsIn(task).ballots).some(({ choice }) => choice === 'wantsMeeting');
}

type DecidedAtMeeting = Extract<RoundEvent, { type: 'DecidedAtMeeting' }>;

/** The answers of a meeting in place of those given in writing, entered by the secretariat on the body's behalf. */
export function metBallots(
  work: Work,
  { choices, givers, texts }: Pick<DecidedAtMeeting, 'choices' | 'givers' | 'texts'>,
  by: PersonId | null,
  at: Instant,
): Work {
  if (work.family !== 'ballots' || by === null) return work;
  const seats = Object.entries(choices) as [MandateId, ChoiceId][];
  const ballots = seats.map(([id, choice]) => {
    const revision = (work.ballots[id]?.revision ?? 0) + 1;
    const giver = givers?.[id];
    // Whether it counts about a nomination is asked of who gave it, not of who wrote it down.
    const from = giver === undefined ? { by } : { ...giver, enteredBy: by };
    return [id, { choice, texts, tiers: null, order: [], at, revision, ...from }];
  });
  return { ...work, ballots: Object.fromEntries(ballots) as Ballots['ballots'], instead: {} };
}

/** True when there is something to vote on: a proposal that has not been sent back. */
export function hasProposal(task: Pick<Task, 'work'>): boolean {
  const { proposal } = ballotsIn(task);
  return proposal !== null && proposal.returned !== true;
}

/** A proposal that was sent back is made anew, and answered anew; a ranking goes on from the ballots that stand. */
export function returnedBallots(work: Work, at: Instant): Work {
  if (work.family !== 'ballots' || work.proposal === null) return work;
  return { ...work, ...setAside(work, at), proposal: { ...work.proposal, returned: true } };
}

/** A task that waits for its turn anew begins without answers; a card of the first time gives none to the second. */
export function ballotedAgain(work: Work, at: Instant): Work {
  return work.family === 'ballots' ? { ...noBallots, ...setAside(work, at) } : work;
}

/** A secret ballot taken up again is held anew: what was in its box has been counted, and nobody can change his vote. */
export function reballoted(work: Work, at: Instant): Work {
  return work.family === 'ballots' && work.box !== null ? { ...work, ...setAside(work, at) } : work;
}

function setAside({ ballots, earlier }: Ballots, at: Instant) {
  const anew = { ballots: {}, instead: {}, box: null, voted: [], lot: null };
  return { ...anew, earlier: [...earlier, { ballots, why: 'returned' as const, at }] };
}

function answered(work: Ballots, { event, by, at }: Recorded<RoundEvent>): Work {
  // Without a person nobody answered: such an event was never written by us.
  if (by === null) return work;
  if (event.type === 'BallotCast') {
    const { mandateId, ballot, without, givenBy } = event;
    const slot = event.instead === true ? work.instead : work.ballots;
    const revision = (slot?.[mandateId]?.revision ?? 0) + 1;
    const cast: CastBallot = {
      ...ballot,
      by: givenBy ?? by,
      at,
      revision,
      ...(without === undefined ? {} : { without }),
      ...(givenBy === undefined ? {} : { enteredBy: by }),
    };
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
