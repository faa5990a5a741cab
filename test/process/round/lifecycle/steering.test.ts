// Steering a running round: extending a deadline, pausing and resuming, closing by hand.
import {
  taskId,
  by,
  castBallot,
  definitionWith,
  electorateOf,
  given,
  person,
  seat,
  started,
  texts,
  tick,
} from '../../given';

const definition = definitionWith([
  { id: 'valg', kind: 'vote', workingDays: 5 },
  { id: 'siden', kind: 'vote', after: ['valg'], workingDays: 5 },
]);
const electorate = electorateOf(
  definition,
  seat('anna', 'udvalg'),
  seat('bo', 'udvalg'),
  seat('cille', 'udvalg', { role: 'chair' }),
);
const start = started(definition, electorate);
const deadline = '2027-01-18T11:00:00.000Z';

function extend(who: string, deadlineAt: string, task = 'valg', at: string | null = null) {
  return by(who, { type: 'ExtendDeadline', taskId: taskId(task), deadlineAt, texts: null }, at);
}

function pause(at: string | null = null) {
  return by('sine', { type: 'PauseRound', texts: null }, at);
}

function resume(at: string | null = null) {
  return by('sine', { type: 'ResumeRound' }, at);
}

function close(who: string, fields: readonly string[] = ['reason']) {
  // Before its deadline a task is closed by two people (matters/overrides).
  return by(who, { type: 'CloseTask', taskId: taskId('valg'), texts: texts(...fields) }, '2027-01-18T11:00:01.000Z');
}

describe('extending a deadline', () => {
  const later = '2027-01-20T11:00:00.000Z';

  it('moves it, by the secretariat or the chair of the body', () => {
    given(start)
      .when(extend('sine', later))
      .thenEvents({ type: 'DeadlineExtended', taskId: 'valg', deadlineAt: later });
    given(start)
      .when(extend('cille', later))
      .thenEvents('DeadlineExtended')
      .thenState((round) => {
        expect(round.tasks[taskId('valg')]).toMatchObject({ deadlineAt: later, deadlineRevision: 1 });
      });
  });

  it('is refused to a member', () => {
    given(start).when(extend('anna', later)).thenRefused('NotChair');
  });

  it('never shortens, and never ends in the past', () => {
    given(start)
      .when(extend('sine', '2027-01-17T11:00:00.000Z'))
      .thenRefused('ExtensionShortens', { deadlineAt: deadline });
    given(start)
      .when(extend('sine', '2027-01-19T11:00:00.000Z', 'valg', '2027-01-21T08:00:00.000Z'))
      .thenRefused('DeadlineInPast');
  });

  it('is for open tasks of the round', () => {
    given(start)
      .when(extend('sine', later, 'siden'))
      .thenRefused('TaskNotOpen');
    given(start)
      .when(extend('sine', later, 'ukendt'))
      .thenRefused('UnknownTask');
  });

  it('to where it already is changes nothing', () => {
    given(start).when(extend('sine', deadline)).thenUnchanged();
  });

  it('opens the way again for answers that came too late', () => {
    const extended = given(start, extend('sine', later, 'valg', '2027-01-19T08:00:00.000Z'));
    extended.when(castBallot({ by: 'anna', task: 'valg', at: '2027-01-19T09:00:00.000Z' })).thenEvents('BallotCast');
  });
});

