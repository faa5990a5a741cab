// What must always hold of impartiality: nothing a recused person does moves a number, and the order in which answers,
// reports and votes on them come changes no result.
import fc from 'fast-check';
import { by, castBallot, given, nominationId, seat, taskId, tick } from '../../given';
import type { RoundStep, TaskSketch } from '../../given';
import { group, report, roundWith, rule } from './builders';

const names = ['karl', 'dorte', 'anna', 'bo'] as const;
const choice = fc.constantFrom('for', 'against', 'abstain');
const choices = fc.record({ karl: choice, dorte: choice, anna: choice });
const closed = '2027-02-15T12:00:00.000Z';

const rules: TaskSketch['rule'] = { method: 'majority', quorum: { number: 1 } };
const seats = [...group.map((one) => ({ ...one, substitute: null })), seat('soren', 'sekretariat')];
const selection = [
  { id: 'valg', kind: 'vote', about: 'submitted', rule: rules, proposal: { of: 'selection', by: ['sekretariat'] } },
] as const;

const begun: readonly RoundStep[] = [
  roundWith({ tasks: selection, seats, nominations: ['n1', 'n2'] }),
  by('soren', {
    type: 'ProposeSelection',
    taskId: taskId('valg'),
    nominationIds: ['n1', 'n2'].map(nominationId),
    basis: 0,
  }),
];

const castOf = (name: string, made: 'for' | 'against' | 'abstain'): RoundStep =>
  castBallot({ by: name, task: 'valg', choice: made });

/** What became of `n1`, and how it was counted. */
function endOf(steps: readonly RoundStep[]) {
  const { state } = given(...begun, ...steps).when(tick(closed));
  const arithmetic = state?.tasks[taskId('valg')]?.result?.arithmetic as {
    readonly apart?: readonly { readonly vote: object }[];
  };
  return {
    decision: state?.nominations[nominationId('n1')]?.decision,
    vote: arithmetic.apart?.[0]?.vote,
    conflicts: state?.matters.impartiality.conflicts[nominationId('n1')]?.['bo' as never],
  };
}

const out = { 'bo n1': 'disqualified' } as const;
const ruled = [report('bo', 'n1'), rule('karl', out), rule('dorte', out)];

it('nothing a recused person answers moves what becomes of the nomination', () => {
  fc.assert(
    fc.property(choices, choice, choice, fc.boolean(), (others, one, other, isBefore) => {
      const rest = (['karl', 'dorte', 'anna'] as const).map((name) => castOf(name, others[name]));
      const end = (own: RoundStep): unknown => {
        const { decision, vote } = endOf(isBefore ? [own, ...ruled, ...rest] : [...ruled, own, ...rest]);
        return { decision, vote };
      };
      expect(end(castOf('bo', one))).toEqual(end(castOf('bo', other)));
    }),
    { seed: 20270111, numRuns: 60 },
  );
});

it('nothing a recused person ranks moves a comparison with the nomination', () => {
  const ranking: TaskSketch = {
    id: 'ordn',
    kind: 'rank',
    about: 'submitted',
    rule: { method: 'ranking', quorum: { number: 1 } },
  };
  const round = roundWith({ tasks: [ranking], seats, nominations: ['n1', 'n2', 'n3'] });
  const tier = fc.constantFrom('high', 'middle', 'low', 'not-now');
  const tiers = fc.record({ n1: tier, n2: tier, n3: tier });
  const ranks = (name: string, wanted: Readonly<Record<string, string>>): RoundStep =>
    castBallot({ by: name, task: 'ordn', tiers: wanted });
  fc.assert(
    fc.property(tiers, tiers, tiers, tiers, fc.boolean(), (karl, dorte, one, other, isBefore) => {
      const comparisons = (own: RoundStep): unknown => {
        const rest = [ranks('karl', karl), ranks('dorte', dorte)];
        const steps = isBefore ? [own, ...ruled, ...rest] : [...ruled, own, ...rest];
        const { state } = given(round, ...steps).when(tick(closed));
        const arithmetic = state?.tasks[taskId('ordn')]?.result?.arithmetic as {
          readonly ranking: { readonly pairs: readonly (readonly number[])[] };
        };
        const { pairs } = arithmetic.ranking;
        return [pairs[0], pairs.map((row) => row[0])];
      };
      expect(comparisons(ranks('bo', one))).toEqual(comparisons(ranks('bo', other)));
    }),
    { seed: 20270113, numRuns: 60 },
  );
});

it('the order of answers, report and rulings changes no result', () => {
  fc.assert(
    fc.property(choices, choice, fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }), (others, own, order) => {
      const casts = names.map((name) => castOf(name, name === 'bo' ? own : others[name]));
      const all = [...casts, ...ruled];
      // A report comes before what is ruled on it; everything else comes as it comes.
      const shuffled = order.map((at) => (at < 4 ? at : 4));
      let next = 4;
      const steps = shuffled.flatMap((at) => {
        const step = all[at < 4 ? at : next++];
        return step === undefined ? [] : [step];
      });
      const { decision, vote } = endOf(steps);
      const usual = endOf(all);
      expect({ decision, vote }).toEqual({ decision: usual.decision, vote: usual.vote });
    }),
    { seed: 20270112, numRuns: 60 },
  );
});
