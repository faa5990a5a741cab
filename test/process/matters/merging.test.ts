// Merging by consent: proposed to every nominator concerned, done when all agree, reversible until the advice is signed.
import * as fc from 'fast-check';
import { outstanding } from '../../../services/process/round/outstanding';
import { followersOf } from '../../../services/process/round/matters/following';
import { mayTakePart } from '../../../services/process/round/matters/impartiality/standing';
import { mergedInto } from '../../../services/process/round/matters/merging/queries';
import type { RoundState } from '../../../services/process/round/state';
import { by, given, nominationId, person, taskId, texts } from '../given';
import { assessed, drafted, nominationIn, remark, signed, withdraw } from '../kinds/sketches';
import { agrees, asks, declines, follows, open, proposesMerge, submitted, takesApart, withdrawsMerge } from './round';

const received = [
  open,
  ...submitted('klara', 'n1', 'kurt'),
  ...submitted('lone', 'n2'),
  ...submitted('maja', 'n3'),
] as const;
const merged = [...received, proposesMerge('sine', 'm1', 'n1', ['n2', 'n3'])] as const;
const all = [
  ...merged,
  agrees('klara', 'm1'),
  agrees('kurt', 'm1'),
  agrees('lone', 'm1'),
  agrees('maja', 'm1'),
] as const;

/** Who is asked to agree. */
function asked(state: RoundState | null): readonly string[] {
  return outstanding(state as RoundState, '2027-01-11').flatMap(({ entries }) =>
    entries.filter(({ wanted }) => wanted === 'merge').map(({ personId }) => personId),
  );
}

describe('proposing a merge', () => {
  it('asks every nominator of every nomination concerned', () => {
    expect(asked(given(...merged).state)).toEqual(['klara', 'kurt', 'lone', 'maja']);
  });

  it('is open to a nominator, who agrees by that, and to those who work on the advice', () => {
    given(...received)
      .when(proposesMerge('lone', 'm1', 'n1', ['n2']))
      .thenEvents('MergeProposed', { type: 'MergeAnswered', agrees: true });
    given(...received)
      .when(proposesMerge('anna', 'm1', 'n1', ['n2']))
      .thenEvents('MergeProposed');
  });

  it('is refused to others, without a reason, into itself and with none', () => {
    const told = given(...received);
    told.when(proposesMerge('fremmed', 'm1', 'n1', ['n2'])).thenRefused('NoMandate');
    told.when(proposesMerge('sine', 'm1', 'n1', ['n2'], texts())).thenRefused('ReasonMissing');
    told.when(proposesMerge('sine', 'm1', 'n1', ['n1'])).thenRefused('MergeTargetInvalid');
    told.when(proposesMerge('sine', 'm1', 'n1', [])).thenRefused('MergeTargetInvalid');
    told.when(proposesMerge('sine', 'm1', 'n1', ['n9'])).thenRefused('UnknownNomination');
    told.when(proposesMerge('system', 'm1', 'n1', ['n2'])).thenRefused('NoMandate');
  });

  it('is refused while another proposal concerns one of them, and once the advice is signed', () => {
    given(...merged)
      .when(proposesMerge('sine', 'm2', 'n2', ['n3']))
      .thenRefused('MergeProposedAlready');
    const advised = ['n1', 'n2', 'n3'].map((id) => drafted('sine', id, 'qualified'));
    given(...received, ...advised, signed('mette', 3))
      .when(proposesMerge('sine', 'm1', 'n1', ['n2']))
      .thenRefused('NominationSettled');
  });

  it('a second time changes nothing', () => {
    given(...merged)
      .when(proposesMerge('sine', 'm1', 'n1', ['n2', 'n3']))
      .thenUnchanged();
  });
});

