// Impartiality in votes: what a recused person has answered is set aside, lists count per item, quorum and majority follow
// those who may take part, and a substitute speaks for what was ruled alone.
import { castBallot, given, nominationId, person, seat, by, taskId, tick } from '../../given';
import type { RoundStep, TaskSketch } from '../../given';
import { outstandingFor } from '../../../../services/process/round/outstanding';
import { ask } from '../../../../services/process/round/view';
import type { Json, RoundState } from '../../../../services/process/round/state';
import { group, recused, report, roundWith, rule } from './builders';

const vote: TaskSketch = { id: 'valg', kind: 'vote', about: 'submitted', rule: { method: 'majority' } };
const closed = '2027-02-15T12:00:00.000Z';

const cast = (name: string, choice: 'for' | 'against' | 'abstain', mandate?: string): RoundStep =>
  castBallot({ by: name, task: 'valg', choice, ...(mandate === undefined ? {} : { mandate, basis: 0 }) });

const standing = (state: RoundState | null): Json => {
  const asked = ask(state as RoundState, taskId('valg'), '2027-01-12');
  return asked?.rules.standing?.(asked.view) ?? null;
};

const wants = (state: RoundState | null, name: string): boolean =>
  outstandingFor(state as RoundState, person(name), '2027-01-12')
    .flatMap(({ entries }) => entries)
    .some(({ wanted }) => wanted === 'ballot' || wanted === 'ranking');

describe('a vote on one nomination', () => {
  const one = roundWith({ tasks: [vote], nominations: ['n1'] });

  it('holds a reported person out, asks him for nothing and refuses his answer', () => {
    const told = given(one, report('bo', 'n1'));
    expect(wants(told.state, 'bo')).toBe(false);
    told.when(cast('bo', 'for')).thenRefused('HeldOut');
  });

  it('counts quorum and majority over those who may take part, as the card says it', () => {
    const { state } = given(one, cast('bo', 'against'), cast('karl', 'for'), cast('dorte', 'for'), report('bo', 'n1'));
    expect(standing(state)).toMatchObject({
      quorum: { seats: 4, recused: 1, entitled: 3, answered: 2, needed: 3, met: false },
      vote: { for: 2, against: 0, entitled: 3 },
      withheld: ['udvalg-bo'],
      pending: 1,
    });
  });

  it('counts a share over the entitled where the definition says so', () => {
    const tasks = [{ ...vote, rule: { method: 'majority', quorumOf: 'entitled' } }];
    const { state } = given(roundWith({ tasks, nominations: ['n1'] }), report('bo', 'n1'));
    expect(standing(state)).toMatchObject({ quorum: { seats: 4, entitled: 3, needed: 2 } });
  });

  it('lets a substitute answer once it is ruled, beside what the holder had said', () => {
    const ruled = [one, cast('bo', 'against'), ...recused('bo', 'n1')];
    const told = given(...ruled);
    expect([wants(told.state, 'bo'), wants(told.state, 'stig')]).toEqual([false, true]);
    told
      .when(cast('stig', 'for', 'udvalg-bo'))
      .thenEvents({ type: 'BallotCast', instead: true })
      .thenState((state) => {
        expect(standing(state)).toMatchObject({ vote: { for: 1, against: 0 }, withheld: ['udvalg-bo'] });
        const { work } = state.tasks[taskId('valg')] ?? {};
        expect(work?.family === 'ballots' && work.ballots).toHaveProperty('udvalg-bo');
      });
  });

  it('counts an answer again when the person is found free', () => {
    const free = { 'bo n1': 'notDisqualified' } as const;
    const { state } = given(one, cast('bo', 'against'), report('bo', 'n1'), rule('karl', free), rule('dorte', free));
    expect(standing(state)).toMatchObject({ vote: { against: 1 }, quorum: { recused: 0 } });
  });

  it('leaves a closed result as it was', () => {
    const votes = ['karl', 'dorte', 'bo'].map((name) => cast(name, 'for'));
    // A second task keeps the round open.
    const tasks = [vote, { id: 'efter', kind: 'approve', after: ['valg'] } as const];
    const told = given(roundWith({ tasks, nominations: ['n1'] }), ...votes, tick(closed), report('bo', 'n1'));
    const asked = ask(told.state as RoundState, taskId('valg'), '2027-02-15');
    expect(asked?.rules.standing?.(asked.view)).toMatchObject({ vote: { for: 3 }, quorum: { recused: 0 } });
  });

  it('goes by the deputy at a tie where the chair is held out', () => {
    const tasks = [{ ...vote, rule: { method: 'majority', tie: 'chair' } }];
    const even = [roundWith({ tasks, nominations: ['n1'] }), ...recused('karl', 'n1')];
    const told = given(...even, cast('dorte', 'for'), cast('anna', 'against'), cast('bo', 'abstain'));
    expect(told.when(tick(closed)).state?.tasks[taskId('valg')]?.result?.outcome).toBe('carried');
  });

  it('waits for the ruling before it closes as answered, but not for ever', () => {
    const tasks: readonly TaskSketch[] = [{ ...vote, kind: 'approve', rule: { method: 'majority' } }];
    const others = ['karl', 'dorte', 'anna'].map((name) => castBallot({ by: name, task: 'valg', choice: 'approve' }));
    const pending = [roundWith({ tasks, nominations: ['n1'] }), report('bo', 'n1'), ...others];
    expect(given(...pending).state?.tasks[taskId('valg')]?.status).toBe('open');
    const out = { 'bo n1': 'disqualified' } as const;
    const seats = group.map((held) => ({ ...held, substitute: null }));
    const settled = [roundWith({ tasks, nominations: ['n1'], seats }), report('bo', 'n1'), ...others];
    given(...settled, rule('karl', out))
      .when(rule('dorte', out))
      .thenEvents('ConflictsVotedOn', 'ConflictRuled', 'TaskClosed', 'RoundClosed');
  });
});

