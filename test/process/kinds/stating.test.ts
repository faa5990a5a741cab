// Stating: remarks by anyone of the body, and one act of its chair or contact that says the statement is complete.
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
import { remark, statement, taskIn, waitingIn, written } from './sketches';

const people = [
  seat('carl', 'udvalg', { role: 'chair' }),
  seat('dea', 'udvalg', { role: 'deputyChair' }),
  seat('mette', 'udvalg'),
  seat('ove', 'udvalg', { role: 'observer' }),
  seat('lars', 'selskab'),
  seat('lone', 'selskab'),
];

function stating(task: Partial<TaskSketch> = {}) {
  const definition = definitionWith([{ id: 'udtal', kind: 'state', bodies: ['udvalg', 'selskab'], ...task }]);
  return started(definition, electorateOf(definition, ...people), {
    carriedOver: [submittedNomination('n1', '2026-001')],
  });
}

const open = given(stating());

describe('a remark', () => {
  it('is made by anyone who works for the body, on a nomination or in general', () => {
    open.when(remark('mette', 'udvalg', 'n1')).thenEvents({ type: 'RemarkMade', bodyId: 'udvalg', nominationId: 'n1' });
    open.when(remark('carl', 'udvalg', null)).thenEvents({ type: 'RemarkMade', nominationId: null });
  });

  it('is refused to observers, to others, and for another body', () => {
    open.when(remark('ove', 'udvalg', 'n1')).thenRefused('NoMandate');
    open.when(remark('klara', 'udvalg', 'n1')).thenRefused('NoMandate');
    open.when(remark('mette', 'selskab', 'n1')).thenRefused('NoMandate');
    open.when(remark('mette', 'bestyrelse', 'n1')).thenRefused('NoMandate');
  });

  it('is refused without words, and on a nomination nobody knows', () => {
    open.when(remark('mette', 'udvalg', 'n1', texts())).thenRefused('ReasonMissing');
    open.when(remark('mette', 'udvalg', 'n9')).thenRefused('UnknownNomination');
  });

  it('is kept beside the others, and once', () => {
    const told = given(
      stating(),
      remark('mette', 'udvalg', 'n1'),
      remark('carl', 'udvalg', 'n1', written('2', 'remark')),
    );
    told.when(remark('mette', 'udvalg', 'n1')).thenUnchanged();
    expect(taskIn(told.state, 'udtal')?.work).toMatchObject({ remarks: [{ by: 'mette' }, { by: 'carl' }] });
  });
});

describe('a statement', () => {
  it('is given by the chair, or by any member of a body without one', () => {
    open.when(statement('carl', 'udvalg')).thenEvents({ type: 'StatementGiven', bodyId: 'udvalg' });
    open.when(statement('dea', 'udvalg')).thenEvents('StatementGiven');
    open.when(statement('lone', 'selskab')).thenEvents('StatementGiven');
  });

  it('is refused to a member of a body that has a chair, and to others', () => {
    open.when(statement('mette', 'udvalg')).thenRefused('NotChair');
    open.when(statement('klara', 'udvalg')).thenRefused('NoMandate');
    open.when(statement('carl', 'bestyrelse')).thenRefused('NoMandate');
  });

  it('given again changes nothing, unless it says something else', () => {
    const told = given(stating(), statement('carl', 'udvalg', texts('statement')));
    told.when(statement('carl', 'udvalg', texts('statement'))).thenUnchanged();
    told.when(statement('dea', 'udvalg')).thenUnchanged();
    told.when(statement('carl', 'udvalg', written('2', 'statement'))).thenEvents('StatementGiven');
  });

  it('closes the task when it is the last one, in the same commit', () => {
    given(stating(), remark('mette', 'udvalg', 'n1'), statement('carl', 'udvalg'))
      .when(statement('lars', 'selskab'))
      .thenEvents(
        'StatementGiven',
        {
          type: 'TaskClosed',
          result: {
            version: 'statements/1',
            outcome: 'given',
            arithmetic: { bodies: 2, given: 2, missing: [], remarks: 1, nominationsRemarkedOn: 1 },
          },
        },
        'RoundClosed',
      );
  });
});

describe('what is outstanding', () => {
  it('is a statement by the chair, or by every member where there is none', () => {
    expect(waitingIn(open.state, 'udtal')).toEqual(['carl statement 1/1', 'lars statement 1/1', 'lone statement 1/1']);
  });

  it('is nothing for a body that has given its own', () => {
    expect(waitingIn(given(stating(), statement('carl', 'udvalg')).state, 'udtal')).toEqual([
      'lars statement 1/1',
      'lone statement 1/1',
    ]);
  });
});

describe('the deadline', () => {
  const after = tick('2027-02-01T08:00:00.000Z');

  it('does not close a statement that is missing', () => {
    given(stating(), statement('carl', 'udvalg')).when(after).thenUnchanged();
  });

  it('closes it where the definition says so, and says who said nothing', () => {
    given(stating({ closes: 'atDeadline' }), statement('carl', 'udvalg'))
      .when(after)
      .thenEvents(
        { type: 'TaskClosed', result: { outcome: 'partlyGiven', arithmetic: { missing: ['selskab'] } } },
        'RoundClosed',
      );
    given(stating({ closes: 'atDeadline' }))
      .when(after)
      .thenEvents({ type: 'TaskClosed', result: { outcome: 'notGiven' } }, 'RoundClosed');
  });
});
