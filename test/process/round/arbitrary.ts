// Arbitrary commands for property tests: every type, from small pools of ids, the right ones and wrong ones mixed, by
// anyone, at any time. Most are refused; that none throws and none breaks the state is the point.
import * as fc from 'fast-check';
import type { Instant } from '../../../services/process/calendar';
import { choiceId } from '../../../services/process/definition/schema';
import {
  as,
  type BodyId,
  type FieldId,
  type GroupId,
  type JoinId,
  type MandateId,
  type MergeId,
  type NominationId,
  type PersonId,
  type PrincipleId,
  type QuestionId,
  type RoundId,
  type TaskId,
} from '../../../services/process/ids';
import type { RoundCommand } from '../../../services/process/round/commands';
import type { Electorate } from '../../../services/process/round/state';
import type { RoundStep } from '../given';
import {
  by,
  definitionWith,
  electorateOf,
  person,
  seat,
  secondsAfter,
  started,
  submittedNomination,
  texts,
} from '../given';

export const people = ['anna', 'bo', 'cille', 'dan', 'sine', 'otto', 'fremmed'] as const;

/** A round with a task of every kind, most of them open at once, so that arbitrary commands meet something. */
export const definition = definitionWith(
  [
    { id: 'enighed', kind: 'agree', workingDays: 3 },
    { id: 'indstil', kind: 'nominate', workingDays: 3, backing: false },
    { id: 'vurder', kind: 'assess', workingDays: 4 },
    { id: 'udtal', kind: 'state', workingDays: 4 },
    { id: 'konkluder', kind: 'conclude', workingDays: 5, draftedBy: ['sekretariat'] },
    { id: 'prioriter', kind: 'rank', workingDays: 5 },
    { id: 'behandl', kind: 'consider', workingDays: 5 },
    {
      id: 'udvaelg',
      kind: 'vote',
      about: 'submitted',
      workingDays: 5,
      proposal: { of: 'selection', by: ['sekretariat'] },
    },
    { id: 'godkend', kind: 'approve', workingDays: 5, after: ['behandl'] },
    { id: 'grupper', kind: 'group', workingDays: 5, confirmedBy: ['udvalg'] },
    { id: 'udpeg', kind: 'appoint', workingDays: 5, per: 'round' },
    { id: 'plan', kind: 'document', workingDays: 5 },
    { id: 'luk', kind: 'publish', bodies: ['sekretariat'], workingDays: 5, effects: ['openNextRound'] },
  ],
  {
    principles: [{ id: 'faglighed', label: { da: 'F', en: 'F' }, scored: true }],
    scale: [
      { id: 'lav', value: 0, label: { da: 'Lav', en: 'Low' } },
      { id: 'hoej', value: 3, label: { da: 'Høj', en: 'High' } },
    ],
  },
);

const seats = [
  seat('anna', 'udvalg', { substitute: person('asta') }),
  seat('bo', 'udvalg'),
  seat('cille', 'udvalg', { role: 'chair' }),
  seat('dan', 'udvalg', { validTo: '2027-01-14' }),
  seat('otto', 'udvalg', { role: 'observer' }),
];

export const electorate: Electorate = electorateOf(definition, ...seats);

export const start: RoundStep = started(definition, electorate, {
  carriedOver: ['n1', 'n2', 'n3'].map((id, index) => submittedNomination(id, `2026-00${index + 1}`)),
});

const pool = <Id extends string>(...ids: readonly string[]): fc.Arbitrary<Id> =>
  fc.constantFrom(...ids.map((id) => id as Id));

const tasks = definition.steps.flatMap((step) => step.tasks).map(({ id }) => id);
const task = pool<TaskId>(...tasks, ...tasks, 'ukendt');
const mandate = pool<MandateId>(...seats.map(({ id }) => id), 'sekretariat-sine', 'ukendt');
const nomination = pool<NominationId>('n1', 'n2', 'n3', 'n4', 'ukendt');
const nominations = fc.array(nomination, { maxLength: 4 });
const body = pool<BodyId>('udvalg', 'sekretariat', 'region-nord', 'ukendt');
const bodies = fc.array(body, { maxLength: 2 });
const join = pool<JoinId>('j1', 'ukendt');
const merge = pool<MergeId>('m1', 'ukendt');
const question = pool<QuestionId>('q1', 'q2', 'ukendt');
const who = pool<PersonId>(...people);
const basis = fc.nat({ max: 2 });
const words = fc
  .subarray(['reason', 'summary', 'text', 'title', 'name', 'link', 'document', 'titel', 'question', 'answer'])
  .map((fields) => texts(...fields));
const maybeWords = fc.option(words);
const choice = fc.constantFrom(...choiceId.options, 'ranked' as const);
const tiers = fc.option(fc.dictionary(nomination, fc.constantFrom('high', 'middle', 'low', 'not-now', 'ukendt')));
const instant = fc
  .integer({ min: -5, max: 60 })
  .map((days): Instant => secondsAfter('2027-01-11T11:00:00.000Z', days * 86_400));
