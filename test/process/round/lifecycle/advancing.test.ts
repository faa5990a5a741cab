// What time alone brings: closing as of the deadline, waiting 30 seconds, opening from now, and staying open unquorate.
import { taskId, by, castBallot, definitionWith, electorateOf, given, seat, started, texts, tick } from '../../given';

const definition = definitionWith([
  { id: 'valg', kind: 'vote', workingDays: 5 },
  { id: 'godkend', kind: 'approve', after: ['valg'], workingDays: 5 },
]);
const electorate = electorateOf(definition, seat('anna', 'udvalg'), seat('bo', 'udvalg'), seat('carl', 'udvalg'));
const deadline = '2027-01-18T11:00:00.000Z';
const quorate = [
  started(definition, electorate),
  castBallot({ by: 'anna', task: 'valg', choice: 'for' }),
  castBallot({ by: 'bo', task: 'valg', choice: 'for' }),
];

function answer(at: string) {
  return castBallot({ by: 'carl', task: 'valg', choice: 'against', at });
}

describe('a deadline', () => {
  it('closes its task 30 seconds later, as of its own time, and opens what follows', () => {
    given(...quorate)
      .when(tick('2027-01-18T11:00:30.000Z'))
      .thenEvents(
        { type: 'TaskClosed', taskId: 'valg', asOf: deadline, result: { outcome: 'carried' }, texts: null },
        { type: 'TaskOpened', taskId: 'godkend', deadlineAt: '2027-01-25T11:00:00.000Z' },
      );
  });

  it('leaves 30 seconds for answers that are under way', () => {
    given(...quorate)
      .when(tick('2027-01-18T11:00:29.999Z'))
      .thenUnchanged();
  });

  it('takes an answer received at its own moment, and none a millisecond later', () => {
    given(...quorate)
      .when(answer(deadline))
      .thenEvents('BallotCast');
    given(...quorate)
      .when(answer('2027-01-18T11:00:00.001Z'))
      .thenRefused('DeadlinePassed', { taskId: 'valg', deadlineAt: deadline });
  });

  it('that was missed closes as of its time, and what it opens starts now', () => {
    given(...quorate)
      .when(tick('2027-02-01T09:00:00.000Z'))
      .thenEvents(
        { type: 'TaskClosed', asOf: deadline },
        { type: 'TaskOpened', taskId: 'godkend', deadlineAt: '2027-02-08T11:00:00.000Z' },
      )
      .thenState((round) => {
        expect(round.tasks[taskId('godkend')]?.openedAt).toBe('2027-02-01T09:00:00.000Z');
      });
  });

  it('leaves a task open that is not quorate', () => {
    given(started(definition, electorate), castBallot({ by: 'anna', task: 'valg', choice: 'for' }))
      .when(tick('2027-01-19T08:00:00.000Z'))
      .thenUnchanged();
  });

  it('closes nothing while an approval waits for its last answer', () => {
    const waiting = given(
      ...quorate,
      tick('2027-01-18T11:01:00.000Z'),
      castBallot({ by: 'anna', task: 'godkend', choice: 'approve' }),
    );
    waiting.when(tick('2027-03-01T08:00:00.000Z')).thenUnchanged();
    waiting
      .when(castBallot({ by: 'bo', task: 'godkend', choice: 'approve', at: '2027-03-02T08:00:00.000Z' }))
      .thenEvents('BallotCast');
  });
});

describe('a tick', () => {
  it('that comes twice finds nothing to do the second time', () => {
    given(...quorate, tick('2027-01-18T11:00:30.000Z'))
      .when(tick('2027-01-18T11:00:30.000Z'))
      .thenUnchanged();
  });

  it('does nothing in a paused round', () => {
    given(...quorate, by('sine', { type: 'PauseRound', texts: null }))
      .when(tick('2027-01-19T08:00:00.000Z'))
      .thenUnchanged();
  });

  it('does nothing in a closed round', () => {
    const close = by(
      'sine',
      { type: 'CloseTask', taskId: taskId('godkend'), texts: texts('reason') },
      '2027-04-01T08:00:00.000Z',
    );
    given(...quorate, tick('2027-01-18T11:00:30.000Z'), close)
      .when(tick('2027-06-01T08:00:00.000Z'))
      .thenUnchanged();
  });

  it('can be asked for by the secretariat, and by nobody else', () => {
    const told = given(...quorate);
    told.when(by('sine', { type: 'Advance' }, '2027-01-18T11:00:30.000Z')).thenEvents('TaskClosed', 'TaskOpened');
    told.when(by('anna', { type: 'Advance' }, '2027-01-18T11:00:30.000Z')).thenRefused('NotSecretariat');
  });
});

describe('answers after the deadline', () => {
  it('close a task at once where they are accepted and make it quorate', () => {
    const patient = definitionWith([{ id: 'valg', kind: 'vote', workingDays: 5, late: 'accepted' }]);
    const told = given(
      started(patient, electorate),
      castBallot({ by: 'anna', task: 'valg' }),
      tick('2027-01-19T08:00:00.000Z'),
    );
    told
      .when(castBallot({ by: 'bo', task: 'valg', at: '2027-01-20T08:00:00.000Z' }))
      .thenEvents('BallotCast', { type: 'TaskClosed', asOf: '2027-01-20T08:00:00.000Z' }, 'RoundClosed');
  });

  it('are refused by an agreement that was set so, which ends at its deadline with what stands', () => {
    const strict = definitionWith([{ id: 'enighed', kind: 'agree', workingDays: 5, late: 'refused' }]);
    const told = given(
      started(strict, electorate),
      castBallot({ by: 'anna', task: 'enighed', choice: 'agree' }),
      castBallot({ by: 'bo', task: 'enighed', choice: 'agree' }),
    );
    told
      .when(castBallot({ by: 'carl', task: 'enighed', choice: 'agree', at: '2027-01-18T11:00:01.000Z' }))
      .thenRefused('DeadlinePassed');
    told
      .when(tick('2027-01-18T11:00:30.000Z'))
      .thenEvents({ type: 'TaskClosed', asOf: deadline, result: { outcome: 'agreed' } }, 'RoundClosed');
  });
});

describe('a task for which there is nobody', () => {
  it('waits, and is closed by nothing but a hand', () => {
    const empty = electorateOf(definition);
    given(started(definition, empty)).when(tick('2027-03-01T08:00:00.000Z')).thenUnchanged();
  });
});
