// The order the scores suggest and how firm it is: ties are bands, weights count, and nothing is decided by it.
import * as fc from 'fast-check';
import { both, definitionWith, electorateOf, given, seat, started, submittedNomination, taskId } from '../given';
import type { RoundStep } from '../given';
import { as } from '../../../services/process/ids';
import { orderOf, type OrderLine } from '../../../services/process/round/kinds/assess/order';
import { definitionOf } from '../../../services/process/round/queries';
import type { RoundState } from '../../../services/process/round/state';
import { assessed } from './sketches';

const scale = ['none', 'some', 'high'].map((id, value) => ({ id, value, label: both(id) }));
const ids = ['n1', 'n2', 'n3'];

function assessing(weight?: number): RoundStep {
  const definition = definitionWith([{ id: 'vurder', kind: 'assess' }], {
    principles: [
      { id: 'value', label: both('Værdi'), scored: true, ...(weight === undefined ? {} : { weight }) },
      { id: 'effect', label: both('Effekt'), scored: true },
    ],
    scale: [...scale, { id: 'unknown', value: null, label: both('Kan ikke vurderes') }],
    evidence: [{ id: 'weak', label: both('Svag') }],
  });
  const members = ['anna', 'bo', 'cille'].map((name) =>
    seat(name, 'udvalg', { speaksFor: name === 'cille' ? null : as('region-nord') }),
  );
  const carriedOver = ids.map((id, at) => submittedNomination(id, `2026-00${String(at + 1)}`));
  return started(definition, electorateOf(definition, ...members), { carriedOver });
}

function orderIn(state: RoundState | null): readonly OrderLine[] {
  const task = state?.tasks[taskId('vurder')];
  const definition = state === null ? undefined : definitionOf(state, taskId('vurder'), 'assess');
  if (state === null || task === undefined || definition === undefined) throw new Error('nothing stands');
  return orderOf({ round: state, task, definition, date: '2027-01-12' });
}

const scores = (value: string, effect: string) => ({ scores: { value, effect } });
const placesOf = (lines: readonly OrderLine[]) => lines.map(({ nominationId, places }) => [nominationId, places]);

describe('the order', () => {
  it('is by the weighted mean, best first; equal ones share a band, and what nobody could judge has no place', () => {
    const steps = [
      assessed('anna', 'n1', scores('none', 'some')),
      assessed('anna', 'n2', scores('some', 'none')),
      assessed('anna', 'n3', scores('unknown', 'high')),
    ];
    expect(placesOf(orderIn(given(assessing(), ...steps).state))).toEqual([
      ['n1', [1, 2]],
      ['n2', [1, 2]],
      ['n3', null],
    ]);
    expect(placesOf(orderIn(given(assessing(3), ...steps).state)).slice(0, 2)).toEqual([
      ['n2', [1, 1]],
      ['n1', [2, 2]],
    ]);
  });

  it('says between which places a nomination moves under other weights, without a member, without an organisation', () => {
    const { state } = given(
      assessing(),
      assessed('anna', 'n1', scores('high', 'none')),
      assessed('anna', 'n2', scores('some', 'some')),
      assessed('cille', 'n1', scores('none', 'none')),
      assessed('cille', 'n2', scores('some', 'some')),
    );
    const [first, second] = orderIn(state);
    expect(first).toMatchObject({
      nominationId: 'n2',
      places: [1, 1],
      under: { weights: [1, 1], withoutAssessor: [1, 2], withoutGroup: [1, 1] },
    });
    expect(second).toMatchObject({ nominationId: 'n1', places: [2, 2], under: { withoutAssessor: [1, 2] } });
  });

  it('has no column of organisations where no assessor speaks for one', () => {
    const { state } = given(assessing(), assessed('cille', 'n1'), assessed('cille', 'n2'));
    expect(orderIn(state).every(({ under }) => under.withoutGroup === null)).toBe(true);
  });

  it('is the same in whatever order assessments came', () => {
    const steps = ['anna', 'bo', 'cille'].flatMap((name, n) =>
      ids.map((id, m) =>
        assessed(name, id, { ...scores(['none', 'some', 'high'][(n + m) % 3] ?? '', 'some'), basis: 0 }),
      ),
    );
    const expected = orderIn(given(assessing(), ...steps).state);
    fc.assert(
      fc.property(fc.shuffledSubarray(steps, { minLength: steps.length }), (shuffled) => {
        expect(orderIn(given(assessing(), ...shuffled).state)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });
});