const outcome = fc.constantFrom(
  'qualified' as const,
  'notQualified' as const,
  'moreInformation' as const,
  'mergedWith' as const,
);
const group = fc.record({ id: pool<GroupId>('g1', 'g2'), texts: words, nominationIds: nominations });
const scores = fc.dictionary(
  fc.constantFrom('faglighed', 'ukendt'),
  fc.constantFrom('lav', 'hoej', 'ukendt'),
) as fc.Arbitrary<Readonly<Record<PrincipleId, string>>>;
const facts = fc.constant({ [as<FieldId>('antal')]: 3 });
const followed = fc.record({
  type: fc.constant('FollowOrganisation' as const),
  orgSeq: fc.nat({ max: 6 }),
  electorate: fc.subarray(seats).map((some) => electorateOf(definition, ...some)),
});

function commandOf<Type extends RoundCommand['type']>(
  type: Type,
  fields: {
    readonly [Key in keyof Omit<Extract<RoundCommand, { type: Type }>, 'type'>]: fc.Arbitrary<
      Extract<RoundCommand, { type: Type }>[Key]
    >;
  },
): fc.Arbitrary<RoundCommand> {
  return fc.record({ type: fc.constant(type), ...fields }) as unknown as fc.Arbitrary<RoundCommand>;
}

const ballot = fc.record({ choice, texts: maybeWords, tiers, order: nominations });

export const command: fc.Arbitrary<RoundCommand> = fc.oneof(
  { weight: 8, arbitrary: commandOf('CastBallot', { taskId: task, mandateId: mandate, ballot, basis }) },
  commandOf('ProposeSelection', { taskId: task, nominationIds: nominations, basis }),
  commandOf('GiveAssessment', {
    taskId: task,
    nominationId: nomination,
    mandateId: mandate,
    scores,
    evidence: fc.constantFrom(null, 'ukendt'),
    texts: words,
    basis,
  }),
  commandOf('MakeRemark', { taskId: task, bodyId: body, nominationId: fc.option(nomination), texts: words }),
  commandOf('GiveStatement', { taskId: task, bodyId: body, texts: maybeWords }),
  commandOf('DraftConclusion', {
    taskId: task,
    nominationId: nomination,
    outcome,
    into: fc.option(nomination),
    texts: words,
    basis: fc.nat({ max: 2 }),
  }),
  commandOf('SignConclusions', { taskId: task, drafted: fc.nat({ max: 4 }) }),
  commandOf('SendForBacking', {
    taskId: task,
    nominationId: nomination,
    onBehalfOf: bodies,
    texts: words,
    facts,
    colleagues: fc.array(who),
    begunAt: fc.constantFrom('2027-01-04T08:00:00.000Z', '2027-03-01T08:00:00.000Z'),
  }),
  commandOf('BackNomination', { nominationId: nomination, bodyId: body, basis }),
  commandOf('ReturnNomination', { nominationId: nomination, bodyId: body, basis, texts: words }),
  commandOf('ReviseNomination', { nominationId: nomination, basis, onBehalfOf: bodies, texts: words, facts }),
  commandOf('WithdrawNomination', { nominationId: nomination, basis }),
  commandOf('ProposeGroups', { taskId: task, groups: fc.array(group, { maxLength: 2 }), basis }),
  commandOf('ConfirmGroups', { taskId: task, basis }),
  commandOf('AppointMember', {
    taskId: task,
    network: pool<GroupId | 'round'>('round', 'g1', 'ukendt'),
    bodyId: body,
    personId: fc.option(who),
    texts: maybeWords,
  }),
  commandOf('SubmitDocument', { taskId: task, version: fc.nat({ max: 3 }), texts: words }),
  commandOf('AgreeToDocument', { taskId: task, bodyId: body, version: fc.nat({ max: 3 }) }),
  commandOf('Publish', { taskId: task, nextRoundId: fc.option(pool<RoundId>('r2')) }),
  commandOf('ExtendDeadline', { taskId: task, deadlineAt: instant, texts: maybeWords }),
  commandOf('PauseRound', { texts: maybeWords }),
  commandOf('ResumeRound', {}),
  commandOf('CloseTask', { taskId: task, texts: words }),
  commandOf('CallSubstitute', { taskId: task, mandateId: mandate }),
  commandOf('AskNominator', {
    questionId: question,
    kind: fc.constantFrom('question', 'more'),
    nominationId: nomination,
    taskId: task,
    bodyId: body,
    deadlineAt: instant,
    texts: words,
  }),
  commandOf('AnswerQuestion', { questionId: question, texts: words }),
  commandOf('SupplementNomination', { questionId: question, basis, texts: words, facts }),
  commandOf('WithdrawQuestion', { questionId: question }),
  commandOf('CheckNomination', { nominationId: nomination, basis }),
  commandOf('SetInternalDeadline', { taskId: task, bodyId: body, deadlineAt: fc.option(instant) }),
  commandOf('AskToJoin', { joinId: join, nominationId: nomination }),
  commandOf('AnswerJoin', { joinId: join, accepts: fc.boolean() }),
  commandOf('ProposeMerge', { mergeId: merge, into: nomination, from: nominations, texts: words }),
  commandOf('AnswerMerge', { mergeId: merge, agrees: fc.boolean() }),
  commandOf('WithdrawMerge', { mergeId: merge }),
  commandOf('UndoMerge', { mergeId: merge, texts: words }),
  commandOf('FollowNomination', { nominationId: nomination }),
  commandOf('UnfollowNomination', { nominationId: nomination }),
  followed,
);

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
