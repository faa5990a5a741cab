// What a tie leads to: the chair, a lot from a recorded seed, a new ballot, or nothing; and what a minority is worth.
import type { ChoiceId } from '../../../../services/process/definition/schema';
import { by, castBallot, definitionWith, electorateOf, given, seat, started, taskId, tick } from '../../given';

const names = ['anna', 'bo', 'cille', 'dan'] as const;
const seats = names.map((name) => seat(name, 'udvalg'));
const afterDeadline = '2027-02-01T08:00:00.000Z';

function voting(rule: object, more: object = {}) {
  return definitionWith([
    { id: 'sag', kind: 'vote', rule: { method: 'majority', ...rule }, ...more },
    { id: 'efter', kind: 'approve', after: ['sag'], rule: { method: 'approval', quorum: { number: 1 } } },
  ]);
}

const votes = (...choices: readonly ChoiceId[]) =>
  choices.map((choice, at) => castBallot({ by: names[at] ?? '', task: 'sag', choice, reason: true }));

const lot = (seed: string) => by('system', { type: 'Advance', seed }, afterDeadline);
// Divided by two they leave 0 and 1; "against" lies first in the urn, "for" second.
const evenSeed = 'a0'.repeat(32);
const oddSeed = 'a1'.repeat(32);

function tied(rule: object, more: object = {}) {
  const definition = voting(rule, more);
  return given(started(definition, electorateOf(definition, ...seats)), ...votes('for', 'for', 'against', 'against'));
}

describe('a tie by lot', () => {
  it('is decided by the seed that the tick brings, and the draw stands in the result', () => {
    tied({ tie: 'lot' })
      .when(lot(oddSeed))
      .thenEvents(
        { type: 'LotDrawn', seed: oddSeed },
        {
          type: 'TaskClosed',
          result: { outcome: 'carried', arithmetic: { lot: { seed: oddSeed, order: ['for', 'against'] } } },
        },
        { type: 'TaskOpened', taskId: 'efter' },
      );
    tied({ tie: 'lot' })
      .when(lot(evenSeed))
      .thenEvents('LotDrawn', { type: 'TaskClosed', result: { outcome: 'rejected' } });
  });

  it('waits for a seed', () => {
    tied({ tie: 'lot' }).when(tick(afterDeadline)).thenUnchanged();
  });

  it('draws none where nothing is tied, or somebody wants a meeting', () => {
    const definition = voting({ tie: 'lot' });
    const start = started(definition, electorateOf(definition, ...seats));
    given(start, ...votes('for', 'for', 'for', 'against'))
      .when(lot(oddSeed))
      .thenEvents({ type: 'TaskClosed', result: { outcome: 'carried' } }, 'TaskOpened');
    given(start, ...votes('for', 'against', 'wantsMeeting'))
      .when(lot(oddSeed))
      .thenUnchanged();
  });
});

describe('a tie by a new ballot', () => {
  it('sets the answers aside and lets everyone answer anew, for as long as the rule says', () => {
    tied({ tie: 'newBallot', newBallotDays: 3 })
      .when(tick(afterDeadline))
      .thenEvents({ type: 'NewBallotCalled', why: 'tied', deadlineAt: '2027-02-04T11:00:00.000Z' })
      .thenState(({ tasks }) => {
        expect(tasks[taskId('sag')]).toMatchObject({
          status: 'open',
          deadlineRevision: 1,
          work: { ballots: {}, earlier: [{ why: 'tied', ballots: { 'udvalg-anna': { choice: 'for' } } }] },
        });
      });
  });

  const again = () => {
    const definition = voting({ tie: 'newBallot' });
    const start = started(definition, electorateOf(definition, ...seats));
    return [start, ...votes('for', 'for', 'against', 'against'), tick(afterDeadline)] as const;
  };
  const vote = (name: string, choice: ChoiceId, nth: number) =>
    by(name, (state) => {
      const cast = castBallot({ by: name, task: 'sag', choice }).command;
      return { ...(typeof cast === 'function' ? cast(state) : cast), nth } as never;
    });

  it('counts only answers to the ballot that was shown', () => {
    given(...again())
      .when(vote('anna', 'for', 0))
      .thenRefused('OtherBallot');
    given(...again())
      .when(vote('anna', 'for', 1))
      .thenEvents('BallotCast');
  });

  it('is held once; a second tie stands, and nothing opens behind it', () => {
    const twice = names.map((name, at) => vote(name, at < 2 ? 'for' : 'against', 1));
    given(...again(), ...twice)
      .when(tick('2027-03-01T08:00:00.000Z'))
      .thenEvents({ type: 'TaskClosed', result: { outcome: 'tied' } });
  });
});

describe('what follows a decision', () => {
  it.each<[string, readonly ChoiceId[]]>([
    ['a rejection', ['against', 'against', 'for']],
    ['a tie that stands', ['for', 'for', 'against', 'against']],
  ])('does not open after %s', (_, choices) => {
    const definition = voting({});
    given(started(definition, electorateOf(definition, ...seats)), ...votes(...choices))
      .when(tick(afterDeadline))
      .thenEvents('TaskClosed')
      .thenState(({ tasks, status }) => {
        expect([tasks[taskId('efter')]?.status, status]).toEqual(['waiting', 'running']);
      });
  });

  it('opens after all where the definition says always, and after a task that was closed by hand', () => {
    const definition = voting({}, { opensNext: 'always' });
    given(started(definition, electorateOf(definition, ...seats)), ...votes('against', 'against', 'for'))
      .when(tick(afterDeadline))
      .thenEvents({ type: 'TaskClosed', result: { outcome: 'rejected' } }, 'TaskOpened');
  });
});

describe('a consensus', () => {
  const agreeing = (dissentMax: number | undefined, choices: readonly ChoiceId[]) => {
    const rule = { method: 'consensus', ...(dissentMax === undefined ? {} : { dissentMax }) };
    const definition = definitionWith([{ id: 'sag', kind: 'agree', rule }]);
    return given(started(definition, electorateOf(definition, ...seats)), ...votes(...choices.slice(0, -1))).when(
      castBallot({ by: 'dan', task: 'sag', choice: choices.at(-1) ?? 'agree', reason: true }),
    );
  };

  it('is reached over a minority where the rule allows one, and names it', () => {
    agreeing(1, ['agree', 'disagree', 'agree', 'agree']).thenEvents(
      'BallotCast',
      {
        type: 'TaskClosed',
        result: { outcome: 'agreedWithDissent', arithmetic: { vote: { dissent: ['udvalg-bo'] } } },
      },
      'RoundClosed',
    );
  });

  it('is not reached over a larger one, nor over any where the rule says nothing of it', () => {
    const lost = { type: 'TaskClosed', result: { outcome: 'notAgreed' } };
    agreeing(1, ['agree', 'disagree', 'disagree', 'agree']).thenEvents('BallotCast', lost, 'RoundClosed');
    agreeing(undefined, ['agree', 'disagree', 'agree', 'agree']).thenEvents('BallotCast', lost, 'RoundClosed');
  });

  it('without a minority is an agreement like any other', () => {
    agreeing(1, ['agree', 'agree', 'agree', 'agree']).thenEvents(
      'BallotCast',
      { type: 'TaskClosed', result: { outcome: 'agreed' } },
      'RoundClosed',
    );
  });
});
