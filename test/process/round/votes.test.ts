// How a body votes: who answers, when it counts, and what comes of it.
import { by, castBallot, definitionWith, electorateOf, given, seat, started, tick } from '../given';

const vote = definitionWith([{ id: 'vote', kind: 'vote' }]);
const three = electorateOf(vote, seat('anna', 'udvalg'), seat('bo', 'udvalg'), seat('carl', 'udvalg'));

describe('a vote', () => {
  it('counts one answer per seat', () => {
    given(started(vote, three))
      .when(castBallot({ by: 'anna', task: 'vote', choice: 'for' }))
      .thenEvents({ type: 'BallotCast', mandateId: 'udvalg-anna', ballot: { choice: 'for' } });
  });

  it('is carried at its deadline by more than half of the votes cast', () => {
    given(
      started(vote, three),
      castBallot({ by: 'anna', task: 'vote', choice: 'for' }),
      castBallot({ by: 'bo', task: 'vote', choice: 'for' }),
      castBallot({ by: 'carl', task: 'vote', choice: 'against' }),
    )
      .when(tick('2027-01-25T11:00:30.000Z'))
      .thenEvents(
        { type: 'TaskClosed', asOf: '2027-01-25T11:00:00.000Z', result: { outcome: 'carried' } },
        'RoundClosed',
      );
  });

  it('refuses who has no seat', () => {
    given(started(vote, three))
      .when(castBallot({ by: 'sine', task: 'vote' }))
      .thenRefused('NoMandate');
  });

  it('says what is unchanged', () => {
    given(started(vote, three), castBallot({ by: 'anna', task: 'vote' }))
      .when(castBallot({ by: 'anna', task: 'vote', basis: 0 }))
      .thenUnchanged();
  });
});

describe('a round', () => {
  it('knows nothing before it starts', () => {
    given()
      .when(by('anna', { type: 'ResumeRound' }))
      .thenRefused('UnknownRound');
  });
});
