// Arbitrary commands for property tests: every type, from small pools of ids, the right ones and wrong ones mixed, by
// anyone, at any time. Most are refused; that none throws and none breaks the state is the point.
import * as fc from 'fast-check';
import { choiceId, type ChoiceId } from '../../../services/process/definition/schema';
import { as } from '../../../services/process/ids';
import type { GroupId, MandateId, MeetingId, ObligationId, OverrideId, RoundId } from '../../../services/process/ids';
import type { RoundCommand } from '../../../services/process/round/commands';
import type { MatterCommand } from '../../../services/process/round/matters/messages';
import type { RoundStep } from '../given';
import { bodyId, by, nominationId, person, secondsAfter, taskId, texts } from '../given';
import { ofMatters } from './arbitrary-matters';
import {
  basis,
  bodies,
  body,
  choice,
  commandOf,
  facts,
  followed,
  group,
  instant,
  mandate,
  maybeWords,
  nomination,
  nominations,
  outcome,
  people,
  pool,
  scores,
  start,
  task,
  tiers,
  who,
  words,
  type Drawn,
} from './arbitrary-parts';

export { definition, electorate, people, start } from './arbitrary-parts';

const ballot = fc.record({ choice, texts: maybeWords, tiers, order: nominations });
const network = pool<GroupId | 'round'>('round', 'g1', 'ukendt');

const ofTasks: Drawn<Exclude<RoundCommand['type'], MatterCommand['type']>> = {
  CastBallot: commandOf('CastBallot', { taskId: task, mandateId: mandate, ballot, basis }),
  RecordAnswer: commandOf('RecordAnswer', { taskId: task, mandateId: mandate, ballot, basis }),
  KeepAssessment: commandOf('KeepAssessment', { taskId: task, nominationId: nomination, mandateId: mandate, basis }),
  OpenSecondRound: commandOf('OpenSecondRound', { taskId: task }),
  UndoGroups: commandOf('UndoGroups', { taskId: task, basis }),
  ReturnGroups: commandOf('ReturnGroups', { taskId: task, basis, texts: words }),
  AnswerAppointment: commandOf('AnswerAppointment', {
    taskId: task,
    network,
    bodyId: body,
    index: fc.nat({ max: 2 }),
    accepts: fc.boolean(),
    texts: maybeWords,
    basis,
  }),
  WithdrawAppointment: commandOf('WithdrawAppointment', {
    taskId: task,
    network,
    bodyId: body,
    index: fc.nat({ max: 2 }),
  }),
  RemarkOnDocument: commandOf('RemarkOnDocument', {
    taskId: task,
    bodyId: body,
    version: fc.nat({ max: 3 }),
    groupId: fc.option(pool<GroupId>('g1', 'ukendt')),
    texts: words,
  }),
  WriteReason: commandOf('WriteReason', {
    taskId: task,
    nominationId: fc.option(nomination),
    texts: maybeWords,
    basis,
  }),
  OpenBox: commandOf('OpenBox', {
    taskId: task,
    nth: fc.nat({ max: 1 }),
    voted: fc.uniqueArray(mandate, { maxLength: 4 }),
    ballots: fc.array(fc.record({ receipt: fc.constant('r'), choice: fc.constantFrom(...choiceId.options) })),
  }),
  FollowOrganisation: followed,
  Advance: fc.constant<RoundCommand>({ type: 'Advance' }),
  StartRound: fc.constant(start.command as RoundCommand),
  ProposeSelection: commandOf('ProposeSelection', { taskId: task, nominationIds: nominations, basis }),
  GiveAssessment: commandOf('GiveAssessment', {
    taskId: task,
    nominationId: nomination,
    mandateId: mandate,
    scores,
    evidence: fc.constantFrom(null, 'ukendt'),
    texts: words,
    basis,
  }),
  MakeRemark: commandOf('MakeRemark', {
    taskId: task,
    bodyId: body,
    nominationId: fc.option(nomination),
    texts: words,
  }),
  GiveStatement: commandOf('GiveStatement', { taskId: task, bodyId: body, texts: maybeWords }),
  DraftConclusion: commandOf('DraftConclusion', {
    taskId: task,
    nominationId: nomination,
    outcome,
    into: fc.option(nomination),
    texts: words,
    basis: fc.nat({ max: 2 }),
  }),
  SignConclusions: commandOf('SignConclusions', { taskId: task, drafted: fc.nat({ max: 4 }) }),
  SendForBacking: commandOf('SendForBacking', {
    taskId: task,
    nominationId: nomination,
    onBehalfOf: bodies,
    texts: words,
    facts,
    colleagues: fc.array(who),
    begunAt: fc.constantFrom('2027-01-04T08:00:00.000Z', '2027-03-01T08:00:00.000Z'),
  }),
  BackNomination: commandOf('BackNomination', { nominationId: nomination, bodyId: body, basis }),
  ReturnNomination: commandOf('ReturnNomination', { nominationId: nomination, bodyId: body, basis, texts: words }),
  ReviseNomination: commandOf('ReviseNomination', {
    nominationId: nomination,
    basis,
    onBehalfOf: bodies,
    texts: words,
    facts,
  }),
  WithdrawNomination: commandOf('WithdrawNomination', { nominationId: nomination, basis }),
  ProposeGroups: commandOf('ProposeGroups', { taskId: task, groups: fc.array(group, { maxLength: 2 }), basis }),
  ConfirmGroups: commandOf('ConfirmGroups', { taskId: task, basis }),
  AppointMember: commandOf('AppointMember', {
    taskId: task,
    network,
    bodyId: body,
    personId: fc.option(who),
    texts: maybeWords,
  }),
  SubmitDocument: commandOf('SubmitDocument', { taskId: task, version: fc.nat({ max: 3 }), texts: words }),
  AgreeToDocument: commandOf('AgreeToDocument', { taskId: task, bodyId: body, version: fc.nat({ max: 3 }) }),
  Publish: commandOf('Publish', { taskId: task, nextRoundId: fc.option(pool<RoundId>('r2')) }),
  ExtendDeadline: commandOf('ExtendDeadline', { taskId: task, deadlineAt: instant, texts: maybeWords }),
  PauseRound: commandOf('PauseRound', { texts: maybeWords }),
  ResumeRound: commandOf('ResumeRound', {}),
  CloseTask: commandOf('CloseTask', { taskId: task, texts: words }),
  CallSubstitute: commandOf('CallSubstitute', { taskId: task, mandateId: mandate }),
};

