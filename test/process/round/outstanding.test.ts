// Who has something left to do: what cards, reminders and "mine opgaver" are made from.
import { as, type MandateId } from '../../../services/process/ids';
import { actingFor, outstanding, outstandingFor, outstandingIn } from '../../../services/process/round/outstanding';
import type { RoundState } from '../../../services/process/round/state';
import {
  by,
  castBallot,
  definitionWith,
  electorateOf,
  given,
  person,
  seat,
  started,
  submittedNomination,
  taskId,
} from '../given';

const definition = definitionWith([
  { id: 'valg', kind: 'vote' },
  { id: 'foreslaa', kind: 'vote', about: 'submitted', proposal: { of: 'selection', by: ['sekretariat'] } },
  { id: 'prioriter', kind: 'rank', bodies: ['bestyrelse'] },
  { id: 'siden', kind: 'vote', after: ['valg'] },
]);
const electorate = electorateOf(
  definition,
  seat('anna', 'udvalg', { substitute: person('asta') }),
  seat('bo', 'udvalg'),
  seat('bo', 'bestyrelse'),
  seat('otto', 'udvalg', { role: 'observer' }),
);
const start = started(definition, electorate, { carriedOver: [submittedNomination('n1', '2026-001')] });
const today = '2027-01-11';

function standing(told: { readonly state: RoundState | null }): RoundState {
  if (told.state === null) throw new Error('no round');
  return told.state;
}

function seatIds(told: { readonly state: RoundState | null }, who: string) {
  return actingFor(standing(told), taskId('valg'), person(who), today).map(({ id }) => id);
}

describe('what is outstanding', () => {
  it('is a ballot from every seat that has not answered, in tasks that are open', () => {
    const left = outstanding(standing(given(start, castBallot({ by: 'anna', task: 'valg' }))), today);
    expect(
      left.map(({ taskId: id, entries }) => [id, entries.map((entry) => `${entry.personId} ${entry.wanted}`)]),
    ).toEqual([
      ['valg', ['bo ballot']],
      ['foreslaa', ['sine proposal']],
      ['prioriter', ['bo ranking']],
    ]);
  });

  it('is nothing where all have answered, and nothing in a task that waits', () => {
    const all = standing(
      given(start, castBallot({ by: 'anna', task: 'valg' }), castBallot({ by: 'bo', task: 'valg' })),
    );
    expect(outstandingIn(all, taskId('valg'), today)).toEqual([]);
    expect(outstandingIn(all, taskId('siden'), today)).toEqual([]);
    expect(outstandingIn(all, taskId('ukendt'), today)).toEqual([]);
  });

  it('is nothing while the round is paused: nobody could do it', () => {
    expect(outstanding(standing(given(start, by('sine', { type: 'PauseRound', texts: null }))), today)).toEqual([]);
  });

  it('falls to the substitute once called', () => {
    const call = by('anna', {
      type: 'CallSubstitute',
      taskId: taskId('valg'),
      mandateId: as<MandateId>('udvalg-anna'),
    });
    const entries = outstandingIn(standing(given(start, call)), taskId('valg'), today);
    expect(entries.map(({ personId }) => personId)).toEqual(['asta', 'bo']);
  });

  it('can be asked for one person', () => {
    const left = outstandingFor(standing(given(start)), person('bo'), today);
    expect(left.map(({ taskId: id }) => id)).toEqual(['valg', 'prioriter']);
  });
});

describe('whom a person answers for', () => {
  it('is his own seat, and after a call the one he stands in for', () => {
    const call = by('anna', {
      type: 'CallSubstitute',
      taskId: taskId('valg'),
      mandateId: as<MandateId>('udvalg-anna'),
    });
    expect(seatIds(given(start), 'anna')).toEqual(['udvalg-anna']);
    expect(seatIds(given(start), 'asta')).toEqual([]);
    expect(seatIds(given(start, call), 'anna')).toEqual([]);
    expect(seatIds(given(start, call), 'asta')).toEqual(['udvalg-anna']);
    expect(seatIds(given(start), 'otto')).toEqual([]);
  });

  it('is nobody in a task the round does not have', () => {
    expect(actingFor(standing(given(start)), taskId('ukendt'), person('anna'), today)).toEqual([]);
  });
});