describe('a vote on a list', () => {
  const selection: TaskSketch = { ...vote, proposal: { of: 'selection', by: ['sekretariat'] } };
  const nominations = ['n1', 'n2', 'n3', 'n4'];
  const list = (seats = [...group, seat('soren', 'sekretariat')]): RoundStep =>
    roundWith({ tasks: [selection], nominations, seats });
  const propose = (name: string, ...ids: readonly string[]): RoundStep =>
    by(name, { type: 'ProposeSelection', taskId: taskId('valg'), nominationIds: ids.map(nominationId), basis: 0 });

  it('is answered for the rest by whoever is recused from two', () => {
    given(list(), propose('soren', 'n1', 'n2', 'n3'), ...recused('bo', 'n1', 'n2'))
      .when(cast('bo', 'for'))
      .thenEvents({ type: 'BallotCast', without: ['n1', 'n2'] });
  });

  it('counts each item by those who take part in it', () => {
    const seats = [...group.map((held) => ({ ...held, substitute: null })), seat('soren', 'sekretariat')];
    const told = given(
      list(seats),
      propose('soren', 'n1', 'n2', 'n3'),
      ...recused('bo', 'n1', 'n2'),
      cast('karl', 'for'),
      cast('dorte', 'against'),
      cast('anna', 'abstain'),
      cast('bo', 'for'),
    );
    const { state } = told.when(tick(closed));
    expect(state?.tasks[taskId('valg')]?.result).toMatchObject({
      outcome: 'carried',
      arithmetic: {
        quorum: { recused: 0, answered: 4 },
        vote: { for: 2, against: 1 },
        apart: [
          { nominationIds: ['n1', 'n2'], quorum: { recused: 1, entitled: 3 }, vote: { for: 1 }, outcome: 'tied' },
        ],
      },
    });
    const decisions = nominations.map((id) => state?.nominations[nominationId(id)]?.decision);
    expect(decisions).toEqual([null, null, 'selected', 'notSelected']);
  });

  it('lets the substitute speak for those two alone', () => {
    const ruled = [list(), propose('soren', 'n1', 'n2', 'n3'), ...recused('bo', 'n1', 'n2')];
    const both = given(...ruled, cast('bo', 'against'), cast('stig', 'for', 'udvalg-bo'), cast('karl', 'for'));
    expect([wants(both.state, 'bo'), wants(both.state, 'stig')]).toEqual([false, false]);
    const { state } = both.when(cast('dorte', 'for'));
    expect(standing(state)).toMatchObject({ vote: { for: 2, against: 1 } });
    const done = given(
      ...ruled,
      cast('bo', 'against'),
      cast('stig', 'for', 'udvalg-bo'),
      cast('karl', 'for'),
      cast('dorte', 'for'),
    );
    expect(done.when(tick(closed)).state?.tasks[taskId('valg')]?.result?.arithmetic).toMatchObject({
      apart: [{ nominationIds: ['n1', 'n2'], vote: { for: 3, against: 0 } }],
    });
  });

  it('asks again about what one was held out of and then found free for', () => {
    const free = { 'bo n1': 'notDisqualified' } as const;
    const told = given(
      list(),
      propose('soren', 'n1'),
      report('bo', 'n1'),
      cast('bo', 'for'),
      rule('karl', free),
      rule('dorte', free),
    );
    expect(wants(told.state, 'bo')).toBe(true);
    told.when(cast('bo', 'for')).thenEvents('BallotCast');
  });

  it('is not proposed by a person of the secretariat who is held out of one on it', () => {
    given(list(), report('sine', 'n1')).when(propose('sine', 'n2')).thenRefused('HeldOut');
    given(list(), report('sine', 'n1')).when(propose('soren', 'n2')).thenEvents('SelectionProposed');
  });
});

