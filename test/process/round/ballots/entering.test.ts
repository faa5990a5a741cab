// Answers given outside Teams, entered by the secretariat with their source.
import { as, type MandateId } from '../../../../services/process/ids';
import type { RoundStep } from '../../given';
import { by, castBallot, definitionWith, electorateOf, given, person, seat, started, taskId, texts } from '../../given';

const seats = ['anna', 'bo', 'cille'].map((name) => seat(name, 'udvalg'));
const definition = definitionWith([{ id: 'sag', kind: 'agree', rule: { method: 'consensus', dissentMax: 1 } }]);
const start = started(definition, electorateOf(definition, ...seats));

function enter(who: string, choice: 'agree' | 'disagree', more: { basis?: number; fields?: string[] } = {}): RoundStep {
  return by(who, {
    type: 'RecordAnswer',
    taskId: taskId('sag'),
    mandateId: as<MandateId>('udvalg-bo'),
    basis: more.basis ?? 0,
    ballot: { choice, texts: texts(...(more.fields ?? ['source', 'reason'])), tiers: null, order: [] },
  });
}

it('counts as the seat’s own, and says who entered it', () => {
  given(start)
    .when(enter('sine', 'agree'))
    .thenEvents({ type: 'BallotCast', mandateId: 'udvalg-bo', givenBy: 'bo' })
    .thenState(({ tasks }) => {
      expect(tasks[taskId('sag')]).toMatchObject({
        work: { ballots: { 'udvalg-bo': { choice: 'agree', by: 'bo', enteredBy: 'sine', revision: 1 } } },
      });
    });
});

it('is refused to everyone but the secretariat, and without a source', () => {
  given(start).when(enter('anna', 'agree')).thenRefused('NotSecretariat');
  given(start)
    .when(enter('sine', 'disagree', { fields: ['reason'] }))
    .thenRefused('SourceMissing');
  given(start)
    .when(enter('sine', 'disagree', { fields: ['source'] }))
    .thenRefused('ReasonMissing');
});

it('stays quiet when it is the same again, and is changed by whoever holds the seat', () => {
  given(start, enter('sine', 'agree'))
    .when(enter('sine', 'agree', { basis: 1 }))
    .thenUnchanged();
  given(start, enter('sine', 'agree')).when(enter('sine', 'disagree')).thenRefused('AnswerChangedMeanwhile');
  given(start, enter('sine', 'agree'))
    .when(castBallot({ by: 'bo', task: 'sag', choice: 'disagree', reason: true }))
    .thenEvents('BallotCast')
    .thenState(({ tasks }) => {
      const work = tasks[taskId('sag')]?.work;
      const ballot = work?.family === 'ballots' ? work.ballots[as<MandateId>('udvalg-bo')] : undefined;
      expect([ballot?.by, ballot?.enteredBy, ballot?.revision]).toEqual([person('bo'), undefined, 2]);
    });
});

it('is impossible in a secret ballot', () => {
  const secret = definitionWith([{ id: 'sag', kind: 'vote', visibility: 'secret', rule: { method: 'majority' } }]);
  given(started(secret, electorateOf(secret, ...seats)))
    .when(enter('sine', 'agree'))
    .thenRefused('SecretNotEntered');
});
