// Assessing: every member every nomination, all principles, with a reason; counted exactly, and nothing selected by it.
import * as fc from 'fast-check';
import type { TaskSketch } from '../given';
import {
  both,
  definitionWith,
  electorateOf,
  given,
  seat,
  started,
  submittedNomination,
  taskId,
  texts,
  tick,
  by,
  type RoundStep,
} from '../given';
import { as, type MandateId } from '../../../services/process/ids';
import { assessed, taskIn, waitingIn, written } from './sketches';

const framework = {
  principles: [
    { id: 'equal', label: both('Lige adgang'), scored: false },
    { id: 'value', label: both('Værdi'), scored: true },
    { id: 'effect', label: both('Effekt'), scored: true },
  ],
  scale: [
    { id: 'none', value: 0, label: both('Slet ikke') },
    { id: 'some', value: 2, label: both('I nogen grad') },
    { id: 'high', value: 3, label: both('I høj grad') },
    { id: 'unknown', value: null, label: both('Kan ikke vurderes') },
  ],
  evidence: [
    { id: 'weak', label: both('Svag') },
    { id: 'strong', label: both('Stærk') },
  ],
};
const nominations = [submittedNomination('n1', '2026-001'), submittedNomination('n2', '2026-002')];
const members = ['anna', 'bo', 'cille'].map((name) =>
  seat(name, 'udvalg', name === 'anna' ? { substitute: as('sofie') } : {}),
);

function assessing(task: Partial<TaskSketch> = {}, more: Partial<typeof framework> = {}): RoundStep {
  const definition = definitionWith([{ id: 'vurder', kind: 'assess', about: 'submitted', ...task }], {
    ...framework,
    ...more,
  });
  return started(definition, electorateOf(definition, ...members), { carriedOver: nominations });
}

const open = given(assessing());

describe('an assessment', () => {
  it('is given by a member for one nomination', () => {
    open.when(assessed('anna', 'n1')).thenEvents({
      type: 'AssessmentGiven',
      nominationId: 'n1',
      nominationRevision: 1,
      mandateId: 'udvalg-anna',
      scores: { value: 'some', effect: 'some' },
      evidence: 'weak',
    });
  });

  it('is refused to those without a seat, and for another member’s seat', () => {
    open.when(assessed('klara', 'n1')).thenRefused('NoMandate');
    open.when(assessed('bo', 'n1', { mandate: 'udvalg-anna' })).thenRefused('NoMandate');
    open.when(assessed('system', 'n1', { mandate: 'udvalg-anna' })).thenRefused('NoMandate');
  });

  it('scores every principle that is scored, and no other', () => {
    open
      .when(assessed('anna', 'n1', { scores: { value: 'high' } }))
      .thenRefused('ScoresMissing', { principles: ['effect'] });
    open.when(assessed('anna', 'n1', { scores: { value: 'high', effect: 'huge' } })).thenRefused('UnknownScore');
    open
      .when(assessed('anna', 'n1', { scores: { value: 'high', effect: 'high', equal: 'high' } }))
      .thenRefused('UnknownScore');
  });

  it('can say that a principle cannot be judged', () => {
    open
      .when(assessed('anna', 'n1', { scores: { value: 'unknown', effect: 'unknown' } }))
      .thenEvents('AssessmentGiven');
  });

  it('grades the evidence', () => {
    open.when(assessed('anna', 'n1', { evidence: null })).thenRefused('EvidenceMissing');
    open.when(assessed('anna', 'n1', { evidence: 'overwhelming' })).thenRefused('EvidenceMissing');
    given(assessing({}, { evidence: [] }))
      .when(assessed('anna', 'n1', { evidence: null }))
      .thenEvents('AssessmentGiven');
  });

  it('gives a joint reason, and one per principle at the ends where the definition asks for it', () => {
    open.when(assessed('anna', 'n1', { texts: texts() })).thenRefused('ReasonMissing');
    const strict = given(assessing({ reasonAtEnds: true }));
    const scores = { value: 'high', effect: 'some' };
    strict.when(assessed('anna', 'n1', { scores })).thenRefused('ReasonMissing');
    strict
      .when(assessed('anna', 'n1', { scores, texts: texts('reason', 'reason_value') }))
      .thenEvents('AssessmentGiven');
    strict.when(assessed('anna', 'n1')).thenEvents('AssessmentGiven');
  });

  it('is about a nomination of the task', () => {
    open.when(assessed('anna', 'n9')).thenRefused('UnknownNomination');
  });

  it('can be changed from a view that showed the present one, and from no other', () => {
    const told = given(assessing(), assessed('anna', 'n1'));
    const changed = { texts: written('2', 'reason') };
    told.when(assessed('anna', 'n1', changed)).thenEvents('AssessmentGiven');
    told.when(assessed('anna', 'n1', { ...changed, basis: 0 })).thenRefused('AnswerChangedMeanwhile', { basis: 1 });
    told.when(assessed('anna', 'n1', { basis: 0 })).thenUnchanged();
  });
});

