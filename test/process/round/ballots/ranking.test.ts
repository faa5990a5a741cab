// Ranking nominations by tiers: what a ranking may hold, how it is counted, and how it is read afterwards.
import { rankedOrder } from '../../../../services/process/round/ranked';
import {
  by,
  castBallot,
  definitionWith,
  electorateOf,
  given,
  seat,
  started,
  submittedNomination,
  taskId,
  texts,
  tick,
} from '../../given';

const definition = definitionWith([
  { id: 'prioriter', kind: 'rank', workingDays: 5 },
  { id: 'udvaelg', kind: 'vote', about: 'submitted', after: ['prioriter'], basedOn: ['prioriter'] },
]);
const electorate = electorateOf(definition, seat('anna', 'udvalg'), seat('bo', 'udvalg'), seat('carl', 'udvalg'));
const carriedOver = ['n1', 'n2', 'n3'].map((id, index) => submittedNomination(id, `2026-00${index + 1}`));
const start = started(definition, electorate, { carriedOver });

const rank = (who: string, tiers: Readonly<Record<string, string>>, order: readonly string[] = [], basis = 0) =>
  castBallot({ by: who, task: 'prioriter', tiers, order, basis });

describe('a ranking', () => {
  it('puts nominations in tiers, with an order inside where somebody wants one', () => {
    given(start)
      .when(rank('anna', { n1: 'high', n2: 'high', n3: 'low' }, ['n2', 'n1', 'n2']))
      .thenEvents({ type: 'BallotCast', ballot: { choice: 'ranked', order: ['n2', 'n1'], tiers: { n3: 'low' } } });
  });

  it('may leave some out, but not all', () => {
    given(start)
      .when(rank('anna', { n1: 'high' }))
      .thenEvents('BallotCast');
    given(start).when(rank('anna', {})).thenRefused('NotRanked', { missing: 3 });
  });

  it('holds tiers and nominations of the task only', () => {
    given(start)
      .when(rank('anna', { n1: 'best' }))
      .thenRefused('UnknownTier');
    given(start)
      .when(rank('anna', { x: 'high' }))
      .thenRefused('NominationNotInTask', { nominationId: 'x' });
    given(start)
      .when(rank('anna', { n1: 'high' }, ['x']))
      .thenRefused('NominationNotInTask');
    given(start)
      .when(rank('anna', { n1: 'high' }, ['n2']))
      .thenRefused('UnknownTier');
    given(start)
      .when(castBallot({ by: 'anna', task: 'prioriter', choice: 'for' }))
      .thenRefused('UnknownChoice');
  });

  it('given again changes nothing; a different one counts from a view that showed the first', () => {
    const ranked = given(start, rank('anna', { n1: 'high', n2: 'low' }));
    ranked.when(rank('anna', { n2: 'low', n1: 'high' })).thenUnchanged();
    ranked.when(rank('anna', { n1: 'low' }, [], 1)).thenEvents('BallotCast');
    ranked.when(rank('anna', { n1: 'low' })).thenRefused('AnswerChangedMeanwhile', { basis: 1 });
  });
});

describe('the count of rankings', () => {
  const ranked = given(
    start,
    rank('anna', { n1: 'high', n2: 'middle', n3: 'low' }),
    rank('bo', { n2: 'high', n1: 'middle' }),
    rank('carl', { n1: 'high', n2: 'high' }, ['n1']),
    tick('2027-01-18T11:00:30.000Z'),
  );

  it('stands with its pairs, paths and shared places', () => {
    expect(ranked.state?.tasks[taskId('prioriter')]?.result).toMatchObject({
      version: 'schulze-winning-votes/1',
      outcome: 'ranked',
      arithmetic: {
        quorum: { answered: 3, met: true },
        vote: null,
        ranking: {
          alternatives: ['n1', 'n2', 'n3'],
          pairs: [
            [0, 2, 3],
            [1, 0, 3],
            [0, 0, 0],
          ],
          bands: [
            { from: 1, to: 1, alternatives: ['n1'] },
            { from: 2, to: 2, alternatives: ['n2'] },
            { from: 3, to: 3, alternatives: ['n3'] },
          ],
        },
      },
    });
  });

  it('is the order a selection builds on', () => {
    if (ranked.state === null) throw new Error('no round');
    expect(rankedOrder(ranked.state, taskId('udvaelg'))).toEqual([['n1'], ['n2'], ['n3']]);
    expect(rankedOrder(ranked.state, taskId('prioriter'))).toEqual([['n1'], ['n2'], ['n3']]);
  });

  it('says nothing before it is closed: all are equal', () => {
    const open = given(start).state;
    if (open === null) throw new Error('no round');
    expect(rankedOrder(open, taskId('udvaelg'))).toEqual([['n1', 'n2', 'n3']]);
    expect(rankedOrder(open, taskId('ukendt'))).toEqual([['n1', 'n2', 'n3']]);
  });

  it('needs its quorum', () => {
    given(start, rank('anna', { n1: 'high' }))
      .when(tick('2027-01-18T11:00:30.000Z'))
      .thenUnchanged();
  });

  it('of nothing ends at its deadline', () => {
    given(started(definition, electorate))
      .when(tick('2027-01-18T11:00:30.000Z'))
      .thenEvents(
        { type: 'TaskClosed', result: { outcome: 'ranked', arithmetic: { ranking: { bands: [] } } } },
        'TaskOpened',
      );
  });

  it('that is closed by hand without a quorum keeps what stood', () => {
    given(start, rank('anna', { n1: 'high' }))
      .when(
        by(
          'sine',
          { type: 'CloseTask', taskId: taskId('prioriter'), texts: texts('reason') },
          '2027-04-01T08:00:00.000Z',
        ),
      )
      .thenEvents(
        { type: 'TaskClosed', result: { outcome: 'closedByHand', arithmetic: { choices: { ranked: 1 } } } },
        'TaskOpened',
      );
  });
});
