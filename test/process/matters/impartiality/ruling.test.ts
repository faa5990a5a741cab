// Impartiality: declaring, reporting, and ruling on all that is open in one batch, each without the person concerned.
import { given, nominationId, person, seat } from '../../given';
import { tick } from '../../given';
import { outstandingFor } from '../../../../services/process/round/outstanding';
import { standingOf } from '../../../../services/process/round/matters/impartiality/standing';
import type { RoundState } from '../../../../services/process/round/state';
import { declare, report, roundWith, rule } from './builders';

const standing = (state: RoundState | null, name: string, id: string): string =>
  state === null ? '' : standingOf(state, person(name), nominationId(id));

const wantedOf = (state: RoundState | null, name: string): readonly string[] =>
  state === null
    ? []
    : outstandingFor(state, person(name), '2027-01-12').flatMap(({ entries }) => entries.map(({ wanted }) => wanted));

const wantedOn = (state: RoundState | null, name: string): readonly string[] =>
  state === null
    ? []
    : outstandingFor(state, person(name), '2027-01-20').flatMap(({ entries }) => entries.map(({ wanted }) => wanted));

describe('declaring interests', () => {
  it('is asked of everyone who takes part once the task is open, where the definition asks', () => {
    const { state } = given(roundWith({ impartiality: {} }));
    expect(wantedOf(state, 'anna')).toContain('declaration');
    expect(wantedOf(state, 'olga')).toEqual([]);
  });

  it('is asked of nobody where the definition says nothing', () => {
    expect(wantedOf(given(roundWith()).state, 'anna')).not.toContain('declaration');
  });

  it('is done with one answer for the round', () => {
    const { state } = given(roundWith({ impartiality: {} }), declare('anna'));
    expect(wantedOf(state, 'anna')).not.toContain('declaration');
  });

  it('reports what is ticked and holds the person out of that alone', () => {
    const { state } = given(roundWith(), declare('anna', { n1: ['association'] }));
    expect([standing(state, 'anna', 'n1'), standing(state, 'anna', 'n2')]).toEqual(['pending', 'free']);
  });

  it('can be changed: what is no longer ticked is taken back', () => {
    const { state } = given(roundWith(), declare('anna', { n1: ['association'] }), declare('anna', { n2: ['other'] }));
    expect([standing(state, 'anna', 'n1'), standing(state, 'anna', 'n2')]).toEqual(['free', 'pending']);
  });

  it('changes nothing when it is sent again', () => {
    given(roundWith(), declare('anna', { n1: ['other'] }))
      .when(declare('anna', { n1: ['other'] }))
      .thenUnchanged();
  });

  it('is refused from a view that did not show the present one', () => {
    given(roundWith(), declare('anna'))
      .when(declare('anna', { n1: ['other'] }, 0))
      .thenRefused('AnswerChangedMeanwhile');
  });

  it('is refused without a ground, for an unknown nomination, and from whoever has no part', () => {
    given(roundWith())
      .when(declare('anna', { n1: [] }))
      .thenRefused('GroundMissing');
    given(roundWith())
      .when(declare('anna', { n9: ['other'] }))
      .thenRefused('UnknownNomination');
    given(roundWith())
      .when(declare('nina', { n1: ['other'] }))
      .thenRefused('NoMandate');
  });
});

describe('raising another member’s conflict', () => {
  it('holds him out until it is ruled on', () => {
    given(roundWith())
      .when(report('anna', 'n1', 'bo'))
      .thenEvents('ConflictReported')
      .thenState((state) => expect(standing(state, 'bo', 'n1')).toBe('pending'));
  });

  it('is refused without a reason, and from whoever has no part', () => {
    given(roundWith())
      .when(report('anna', 'n1', 'bo', false))
      .thenRefused('ReasonMissing');
    given(roundWith())
      .when(report('nina', 'n1', 'bo'))
      .thenRefused('NoMandate');
  });

  it('stays quiet when it is open already', () => {
    given(roundWith(), report('anna', 'n1', 'bo'))
      .when(report('karl', 'n1', 'bo'))
      .thenUnchanged();
  });

  it('cannot be taken back by the person himself', () => {
    const { state } = given(roundWith(), report('anna', 'n1', 'bo'), declare('bo'));
    expect(standing(state, 'bo', 'n1')).toBe('pending');
  });

  it('cannot be raised again by a member once it is ruled on, but by the secretariat', () => {
    const settled = [
      roundWith(),
      report('anna', 'n1', 'bo'),
      rule('karl', { 'bo n1': 'notDisqualified' }),
      rule('dorte', { 'bo n1': 'notDisqualified' }),
    ];
    given(...settled)
      .when(report('anna', 'n1', 'bo'))
      .thenRefused('ConflictSettled');
    given(...settled)
      .when(report('sine', 'n1', 'bo'))
      .thenEvents('ConflictReported');
  });
});