describe('agreeing to a merge', () => {
  it('merges when the last has agreed, and everybody stands behind the one that stays', () => {
    given(...all.slice(0, -1))
      .when(agrees('maja', 'm1'))
      .thenEvents('MergeAnswered', 'NominationsMerged')
      .thenState((state) => {
        expect(nominationIn(state, 'n1')).toMatchObject({
          status: 'submitted',
          nominators: ['klara', 'kurt', 'lone', 'maja'],
          number: '2027-001',
        });
        expect([nominationIn(state, 'n2').status, nominationIn(state, 'n3').status]).toEqual(['merged', 'merged']);
        expect(asked(state)).toEqual([]);
      });
  });

  it('may be said by an organisation’s contact in place of nominators who are away', () => {
    given(...received, proposesMerge('lone', 'm1', 'n1', ['n2']))
      .when(agrees('nord', 'm1'))
      .thenEvents({ type: 'MergeAnswered', bodyIds: ['region-nord'] }, 'NominationsMerged');
  });

  it('is refused to others; a repeated yes changes nothing; a no ends the proposal', () => {
    const told = given(...merged, agrees('klara', 'm1'));
    told.when(agrees('anna', 'm1')).thenRefused('NotNominator');
    told.when(agrees('klara', 'm1')).thenUnchanged();
    told.when(agrees('klara', 'm9')).thenRefused('UnknownMerge');
    given(...merged, declines('lone', 'm1'))
      .when(agrees('klara', 'm1'))
      .thenRefused('MergeSettled');
  });

  it('is refused when one of them has been withdrawn meanwhile, and then nobody is asked', () => {
    const told = given(...merged, withdraw('lone', 'n2'));
    expect(asked(told.state)).toEqual([]);
    told.when(agrees('klara', 'm1')).thenRefused('NominationSettled');
  });
});

describe('taking a proposal back', () => {
  it('is for whoever made it and the secretariat', () => {
    given(...received, proposesMerge('lone', 'm1', 'n1', ['n2']))
      .when(withdrawsMerge('lone', 'm1'))
      .thenEvents('MergeWithdrawn');
    given(...received, proposesMerge('lone', 'm1', 'n1', ['n2']))
      .when(withdrawsMerge('klara', 'm1'))
      .thenRefused('NoMandate');
  });

  it('comes too late once all have agreed, and twice is once', () => {
    given(...all)
      .when(withdrawsMerge('sine', 'm1'))
      .thenRefused('MergeSettled');
    given(...merged, withdrawsMerge('sine', 'm1'))
      .when(withdrawsMerge('sine', 'm1'))
      .thenUnchanged();
  });
});

describe('what has been said goes on with the one that stays', () => {
  const told = given(
    ...received,
    assessed('anna', 'n2', { evidence: null, scores: {} }),
    assessed('anna', 'n1', { evidence: null, scores: {}, texts: texts('reason', 'own') }),
    assessed('mette', 'n3', { evidence: null, scores: {} }),
    remark('anna', 'udvalg', 'n2'),
    follows('fie', 'n3'),
    asks('anna', 'n2', 'q1'),
    proposesMerge('sine', 'm1', 'n1', ['n2', 'n3']),
    agrees('nord', 'm1'),
  );

  it('assessments, where a seat has none of its own there; remarks; followers', () => {
    const { state } = told;
    const assessing = state?.tasks[taskId('vurder')]?.work;
    const stating = state?.tasks[taskId('udtal')]?.work;
    const ofAssessors = assessing?.family === 'assessments' ? assessing.given[nominationId('n1')] : {};
    expect(Object.entries(ofAssessors ?? {}).map(([seat, one]) => [seat, one.givenOn ?? null])).toEqual([
      ['udvalg-mette', 'n3'],
      ['udvalg-anna', null],
    ]);
    expect(stating?.family === 'statements' ? stating.remarks : []).toMatchObject([
      { nominationId: 'n1', madeOn: 'n2' },
    ]);
    expect(followersOf(state as RoundState, nominationId('n1'))).toEqual(['fie']);
  });

  it('and goes back when it is taken apart', () => {
    told
      .when(takesApart('maja', 'm1'))
      .thenEvents('MergeUndone')
      .thenState((state) => {
        const before = given(
          ...received,
          assessed('anna', 'n2', { evidence: null, scores: {} }),
          assessed('anna', 'n1', { evidence: null, scores: {}, texts: texts('reason', 'own') }),
          assessed('mette', 'n3', { evidence: null, scores: {} }),
          remark('anna', 'udvalg', 'n2'),
          follows('fie', 'n3'),
          asks('anna', 'n2', 'q1'),
        ).state;
        const withoutEmpty = (of: RoundState | null) => JSON.stringify([of?.nominations, of?.tasks]);
        expect(withoutEmpty(state)).toBe(withoutEmpty(before));
        expect(mergedInto(state, nominationId('n1'))).toEqual([]);
      });
  });
});

