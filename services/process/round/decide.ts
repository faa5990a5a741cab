// What a command leads to: checks that hold for every task in one place, then the kind's own rules, then what follows.
// Pure: who and when come in the context, and rights come only from the round's own electorate (DESIGN.md §3).
import type { Context } from '../context';
import { accepted, refused, type Decision } from '../decision';
import type { TaskId } from '../ids';
import type { RoundCommand } from './commands';
import { evolve } from './evolve';
import type { RoundEvent } from './events';
import { concerns, type TaskCommand } from './kinds';
import { advance } from './lifecycle/advance';
import { callSubstitute } from './lifecycle/call-substitute';
import { closeRound } from './lifecycle/close-round';
import { closeTask } from './lifecycle/close-task';
import { extendDeadline } from './lifecycle/extend-deadline';
import { followOrganisation } from './lifecycle/follow-organisation';
import { openBox } from './lifecycle/open-box';
import { pauseRound, resumeRound } from './lifecycle/pause';
import { startRound } from './lifecycle/start-round';
import { decideMatter } from './matters';
import type { MatterCommand } from './matters/messages';
import type { RoundRefusal } from './refusals';
import { settle, type Overdue } from './settle';
import type { RoundState } from './state';
import { ask, isLate, today } from './view';

export type RoundDecision = Decision<RoundEvent, RoundRefusal>;

/**
 * Decides a command. Accepted events hold all that follows from it: closings, openings, the round's own end.
 * Never throws for anything a person or a card can send.
 */
export function decide(command: RoundCommand, state: RoundState | null, context: Context): RoundDecision {
  const decision = ownDecision(command, state, context);
  if (decision.kind !== 'accepted') return decision;
  const by = context.actor.kind === 'person' ? context.actor.personId : null;
  const fold = (from: RoundState | null, events: readonly RoundEvent[]): RoundState | null =>
    events.reduce<RoundState | null>((folded, event) => evolve(folded, { event, by, at: context.now }), from);
  const decided = fold(state, decision.events);
  if (decided === null) return decision;
  const followed = settle(decided, context, overdueAfter(command), seedOf(command));
  const events = [...decision.events, ...followed];
  return accepted(...events, ...closeRound(command, fold(decided, followed) ?? decided));
}

function ownDecision(command: RoundCommand, state: RoundState | null, context: Context): RoundDecision {
  if (command.type === 'StartRound') return startRound(command, state, context);
  if (state === null) return refused({ name: 'UnknownRound' });
  switch (command.type) {
    case 'FollowOrganisation':
      return followOrganisation(command, state, context);
    case 'Advance':
      return advance(command, state, context);
    case 'OpenBox':
      return openBox(command, state, context);
    case 'ExtendDeadline':
      return extendDeadline(command, state, context);
    case 'PauseRound':
      return pauseRound(command, state, context);
    case 'ResumeRound':
      return resumeRound(state, context);
    case 'CloseTask':
      return closeTask(command, state, context);
    case 'CallSubstitute':
      return callSubstitute(command, state, context);
    case 'SendForBacking':
    case 'BackNomination':
    case 'ReturnNomination':
    case 'ReviseNomination':
    case 'WithdrawNomination':
    case 'CastBallot':
    case 'RecordAnswer':
    case 'ProposeSelection':
    case 'GiveAssessment':
    case 'KeepAssessment':
    case 'OpenSecondRound':
    case 'MakeRemark':
    case 'GiveStatement':
    case 'DraftConclusion':
    case 'SignConclusions':
    case 'ProposeGroups':
    case 'ConfirmGroups':
    case 'UndoGroups':
    case 'ReturnGroups':
    case 'AppointMember':
    case 'AnswerAppointment':
    case 'WithdrawAppointment':
    case 'SubmitDocument':
    case 'AgreeToDocument':
    case 'RemarkOnDocument':
    case 'WriteReason':
    case 'Publish':
      return decideTask(command, state, context);
    default:
      return decideMatter(command satisfies MatterCommand, state, context);
  }
}

/** A command to one task: the round runs, the task is there, of the right kind, open and not late; then its kind decides. */
function decideTask(command: TaskCommand, state: RoundState, context: Context): RoundDecision {
  if (state.status === 'closed') return refused({ name: 'RoundClosed' });
  if (state.status === 'paused') return refused({ name: 'RoundPaused' });
  const taskId = taskIdOf(command, state);
  if (taskId === null) return refused({ name: 'UnknownNomination' });
  const asked = ask(state, taskId, today(context));
  if (asked === null) return refused({ name: 'UnknownTask' });
  const { task, definition } = asked.view;
  if (!concerns(command.type, definition.kind)) return refused({ name: 'NotThisTask', taskId });
  if (task.status === 'waiting') return refused({ name: 'TaskNotOpen', taskId });
  if (task.status === 'closed') return refused({ name: 'TaskClosed', taskId });
  if (asked.late === 'refused' && isLate(state, task, context.now)) {
    return refused({ name: 'DeadlinePassed', taskId, deadlineAt: task.deadlineAt ?? context.now });
  }
  return asked.rules.decide(command, asked.view, context);
}

/** Commands about a nomination belong to the task it was nominated in; null for a nomination nobody knows. */
function taskIdOf(command: TaskCommand, state: RoundState): TaskId | null {
  if ('taskId' in command) return command.taskId;
  return state.nominations[command.nominationId]?.taskId ?? null;
}

/** Only a tick brings one: a lot is drawn from what stood in the record when everyone had answered. */
function seedOf(command: RoundCommand): string | null {
  return command.type === 'Advance' ? (command.seed ?? null) : null;
}

function overdueAfter(command: RoundCommand): Overdue {
  if (command.type === 'Advance') return 'all';
  return 'taskId' in command ? command.taskId : null;
}