/** Ballots are drawn more often: most that follows in a round follows from them. */
export const command: fc.Arbitrary<RoundCommand> = fc.oneof(
  { weight: 8, arbitrary: ofTasks.CastBallot },
  { weight: 30, arbitrary: fc.oneof(...Object.values(ofTasks)) },
  { weight: 30, arbitrary: fc.oneof(...Object.values(ofMatters)) },
);

const said = (name: string, one: RoundCommand): RoundStep => by(name, one, '2027-01-11T08:00:00.000Z');
const cast = (name: string, id: string, made: ChoiceId): RoundStep => {
  const ref = made === 'for' || made === 'noted' || made === 'agree' ? null : texts('reason');
  return said(name, {
    type: 'CastBallot',
    taskId: taskId(id),
    mandateId: as<MandateId>(`udvalg-${name}`),
    ballot: { choice: made, texts: ref, tiers: null, order: [] },
    basis: 0,
  });
};
const seated = ['anna', 'bo', 'cille', 'dan'] as const;
const meetingId = as<MeetingId>('mo1');
const bo = { personId: person('bo'), nominationId: nominationId('n1') };
const rules = (name: string): RoundStep =>
  said(name, { type: 'VoteOnConflicts', votes: [{ ...bo, outcome: 'disqualified' }], texts: null, basis: 0 });

/**
 * A round in which much is under way: bo is ruled out of a nomination, an approval was given with a condition that is said
 * to be met, a meeting is called and attended, an override waits for its second. Arbitrary commands seldom get there alone.
 */
const underWay: readonly RoundStep[] = [
  said('bo', { type: 'ReportConflict', ...bo, grounds: ['other'], texts: null }),
  rules('anna'),
  rules('cille'),
  ...seated.map((name) => cast(name, 'behandl', 'noted')),
  cast('anna', 'godkend', 'approveWithConditions'),
  ...['bo', 'cille', 'dan'].map((name) => cast(name, 'godkend', 'approve')),
  said('sine', { type: 'ReportObligation', obligationId: as<ObligationId>('godkend.0.1'), texts: null }),
  cast('dan', 'enighed', 'wantsMeeting'),
  said('sine', {
    type: 'CallMeeting',
    meetingId,
    bodyId: bodyId('udvalg'),
    at: '2027-01-12T08:00:00.000Z',
    agenda: [taskId('enighed')],
  }),
  said('sine', {
    type: 'RecordAttendance',
    meetingId,
    present: ['anna', 'bo', 'cille'].map((name) => as<MandateId>(`udvalg-${name}`)),
    apologies: [],
  }),
  said('sine', {
    type: 'ProposeOverride',
    overrideId: as<OverrideId>('o1'),
    change: { kind: 'closeEarly', taskId: taskId('prioriter') },
    texts: texts('reason'),
  }),
];

/** What a round begins with: nothing but itself, or much that is under way. */
export const beginnings: fc.Arbitrary<readonly RoundStep[]> = fc.constantFrom([start], [start, ...underWay]);

/** A person’s wish, or a tick, up to some hours after the last. */
export interface Wish {
  readonly who: string;
  readonly command: RoundCommand;
  readonly hours: number;
}

const hours = fc.nat({ max: 20 });

export const wishes: fc.Arbitrary<readonly Wish[]> = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.record({ who: fc.constantFrom(...people, 'asta', 'system'), command, hours }) },
    fc.record({ who: fc.constant('system'), command: fc.constant<RoundCommand>({ type: 'Advance' }), hours }),
  ),
  { maxLength: 40 },
);

/** The steps of some wishes, after the start of the round. */
export function stepsOf(some: readonly Wish[]): readonly RoundStep[] {
  let at = '2027-01-11T08:00:00.000Z';
  return some.map((wish) => {
    at = secondsAfter(at, wish.hours * 3_600 + 1);
    return by(wish.who, wish.command, at);
  });
}
