// Who is asked to assess what where fewer than all are: evenly, away from conflicts, and nothing stands still.
import * as fc from 'fast-check';
import {
  both,
  definitionWith,
  electorateOf,
  given,
  seat,
  started,
  submittedNomination,
  tick,
  type RoundStep,
} from '../given';
import { as } from '../../../services/process/ids';
import type { Nomination } from '../../../services/process/round/state';
import { assessed, taskIn, waitingIn } from './sketches';

const framework = {
  principles: [
    { id: 'value', label: both('Værdi'), scored: true },
    { id: 'effect', label: both('Effekt'), scored: true },
  ],
  scale: [
    { id: 'none', value: 0, label: both('Slet ikke') },
    { id: 'some', value: 2, label: both('I nogen grad') },
  ],
  evidence: [{ id: 'weak', label: both('Svag') }],
};

const names = ['anna', 'bo', 'cille', 'dan', 'eva', 'finn', 'gro', 'hans'];

interface Sketch {
  readonly members: number;
  readonly nominations: number;
  readonly each: number;
  /** Changes a nomination by its index. */
  readonly nomination?: (at: number) => Partial<Nomination>;
  readonly speaksFor?: (at: number) => string | null;
}

function assessing(sketch: Sketch): RoundStep {
  const definition = definitionWith(
    [{ id: 'vurder', kind: 'assess', about: 'submitted', assessorsPerNomination: sketch.each }],
    framework,
  );
  const seats = names.slice(0, sketch.members).map((name, at) => {
    const body = sketch.speaksFor?.(at) ?? null;
    return seat(name, 'udvalg', { speaksFor: body === null ? null : as(body) });
  });
  const carriedOver = Array.from({ length: sketch.nominations }, (_, at) => ({
    ...submittedNomination(`n${at}`, `2026-${String(at + 1).padStart(3, '0')}`),
    ...sketch.nomination?.(at),
  }));
  return started(definition, electorateOf(definition, ...seats), { carriedOver });
}

function assignedIn(...steps: readonly RoundStep[]): Readonly<Record<string, readonly string[]>> {
  const work = taskIn(given(...steps).state, 'vurder')?.work;
  return work?.family === 'assessments' ? work.assigned : {};
}

function loads(assigned: Readonly<Record<string, readonly string[]>>, members: number): readonly number[] {
  const all = Object.values(assigned).flat();
  return names.slice(0, members).map((name) => all.filter((id) => id === `udvalg-${name}`).length);
}

describe('assignment', () => {
  it('gives every nomination as many assessors as it needs, each as many as the others or one more', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 8 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 7 }),
        (members, nominations, each) => {
          fc.pre(each < members);
          const assigned = assignedIn(assessing({ members, nominations, each }));
          expect(Object.values(assigned).map((ids) => new Set(ids).size)).toEqual(Array(nominations).fill(each));
          const load = loads(assigned, members);
          expect(Math.max(...load) - Math.min(...load)).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is not made where all members assess everything', () => {
    expect(assignedIn(assessing({ members: 3, nominations: 4, each: 3 }))).toEqual({});
  });

  it('keeps nominators and seats of nominating organisations away while others are there', () => {
    const assigned = assignedIn(
      assessing({
        members: 4,
        nominations: 6,
        each: 2,
        speaksFor: (at) => (at === 1 ? 'region-nord' : null),
        nomination: (at) => (at < 3 ? { nominators: [as('anna')], onBehalfOf: [as('region-nord')] } : {}),
      }),
    );
    for (const id of ['n0', 'n1', 'n2']) expect(assigned[id]).toEqual(['udvalg-cille', 'udvalg-dan']);
  });

  it('asks only those assigned, for only what is assigned', () => {
    const told = given(assessing({ members: 4, nominations: 4, each: 1 }));
    expect(waitingIn(told.state, 'vurder')).toEqual([
      'anna assessments 1/1',
      'bo assessments 1/1',
      'cille assessments 1/1',
      'dan assessments 1/1',
    ]);
  });

  it('refuses nobody: who was not asked can assess, and then nobody else is asked', () => {
    const sketch = { members: 3, nominations: 1, each: 1 };
    expect(assignedIn(assessing(sketch))).toEqual({ n0: ['udvalg-anna'] });
    const told = given(assessing(sketch), assessed('bo', 'n0'));
    expect(waitingIn(told.state, 'vurder')).toEqual([]);
  });

  it('asks everybody for what is missing after the deadline, so that one silent member stops nothing', () => {
    const sketch = { members: 3, nominations: 3, each: 1 };
    const late = tick('2027-01-26T08:00:00.000Z');
    const told = given(assessing(sketch), assessed('bo', 'n1'), assessed('cille', 'n2'), late);
    expect(waitingIn(told.state, 'vurder', '2027-01-26')).toEqual([
      'anna assessments 1/3',
      'bo assessments 1/3',
      'cille assessments 1/3',
    ]);
    told.when(assessed('bo', 'n0')).thenEvents('AssessmentGiven', 'TaskClosed', 'RoundClosed');
  });

  it('says nothing more once it is made', () => {
    const sketch = { members: 4, nominations: 5, each: 2 };
    given(assessing(sketch)).when(tick('2027-01-12T08:00:00.000Z')).thenUnchanged();
    expect(assignedIn(assessing(sketch), assessed('anna', 'n0'))).toEqual(assignedIn(assessing(sketch)));
  });
});
