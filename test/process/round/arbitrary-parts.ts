// What arbitrary commands are made of: a round with a task of every kind, and small pools of ids, the right ones and wrong
// ones mixed. Commands themselves are in the files beside this one.
import * as fc from 'fast-check';
import type { Instant } from '../../../services/process/calendar';
import {
  as,
  type BodyId,
  type FieldId,
  type GroupId,
  type JoinId,
  type MandateId,
  type MergeId,
  type MeetingId,
  type NominationId,
  type ObligationId,
  type OverrideId,
  type PersonId,
  type PrincipleId,
  type QuestionId,
  type TaskId,
} from '../../../services/process/ids';
import type { RoundCommand } from '../../../services/process/round/commands';
import type { Electorate } from '../../../services/process/round/state';
import { choiceId } from '../../../services/process/definition/schema';
import {
  definitionWith,
  electorateOf,
  person,
  seat,
  secondsAfter,
  started,
  submittedNomination,
  texts,
} from '../given';

export const people = ['anna', 'bo', 'cille', 'dan', 'sine', 'simon', 'otto', 'fremmed'] as const;

/** A round with a task of every kind, most of them open at once, so that arbitrary commands meet something. */
export const definition = definitionWith(
  [
    { id: 'enighed', kind: 'agree', workingDays: 3, choices: ['agree', 'disagree', 'wantsMeeting'] },
    { id: 'indstil', kind: 'nominate', workingDays: 3, backing: false },
    { id: 'vurder', kind: 'assess', workingDays: 4, secondRound: { workingDays: 2 } },
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
    {
      id: 'godkend',
      kind: 'approve',
      workingDays: 5,
      after: ['behandl'],
      conditions: { owner: 'sekretariat', workingDays: 2, gates: true },
    },
    { id: 'efter', kind: 'approve', workingDays: 5, after: ['godkend'] },
    { id: 'hemmelig', kind: 'vote', visibility: 'secret', workingDays: 5 },
    { id: 'grupper', kind: 'group', workingDays: 5, confirmedBy: ['udvalg'] },
    { id: 'udpeg', kind: 'appoint', workingDays: 5, per: 'round' },
    { id: 'plan', kind: 'document', workingDays: 5 },
    { id: 'luk', kind: 'publish', bodies: ['sekretariat'], workingDays: 5, effects: ['openNextRound'] },
  ],
  {
    impartiality: { declareDays: 2, rulingDays: 2 },
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
  seat('simon', 'sekretariat'),
];

export const electorate: Electorate = electorateOf(definition, ...seats);

export const start = started(definition, electorate, {
  carriedOver: ['n1', 'n2', 'n3'].map((id, index) => submittedNomination(id, `2026-00${index + 1}`)),
});

export const pool = <Id extends string>(...ids: readonly string[]): fc.Arbitrary<Id> =>
  fc.constantFrom(...ids.map((id) => id as Id));

export const tasks = definition.steps.flatMap((step) => step.tasks).map(({ id }) => id);
export const task = pool<TaskId>(...tasks, ...tasks, 'ukendt');
export const mandate = pool<MandateId>(...seats.map(({ id }) => id), 'sekretariat-sine', 'ukendt');
export const nomination = pool<NominationId>('n1', 'n2', 'n3', 'n4', 'ukendt');
export const nominations = fc.array(nomination, { maxLength: 4 });
export const body = pool<BodyId>('udvalg', 'sekretariat', 'region-nord', 'ukendt');
export const bodies = fc.array(body, { maxLength: 2 });
export const join = pool<JoinId>('j1', 'ukendt');
export const merge = pool<MergeId>('m1', 'ukendt');
export const meeting = pool<MeetingId>('mo1', 'ukendt');
/** The first conditions that the two approvals of the round can be given with. */
export const obligation = pool<ObligationId>('godkend.0.1', 'godkend.1.1', 'efter.0.1', 'ukendt');
export const override = pool<OverrideId>('o1', 'o2', 'ukendt');
export const question = pool<QuestionId>('q1', 'q2', 'ukendt');
export const who = pool<PersonId>(...people);
export const basis = fc.nat({ max: 2 });
export const words = fc
  .subarray(['reason', 'right', 'summary', 'text', 'title', 'name', 'link', 'document', 'titel', 'question', 'answer'])
  .map((fields) => texts(...fields));
export const maybeWords = fc.option(words);
export const choice = fc.constantFrom(...choiceId.options, 'ranked' as const);
export const tiers = fc.option(
  fc.dictionary(nomination, fc.constantFrom('high', 'middle', 'low', 'not-now', 'ukendt')),
);
export const instant = fc
  .integer({ min: -5, max: 60 })
  .map((days): Instant => secondsAfter('2027-01-11T11:00:00.000Z', days * 86_400));
export const outcome = fc.constantFrom(
  'qualified' as const,
  'notQualified' as const,
  'moreInformation' as const,
  'mergedWith' as const,
);
export const group = fc.record({ id: pool<GroupId>('g1', 'g2'), texts: words, nominationIds: nominations });
export const scores = fc.dictionary(
  fc.constantFrom('faglighed', 'ukendt'),
  fc.constantFrom('lav', 'hoej', 'ukendt'),
) as fc.Arbitrary<Readonly<Record<PrincipleId, string>>>;
export const facts = fc.constant({ [as<FieldId>('antal')]: 3 });
export const followed = fc.record({
  type: fc.constant('FollowOrganisation' as const),
  orgSeq: fc.nat({ max: 6 }),
  electorate: fc.subarray(seats).map((some) => electorateOf(definition, ...some)),
});

/** An arbitrary command of every type named: one that is not drawn does not compile. */
export type Drawn<Type extends RoundCommand['type']> = { readonly [One in Type]: fc.Arbitrary<RoundCommand> };

export function commandOf<Type extends RoundCommand['type']>(
  type: Type,
  fields: {
    readonly [Key in keyof Omit<Extract<RoundCommand, { type: Type }>, 'type'>]: fc.Arbitrary<
      Extract<RoundCommand, { type: Type }>[Key]
    >;
  },
): fc.Arbitrary<RoundCommand> {
  return fc.record({ type: fc.constant(type), ...fields }) as unknown as fc.Arbitrary<RoundCommand>;
}
