// Impartiality in assessing: what a recused person has said counts nowhere, his substitute assesses in his place, and the
// rest of the work goes on.
import { by, given, nominationId, person, texts } from '../../given';
import type { RoundStep } from '../../given';
import { outstandingFor } from '../../../../services/process/round/outstanding';
import { ask } from '../../../../services/process/round/view';
import type { RoundState } from '../../../../services/process/round/state';
import { as, type MandateId, type PrincipleId, type TaskId } from '../../../../services/process/ids';
import { recused, report, roundWith } from './builders';

const assessing = { id: 'vurdering', kind: 'assess', substitutes: true } as const;

function assess(name: string, id: string, score: string, seat = name): RoundStep {
  return by(name, (state) => {
    const work = state?.tasks[as<TaskId>('vurdering')]?.work;
    const mandateId = as<MandateId>(`udvalg-${seat}`);
    const present = work?.family === 'assessments' ? work.given[nominationId(id)]?.[mandateId] : undefined;
    return {
      type: 'GiveAssessment',
      taskId: as<TaskId>('vurdering'),
      nominationId: nominationId(id),
      mandateId,
      scores: { [as<PrincipleId>('value')]: score },
      evidence: null,
      texts: texts('reason'),
      basis: present?.revision ?? 0,
    };
  });
}

const leftOf = (state: RoundState | null, name: string): readonly string[] =>
  outstandingFor(state as RoundState, person(name), '2027-01-12')
    .flatMap(({ entries }) => entries)
    .filter(({ wanted }) => wanted === 'assessments')
    .flatMap(({ nominationIds }) => nominationIds);

const arithmetic = (state: RoundState | null): unknown => {
  const asked = ask(state as RoundState, as<TaskId>('vurdering'), '2027-01-12');
  return asked?.rules.standing?.(asked.view);
};

describe('assessing with somebody held out', () => {
  it('does not count what he gave before, and keeps it', () => {
    const before = given(roundWith({ tasks: [assessing] }));
    const after = given(roundWith({ tasks: [assessing] }), assess('bo', 'n1', 's3'), report('bo', 'n1'));
    expect(arithmetic(after.state)).toEqual(arithmetic(before.state));
    const work = after.state?.tasks[as<TaskId>('vurdering')]?.work;
    expect(work?.family === 'assessments' && work.given[nominationId('n1')]).toHaveProperty('udvalg-bo');
  });

  it('refuses a new one from him, and takes his others', () => {
    const pending = [roundWith({ tasks: [assessing] }), report('bo', 'n1')];
    given(...pending)
      .when(assess('bo', 'n1', 's3'))
      .thenRefused('HeldOut');
    given(...pending)
      .when(assess('bo', 'n2', 's3'))
      .thenEvents('AssessmentGiven');
  });

  it('calls no substitute while it is open', () => {
    const { state } = given(roundWith({ tasks: [assessing] }), report('bo', 'n1'));
    expect([leftOf(state, 'bo'), leftOf(state, 'stig')]).toEqual([['n2'], []]);
  });

  it('calls the substitute once it is ruled, for that nomination alone', () => {
    const ruled = [roundWith({ tasks: [assessing] }), assess('bo', 'n1', 's3'), ...recused('bo', 'n1')];
    const { state } = given(...ruled);
    expect([leftOf(state, 'bo'), leftOf(state, 'stig')]).toEqual([['n2'], ['n1']]);
    given(...ruled)
      .when(assess('stig', 'n1', 's0', 'bo'))
      .thenEvents('AssessmentGiven')
      .thenState((after) => {
        const work = after.tasks[as<TaskId>('vurdering')]?.work;
        expect(work?.family === 'assessments' && work.replaced?.[nominationId('n1')]?.[0]?.by).toBe('bo');
      });
    given(...ruled)
      .when(assess('stig', 'n2', 's0', 'bo'))
      .thenRefused('NoMandate');
  });

  it('calls nobody where the task allows no substitutes', () => {
    const { state } = given(roundWith({ tasks: [{ ...assessing, substitutes: false }] }), ...recused('bo', 'n1'));
    expect([leftOf(state, 'bo'), leftOf(state, 'stig')]).toEqual([['n2'], []]);
  });

  it('ends without him', () => {
    const all = ['karl', 'dorte', 'anna', 'bo'].map((name) => assess(name, 'n2', 's1'));
    const rest = ['karl', 'dorte', 'anna'].map((name) => assess(name, 'n1', 's1'));
    const tasks = [{ ...assessing, substitutes: false, closes: 'whenAnswered' }];
    const told = given(roundWith({ tasks }), ...recused('bo', 'n1'), ...all, ...rest.slice(0, 2));
    expect(told.state?.tasks[as<TaskId>('vurdering')]?.status).toBe('open');
    const last = rest[2] as RoundStep;
    given(roundWith({ tasks }), ...recused('bo', 'n1'), ...all, ...rest.slice(0, 2))
      .when(last)
      .thenEvents('AssessmentGiven', 'TaskClosed', 'RoundClosed');
  });
});
