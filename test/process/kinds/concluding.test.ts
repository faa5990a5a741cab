// Concluding: the secretariat drafts advice on every nomination, the chair signs all of it at once.
import * as fc from 'fast-check';
import {
  definitionWith,
  electorateOf,
  given,
  seat,
  started,
  submittedNomination,
  texts,
  tick,
  type TaskSketch,
} from '../given';
import { by, taskId } from '../given';
import { drafted, nominationIn, signed, taskIn, waitingIn, written } from './sketches';

const people = [seat('carl', 'udvalg', { role: 'chair' }), seat('mette', 'udvalg'), seat('dea', 'bestyrelse')];
const nominations = ['n1', 'n2', 'n3'].map((id, at) => submittedNomination(id, `2026-00${at + 1}`));
const konkluder: TaskSketch = { id: 'konkluder', kind: 'conclude', draftedBy: ['sekretariat'] };

function concluding(...more: readonly TaskSketch[]) {
  const definition = definitionWith([konkluder, ...more]);
  return started(definition, electorateOf(definition, ...people), { carriedOver: nominations });
}

const open = given(concluding());
const allDrafted = [
  drafted('sine', 'n1', 'qualified'),
  drafted('sine', 'n2', 'moreInformation'),
  drafted('sine', 'n3', 'mergedWith', { into: 'n1' }),
];

describe('a draft', () => {
  it('is written by those the definition names, or by who signs it, with a reason', () => {
    open
      .when(drafted('sine', 'n1', 'qualified'))
      .thenEvents({ type: 'ConclusionDrafted', nominationId: 'n1', outcome: 'qualified', into: null });
    open.when(drafted('sine', 'n1', 'qualified', { texts: texts() })).thenRefused('ReasonMissing');
    open.when(drafted('carl', 'n1', 'qualified')).thenEvents('ConclusionDrafted');
    open.when(drafted('mette', 'n1', 'qualified')).thenRefused('NoMandate');
  });

  it('concludes nothing by itself', () => {
    expect(nominationIn(given(concluding(), ...allDrafted).state, 'n1').conclusion).toBeNull();
  });

  it('is about a nomination of the task, with an outcome there is', () => {
    open.when(drafted('sine', 'n9', 'qualified')).thenRefused('UnknownNomination');
    open.when(drafted('sine', 'n1', 'splendid' as 'qualified')).thenRefused('UnknownChoice');
  });

  it('can be written anew until it is signed, and once more changes nothing', () => {
    const told = given(concluding(), drafted('sine', 'n1', 'qualified'));
    told.when(drafted('sine', 'n1', 'qualified')).thenUnchanged();
    told.when(drafted('sine', 'n1', 'notQualified')).thenEvents('ConclusionDrafted');
    told.when(drafted('sine', 'n1', 'qualified', { texts: written('2', 'reason') })).thenEvents('ConclusionDrafted');
  });
});

describe('a merger', () => {
  it('goes into another nomination of the task that stays', () => {
    open.when(drafted('sine', 'n3', 'mergedWith', { into: 'n1' })).thenEvents('ConclusionDrafted');
    open.when(drafted('sine', 'n3', 'mergedWith')).thenRefused('MergeTargetInvalid');
    open.when(drafted('sine', 'n3', 'mergedWith', { into: 'n3' })).thenRefused('MergeTargetInvalid');
    open.when(drafted('sine', 'n3', 'mergedWith', { into: 'n9' })).thenRefused('MergeTargetInvalid');
    open.when(drafted('sine', 'n3', 'qualified', { into: 'n1' })).thenRefused('MergeTargetInvalid');
  });

  it('never into one that goes itself, whichever was drafted first', () => {
    const told = given(concluding(), drafted('sine', 'n3', 'mergedWith', { into: 'n1' }));
    told.when(drafted('sine', 'n2', 'mergedWith', { into: 'n3' })).thenRefused('MergeTargetInvalid');
    told.when(drafted('sine', 'n1', 'mergedWith', { into: 'n2' })).thenRefused('MergeTargetInvalid');
  });

  it('always ends in a nomination that stays, in whatever order drafts come', () => {
    const ids = ['n1', 'n2', 'n3'];
    const anyDraft = fc.record({ id: fc.constantFrom(...ids), into: fc.constantFrom(...ids, null) });
    fc.assert(
      fc.property(fc.array(anyDraft, { maxLength: 12 }), (drafts) => {
        let told = [concluding()];
        for (const { id, into } of drafts) {
          const step = into === null ? drafted('sine', id, 'qualified') : drafted('sine', id, 'mergedWith', { into });
          if (given(...told).when(step).decision.kind === 'accepted') told = [...told, step];
        }
        const work = taskIn(given(...told).state, 'konkluder')?.work;
        const standing = Object.values(work?.family === 'conclusions' ? work.drafts : {});
        const targets = standing.flatMap((draft) => draft.into ?? []);
        for (const target of targets)
          expect(work).not.toMatchObject({ drafts: { [target]: { outcome: 'mergedWith' } } });
      }),
      { numRuns: 60 },
    );
  });
});

