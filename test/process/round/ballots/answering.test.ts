// One answer per seat: who gives it, what it may be, and what happens when another stands already.
import { by, castBallot, definitionWith, electorateOf, given, seat, started, taskId, texts, tick } from '../../given';

const definition = definitionWith([
  { id: 'valg', kind: 'vote' },
  { id: 'enighed', kind: 'agree' },
  { id: 'snaevert', kind: 'vote', choices: ['for', 'against'] },
  { id: 'senere', kind: 'vote', after: ['valg'] },
]);
const electorate = electorateOf(
  definition,
  seat('anna', 'udvalg'),
  seat('bo', 'udvalg'),
  seat('otto', 'udvalg', { role: 'observer' }),
  seat('karen', 'udvalg', { role: 'contact' }),
  seat('berit', 'bestyrelse'),
);
const start = started(definition, electorate);

describe('an answer', () => {
  it('stands with who gave it, when, and how often', () => {
    given(start)
      .when(castBallot({ by: 'anna', task: 'valg', choice: 'for', at: '2027-01-12T09:00:00.000Z' }))
      .thenEvents({ type: 'BallotCast', taskId: 'valg', mandateId: 'udvalg-anna' })
      .thenState((round) => {
        expect(round.tasks[taskId('valg')]?.work).toMatchObject({
          ballots: { 'udvalg-anna': { choice: 'for', by: 'anna', at: '2027-01-12T09:00:00.000Z', revision: 1 } },
        });
      });
  });

  it('is for those with a seat that counts: no observer, no contact, nobody from another body', () => {
    for (const who of ['otto', 'karen', 'berit', 'sine', 'fremmed']) {
      given(start)
        .when(castBallot({ by: who, task: 'valg' }))
        .thenRefused('NoMandate');
    }
  });

  it('is given for one’s own seat only', () => {
    given(start)
      .when(castBallot({ by: 'anna', task: 'valg', mandate: 'udvalg-bo' }))
      .thenRefused('NoMandate');
  });

  it('is never given by the system', () => {
    given(start)
      .when(castBallot({ by: 'system', task: 'valg', mandate: 'udvalg-bo' }))
      .thenRefused('NoMandate');
  });

  it('is one of those offered', () => {
    given(start)
      .when(castBallot({ by: 'anna', task: 'valg', choice: 'approve' }))
      .thenRefused('UnknownChoice');
    given(start)
      .when(castBallot({ by: 'anna', task: 'snaevert', choice: 'abstain' }))
      .thenRefused('UnknownChoice');
    given(start)
      .when(castBallot({ by: 'anna', task: 'valg', tiers: { n1: 'high' } }))
      .thenRefused('UnknownChoice');
  });

  it('that says no to an agreement needs a reason', () => {
    given(start)
      .when(castBallot({ by: 'anna', task: 'enighed', choice: 'disagree' }))
      .thenRefused('ReasonMissing');
    given(start)
      .when(castBallot({ by: 'anna', task: 'enighed', choice: 'disagree', reason: true }))
      .thenEvents('BallotCast');
  });

  it('keeps nothing of what else a changed card carried', () => {
    const command = castBallot({ by: 'anna', task: 'valg' }).command;
    const odd = given(start).when(
      by('anna', (state) => {
        const plain = typeof command === 'function' ? command(state) : command;
        if (plain.type !== 'CastBallot') throw new Error('not a ballot');
        return { ...plain, ballot: { ...plain.ballot, tiers: {}, order: [], extra: 1 } };
      }),
    );
    odd.thenEvents('BallotCast');
    expect(odd.events()[0]).toMatchObject({ ballot: { choice: 'for', texts: null, tiers: null, order: [] } });
    expect(JSON.stringify(odd.events())).not.toContain('extra');
  });

  it('belongs to an open task of its kind', () => {
    given(start)
      .when(castBallot({ by: 'anna', task: 'senere', mandate: 'udvalg-anna' }))
      .thenRefused('TaskNotOpen');
    given(start)
      .when(castBallot({ by: 'anna', task: 'ukendt', mandate: 'udvalg-anna' }))
      .thenRefused('UnknownTask');
    given(start)
      .when(by('anna', { type: 'Publish', taskId: taskId('valg'), nextRoundId: null }))
      .thenRefused('NotThisTask', { taskId: 'valg' });
    const closed = given(
      start,
      castBallot({ by: 'anna', task: 'valg' }),
      castBallot({ by: 'bo', task: 'valg' }),
      tick('2027-02-01T08:00:00.000Z'),
    );
    closed
      .when(castBallot({ by: 'anna', task: 'valg', choice: 'against' }))
      .thenRefused('TaskClosed', { taskId: 'valg' });
  });
});

describe('answering again', () => {
  const answered = given(start, castBallot({ by: 'anna', task: 'valg', choice: 'for' }));

  it('with the same answer changes nothing, whatever view it came from', () => {
    for (const basis of [0, 1, 7]) {
      answered.when(castBallot({ by: 'anna', task: 'valg', choice: 'for', basis })).thenUnchanged();
    }
  });

  it('with another answer counts from a view that showed the first', () => {
    answered
      .when(castBallot({ by: 'anna', task: 'valg', choice: 'against', basis: 1 }))
      .thenEvents({ type: 'BallotCast', ballot: { choice: 'against' } });
  });

  it('with another answer from a view that did not show it is asked to confirm', () => {
    for (const basis of [0, 2]) {
      answered
        .when(castBallot({ by: 'anna', task: 'valg', choice: 'against', basis }))
        .thenRefused('AnswerChangedMeanwhile', { basis: 1 });
    }
  });

  it('first, from a view that claims an answer, is refused too', () => {
    given(start)
      .when(castBallot({ by: 'anna', task: 'valg', basis: 1 }))
      .thenRefused('AnswerChangedMeanwhile', { basis: 0 });
  });

  it('a redelivered "for" after "against" changes nothing: it is refused and must be confirmed', () => {
    given(
      start,
      castBallot({ by: 'anna', task: 'valg', choice: 'for', basis: 0 }),
      castBallot({ by: 'anna', task: 'valg', choice: 'against', basis: 1 }),
    )
      .when(castBallot({ by: 'anna', task: 'valg', choice: 'for', basis: 0 }))
      .thenRefused('AnswerChangedMeanwhile', { basis: 2 });
  });

  it('without the words given before, on the shared card, does not take them back', () => {
    const withWords = given(start, castBallot({ by: 'anna', task: 'valg', choice: 'against', reason: true }));
    withWords.when(castBallot({ by: 'anna', task: 'valg', choice: 'against', basis: 0 })).thenUnchanged();
    withWords
      .when(castBallot({ by: 'anna', task: 'valg', choice: 'against', basis: 1 }))
      .thenEvents({ type: 'BallotCast', ballot: { texts: null } });
  });

  it('with other words is another answer', () => {
    const step = castBallot({ by: 'anna', task: 'valg', choice: 'for', basis: 1 });
    answered
      .when(
        by('anna', (state) => {
          const plain = typeof step.command === 'function' ? step.command(state) : step.command;
          if (plain.type !== 'CastBallot') throw new Error('not a ballot');
          return { ...plain, ballot: { ...plain.ballot, texts: texts('reason') } };
        }),
      )
      .thenEvents('BallotCast');
  });
});
