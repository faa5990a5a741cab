// Approving one after another: each party in its turn, all / any / k of n, and nobody asked for what can no longer be given.
import { checkDefinition } from '../../../../services/process/definition/check';
import { outstandingIn } from '../../../../services/process/round/outstanding';
import type { RoundState } from '../../../../services/process/round/state';
import { castBallot, definitionWith, electorateOf, given, seat, started, taskId } from '../../given';

const seats = [seat('anna', 'udvalg'), seat('bo', 'udvalg'), seat('cille', 'bestyrelse'), seat('dan', 'selskab')];
const approval = (more: object = {}) =>
  definitionWith([
    { id: 'godkend', kind: 'approve', bodies: ['udvalg', 'bestyrelse', 'selskab'], inTurn: true, ...more },
  ]);
const round = (more: object = {}) => started(approval(more), electorateOf(approval(more), ...seats));
const says = (who: string, choice: 'approve' | 'doNotApprove' = 'approve', body = 'udvalg') =>
  castBallot({ by: who, task: 'godkend', mandate: `${body}-${who}`, choice, reason: choice !== 'approve' });
const asked = (state: RoundState | null): readonly string[] =>
  outstandingIn(state as RoundState, taskId('godkend'), '2027-01-12').map(({ personId }) => personId);

describe('an approval in turn', () => {
  it('asks the first party alone, then the next', () => {
    expect(asked(given(round()).state)).toEqual(['anna', 'bo']);
    expect(asked(given(round(), says('anna')).state)).toEqual(['bo']);
    expect(asked(given(round(), says('anna'), says('bo')).state)).toEqual(['cille']);
  });

  it('refuses an answer before its turn', () => {
    given(round(), says('anna'))
      .when(says('cille', 'approve', 'bestyrelse'))
      .thenRefused('NotYourTurn');
  });

  it('is given when the last has approved', () => {
    given(round(), says('anna'), says('bo'), says('cille', 'approve', 'bestyrelse'))
      .when(says('dan', 'approve', 'selskab'))
      .thenEvents('BallotCast', { type: 'TaskClosed', result: { outcome: 'approved' } }, 'RoundClosed');
  });

  it('ends with the first no where all must approve: those who come after are never asked', () => {
    given(round(), says('anna'))
      .when(says('bo', 'doNotApprove'))
      .thenEvents('BallotCast', { type: 'TaskClosed', result: { outcome: 'notApproved' } }, 'RoundClosed');
  });

  it('goes on after a no where fewer are needed, and ends as soon as they are there', () => {
    const two = { rule: { method: 'approval', needs: 2 } };
    const once = given(round(two), says('anna', 'doNotApprove'), says('bo'));
    expect(asked(once.state)).toEqual(['cille']);
    once.when(says('cille', 'approve', 'bestyrelse')).thenEvents('BallotCast', 'TaskClosed', 'RoundClosed');
  });

  it('needs only the first who approves where any is enough', () => {
    given(round({ rule: { method: 'approval', needs: 'any' } }))
      .when(says('anna'))
      .thenEvents('BallotCast', 'TaskClosed', 'RoundClosed');
  });

  it('asks all at once where the definition says nothing', () => {
    expect(asked(given(round({ inTurn: false })).state)).toEqual(['cille', 'dan', 'anna', 'bo']);
  });

  it('leaves out a party without seats', () => {
    const without = started(approval(), electorateOf(approval(), ...seats.slice(2)));
    expect(asked(given(without).state)).toEqual(['cille']);
  });
});

describe('a definition with an approval in turn', () => {
  const faultsOf = (more: object): readonly string[] =>
    checkDefinition(approval(more)).flatMap(({ path, message }) => (path.endsWith('inTurn') ? [message] : []));

  it('names several parties, and is counted by approvals', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ bodies: ['udvalg'] })).toEqual([expect.stringContaining('Only one party')]);
    expect(faultsOf({ rule: { method: 'majority' } })).toEqual([expect.stringContaining('"approval"')]);
  });
});
