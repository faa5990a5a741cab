// The matters of a round and their rules: the one place where a matter's name meets its code, and where each command is said
// to belong to one. Knows no rule itself.
import type { Calendar, Instant, LocalDate } from '../../calendar';
import type { Context } from '../../context';
import type { Decision } from '../../decision';
import type { TaskId } from '../../ids';
import type { Recorded, RoundEvent } from '../events';
import type { OutstandingTask } from '../outstanding';
import type { RoundRefusal } from '../refusals';
import type { RoundState } from '../state';
import { following } from './following';
import { downtime } from './downtime';
import { grace } from './grace';
import { impartiality } from './impartiality';
import { internal } from './internal';
import { joining } from './joining';
import type { MatterRules } from './matter';
import type { MatterCommand } from './messages';
import { merging } from './merging';
import { notes } from './notes';
import { questions } from './questions';
import { meetings } from './meetings';
import { obligations } from './obligations';
import { overrides } from './overrides';
import type { MatterName, Matters } from './state';
import { newInformation } from './new-information';
import { succession } from './succession';

/** In the order in which what follows by itself is asked of them. */
const rules: { readonly [Name in MatterName]: MatterRules<Name> } = {
  succession,
  grace,
  newInformation,
  following,
  impartiality,
  internal,
  joining,
  merging,
  notes,
  questions,
  downtime,
  overrides,
  obligations,
  meetings,
};

const matterOf: { readonly [Type in MatterCommand['type']]: MatterName } = {
  TellNewInformation: 'newInformation',
  DeclareInterests: 'impartiality',
  ReportConflict: 'impartiality',
  VoteOnConflicts: 'impartiality',
  FollowNomination: 'following',
  UnfollowNomination: 'following',
  SetInternalDeadline: 'internal',
  AskToJoin: 'joining',
  AnswerJoin: 'joining',
  ProposeMerge: 'merging',
  AnswerMerge: 'merging',
  WithdrawMerge: 'merging',
  UndoMerge: 'merging',
  FileNote: 'notes',
  AskNominator: 'questions',
  AnswerQuestion: 'questions',
  SupplementNomination: 'questions',
  WithdrawQuestion: 'questions',
  CheckNomination: 'questions',
  AskAfterDowntime: 'downtime',
  KeepDeadline: 'downtime',
  CallMeeting: 'meetings',
  RecordAttendance: 'meetings',
  DecideAtMeeting: 'meetings',
  CloseMeeting: 'meetings',
  AssignObligation: 'obligations',
  ReportObligation: 'obligations',
  CheckObligation: 'obligations',
  ProposeOverride: 'overrides',
  ConfirmOverride: 'overrides',
  DeclineOverride: 'overrides',
};

/** One matter's rules among all: the compiler cannot know that a name and its slice come from the same line. */
const all = Object.entries(rules) as unknown as readonly [MatterName, MatterRules<MatterName>][];

/** The matters of a round that has just begun. */
export function beginMatters(): Matters {
  return Object.fromEntries(all.map(([name, { begin }]) => [name, begin])) as unknown as Matters;
}

export function decideMatter(
  command: MatterCommand,
  round: RoundState,
  context: Context,
): Decision<RoundEvent, RoundRefusal> {
  const { type }: { readonly type: MatterCommand['type'] } = command;
  const own: MatterRules<MatterName> = rules[matterOf[type]];
  return own.decide(command, round, context);
}

/** The round with its matters folded; the same round where none of them has changed. */
export function withMatters(round: RoundState, recorded: Recorded<RoundEvent>): RoundState {
  let matters = round.matters;
  for (const [name, own] of all) {
    const slice = own.evolve(matters[name], recorded, round);
    if (slice !== matters[name]) matters = { ...matters, [name]: slice };
  }
  return matters === round.matters ? round : { ...round, matters };
}

/** The next events that follow by themselves from one of the matters; empty when nothing does. */
export function settleMatters(round: RoundState, moment: Pick<Context, 'now' | 'calendar'>): readonly RoundEvent[] {
  for (const [, own] of all) {
    const events = own.settle(round, moment);
    if (events.length > 0) return events;
  }
  return [];
}

export function outstandingMatters(round: RoundState, date: LocalDate): readonly OutstandingTask[] {
  return all.flatMap(([, own]) => own.outstanding(round, date));
}

/** True while some matter keeps the task from opening. */
export function isHeldBack(round: RoundState, taskId: TaskId): boolean {
  return all.some(([, own]) => own.holdsBack(round, taskId));
}

/** True while some matter keeps the task from being closed by its deadline. */
export function isKeptOpen(round: RoundState, taskId: TaskId): boolean {
  return all.some(([, own]) => own.keepsOpen?.(round, taskId) === true);
}

/** The moments at which time alone may change a matter. */
export function momentsOfMatters(round: RoundState, calendar: Calendar): readonly Instant[] {
  return all.flatMap(([, own]) => own.moments(round, calendar));
}