describe('a ranking', () => {
  const rank: TaskSketch = { id: 'valg', kind: 'rank', about: 'submitted' };
  const ranks = (name: string, tiers: Readonly<Record<string, string>>, mandate?: string): RoundStep =>
    castBallot({ by: name, task: 'valg', tiers, ...(mandate === undefined ? {} : { mandate, basis: 0 }) });
  const pairs = (state: RoundState | null): unknown => state?.tasks[taskId('valg')]?.result?.arithmetic;

  it('says nothing of what the elector is held out of', () => {
    const told = given(
      roundWith({ tasks: [rank], nominations: ['n1', 'n2', 'n3'] }),
      report('bo', 'n1'),
      ranks('bo', { n1: 'high', n2: 'low', n3: 'high' }),
      ranks('karl', { n1: 'low', n2: 'high' }),
      ranks('dorte', { n1: 'low', n2: 'high' }),
    );
    expect(pairs(told.when(tick(closed)).state)).toMatchObject({
      ranking: {
        alternatives: ['n1', 'n2', 'n3'],
        pairs: [
          [0, 0, 2],
          [2, 0, 2],
          [0, 1, 0],
        ],
      },
    });
  });

  it('takes the substitute’s word on comparisons with that one only', () => {
    const told = given(
      roundWith({ tasks: [rank], nominations: ['n1', 'n2', 'n3'] }),
      ...recused('bo', 'n1'),
      ranks('bo', { n2: 'low', n3: 'high' }),
      ranks('stig', { n1: 'high', n2: 'middle', n3: 'low' }, 'udvalg-bo'),
      ranks('karl', { n2: 'high' }),
      ranks('dorte', { n2: 'high' }),
    );
    // From bo n3 over n2; from stig n1 over both and nothing between those two; from the others n2 over both.
    expect(pairs(told.when(tick(closed)).state)).toMatchObject({
      ranking: {
        pairs: [
          [0, 1, 1],
          [2, 0, 2],
          [0, 1, 0],
        ],
      },
    });
  });
});
