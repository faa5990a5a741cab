// The second round of assessing: opens only where assessors disagree, asks those who assessed, keeps before and after.
import {
  both,
  by,
  definitionWith,
  electorateOf,
  given,
  nominationId,
  seat,
  started,
  submittedNomination,
  taskId,
  tick,
  type RoundStep,
  type TaskSketch,
} from '../given';
import { as, type MandateId } from '../../../services/process/ids';
import { assessed, taskIn, waitingIn, written } from './sketches';

const framework = {
  principles: [
    { id: 'value', label: both('Værdi'), scored: true },
    { id: 'effect', label: both('Effekt'), scored: true },
  ],
  scale: [
    { id: 'none', value: 0, label: both('Slet ikke') },
    { id: 'some', value: 2, label: both('I nogen grad') },
    { id: 'high', value: 3, label: both('I høj grad') },
  ],
  evidence: [
    { id: 'weak', label: both('Svag') },
    { id: 'strong', label: both('Stærk') },
  ],
};
const nominations = [submittedNomination('n1', '2026-001'), submittedNomination('n2', '2026-002')];

const withSecond = { secondRound: { workingDays: 5 } };

function assessing(task: Partial<TaskSketch> = withSecond): RoundStep {
  const definition = definitionWith([{ id: 'vurder', kind: 'assess', about: 'submitted', ...task }], framework);
  const members = ['anna', 'bo', 'cille'].map((name) => seat(name, 'udvalg', name === 'anna' ? { role: 'chair' } : {}));
  return started(definition, electorateOf(definition, ...members), { carriedOver: nominations });
}

const apart = { scores: { value: 'none', effect: 'some' } };
const agreed = [assessed('anna', 'n2'), assessed('bo', 'n2'), assessed('cille', 'n2')];
const disputed = [assessed('anna', 'n1', apart), assessed('bo', 'n1'), assessed('cille', 'n1'), ...agreed];
const deadlinePassed = tick('2027-01-26T08:00:00.000Z');
const muchLater = tick('2027-03-01T08:00:00.000Z');
const open = (name: string): RoundStep => by(name, { type: 'OpenSecondRound', taskId: taskId('vurder') });
const keep = (name: string, id: string, basis = 1): RoundStep =>
  by(name, {
    type: 'KeepAssessment',
    taskId: taskId('vurder'),
    nominationId: nominationId(id),
    mandateId: as<MandateId>(`udvalg-${name}`),
    basis,
  });

describe('a second round', () => {
  it('comes instead of the end, with the nominations assessors disagree about and a deadline of its own', () => {
    const told = given(assessing(), ...disputed);
    told.when(deadlinePassed).thenEvents({ type: 'SecondRoundOpened', nominationIds: ['n1'] });
    const task = taskIn(given(assessing(), ...disputed, deadlinePassed).state, 'vurder');
    expect(task).toMatchObject({ status: 'open', deadlineAt: '2027-02-02T11:00:00.000Z', deadlineRevision: 1 });
  });

  it('does not come where assessors agree, nor where the definition has none', () => {
    given(assessing(), ...agreed, assessed('anna', 'n1'))
      .when(deadlinePassed)
      .thenEvents('TaskClosed', 'RoundClosed');
    given(assessing({}), ...disputed)
      .when(deadlinePassed)
      .thenEvents('TaskClosed', 'RoundClosed');
    given(assessing({ ...withSecond, disagreementFrom: 3 }), ...disputed)
      .when(deadlinePassed)
      .thenEvents('TaskClosed', 'RoundClosed');
  });

  it('does not come while a nomination has not been assessed', () => {
    given(assessing(), assessed('anna', 'n1', apart), assessed('bo', 'n1'))
      .when(deadlinePassed)
      .thenUnchanged();
  });

  it('is opened by the chair before the deadline, by nobody else, and once', () => {
    const told = given(assessing(), ...disputed);
    told.when(open('anna')).thenEvents('SecondRoundOpened');
    told.when(open('bo')).thenRefused('NotChair');
    given(assessing(), ...disputed, open('anna'))
      .when(open('anna'))
      .thenUnchanged();
    given(assessing(), ...agreed)
      .when(open('anna'))
      .thenRefused('AssessmentsMissing', { missing: 1 });
    given(assessing(), ...agreed, assessed('bo', 'n1'))
      .when(open('anna'))
      .thenRefused('NoDisagreement');
    given(assessing({}), ...disputed)
      .when(open('anna'))
      .thenRefused('NoSecondRound');
  });

  it('asks those who assessed, until each has changed or kept his assessment', () => {
    const opened = [assessing(), ...disputed, open('anna')];
    expect(waitingIn(given(...opened).state, 'vurder')).toEqual([
      'anna assessments 1/1',
      'bo assessments 1/1',
      'cille assessments 1/1',
    ]);
    const changed = assessed('anna', 'n1', { texts: written('2', 'reason') });
    expect(waitingIn(given(...opened, keep('bo', 'n1'), changed).state, 'vurder')).toEqual(['cille assessments 1/1']);
  });

  it('takes the same answer again for one that is kept', () => {
    const told = given(assessing(), ...disputed, open('anna'));
    told.when(assessed('bo', 'n1')).thenEvents('AssessmentKept');
    given(assessing(), ...disputed, open('anna'), keep('bo', 'n1'))
      .when(assessed('bo', 'n1'))
      .thenUnchanged();
  });

  it('refuses what it does not look at, what was never assessed, and another’s seat', () => {
    const told = given(assessing(), ...disputed, open('anna'));
    told.when(assessed('bo', 'n2')).thenRefused('NominationNotInTask');
    told.when(keep('bo', 'n2')).thenRefused('NominationNotInTask');
    told.when(keep('bo', 'n1', 0)).thenRefused('AnswerChangedMeanwhile', { basis: 1 });
    told.when(keep('klara', 'n1')).thenRefused('NoMandate');
    given(assessing(), ...disputed)
      .when(keep('bo', 'n1'))
      .thenRefused('NoSecondRound');
  });

  it('ends with its own deadline, and the result holds before and after', () => {
    const told = given(
      assessing(),
      ...disputed,
      deadlinePassed,
      keep('bo', 'n1'),
      assessed('anna', 'n1', { texts: written('2', 'reason') }),
      muchLater,
    );
    expect(taskIn(told.state, 'vurder')?.result?.arithmetic).toMatchObject({
      nominations: [
        {
          id: 'n1',
          given: 3,
          changed: 1,
          principles: [{ id: 'value', range: 0, disagreement: false }, { id: 'effect' }],
          before: { given: 3, principles: [{ id: 'value', range: 2, disagreement: true }, { id: 'effect' }] },
        },
        { id: 'n2', given: 3 },
      ],
    });
  });
});
