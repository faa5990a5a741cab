// Selecting nominations: a list is proposed, the body votes on it, and each nomination learns what was decided.
import { outstanding } from '../../../../services/process/round/outstanding';
import type { RoundStep } from '../../given';
import {
  by,
  castBallot,
  definitionWith,
  electorateOf,
  given,
  nominationId,
  seat,
  started,
  submittedNomination,
  taskId,
  tick,
} from '../../given';

const definition = definitionWith([
  {
    id: 'udvaelg',
    kind: 'vote',
    about: 'submitted',
    workingDays: 5,
    proposal: { of: 'selection', by: ['sekretariat'] },
  },
]);
const electorate = electorateOf(definition, seat('anna', 'udvalg'), seat('bo', 'udvalg'));
const carriedOver = ['n1', 'n2', 'n3'].map((id, index) => submittedNomination(id, `2026-00${index + 1}`));
const start = started(definition, electorate, { carriedOver });

function propose(ids: readonly string[], basis = 0, who = 'sine'): RoundStep {
  return by(who, { type: 'ProposeSelection', taskId: taskId('udvaelg'), nominationIds: ids.map(nominationId), basis });
}

const yes = ['anna', 'bo'].map((name) => castBallot({ by: name, task: 'udvaelg', choice: 'for' }));
const no = ['anna', 'bo'].map((name) => castBallot({ by: name, task: 'udvaelg', choice: 'against' }));
const closing = tick('2027-01-18T11:00:30.000Z');

describe('a proposal', () => {
  it('is made by the party that proposes, and kept in order of number', () => {
    given(start)
      .when(propose(['n3', 'n1']))
      .thenEvents({ type: 'SelectionProposed', taskId: 'udvaelg', nominationIds: ['n1', 'n3'] });
  });

  it('is not made by those who vote on it', () => {
    given(start)
      .when(propose(['n1'], 0, 'anna'))
      .thenRefused('NoMandate');
  });

  it('holds something, and only candidates', () => {
    given(start).when(propose([])).thenRefused('ProposalEmpty');
    given(start)
      .when(propose(['n1', 'x']))
      .thenRefused('NominationNotInTask', { nominationId: 'x' });
  });

  it('can be made anew until the first answer, from a view that showed the last one', () => {
    const proposed = given(start, propose(['n1']));
    proposed.when(propose(['n2'], 1)).thenEvents('SelectionProposed');
    proposed.when(propose(['n2'], 0)).thenRefused('AnswerChangedMeanwhile', { basis: 1 });
    given(start, propose(['n1']), castBallot({ by: 'anna', task: 'udvaelg' }))
      .when(propose(['n2'], 1))
      .thenRefused('BallotsHaveBeenCast');
  });

  it('made again as it stands changes nothing', () => {
    given(start, propose(['n1', 'n2']), castBallot({ by: 'anna', task: 'udvaelg' }))
      .when(propose(['n2', 'n1']))
      .thenUnchanged();
  });

  it('is for a task that has one', () => {
    const plain = definitionWith([{ id: 'udvaelg', kind: 'vote' }]);
    given(started(plain, electorateOf(plain), { carriedOver }))
      .when(propose(['n1']))
      .thenRefused('NoMandate');
  });
});

describe('a vote on a selection', () => {
  it('waits for the proposal, and so does its end', () => {
    given(start)
      .when(castBallot({ by: 'anna', task: 'udvaelg' }))
      .thenRefused('ProposalMissing');
    given(start).when(closing).thenUnchanged();
  });

  it('that is carried selects what is on the list and nothing else', () => {
    given(start, propose(['n1', 'n3']), ...yes)
      .when(closing)
      .thenEvents(
        { type: 'TaskClosed', result: { outcome: 'carried' } },
        { type: 'NominationsSelected', selected: ['n1', 'n3'], notSelected: ['n2'] },
        'RoundClosed',
      )
      .thenState((round) => {
        expect(round.nominations).toMatchObject({
          n1: { decision: 'selected' },
          n2: { decision: 'notSelected' },
          n3: { decision: 'selected' },
        });
      });
  });

  it('that is lost selects nothing and rejects nothing', () => {
    given(start, propose(['n1']), ...no)
      .when(closing)
      .thenEvents({ type: 'TaskClosed', result: { outcome: 'rejected' } }, 'RoundClosed')
      .thenState((round) => {
        expect(round.nominations).toMatchObject({ n1: { decision: null }, n2: { decision: null } });
      });
  });

  it('among nothing asks nobody and ends at its deadline without a decision', () => {
    const told = given(started(definition, electorate));
    if (told.state === null) throw new Error('no round');
    expect(outstanding(told.state, '2027-01-11')).toEqual([]);
    told.when(closing).thenEvents({ type: 'TaskClosed', result: { outcome: 'nothingToSelect' } }, 'RoundClosed');
  });
});