describe('a pause', () => {
  it('stops all answers', () => {
    given(start, pause())
      .when(castBallot({ by: 'anna', task: 'valg' }))
      .thenRefused('RoundPaused');
    given(start, pause()).when(extend('sine', '2027-01-20T11:00:00.000Z')).thenRefused('RoundPaused');
  });

  it('is for the secretariat', () => {
    given(start)
      .when(by('cille', { type: 'PauseRound', texts: null }))
      .thenRefused('NotSecretariat');
    given(start, pause())
      .when(by('cille', { type: 'ResumeRound' }))
      .thenRefused('NotSecretariat');
  });

  it('said twice changes nothing', () => {
    given(start, pause()).when(pause()).thenUnchanged();
    given(start).when(resume()).thenUnchanged();
  });

  it('moves deadlines by the working days it lasted', () => {
    given(start, pause('2027-01-12T09:00:00.000Z'))
      .when(resume('2027-01-14T09:00:00.000Z'))
      .thenEvents('RoundResumed', { type: 'DeadlineExtended', taskId: 'valg', deadlineAt: '2027-01-20T11:00:00.000Z' });
  });

  it('within one day moves nothing that has not run out', () => {
    given(start, pause('2027-01-12T09:00:00.000Z')).when(resume('2027-01-12T14:00:00.000Z')).thenEvents('RoundResumed');
  });

  it('gives a deadline that fell in it at least until the next working day', () => {
    given(start, pause('2027-01-18T10:00:00.000Z'))
      .when(resume('2027-01-18T13:00:00.000Z'))
      .thenEvents('RoundResumed', { type: 'DeadlineExtended', deadlineAt: '2027-01-19T11:00:00.000Z' });
    given(start, pause('2027-01-18T10:00:00.000Z'))
      .when(resume('2027-01-19T13:00:00.000Z'))
      .thenEvents('RoundResumed', { type: 'DeadlineExtended', deadlineAt: '2027-01-20T11:00:00.000Z' });
  });

  it('over a weekend costs nobody anything', () => {
    given(start, pause('2027-01-15T15:00:00.000Z')).when(resume('2027-01-17T09:00:00.000Z')).thenEvents('RoundResumed');
  });

  it('gives no new life to a deadline that had passed before it', () => {
    given(start, pause('2027-01-19T08:00:00.000Z')).when(resume('2027-01-22T08:00:00.000Z')).thenEvents('RoundResumed');
  });
});

describe('closing a task by hand', () => {
  it('ends it with what stands, when its rule gives a result', () => {
    given(start, castBallot({ by: 'anna', task: 'valg' }), castBallot({ by: 'bo', task: 'valg' }))
      .when(close('sine'))
      .thenEvents({ type: 'TaskClosed', result: { outcome: 'carried' }, texts: texts('reason') }, 'TaskOpened');
  });

  it('ends it without a result where its rule gives none, and keeps the arithmetic', () => {
    given(start, castBallot({ by: 'anna', task: 'valg' }))
      .when(close('sine'))
      .thenEvents(
        {
          type: 'TaskClosed',
          result: { outcome: 'closedByHand', arithmetic: { quorum: { answered: 1, seats: 3, needed: 2, met: false } } },
        },
        'TaskOpened',
      );
  });

  it('is for the secretariat, with a reason', () => {
    given(start).when(close('cille')).thenRefused('NotSecretariat');
    given(start).when(close('sine', [])).thenRefused('ReasonMissing');
  });

  it('before its deadline is no matter for one person alone', () => {
    given(start)
      .when(by('sine', { type: 'CloseTask', taskId: taskId('valg'), texts: texts('reason') }))
      .thenRefused('ClosingEarly', { deadlineAt: deadline });
  });

  it('is refused for a task that is closed', () => {
    given(start, close('sine')).when(close('sine')).thenRefused('TaskClosed');
  });

  it('of the last task ends the round, which then takes nothing more', () => {
    const last = by(
      'sine',
      { type: 'CloseTask', taskId: taskId('siden'), texts: texts('reason') },
      '2027-04-01T08:00:00.000Z',
    );
    const over = given(start, close('sine'), last);
    expect(over.events.at(-1)).toEqual({ type: 'RoundClosed', next: null, carriedOver: [] });
    over.when(castBallot({ by: 'anna', task: 'siden' })).thenRefused('RoundClosed');
    over.when(by('sine', { type: 'PauseRound', texts: null })).thenRefused('RoundClosed');
    over.when(extend('sine', '2027-06-01T11:00:00.000Z')).thenRefused('RoundClosed');
    over.when(tick('2027-06-01T11:00:00.000Z')).thenUnchanged();
  });
});

describe('a closing by hand where the definition wants one', () => {
  const byHand = definitionWith([{ id: 'enighed', kind: 'agree', closes: 'byHand' }]);
  const all = electorateOf(byHand, seat('anna', 'udvalg'));

  it('is waited for, however many have answered and whatever the time', () => {
    const told = given(started(byHand, all), castBallot({ by: 'anna', task: 'enighed', choice: 'agree' }));
    told.when(tick('2027-06-01T11:00:00.000Z')).thenUnchanged();
    expect(told.state?.tasks[taskId('enighed')]?.status).toBe('open');
    expect(told.state?.electorate.mandates).toMatchObject({ 'udvalg-anna': { holder: person('anna') } });
  });
});
