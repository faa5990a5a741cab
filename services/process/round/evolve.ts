// The fold of a round: what each event makes of the state. Decides nothing, computes no time, and never changes what it is
// given. Each kind folds its own work; nominations and groups are folded here, because every later task reads them.
import type { RoundEvent, Recorded } from './events';
import {
  deadlineExtended,
  nominationsSelected,
  organisationFollowed,
  roundClosed,
  roundStarted,
  substituteCalled,
  taskClosed,
  taskOpened,
} from './evolve/lifecycle';
import { conclusionsSigned, groupsConfirmed, nominationChanged, nominationSent } from './evolve/nominations';
import { definitionAmended, personReplaced } from './evolve/overrides';
import { taskReopened } from './evolve/reopening';
import { workOf } from './evolve/tasks';
import { withMatters } from './matters';
import { joined } from './matters/joining';
import { mergeUndone, nominationsMerged } from './matters/merging/fold';
import type { MatterEvent } from './matters/messages';
import type { RoundState } from './state';

/**
 * The state after an event.
 * @throws Error when anything but `RoundStarted` comes first: a stream like that was never written by us.
 */
export function evolve(state: RoundState | null, recorded: Recorded<RoundEvent>): RoundState {
  const { event } = recorded;
  if (event.type === 'RoundStarted') return roundStarted(event);
  if (state === null) throw new Error(`${event.type} before RoundStarted`);
  return withMatters(evolveIn(state, recorded), recorded);
}

function evolveIn(state: RoundState, recorded: Recorded<RoundEvent>): RoundState {
  const { event, at } = recorded;
  switch (event.type) {
    case 'RoundStarted':
      return state;
    case 'OrganisationFollowed':
      return organisationFollowed(state, event);
    case 'TaskOpened':
      return taskOpened(state, event, at);
    case 'TaskClosed':
      return taskClosed(state, event, recorded.by);
    case 'TaskReopened':
      return taskReopened(state, event, at);
    case 'DeadlineExtended':
      return deadlineExtended(state, event, at);
    case 'RoundPaused':
      return { ...state, status: 'paused', pausedAt: at };
    case 'RoundResumed':
      return { ...state, status: 'running', pausedAt: null };
    case 'SubstituteCalled':
      return substituteCalled(state, event);
    case 'NominationsSelected':
      return nominationsSelected(state, event);
    case 'RoundClosed':
      return roundClosed(state, event);
    case 'NominationSentForBacking':
      return nominationSent(state, event, recorded);
    case 'NominationBacked':
    case 'NominationSubmitted':
    case 'NominationReturned':
    case 'NominationRevised':
    case 'NominationWithdrawn':
      return nominationChanged(state, event, recorded);
    case 'JoinAnswered':
      return joined(state, event);
    case 'NominationsMerged':
      return nominationsMerged(state, event);
    case 'MergeUndone':
      return mergeUndone(state, event);
    case 'ConclusionsSigned':
      return workOf(conclusionsSigned(state, event), event.taskId, recorded);
    case 'SecondRoundOpened':
      return workOf(deadlineExtended(state, event, at), event.taskId, recorded);
    case 'GroupsConfirmed':
      return workOf(groupsConfirmed(state, event), event.taskId, recorded);
    case 'NewBallotCalled':
      return workOf(deadlineExtended(state, event, at), event.taskId, recorded);
    case 'DecidedAtMeeting':
    case 'BallotCast':
    case 'BoxOpened':
    case 'LotDrawn':
    case 'SelectionProposed':
    case 'AssessmentGiven':
    case 'AssessmentKept':
    case 'AssessorsAssigned':
    case 'RemarkMade':
    case 'StatementGiven':
    case 'ConclusionDrafted':
    case 'GroupsProposed':
    case 'GroupsUndone':
    case 'GroupsReturned':
    case 'MemberAppointed':
    case 'AppointmentAnswered':
    case 'AppointmentWithdrawn':
    case 'DocumentSubmitted':
    case 'DocumentAgreed':
    case 'DocumentRemarked':
    case 'ReasonWritten':
    case 'Published':
      return workOf(state, event.taskId, recorded);
    case 'PersonReplaced':
      return personReplaced(state, event);
    case 'DefinitionAmended':
      return definitionAmended(state, event);
    default:
      event satisfies MatterEvent;
      return state;
  }
}
