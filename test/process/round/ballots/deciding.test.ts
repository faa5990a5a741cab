// What a body's answers come to: agreement, consideration, votes by majority, approvals, ties, quorum.
import type { ChoiceId } from '../../../../services/process/definition/schema';
import type { Mandate } from '../../../../services/process/organisation/state';
import type { TaskSketch } from '../../given';
import { bodyId, castBallot, definitionWith, electorateOf, given, seat, started, tick } from '../../given';

const names = ['anna', 'bo', 'cille', 'dan', 'eva'] as const;
const seats = names.map((name) => seat(name, 'udvalg', { role: name === 'cille' ? 'chair' : 'member' }));

/** The result of a task that closes at its deadline with these answers, by anna, bo, cille …; null for no answer. */
function resultOf(
  task: Partial<TaskSketch> & Pick<TaskSketch, 'kind'>,
  choices: readonly (ChoiceId | null)[],
  mandates: readonly Mandate[] = seats.slice(0, choices.length),
) {
  const definition = definitionWith([{ ...task, id: 'sag', closes: 'atDeadline' }]);
  const ballots = choices.flatMap((choice, index) =>
    choice === null ? [] : [castBallot({ by: names[index] ?? '', task: 'sag', choice, reason: true })],
  );
  const told = given(started(definition, electorateOf(definition, ...mandates)), ...ballots);
  const { decision } = told.when(tick('2027-02-01T08:00:00.000Z'));
  const closed = decision.kind === 'accepted' ? decision.events[0] : undefined;
  return closed?.type === 'TaskClosed' ? closed.result : null;
}

const outcomeOf = (...args: Parameters<typeof resultOf>) => resultOf(...args)?.outcome ?? 'open';

describe('an agreement', () => {
  it('is reached when nobody disagrees', () => {
    expect(outcomeOf({ kind: 'agree' }, ['agree', 'agree', 'agree'])).toBe('agreed');
    expect(outcomeOf({ kind: 'agree' }, ['agree', 'agreeWithRemark', 'agree'])).toBe('agreedWithRemarks');
  });

  it('is not reached over a disagreement, and names who disagreed', () => {
    const result = resultOf({ kind: 'agree' }, ['agree', 'disagree', 'agree']);
    expect(result).toMatchObject({
      version: 'consensus/1',
      outcome: 'notAgreed',
      arithmetic: { vote: { for: 2, against: 1, dissent: ['udvalg-bo'] }, choices: { agree: 2, disagree: 1 } },
    });
  });

  it('closes with the last answer, in the same commit', () => {
    const definition = definitionWith([{ id: 'enighed', kind: 'agree' }]);
    const told = given(
      started(definition, electorateOf(definition, ...seats.slice(0, 2))),
      castBallot({ by: 'anna', task: 'enighed', choice: 'agree' }),
    );
    told
      .when(castBallot({ by: 'bo', task: 'enighed', choice: 'agree' }))
      .thenEvents('BallotCast', { type: 'TaskClosed', result: { outcome: 'agreed' } }, 'RoundClosed');
  });
});

describe('a consideration', () => {
  it('is taken note of, with or without remarks', () => {
    expect(outcomeOf({ kind: 'consider' }, ['noted', 'noted', null])).toBe('noted');
    expect(outcomeOf({ kind: 'consider' }, ['noted', 'notedWithRemark', null])).toBe('notedWithRemarks');
  });

  it('can send the matter back where the definition offers it', () => {
    const task = { kind: 'consider', choices: ['noted', 'return'] } as const;
    expect(outcomeOf(task, ['noted', 'return', 'noted'])).toBe('returned');
  });
});

describe('a vote', () => {
  it('is carried by more than half of those for or against', () => {
    expect(outcomeOf({ kind: 'vote' }, ['for', 'for', 'against'])).toBe('carried');
    expect(outcomeOf({ kind: 'vote' }, ['for', 'abstain', 'abstain'])).toBe('carried');
    expect(outcomeOf({ kind: 'vote' }, ['for', 'against', 'against'])).toBe('rejected');
    expect(outcomeOf({ kind: 'vote' }, ['abstain', 'abstain', 'abstain'])).toBe('rejected');
  });

  it('by absolute majority needs more than half of all seats', () => {
    const rule = { method: 'majority', majority: { of: 'all', share: [1, 2] } };
    expect(outcomeOf({ kind: 'vote', rule }, ['for', 'for', 'against', 'abstain'])).toBe('rejected');
    expect(outcomeOf({ kind: 'vote', rule }, ['for', 'for', 'for', 'abstain'])).toBe('carried');
  });

  it('by two thirds needs exactly that, and cannot tie', () => {
    const rule = { method: 'majority', majority: { of: 'cast', share: [2, 3], strictlyMore: false } };
    expect(outcomeOf({ kind: 'vote', rule }, ['for', 'for', 'against'])).toBe('carried');
    expect(outcomeOf({ kind: 'vote', rule }, ['for', 'against'])).toBe('rejected');
  });

  it('shows its arithmetic, exact', () => {
    expect(resultOf({ kind: 'vote' }, ['for', 'for', 'against', null, null])).toEqual({
      version: 'majority/1',
      outcome: 'carried',
      arithmetic: {
        quorum: {
          version: 'quorum/1',
          seats: 5,
          recused: 0,
          entitled: 5,
          answered: 3,
          needed: 3,
          met: true,
          reachable: true,
          missingGroups: [],
        },
        choices: { against: 1, for: 2 },
        setAside: [],
        vote: {
          version: 'majority/1',
          outcome: 'carried',
          entitled: 5,
          for: 2,
          against: 1,
          abstain: 0,
          missing: 2,
          base: 3,
          needed: 2,
        },
      },
    });
  });

  it('that ties stays a tie, unless the rule lets the chair decide', () => {
    expect(outcomeOf({ kind: 'vote' }, ['for', 'for', 'against', 'against'])).toBe('tied');
    const rule = { method: 'majority', tie: 'chair' };
    expect(outcomeOf({ kind: 'vote', rule }, ['for', 'for', 'against', 'against'])).toBe('rejected');
    expect(outcomeOf({ kind: 'vote', rule }, ['for', 'against', 'for', 'against'])).toBe('carried');
    expect(outcomeOf({ kind: 'vote', rule }, ['for', 'against', 'abstain'])).toBe('tied');
  });

  it('is stopped by one who wants a meeting, and waits for it', () => {
    expect(outcomeOf({ kind: 'vote' }, ['for', 'for', 'wantsMeeting'])).toBe('open');
  });

  it('can be answered like an approval where the definition says so', () => {
    const task = {
      kind: 'vote',
      choices: ['approve', 'approveWithRemark', 'approveWithConditions', 'return'],
    } as const;
    expect(outcomeOf(task, ['approve', 'approve', 'return'])).toBe('carried');
    expect(outcomeOf(task, ['approve', 'approveWithRemark', 'return'])).toBe('carriedWithRemarks');
    expect(outcomeOf(task, ['approve', 'approveWithConditions', 'return'])).toBe('carriedWithConditions');
    expect(outcomeOf(task, ['approve', 'return', 'return'])).toBe('returned');
  });
});

