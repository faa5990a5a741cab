// What time has made due and nobody has recorded yet, and when to look again.
import { due, nextDueAt } from '../../../services/process/round/due';
import { calendarOf } from '../../../services/schedule/calendar';
import type { RoundStep } from '../given';
import { by, castBallot, definitionWith, electorateOf, given, seat, started, tick } from '../given';

const definition = definitionWith([
  { id: 'valg', kind: 'vote', workingDays: 5 },
  { id: 'enighed', kind: 'agree', workingDays: 2 },
  { id: 'siden', kind: 'vote', after: ['valg'] },
]);
const electorate = electorateOf(definition, seat('anna', 'udvalg'));
const calendar = calendarOf(definition.calendar);
const start = started(definition, electorate);

function roundAfter(...steps: readonly RoundStep[]) {
  const { state } = given(...steps);
  if (state === null) throw new Error('no round');
  return state;
}

describe('what is due', () => {
  it('is an advance once a deadline and its 30 seconds have passed, however long ago', () => {
    const round = roundAfter(start, castBallot({ by: 'anna', task: 'valg' }));
    expect(due(round, '2027-01-18T11:00:29.999Z', calendar)).toEqual([]);
    expect(due(round, '2027-01-18T11:00:30.000Z', calendar)).toEqual([{ type: 'Advance' }]);
    expect(due(round, '2027-06-18T11:00:30.000Z', calendar)).toEqual([{ type: 'Advance' }]);
  });

  it('is nothing once it is recorded, and nothing that cannot end', () => {
    const done = roundAfter(start, castBallot({ by: 'anna', task: 'valg' }), tick('2027-01-18T11:00:30.000Z'));
    expect(due(done, '2027-01-18T11:01:30.000Z', calendar)).toEqual([]);
    expect(due(roundAfter(start), '2027-01-18T11:01:30.000Z', calendar)).toEqual([]);
  });
});

describe('when to look again', () => {
  it('is at the start, then at the end of each deadline’s wait', () => {
    const later = started(definition, electorate, { startsAt: '2027-02-01T08:00:00.000Z' });
    expect(nextDueAt(roundAfter(later), '2027-01-11T08:00:00.000Z', calendar)).toBe('2027-02-01T08:00:00.000Z');
    expect(nextDueAt(roundAfter(start), '2027-01-11T08:00:00.000Z', calendar)).toBe('2027-01-18T11:00:30.000Z');
  });

  it('is never where only people can move it on', () => {
    expect(nextDueAt(roundAfter(start), '2027-01-18T11:00:30.000Z', calendar)).toBeNull();
    const paused = by('sine', { type: 'PauseRound', texts: null });
    expect(nextDueAt(roundAfter(start, paused), '2027-01-11T08:00:00.000Z', calendar)).toBeNull();
  });
});
