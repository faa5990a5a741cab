// How a round starts, and what opens with it.
import { as, type RoundId } from '../../../../services/process/ids';
import {
  by,
  castBallot,
  definitionWith,
  electorateOf,
  given,
  seat,
  started,
  submittedNomination,
  tick,
} from '../../given';

const definition = definitionWith([
  { id: 'enighed', kind: 'agree', workingDays: 5 },
  { id: 'valg', kind: 'vote', after: ['enighed'], workingDays: 5 },
]);
const electorate = electorateOf(definition, seat('anna', 'udvalg'));
const start = started(definition, electorate);
const command = start.command;

describe('starting a round', () => {
  it('opens in the same commit what waits for nothing, with a deadline counted from now', () => {
    given()
      .when(start)
      .thenEvents(
        { type: 'RoundStarted', roundId: 'r1', year: '2027', orgSeq: 1 },
        { type: 'TaskOpened', taskId: 'enighed', deadlineAt: '2027-01-18T11:00:00.000Z' },
      )
      .thenState((round) => {
        expect(round.tasks).toMatchObject({ enighed: { status: 'open' }, valg: { status: 'waiting' } });
      });
  });

  it('carries its whole definition and electorate', () => {
    given()
      .when(start)
      .thenState((round) => {
        expect(round.definition).toEqual(definition);
        expect(round.definitionHash).toBe('hash-of-definition');
        expect(round.electorate).toEqual(electorate);
      });
  });

  it('waits for its time when that is still to come, and opens on the tick after it', () => {
    const later = started(definition, electorate, {
      at: '2027-01-04T08:00:00.000Z',
      startsAt: '2027-01-11T08:00:00.000Z',
    });
    const told = given(later);
    expect(told.events).toMatchObject([{ type: 'RoundStarted' }]);
    told.when(castBallot({ by: 'anna', task: 'enighed', choice: 'agree' })).thenRefused('TaskNotOpen');
    told.when(tick('2027-01-11T07:59:59.999Z')).thenUnchanged();
    told
      .when(tick('2027-01-11T08:05:00.000Z'))
      .thenEvents({ type: 'TaskOpened', taskId: 'enighed', deadlineAt: '2027-01-18T11:00:00.000Z' });
  });

  it('may be begun later on the day that was set, but not on a day that has passed', () => {
    const late = started(definition, electorate, {
      at: '2027-01-11T15:00:00.000Z',
      startsAt: '2027-01-11T08:00:00.000Z',
    });
    given().when(late).thenEvents('RoundStarted', 'TaskOpened');
    const tooLate = started(definition, electorate, {
      at: '2027-01-12T08:00:00.000Z',
      startsAt: '2027-01-11T22:59:59.000Z',
    });
    given().when(tooLate).thenRefused('StartsInPast');
  });

  it('is for the secretariat of its own electorate', () => {
    given().when(by('sine', command)).thenEvents('RoundStarted', 'TaskOpened');
    given().when(by('anna', command)).thenRefused('NotSecretariat');
  });

  it('happens once', () => {
    given(start).when(start).thenRefused('RoundExists');
  });

  it('takes nominations over without what the last round concluded, and those never submitted wait for backing again', () => {
    const nominating = definitionWith([{ id: 'indstil', kind: 'vote' }]);
    const carriedOver = [
      submittedNomination('n1', '2026-001', { decision: 'notSelected', revision: 3 }),
      submittedNomination('n2', '2026-002', { number: null, submittedAt: null, status: 'carriedOver' }),
    ];
    given()
      .when(started(nominating, electorate, { carriedOver, previous: as<RoundId>('r0') }))
      .thenState((round) => {
        expect(round.previous).toBe('r0');
        expect(round.nominations).toMatchObject({
          n1: { status: 'submitted', number: '2026-001', decision: null, revision: 3 },
          n2: { status: 'awaitingBacking', number: null },
        });
      });
  });
});

describe('before a round has started', () => {
  it('nothing can be done in it', () => {
    given().when(tick('2027-01-11T08:00:00.000Z')).thenRefused('UnknownRound');
    given()
      .when(by('sine', { type: 'ResumeRound' }))
      .thenRefused('UnknownRound');
  });
});