describe('signing', () => {
  it('makes the drafts the conclusions, and closes the task', () => {
    given(concluding(), ...allDrafted)
      .when(signed('carl', 3))
      .thenEvents(
        { type: 'ConclusionsSigned', nominationIds: ['n1', 'n2', 'n3'] },
        {
          type: 'TaskClosed',
          result: {
            version: 'conclusions/1',
            outcome: 'signed',
            arithmetic: { qualified: 1, notQualified: 0, moreInformation: 1, mergedWith: 1 },
          },
        },
        'RoundClosed',
      )
      .thenState((state) =>
        expect(nominationIn(state, 'n3').conclusion).toMatchObject({ outcome: 'mergedWith', into: 'n1' }),
      );
  });

  it('is for the chair alone', () => {
    given(concluding(), ...allDrafted)
      .when(signed('mette', 3))
      .thenRefused('NotChair');
    given(concluding(), ...allDrafted)
      .when(signed('sine', 3))
      .thenRefused('NoMandate');
  });

  it('waits for a draft of every nomination', () => {
    given(concluding(), ...allDrafted.slice(0, 2))
      .when(signed('carl', 2))
      .thenRefused('ConclusionsMissing', { missing: 1 });
  });

  it('is refused in a view that showed another number of drafts', () => {
    given(concluding(), ...allDrafted)
      .when(signed('carl', 2))
      .thenRefused('AnswerChangedMeanwhile', { basis: 3 });
  });

  it('is refused in a view that a new draft has changed since', () => {
    given(concluding(), ...allDrafted, drafted('sine', 'n1', 'notQualified'))
      .when(signed('carl', 3))
      .thenRefused('AnswerChangedMeanwhile', { basis: 4 });
  });

  it('may be drafted back to what it was, and a late repetition of the first draft changes nothing', () => {
    const first = { texts: texts('reason') };
    given(concluding(), drafted('sine', 'n1', 'qualified', first), drafted('sine', 'n1', 'notQualified'))
      .when(drafted('sine', 'n1', 'qualified', { ...first, basis: 0 }))
      .thenRefused('AnswerChangedMeanwhile', { basis: 2 });
    given(concluding(), drafted('sine', 'n1', 'qualified', first), drafted('sine', 'n1', 'notQualified'))
      .when(drafted('sine', 'n1', 'qualified', { ...first, basis: 2 }))
      .thenEvents('ConclusionDrafted');
  });

  it('is for any member of a body without a chair, so that nothing stands still', () => {
    const definition = definitionWith([{ ...konkluder, bodies: ['bestyrelse'] }]);
    const start = started(definition, electorateOf(definition, ...people), { carriedOver: nominations });
    given(start, ...allDrafted)
      .when(signed('dea', 3))
      .thenEvents('ConclusionsSigned', 'TaskClosed', 'RoundClosed');
  });

  it('opens the next task on those that are qualified', () => {
    const next: TaskSketch = { id: 'udtal', kind: 'state', after: ['konkluder'], about: 'qualified' };
    const told = given(concluding(next), ...allDrafted, signed('carl', 3));
    expect(taskIn(told.state, 'udtal')?.status).toBe('open');
  });

  it('of a second advice is not taken for done by the first', () => {
    const second: TaskSketch = { ...konkluder, id: 'igen', after: ['konkluder'], about: 'qualified' };
    const told = given(concluding(second), ...allDrafted, signed('carl', 3));
    expect(waitingIn(told.state, 'igen')).toEqual(['sine drafts 1/1']);
    given(concluding(second), ...allDrafted, signed('carl', 3), drafted('sine', 'n1', 'notQualified', { task: 'igen' }))
      .when(signed('carl', 1, 'igen'))
      .thenEvents('ConclusionsSigned', 'TaskClosed', 'RoundClosed')
      .thenState((state) => expect(nominationIn(state, 'n1').conclusion?.outcome).toBe('notQualified'));
  });
});

describe('what is outstanding', () => {
  it('is first the drafts, then the signature', () => {
    expect(waitingIn(given(concluding(), ...allDrafted.slice(0, 1)).state, 'konkluder')).toEqual(['sine drafts 2/3']);
    expect(waitingIn(given(concluding(), ...allDrafted).state, 'konkluder')).toEqual(['carl signature 1/1']);
  });
});

describe('without a signature', () => {
  it('nothing is concluded when the deadline passes', () => {
    given(concluding(), ...allDrafted)
      .when(tick('2027-02-01T08:00:00.000Z'))
      .thenUnchanged();
  });

  it('the secretariat can close the task with what stands, and still nothing is concluded', () => {
    given(concluding(), ...allDrafted)
      .when(
        by(
          'sine',
          { type: 'CloseTask', taskId: taskId('konkluder'), texts: texts('reason') },
          '2027-04-01T08:00:00.000Z',
        ),
      )
      .thenEvents(
        { type: 'TaskClosed', result: { outcome: 'closedByHand', arithmetic: { drafted: 3, qualified: 1 } } },
        'RoundClosed',
      )
      .thenState((state) => expect(nominationIn(state, 'n1').conclusion).toBeNull());
  });

  it('a task with nothing to conclude closes at once', () => {
    const definition = definitionWith([konkluder]);
    const told = given(started(definition, electorateOf(definition, ...people)));
    expect(taskIn(told.state, 'konkluder')?.status).toBe('closed');
  });
});
