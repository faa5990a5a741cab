// The collegial kinds: agree, consider, vote, approve, rank. One answer per seat, counted by the task's own rule.
import { refused } from '../../../decision';
import { answererOf, seatsOf } from '../../queries';
import type { KindRules, Outstanding, TaskView } from '../kind';
import { castBallot } from './cast';
import type { CollegialKind } from './choices';
import { voteOf, countOf } from './count';
import { end, standing } from './end';
import { hasNothingToSelect, heldOutOf, proposersOf, proposeSelection } from './propose';
import { recordAnswer } from './record';
import { hasAnswered, isHeldOut, isSecret, votedIn } from './secret';
import { beforeEnd } from './ties';
import { isInTurn, isSeatDone, isSettledAgainst, waitingSeats } from './turns';
import { isTouched, missingFor } from './voices';
import {
  ballotedAgain,
  ballotsIn,
  evolveBallots,
  hasProposal,
  isTakenToMeeting,
  noBallots,
  returnedBallots,
} from './work';

type View = TaskView<CollegialKind>;

const rules: Omit<KindRules<CollegialKind>, 'closes' | 'late'> = {
  begin: () => noBallots,
  decide(command, view, context) {
    if (command.type === 'CastBallot') return castBallot(command, view, context);
    if (command.type === 'RecordAnswer') return recordAnswer(command, view, context);
    if (command.type === 'ProposeSelection') return proposeSelection(command, view, context);
    return refused({ name: 'NotThisTask', taskId: view.task.id });
  },
  evolve: evolveBallots,
  returned: returnedBallots,
  again: ballotedAgain,
  outstanding,
  complete,
  beforeEnd,
  end,
  standing,
};

/** agree, consider, approve: an approval waits as long as it must, and closes with the last answer. */
export const whenAnswered: KindRules<CollegialKind> = { ...rules, closes: 'whenAnswered', late: 'accepted' };

/** vote, rank: nobody learns how it stands by being last, so it ends at its deadline and not before. */
export const atDeadline: KindRules<CollegialKind> = { ...rules, closes: 'atDeadline', late: 'refused' };

/** Whoever answers for a seat without a ballot; before that, whoever proposes what is voted on. */
function outstanding(view: View): readonly Outstanding[] {
  // Until the meeting nobody answers in writing; the secretariat is asked for it (matters/meetings).
  if (hasNothingToSelect(view) || isTakenToMeeting(view.task)) return [];
  const proposers = proposersOf(view);
  if (proposers.length > 0 && !hasProposal(view.task)) {
    const able = proposers.filter(({ holder }) => heldOutOf(view, holder).length === 0);
    return able.map((mandate) => act(mandate.holder, mandate, 'proposal'));
  }
  const wanted = view.definition.kind === 'rank' ? 'ranking' : 'ballot';
  const waiting = new Set(waitingSeats(view).map(({ id }) => id));
  const seats = seatsOf(view.round, view.definition, view.date).filter(({ id }) => !waiting.has(id));
  if (isTouched(view) && !isSecret(view.definition)) {
    return seats.flatMap((mandate) => [...missingFor(view, mandate).keys()].map((id) => act(id, mandate, wanted)));
  }
  return seats
    .filter((mandate) => !hasAnswered(view.task, mandate.id) && !isHeldOut(view, answererOf(view.task, mandate)))
    .map((mandate) => act(answererOf(view.task, mandate), mandate, wanted));
}

function act(
  personId: Outstanding['personId'],
  mandate: { readonly id: NonNullable<Outstanding['mandateId']>; readonly bodyId: Outstanding['bodyId'] },
  wanted: Outstanding['wanted'],
): Outstanding {
  return { personId, mandateId: mandate.id, bodyId: mandate.bodyId, wanted, left: 1, total: 1, nominationIds: [] };
}

/** Every seat has answered, or as many have approved as are needed. By hand means that only a hand closes it. */
function complete(view: View): boolean {
  if (view.definition.closes === 'byHand' || isTakenToMeeting(view.task)) return false;
  if (hasNothingToSelect(view)) return true;
  const { ballots, instead } = ballotsIn(view.task);
  const seats = seatsOf(view.round, view.definition, view.date);
  if (seats.length === 0 || Object.keys({ ...ballots, ...instead }).length + votedIn(view.task).length === 0)
    return false;
  if (seats.every((mandate) => isSeatDone(view, mandate))) return true;
  const { rule } = view.definition;
  if (isInTurn(view) && isSettledAgainst(view, voteOf(view, countOf(view).seats))) return true;
  return rule.method === 'approval' && rule.needs !== 'all' && voteOf(view, countOf(view).seats).outcome === 'carried';
}