describe('an approval', () => {
  it('needs all where the rule says all', () => {
    expect(outcomeOf({ kind: 'approve' }, ['approve', 'approve'])).toBe('approved');
    expect(outcomeOf({ kind: 'approve' }, ['approve', 'approveWithRemark'])).toBe('approvedWithRemarks');
    expect(outcomeOf({ kind: 'approve' }, ['approve', 'approveWithConditions'])).toBe('approvedWithConditions');
    expect(outcomeOf({ kind: 'approve' }, ['approve', 'doNotApprove'])).toBe('notApproved');
    expect(outcomeOf({ kind: 'approve' }, ['approve', 'return'])).toBe('returned');
  });

  it('by any is given with the first approval', () => {
    const definition = definitionWith([{ id: 'klar', kind: 'approve', rule: { method: 'approval', needs: 'any' } }]);
    const start = started(definition, electorateOf(definition, ...seats));
    given(start)
      .when(castBallot({ by: 'anna', task: 'klar', choice: 'approve' }))
      .thenEvents('BallotCast', { type: 'TaskClosed', result: { outcome: 'approved' } }, 'RoundClosed');
    given(start)
      .when(castBallot({ by: 'anna', task: 'klar', choice: 'doNotApprove', reason: true }))
      .thenEvents('BallotCast');
  });

  it('by a number waits for that many', () => {
    const definition = definitionWith([{ id: 'klar', kind: 'approve', rule: { method: 'approval', needs: 2 } }]);
    const start = started(definition, electorateOf(definition, ...seats));
    given(
      start,
      castBallot({ by: 'anna', task: 'klar', choice: 'doNotApprove', reason: true }),
      castBallot({ by: 'bo', task: 'klar', choice: 'approve' }),
    )
      .when(castBallot({ by: 'dan', task: 'klar', choice: 'approve' }))
      .thenEvents('BallotCast', { type: 'TaskClosed', result: { outcome: 'approved' } }, 'RoundClosed');
  });
});

describe('a quorum', () => {
  it('of more than half of the seats keeps a task open that too few have answered', () => {
    expect(outcomeOf({ kind: 'vote' }, ['for', 'for', null, null])).toBe('open');
    expect(outcomeOf({ kind: 'vote' }, ['for', 'for', 'for', null, null])).toBe('carried');
  });

  it('can be a number', () => {
    const rule = { method: 'majority', quorum: { number: 1 } };
    expect(outcomeOf({ kind: 'vote', rule }, ['for', null, null, null])).toBe('carried');
    expect(outcomeOf({ kind: 'vote', rule }, [null, null])).toBe('open');
  });

  it('counts an abstention as taking part', () => {
    expect(outcomeOf({ kind: 'vote' }, ['for', 'abstain', null])).toBe('carried');
  });

  it('can ask for one from each organisation the seats speak for', () => {
    const rule = { method: 'majority', quorum: { byGroup: 'speaksFor' } };
    const directors = [
      seat('anna', 'udvalg', { speaksFor: bodyId('region-nord') }),
      seat('bo', 'udvalg', { speaksFor: bodyId('region-nord') }),
      seat('cille', 'udvalg', { speaksFor: bodyId('region-syd') }),
    ];
    expect(outcomeOf({ kind: 'vote', rule }, ['for', 'for', null], directors)).toBe('open');
    expect(outcomeOf({ kind: 'vote', rule }, ['for', null, 'for'], directors)).toBe('carried');
  });

  it('can ask for one from each body', () => {
    const rule = { method: 'majority', quorum: { byGroup: 'body' } };
    const regions = [seat('anna', 'region-nord'), seat('bo', 'region-syd'), seat('cille', 'region-syd')];
    const task = { kind: 'vote', bodies: ['kind:region'], rule } as const;
    expect(outcomeOf(task, [null, 'for', 'for'], regions)).toBe('open');
    expect(outcomeOf(task, ['for', 'for', null], regions)).toBe('carried');
  });
});