describe('ruling', () => {
  const reported = [roundWith(), report('bo', 'n1'), report('anna', 'n2')];

  it('settles when more than half of the others agree, and says so with its counts', () => {
    given(...reported, rule('karl', { 'bo n1': 'disqualified' }))
      .when(rule('dorte', { 'bo n1': 'disqualified' }))
      .thenEvents('ConflictsVotedOn', { type: 'ConflictRuled', outcome: 'disqualified', deciders: 3 })
      .thenState((state) => expect(standing(state, 'bo', 'n1')).toBe('recused'));
  });

  it('takes all open ones in one batch', () => {
    const both = { 'bo n1': 'disqualified', 'anna n2': 'notDisqualified' } as const;
    given(...reported, rule('karl', both))
      .when(rule('dorte', both))
      .thenEvents('ConflictsVotedOn', 'ConflictRuled', 'ConflictRuled');
  });

  it('is refused on oneself, from an observer, and without a choice', () => {
    given(...reported)
      .when(rule('bo', { 'bo n1': 'notDisqualified' }))
      .thenRefused('OwnConflict');
    given(...reported)
      .when(rule('olga', { 'bo n1': 'notDisqualified' }))
      .thenRefused('NoMandate');
    given(...reported)
      .when(rule('karl', {}))
      .thenRefused('VotesMissing');
  });

  it('asks for a reason for an exception, and leaves the person free', () => {
    given(...reported)
      .when(rule('karl', { 'bo n1': 'exception' }))
      .thenRefused('ReasonMissing');
    given(...reported, rule('karl', { 'bo n1': 'exception' }, { reason: true }))
      .when(rule('dorte', { 'bo n1': 'exception' }, { reason: true }))
      .thenState((state) => expect(standing(state, 'bo', 'n1')).toBe('free'));
  });

  it('wants everyone but the person concerned', () => {
    const { state } = given(...reported);
    const total = (name: string): number =>
      outstandingFor(state as RoundState, person(name), '2027-01-12')
        .flatMap(({ entries }) => entries)
        .filter(({ wanted }) => wanted === 'ruling')
        .reduce((sum, { left }) => sum + left, 0);
    expect(['karl', 'dorte', 'anna', 'bo', 'olga', 'sine'].map(total)).toEqual([2, 2, 1, 1, 0, 0]);
  });

  it('goes by those who voted when the time is up, the chair deciding where they are even', () => {
    const even = [
      ...reported,
      rule('karl', { 'bo n1': 'notDisqualified' }),
      rule('dorte', { 'bo n1': 'disqualified' }),
    ];
    given(...even)
      .when(tick('2027-02-01T12:00:00.000Z'))
      .thenState((state) => expect(standing(state, 'bo', 'n1')).toBe('free'));
  });

  describe('that too few have given in time', () => {
    // Reported on Monday 11 January; five working days to rule, then two for each who is asked instead.
    const passed = '2027-01-18T12:00:00.000Z';
    const passedAgain = '2027-01-20T12:00:00.000Z';
    const one = [roundWith(), report('bo', 'n1')];

    it('goes to the chair, and holds the person out as long as it is open', () => {
      given(...one, rule('anna', { 'bo n1': 'notDisqualified' }))
        .when(tick(passed))
        .thenEvents({ type: 'RulingsPassedOn', to: 'chair', conflicts: [{ personId: 'bo', nominationId: 'n1' }] })
        .thenState((state) => expect(standing(state, 'bo', 'n1')).toBe('pending'));
    });

    it('is then ruled by the chair alone, and no longer by the others', () => {
      const told = given(...one, tick(passed));
      told.when(rule('anna', { 'bo n1': 'notDisqualified' })).thenRefused('RulingPassedOn');
      told
        .when(rule('karl', { 'bo n1': 'disqualified' }))
        .thenEvents('ConflictsVotedOn', { type: 'ConflictRuled', outcome: 'disqualified', deciders: 1 });
    });

    it('stands at once with what the chair had answered before', () => {
      given(...one, rule('karl', { 'bo n1': 'notDisqualified' }))
        .when(tick(passed))
        .thenEvents({ type: 'RulingsPassedOn', to: 'chair' }, { type: 'ConflictRuled', outcome: 'notDisqualified' });
    });

    it('goes to the deputy where it is the chair’s own', () => {
      const told = given(roundWith(), report('karl', 'n1'), tick(passed));
      told.when(rule('anna', { 'karl n1': 'notDisqualified' })).thenRefused('RulingPassedOn');
      told.when(rule('dorte', { 'karl n1': 'notDisqualified' })).thenEvents('ConflictsVotedOn', 'ConflictRuled');
    });

    it('goes to the secretariat where the chair is silent too, and whoever answers first rules', () => {
      const told = given(...one, tick(passed), tick(passedAgain));
      expect(wantedOn(told.state, 'karl')).not.toContain('ruling');
      expect(wantedOn(told.state, 'sine')).toContain('ruling');
      told.when(rule('sine', { 'bo n1': 'disqualified' })).thenEvents('ConflictsVotedOn', 'ConflictRuled');
    });

    it('goes to the secretariat at once where nobody leads', () => {
      const seats = ['anna', 'bo', 'carl'].map((name) => seat(name, 'udvalg'));
      given(roundWith({ seats }), report('bo', 'n1'))
        .when(tick(passed))
        .thenEvents({ type: 'RulingsPassedOn', to: 'secretariat' });
    });

    it('sets aside what the secretariat answered as one of several: each may answer for all, also as before', () => {
      const office = ['sara', 'sine', 'stig', 'soren', 'svend'].map((name) => seat(name, 'sekretariat'));
      const two = [
        roundWith({ seats: office }),
        report('sine', 'n1'),
        rule('stig', { 'sine n1': 'disqualified' }),
        rule('sara', { 'sine n1': 'notDisqualified' }),
      ];
      given(...two)
        .when(tick(passed))
        .thenEvents({ type: 'RulingsPassedOn', to: 'secretariat' });
      const after = given(...two, tick(passed));
      expect(wantedOn(after.state, 'stig')).toContain('ruling');
      after
        .when(rule('stig', { 'sine n1': 'disqualified' }))
        .thenEvents('ConflictsVotedOn', { type: 'ConflictRuled', outcome: 'disqualified', deciders: 1 });
    });

    it('stays with the secretariat, and nothing more is passed on', () => {
      given(...one, tick(passed), tick(passedAgain))
        .when(tick('2027-01-27T12:00:00.000Z'))
        .thenState((state) => expect(standing(state, 'bo', 'n1')).toBe('pending'));
    });
  });

  it('of the chair is led by the deputy', () => {
    const chairs = [roundWith({ impartiality: { ruledBy: 'chair' } }), report('karl', 'n1'), report('bo', 'n1')];
    given(...chairs)
      .when(rule('karl', { 'karl n1': 'notDisqualified' }))
      .thenRefused('OwnConflict');
    given(...chairs)
      .when(rule('dorte', { 'karl n1': 'disqualified', 'bo n1': 'disqualified' }))
      .thenEvents('ConflictsVotedOn', 'ConflictRuled', 'ConflictRuled');
  });

  it('of a secretariat person is for the secretariat’s others', () => {
    const { state } = given(roundWith(), report('sine', 'n1'));
    expect(state?.matters.impartiality.conflicts[nominationId('n1')]?.[person('sine')]?.decidedBy).toEqual([
      'sekretariat',
    ]);
  });
});
