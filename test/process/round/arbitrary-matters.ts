// Arbitrary commands of the matters of a round: impartiality, meetings, conditions, overrides, questions, merges and the rest.
import * as fc from 'fast-check';
import { choiceId } from '../../../services/process/definition/schema';
import type { MandateId } from '../../../services/process/ids';
import { grounds } from '../../../services/process/round/matters/impartiality/declare';
import type { RulingOutcome } from '../../../services/process/round/matters/impartiality/state';
import type { MatterCommand } from '../../../services/process/round/matters/messages';
import type { Change } from '../../../services/process/round/matters/overrides/state';
import {
  basis,
  body,
  commandOf,
  definition,
  facts,
  instant,
  join,
  mandate,
  maybeWords,
  meeting,
  merge,
  nomination,
  nominations,
  obligation,
  override,
  question,
  task,
  who,
  words,
  type Drawn,
} from './arbitrary-parts';

const some = fc.subarray([...grounds]);
const ruled = fc.constantFrom<RulingOutcome>('disqualified', 'notDisqualified', 'exception');
const seated: fc.Arbitrary<readonly MandateId[]> = fc.uniqueArray(mandate, { maxLength: 4 });
/** The same process with one more day for everything, and one that measures assessments otherwise. */
const longer = {
  ...definition,
  steps: definition.steps.map((step) => ({
    ...step,
    tasks: step.tasks.map((one) => ({ ...one, workingDays: one.workingDays + 1 })),
  })),
};
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('reopen' as const), taskId: task, deadlineAt: instant }),
  fc.record({ kind: fc.constant('closeEarly' as const), taskId: task }),
  fc.record({ kind: fc.constant('replacePerson' as const), mandateId: mandate, personId: who }),
  fc.record({ kind: fc.constant('correct' as const), taskId: task, nominationId: fc.option(nomination) }),
  fc.record({
    kind: fc.constant('amend' as const),
    definition: fc.constantFrom(longer, { ...definition, scale: definition.scale.toReversed() }),
    definitionHash: fc.constantFrom('another', 'hash-of-definition'),
  }),
);

export const ofMatters: Drawn<MatterCommand['type']> = {
  DeclareInterests: commandOf('DeclareInterests', {
    conflicts: fc.array(fc.record({ nominationId: nomination, grounds: some }), { maxLength: 2 }),
    texts: maybeWords,
    basis,
  }),
  ReportConflict: commandOf('ReportConflict', {
    personId: who,
    nominationId: nomination,
    grounds: some,
    texts: maybeWords,
  }),
  VoteOnConflicts: commandOf('VoteOnConflicts', {
    votes: fc.array(fc.record({ personId: who, nominationId: nomination, outcome: ruled }), { maxLength: 3 }),
    texts: maybeWords,
    basis,
  }),
  TellNewInformation: commandOf('TellNewInformation', { nominationId: nomination, texts: words, basis }),
  FileNote: commandOf('FileNote', {
    messageKey: fc.constantFrom('k1', 'k2'),
    nominationId: fc.option(nomination),
    sentAt: instant,
    texts: words,
  }),
  AskAfterDowntime: commandOf('AskAfterDowntime', { taskId: task, from: instant, to: instant }),
  KeepDeadline: commandOf('KeepDeadline', { taskId: task }),
  CallMeeting: commandOf('CallMeeting', { meetingId: meeting, bodyId: body, at: instant, agenda: fc.array(task) }),
  RecordAttendance: commandOf('RecordAttendance', { meetingId: meeting, present: seated, apologies: seated }),
  DecideAtMeeting: commandOf('DecideAtMeeting', {
    meetingId: meeting,
    taskId: task,
    choice: fc.constantFrom(...choiceId.options),
    otherwise: fc.dictionary(mandate, fc.constantFrom(...choiceId.options), { maxKeys: 1 }),
    left: seated,
    texts: maybeWords,
  }),
  CloseMeeting: commandOf('CloseMeeting', { meetingId: meeting }),
  AssignObligation: commandOf('AssignObligation', {
    obligationId: obligation,
    bodyId: body,
    deadlineAt: instant,
    gates: fc.boolean(),
  }),
  ReportObligation: commandOf('ReportObligation', { obligationId: obligation, texts: maybeWords }),
  CheckObligation: commandOf('CheckObligation', { obligationId: obligation, met: fc.boolean(), texts: maybeWords }),
  ProposeOverride: commandOf('ProposeOverride', { overrideId: override, change, texts: words }),
  ConfirmOverride: commandOf('ConfirmOverride', { overrideId: override }),
  DeclineOverride: commandOf('DeclineOverride', { overrideId: override, texts: maybeWords }),
  AskNominator: commandOf('AskNominator', {
    questionId: question,
    kind: fc.constantFrom('question', 'more'),
    nominationId: nomination,
    taskId: task,
    bodyId: body,
    deadlineAt: instant,
    texts: words,
  }),
  AnswerQuestion: commandOf('AnswerQuestion', { questionId: question, texts: words }),
  SupplementNomination: commandOf('SupplementNomination', { questionId: question, basis, texts: words, facts }),
  WithdrawQuestion: commandOf('WithdrawQuestion', { questionId: question }),
  CheckNomination: commandOf('CheckNomination', { nominationId: nomination, basis }),
  SetInternalDeadline: commandOf('SetInternalDeadline', { taskId: task, bodyId: body, deadlineAt: fc.option(instant) }),
  AskToJoin: commandOf('AskToJoin', { joinId: join, nominationId: nomination }),
  AnswerJoin: commandOf('AnswerJoin', { joinId: join, accepts: fc.boolean() }),
  ProposeMerge: commandOf('ProposeMerge', { mergeId: merge, into: nomination, from: nominations, texts: words }),
  AnswerMerge: commandOf('AnswerMerge', { mergeId: merge, agrees: fc.boolean() }),
  WithdrawMerge: commandOf('WithdrawMerge', { mergeId: merge }),
  UndoMerge: commandOf('UndoMerge', { mergeId: merge, texts: words }),
  FollowNomination: commandOf('FollowNomination', { nominationId: nomination }),
  UnfollowNomination: commandOf('UnfollowNomination', { nominationId: nomination }),
};
