// Calling a substitute: who may, for whom, and who answers then.
import { as, type MandateId } from '../../../../services/process/ids';
import type { RoundStep } from '../../given';
import { by, castBallot, definitionWith, electorateOf, given, person, seat, started, taskId } from '../../given';

const definition = definitionWith([
  { id: 'valg', kind: 'vote' },
  { id: 'personligt', kind: 'vote', substitutes: false },
]);
const electorate = electorateOf(
  definition,
  seat('anna', 'udvalg', { substitute: person('asta') }),
  seat('bo', 'udvalg'),
  seat('cille', 'udvalg', { role: 'chair' }),
);
const start = started(definition, electorate);

function call(who: string, mandate = 'udvalg-anna', task = 'valg'): RoundStep {
  return by(who, { type: 'CallSubstitute', taskId: taskId(task), mandateId: as<MandateId>(mandate) });
}

const ballotOfAsta = castBallot({ by: 'asta', task: 'valg', mandate: 'udvalg-anna' });

describe('a substitute', () => {
  it('is called by the holder, the chair or the secretariat', () => {
    for (const who of ['anna', 'cille', 'sine']) {
      given(start).when(call(who)).thenEvents({ type: 'SubstituteCalled', mandateId: 'udvalg-anna', personId: 'asta' });
    }
  });

  it('is not called by another member', () => {
    given(start).when(call('bo')).thenRefused('NoMandate');
  });

  it('answers for the seat once called, and the holder does not', () => {
    given(start).when(ballotOfAsta).thenRefused('NoMandate');
    const called = given(start, call('anna'));
    called.when(ballotOfAsta).thenEvents({ type: 'BallotCast', mandateId: 'udvalg-anna' });
    called
      .when(castBallot({ by: 'anna', task: 'valg' }))
      .thenRefused('SubstituteHasBeenCalled', { mandateId: 'udvalg-anna' });
  });

  it('is called once', () => {
    given(start, call('anna')).when(call('sine')).thenUnchanged();
  });

  it('must be named, and the task must allow it', () => {
    given(start).when(call('bo', 'udvalg-bo')).thenRefused('NoSubstitute', { mandateId: 'udvalg-bo' });
    given(start)
      .when(call('anna', 'udvalg-anna', 'personligt'))
      .thenRefused('SubstitutesNotAllowed');
    given(start).when(call('sine', 'sekretariat-sine')).thenRefused('NoMandate');
  });

  it('may change what the holder answered before, in full knowledge of it', () => {
    const answered = given(start, castBallot({ by: 'anna', task: 'valg', choice: 'for' }), call('anna'));
    answered
      .when(castBallot({ by: 'asta', task: 'valg', mandate: 'udvalg-anna', choice: 'against', basis: 0 }))
      .thenRefused('AnswerChangedMeanwhile', { basis: 1 });
    answered
      .when(castBallot({ by: 'asta', task: 'valg', mandate: 'udvalg-anna', choice: 'against', basis: 1 }))
      .thenEvents({ type: 'BallotCast', ballot: { choice: 'against' } });
  });
});