describe('taking a merge apart', () => {
  it('is for any nominator of it and the secretariat, with a reason', () => {
    given(...all)
      .when(takesApart('lone', 'm1'))
      .thenEvents('MergeUndone')
      .thenState((state) => {
        expect(nominationIn(state, 'n1').nominators).toEqual(['klara', 'kurt']);
        expect(nominationIn(state, 'n3')).toMatchObject({ status: 'submitted', number: '2027-003' });
      });
    given(...all)
      .when(takesApart('sine', 'm1', texts()))
      .thenRefused('ReasonMissing');
    given(...all)
      .when(takesApart('anna', 'm1'))
      .thenRefused('NotNominator');
  });

  it('is not for one of the secretariat who is held out of it', () => {
    const out = by('sine', {
      type: 'ReportConflict',
      personId: person('sine'),
      nominationId: nominationId('n3'),
      grounds: ['other'],
      texts: null,
    });
    given(...all, out)
      .when(takesApart('sine', 'm1'))
      .thenRefused('NotNominator');
  });

  it('leaves other merges into the same as they are', () => {
    const two = [
      ...received,
      proposesMerge('sine', 'm1', 'n1', ['n2']),
      agrees('nord', 'm1'),
      proposesMerge('sine', 'm2', 'n1', ['n3']),
      agrees('nord', 'm2'),
    ] as const;
    given(...two)
      .when(takesApart('klara', 'm1'))
      .thenState((state) => {
        expect(nominationIn(state, 'n1').nominators).toEqual(['klara', 'kurt', 'maja']);
        expect(mergedInto(state, nominationId('n1'))).toEqual(['n3']);
      });
  });

  it('comes too late once the advice is signed', () => {
    given(...all, drafted('sine', 'n1', 'qualified'), signed('mette', 1))
      .when(takesApart('klara', 'm1'))
      .thenRefused('MergeSettled');
  });
});

test('whatever the order in which people agree, the merge is the same', () => {
  const people = ['klara', 'kurt', 'lone', 'maja'];
  const outcome = (order: readonly string[]) => {
    const { state } = given(...merged, ...order.map((name) => agrees(name, 'm1')));
    return JSON.stringify([state?.nominations, state?.tasks]);
  };
  const expected = outcome(people);
  fc.assert(
    fc.property(fc.shuffledSubarray(people, { minLength: 4 }), (order) => {
      expect(outcome(order)).toBe(expected);
    }),
    { numRuns: 24 },
  );
});

test('nobody is free of a conflict because the nomination it is about became part of another', () => {
  const { state } = given(...all);
  if (state === null) throw new Error('no round');
  const conflict = { ruling: null, withdrawnAt: null };
  const held = {
    ...state,
    matters: {
      ...state.matters,
      impartiality: { ...state.matters.impartiality, conflicts: { n2: { anna: conflict } } as never },
    },
  };
  expect(mayTakePart(held, person('anna'), nominationId('n1'))).toBe(false);
  expect(mayTakePart(held, person('mette'), nominationId('n1'))).toBe(true);
});
