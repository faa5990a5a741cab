// Reminders: which rung is due, for whom; nobody is flooded, and nobody who has answered is reminded.
import { reminderKey, reminders } from '../../../services/process/round/reminders';
import { calendarOf } from '../../../services/schedule/calendar';
import type { RoundStep } from '../given';
import { by, castBallot, definitionWith, electorateOf, given, seat, started, taskId, tick } from '../given';

const definition = definitionWith([{ id: 'valg', kind: 'vote', workingDays: 10 }]);
const electorate = electorateOf(definition, seat('anna', 'udvalg'), seat('bo', 'udvalg'));
const calendar = calendarOf(definition.calendar);
// Opens on Monday 11 January; the deadline is Monday 25 January 2027, 12.00.
const start = started(definition, electorate);

function due(now: string, ...steps: readonly RoundStep[]) {
  const { state } = given(start, ...steps);
  if (state === null) throw new Error('no round');
  return reminders(state, now, calendar);
}

const rungs = (now: string, ...steps: readonly RoundStep[]) =>
  due(now, ...steps).map(({ personId, rung }) => `${personId} ${rung}`);

function key(now: string, ...steps: readonly RoundStep[]) {
  return due(now, ...steps).map(reminderKey)[0];
}

describe('a reminder', () => {
  it('comes on the fifth and the last working day before, on the day, and the day after, at eight', () => {
    expect(rungs('2027-01-18T06:59:59.999Z')).toEqual([]);
    expect(rungs('2027-01-18T07:00:00.000Z')).toEqual(['anna before-5', 'bo before-5']);
    expect(rungs('2027-01-22T07:00:00.000Z')).toEqual(['anna before-1', 'bo before-1']);
    expect(rungs('2027-01-25T07:00:00.000Z')).toEqual(['anna on', 'bo on']);
    expect(rungs('2027-01-26T07:00:00.000Z')).toEqual(['anna after-1', 'bo after-1']);
  });

  it('says which deadline it is about, and when it fell due', () => {
    expect(due('2027-01-18T09:00:00.000Z')[0]).toEqual({
      roundId: 'r1',
      taskId: 'valg',
      matter: null,
      personId: 'anna',
      mandateId: 'udvalg-anna',
      bodyId: 'udvalg',
      wanted: 'ballot',
      rung: 'before-5',
      deadlineAt: '2027-01-25T11:00:00.000Z',
      deadlineRevision: 0,
      dueAt: '2027-01-18T07:00:00.000Z',
    });
  });

  it('goes to nobody who has answered', () => {
    expect(rungs('2027-01-18T09:00:00.000Z', castBallot({ by: 'anna', task: 'valg' }))).toEqual(['bo before-5']);
  });

  it('is only the newest one after a week of downtime', () => {
    expect(rungs('2027-01-29T09:00:00.000Z')).toEqual(['anna after-1', 'bo after-1']);
  });

  it('is none while the round is paused', () => {
    expect(rungs('2027-01-18T09:00:00.000Z', by('sine', { type: 'PauseRound', texts: null }))).toEqual([]);
  });

  it('keeps its key until the deadline moves', () => {
    const extended = by('sine', {
      type: 'ExtendDeadline',
      taskId: taskId('valg'),
      deadlineAt: '2027-02-01T11:00:00.000Z',
      texts: null,
    });
    expect(key('2027-01-18T09:00:00.000Z')).toBe('reminder/r1/valg/0/before-5/ballot/udvalg-anna/anna');
    expect(key('2027-01-18T15:00:00.000Z')).toBe(key('2027-01-18T09:00:00.000Z'));
    expect(key('2027-01-25T09:00:00.000Z', extended)).toBe('reminder/r1/valg/1/before-5/ballot/udvalg-anna/anna');
  });

  it('does not follow an extension on its heels', () => {
    const extended = by(
      'sine',
      { type: 'ExtendDeadline', taskId: taskId('valg'), deadlineAt: '2027-01-27T11:00:00.000Z', texts: null },
      '2027-01-25T10:00:00.000Z',
    );
    expect(rungs('2027-01-25T10:01:00.000Z', extended)).toEqual([]);
    expect(rungs('2027-01-26T07:00:00.000Z', extended)).toEqual(['anna before-1', 'bo before-1']);
  });

  it('that would have been due before the task was opened never comes', () => {
    const short = definitionWith([{ id: 'valg', kind: 'vote', workingDays: 2 }]);
    const { state } = given(started(short, electorate));
    if (state === null) throw new Error('no round');
    expect(reminders(state, '2027-01-11T12:00:00.000Z', calendar)).toEqual([]);
    expect(reminders(state, '2027-01-12T07:00:00.000Z', calendar)).toHaveLength(2);
  });

  it('follows the settings of the task before those of the definition', () => {
    const own = definitionWith([
      { id: 'valg', kind: 'vote', workingDays: 10, reminders: { before: [3], onTheDay: false, after: [] } },
    ]);
    const { state } = given(started(own, electorate));
    if (state === null) throw new Error('no round');
    const at = (now: string) => reminders(state, now, calendar).map(({ rung }) => rung)[0];
    expect(at('2027-01-19T08:00:00.000Z')).toBeUndefined();
    expect(at('2027-01-20T08:00:00.000Z')).toBe('before-3');
    expect(at('2027-02-20T08:00:00.000Z')).toBe('before-3');
  });

  it('on the last Sunday of March still falls at eight', () => {
    const spring = definitionWith([{ id: 'valg', kind: 'vote', workingDays: 3 }]);
    // Opens on Tuesday 23 March 2027; Thursday and Friday are Maundy Thursday and Good Friday, Monday is Easter Monday.
    const { state } = given(started(spring, electorate, { at: '2027-03-23T08:00:00.000Z' }));
    if (state === null) throw new Error('no round');
    expect(state.tasks[taskId('valg')]?.deadlineAt).toBe('2027-03-31T10:00:00.000Z');
    expect(reminders(state, '2027-03-30T05:59:59.999Z', calendar)).toEqual([]);
    expect(reminders(state, '2027-03-30T06:00:00.000Z', calendar)).toMatchObject([
      { rung: 'before-1' },
      { rung: 'before-1' },
    ]);
  });

  it('ends with the task', () => {
    const answers = [castBallot({ by: 'anna', task: 'valg' }), castBallot({ by: 'bo', task: 'valg' })];
    expect(rungs('2027-01-26T09:00:00.000Z', ...answers, tick('2027-01-25T11:01:00.000Z'))).toEqual([]);
  });
});
