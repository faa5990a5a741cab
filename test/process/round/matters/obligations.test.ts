// Conditions of an approval: each tracked with owner and deadline, met and confirmed, holding back what follows where so marked.
import { as, type ObligationId } from '../../../../services/process/ids';
import { outstandingFor } from '../../../../services/process/round/outstanding';
import type { RoundStep } from '../../given';
import {
  bodyId,
  by,
  castBallot,
  definitionWith,
  electorateOf,
  given,
  person,
  seat,
  started,
  taskId,
  texts,
} from '../../given';

const definition = definitionWith([
  { id: 'godkend', kind: 'approve', conditions: { owner: 'selskab', workingDays: 5, gates: true } },
  { id: 'siden', kind: 'vote', after: ['godkend'] },
]);
const electorate = electorateOf(definition, seat('anna', 'udvalg'), seat('bo', 'udvalg'), seat('lone', 'selskab'));
const start = started(definition, electorate);
const id = as<ObligationId>('godkend.0.1');

const conditional = castBallot({ by: 'anna', task: 'godkend', choice: 'approveWithConditions', reason: true });
const approve = castBallot({ by: 'bo', task: 'godkend', choice: 'approve' });
const report = (who: string): RoundStep => by(who, { type: 'ReportObligation', obligationId: id, texts: null });
const check = (who: string, met = true, reason = false): RoundStep =>
  by(who, { type: 'CheckObligation', obligationId: id, met, texts: reason ? texts('reason') : null });
const assign = (who: string, gates: boolean): RoundStep =>
  by(who, {
    type: 'AssignObligation',
    obligationId: id,
    bodyId: bodyId('selskab'),
    deadlineAt: '2027-02-01T11:00:00.000Z',
    gates,
  });
const laid = [start, conditional, approve] as const;

describe('a condition', () => {
  it('is laid down when the task closes, and holds back what comes after where so marked', () => {
    given(start, conditional)
      .when(approve)
      .thenEvents(
        'BallotCast',
        { type: 'TaskClosed', result: { outcome: 'approvedWithConditions' } },
        {
          type: 'ObligationsLaidDown',
          obligations: [{ id, bodyId: 'selskab', gates: true, deadlineAt: '2027-01-18T11:00:00.000Z' }],
        },
      );
  });

  it('waits for its owner, and once reported for who wanted it', () => {
    const wanted = (steps: readonly RoundStep[], name: string) => {
      const { state } = given(...steps);
      return state === null
        ? []
        : outstandingFor(state, person(name), '2027-01-12').flatMap(({ entries }) => entries.map((one) => one.wanted));
    };
    expect(wanted(laid, 'lone')).toEqual(['condition']);
    expect(wanted(laid, 'anna')).toEqual([]);
    expect(wanted([...laid, report('lone')], 'anna')).toEqual(['conditionCheck']);
    expect(wanted([...laid, report('lone')], 'lone')).toEqual([]);
  });

  it('that is met lets the next task open', () => {
    given(...laid, report('lone'))
      .when(check('anna'))
      .thenEvents({ type: 'ObligationChecked', met: true }, { type: 'TaskOpened', taskId: 'siden' });
  });

  it('is met only by the word of who wanted it', () => {
    given(...laid)
      .when(report('bo'))
      .thenRefused('NoMandate');
    given(...laid, report('lone'))
      .when(check('lone'))
      .thenRefused('NoMandate');
  });

  it('can be handed back with what is missing', () => {
    given(...laid, report('lone'))
      .when(check('anna', false))
      .thenRefused('ReasonMissing');
    given(...laid, report('lone'), check('anna', false, true))
      .when(report('lone'))
      .thenEvents('ObligationReported');
  });

  it('can be given to another with another deadline, and then no longer holds back', () => {
    given(...laid)
      .when(assign('sine', false))
      .thenEvents('ObligationAssigned', { type: 'TaskOpened', taskId: 'siden' });
    given(...laid)
      .when(assign('bo', false))
      .thenRefused('NotSecretariat');
  });

  it('that is handed back twice is handed back once, and nothing is handed back that was not reported', () => {
    given(...laid)
      .when(check('anna', false, true))
      .thenUnchanged();
    given(...laid, report('lone'), check('anna', false, true))
      .when(check('anna', false, true))
      .thenUnchanged();
  });

  it('said twice changes nothing', () => {
    given(...laid, report('lone'))
      .when(report('lone'))
      .thenUnchanged();
    given(...laid, report('lone'), check('anna'))
      .when(check('anna'))
      .thenUnchanged();
  });

  it('is laid down by nobody who approved without', () => {
    given(start, castBallot({ by: 'anna', task: 'godkend', choice: 'approve' }))
      .when(approve)
      .thenEvents('BallotCast', 'TaskClosed', { type: 'TaskOpened', taskId: taskId('siden') });
  });
});
