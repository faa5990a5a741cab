// Trinvis was down in the last working hours before a deadline: the task stays open until its chair or the secretariat has
// said whether the deadline stands (DESIGN.md §6).
import type { Instant } from '../../../../services/process/calendar';
import { beforeInWork } from '../../../../services/process/round/matters/downtime/affected';
import { outstanding } from '../../../../services/process/round/outstanding';
import { calendarOf } from '../../../../services/schedule/calendar';
import { by, castBallot, definitionWith, electorateOf, given, seat, started, taskId, tick } from '../../given';

const definition = definitionWith([
  { id: 'valg', kind: 'vote', workingDays: 5 },
  { id: 'godkend', kind: 'approve', after: ['valg'], workingDays: 5 },
]);
const electorate = electorateOf(
  definition,
  seat('anna', 'udvalg', { role: 'chair' }),
  seat('bo', 'udvalg'),
  seat('carl', 'udvalg'),
  seat('sine', 'sekretariat'),
);
const valg = taskId('valg');
/** Monday 18 January 2027 at twelve in Copenhagen. */
const deadline = '2027-01-18T11:00:00.000Z';
const afterwards = '2027-01-18T11:20:00.000Z';
const quorate = [
  started(definition, electorate),
  castBallot({ by: 'anna', task: 'valg', choice: 'for' }),
  castBallot({ by: 'bo', task: 'valg', choice: 'for' }),
];

function down(from: Instant, to: Instant = afterwards) {
  return by('system', { type: 'AskAfterDowntime', taskId: valg, from, to }, to);
}

const asked = [...quorate, down('2027-01-18T09:00:00.000Z')];
const keep = (who: string, at: Instant = '2027-01-18T12:00:00.000Z') =>
  by(who, { type: 'KeepDeadline', taskId: valg }, at);

describe('downtime before a deadline', () => {
  it('is asked about, with a working day to answer', () => {
    given(...quorate)
      .when(down('2027-01-18T09:00:00.000Z'))
      .thenEvents({
        type: 'DowntimeFound',
        taskId: valg,
        of: deadline,
        from: '2027-01-18T09:00:00.000Z',
        deadlineAt: '2027-01-19T11:00:00.000Z',
      });
  });

  it('that was over before the last four working hours is nobody’s business', () => {
    given(...quorate)
      .when(down('2027-01-15T09:00:00.000Z', '2027-01-18T07:00:00.000Z'))
      .thenUnchanged();
    given(...quorate)
      .when(down(deadline))
      .thenUnchanged();
  });

  it('is told by the system alone, once per deadline', () => {
    given(...quorate)
      .when(by('anna', { type: 'AskAfterDowntime', taskId: valg, from: deadline, to: afterwards }, afterwards))
      .thenRefused('NotSecretariat');
    given(...asked)
      .when(down('2027-01-18T11:30:00.000Z', '2027-01-18T12:30:00.000Z'))
      .thenUnchanged();
  });
});

describe('while it is asked', () => {
  it('nothing closes, however much time passes', () => {
    given(...asked)
      .when(tick('2027-02-18T11:00:30.000Z'))
      .thenUnchanged();
  });

  it('answers stay refused: the deadline has passed', () => {
    given(...asked)
      .when(castBallot({ by: 'carl', task: 'valg', choice: 'against', at: '2027-01-18T11:30:00.000Z' }))
      .thenRefused('DeadlinePassed');
  });

  it('the chair has it on his list, and nobody else', () => {
    const round = given(...asked).state;
    if (round === null) throw new Error('no round');
    const left = outstanding(round, '2027-01-18').filter(({ matter }) => matter !== null);
    expect(left).toMatchObject([
      { taskId: valg, deadlineAt: '2027-01-19T11:00:00.000Z', entries: [{ personId: 'anna', wanted: 'downtime' }] },
    ]);
  });

  it('a body without a chair leaves it to the secretariat', () => {
    const chairless = electorateOf(
      definition,
      seat('bo', 'udvalg'),
      seat('carl', 'udvalg'),
      seat('sine', 'sekretariat'),
    );
    const round = given(started(definition, chairless), down('2027-01-18T09:00:00.000Z')).state;
    if (round === null) throw new Error('no round');
    const left = outstanding(round, '2027-01-18').filter(({ matter }) => matter !== null);
    expect(left.flatMap(({ entries }) => entries.map(({ personId }) => personId))).toEqual(['sine']);
  });
});

describe('the answer', () => {
  it('that the deadline stands closes the task as of its own time, in the same commit', () => {
    given(...asked)
      .when(keep('anna'))
      .thenEvents('DeadlineKept', { type: 'TaskClosed', taskId: valg, asOf: deadline }, 'TaskOpened');
  });

  it('may be the secretariat’s, and nobody else’s', () => {
    given(...asked)
      .when(keep('sine'))
      .thenEvents('DeadlineKept', 'TaskClosed', 'TaskOpened');
    given(...asked)
      .when(keep('bo'))
      .thenRefused('NotChair');
  });

  it('may be an extension: then it closes as any other, and those who could not answer can', () => {
    const later = '2027-01-20T11:00:00.000Z';
    const extend = by(
      'anna',
      { type: 'ExtendDeadline', taskId: valg, deadlineAt: later, texts: null },
      '2027-01-18T12:00:00.000Z',
    );
    const told = given(...asked, extend);
    told.when(keep('anna', '2027-01-18T13:00:00.000Z')).thenUnchanged();
    told
      .when(castBallot({ by: 'carl', task: 'valg', choice: 'against', at: '2027-01-19T09:00:00.000Z' }))
      .thenEvents('BallotCast');
    told.when(tick('2027-01-20T11:00:30.000Z')).thenEvents({ type: 'TaskClosed', asOf: later }, 'TaskOpened');
  });

  it('given before the deadline lets it come as it would have', () => {
    const early = [...quorate, down('2027-01-18T07:30:00.000Z', '2027-01-18T08:30:00.000Z')];
    given(...early)
      .when(keep('anna', '2027-01-18T09:00:00.000Z'))
      .thenEvents('DeadlineKept');
    given(...early, keep('anna', '2027-01-18T09:00:00.000Z'))
      .when(tick('2027-01-18T11:00:30.000Z'))
      .thenEvents({ type: 'TaskClosed', asOf: deadline }, 'TaskOpened');
  });

  it('where nothing is asked changes nothing', () => {
    given(...quorate)
      .when(keep('anna', '2027-01-18T09:00:00.000Z'))
      .thenUnchanged();
  });
});

test.each([
  // Monday at twelve: eight in the morning.
  [deadline, '2027-01-18T07:00:00.000Z'],
  // Monday at nine: one hour of Monday, three of Friday afternoon.
  ['2027-01-18T08:00:00.000Z', '2027-01-15T12:00:00.000Z'],
  // The Tuesday after Easter at ten, over four closed days and the change of the clock.
  ['2027-03-30T08:00:00.000Z', '2027-03-24T13:00:00.000Z'],
])('four working hours before %s are %s', (at, expected) => {
  expect(beforeInWork(at, 4, calendarOf(definition.calendar))).toBe(expected);
});