describe('a called substitute', () => {
  const call = by('anna', {
    type: 'CallSubstitute',
    taskId: taskId('vurder'),
    mandateId: as<MandateId>('udvalg-anna'),
  });

  it('assesses instead of the member, where the definition allows it', () => {
    const told = given(assessing({ substitutes: true }), call);
    told.when(assessed('sofie', 'n1', { mandate: 'udvalg-anna' })).thenEvents('AssessmentGiven');
    told.when(assessed('anna', 'n1')).thenRefused('SubstituteHasBeenCalled', { mandateId: 'udvalg-anna' });
    open.when(call).thenRefused('SubstitutesNotAllowed');
  });
});

describe('what is outstanding', () => {
  it('is every nomination a member has not assessed, as one entry each', () => {
    expect(waitingIn(given(assessing(), assessed('anna', 'n1')).state, 'vurder')).toEqual([
      'anna assessments 1/2',
      'bo assessments 2/2',
      'cille assessments 2/2',
    ]);
  });

  it('is nothing where enough have assessed a nomination', () => {
    const told = given(assessing({ assessorsPerNomination: 1 }), assessed('bo', 'n1'));
    expect(waitingIn(told.state, 'vurder')).toEqual(['bo assessments 1/1']);
  });

  it('is nothing for a member whose seat was renewed and who has assessed before', () => {
    const definition = definitionWith([{ id: 'vurder', kind: 'assess' }], framework);
    const old = seat('anna', 'udvalg', { validTo: '2027-01-12' });
    const renewed = seat('anna', 'udvalg', { id: as('udvalg-anna-2'), validFrom: '2027-01-13' });
    const told = given(
      started(definition, electorateOf(definition, old, renewed), { carriedOver: nominations }),
      assessed('anna', 'n1'),
    );
    expect(waitingIn(told.state, 'vurder', '2027-01-13')).toEqual(['anna assessments 1/2']);
  });
});

describe('the end of assessing', () => {
  const after = tick('2027-02-01T08:00:00.000Z');
  const resultOf = (...steps: readonly RoundStep[]) => taskIn(given(...steps, after).state, 'vurder')?.result;

  it('comes with the deadline, with the spread of every principle and who is missing as numbers', () => {
    const result = resultOf(
      assessing(),
      assessed('anna', 'n1', { scores: { value: 'none', effect: 'some' } }),
      assessed('bo', 'n1', { scores: { value: 'high', effect: 'unknown' }, evidence: 'strong' }),
      assessed('cille', 'n2'),
    );
    expect(result).toMatchObject({
      version: 'assessment/1',
      outcome: 'assessed',
      arithmetic: {
        seats: 3,
        coverage: { given: 3, of: 6, unassessed: 0 },
        nominations: [
          {
            id: 'n1',
            given: 2,
            evidence: [
              { id: 'weak', count: 1 },
              { id: 'strong', count: 1 },
            ],
            principles: [
              {
                id: 'value',
                count: 2,
                mean: [3, 2],
                range: 3,
                disagreement: true,
                distribution: [
                  { value: 0, count: 1 },
                  { value: 2, count: 0 },
                  { value: 3, count: 1 },
                ],
              },
              { id: 'effect', count: 1, notJudged: 1, mean: [2, 1], disagreement: false },
            ],
          },
          { id: 'n2', given: 1 },
        ],
      },
    });
  });

  it('waits while a nomination has been assessed by nobody, and what comes late then counts', () => {
    const waiting = given(assessing(), assessed('anna', 'n1'), after);
    expect(taskIn(waiting.state, 'vurder')?.status).toBe('open');
    waiting.when(assessed('bo', 'n2')).thenEvents('AssessmentGiven', 'TaskClosed', 'RoundClosed');
  });

  it('waits for as many as the definition asks for, but never for more than there are', () => {
    expect(
      resultOf(assessing({ assessorsPerNomination: 2 }), assessed('anna', 'n1'), assessed('anna', 'n2')),
    ).toBeNull();
    const all = ['anna', 'bo', 'cille'].flatMap((name) => [assessed(name, 'n1'), assessed(name, 'n2')]);
    expect(resultOf(assessing({ assessorsPerNomination: 9 }), ...all)?.outcome).toBe('assessed');
  });

  it('comes with the last assessment where the definition says so', () => {
    const all = ['anna', 'bo', 'cille'].flatMap((name) => [assessed(name, 'n1'), assessed(name, 'n2')]);
    const told = given(assessing({ closes: 'whenAnswered' }), ...all);
    expect(taskIn(told.state, 'vurder')?.status).toBe('closed');
  });

  it('is the same in whatever order assessments came', () => {
    const steps = ['anna', 'bo', 'cille'].flatMap((name, at) =>
      ['n1', 'n2'].map((id) =>
        assessed(name, id, { scores: { value: at === 0 ? 'none' : 'high', effect: 'some' }, basis: 0 }),
      ),
    );
    const expected = resultOf(assessing(), ...steps);
    fc.assert(
      fc.property(fc.shuffledSubarray(steps, { minLength: steps.length }), (shuffled) => {
        expect(resultOf(assessing(), ...shuffled)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('selects nothing', () => {
    const told = given(assessing(), assessed('anna', 'n1'), assessed('anna', 'n2'), after);
    expect(
      Object.values(told.state?.nominations ?? {}).map(({ decision, conclusion }) => decision ?? conclusion),
    ).toEqual([null, null]);
  });
});
