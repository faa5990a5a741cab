// How a round ends: with its last task, or by publishing that the next one begins, and what that one is given.
import { carriedOver } from '../../../../services/process/round/lifecycle/close-round';
import { as, type RoundId } from '../../../../services/process/ids';
import type { Conclusion } from '../../../../services/process/round/state';
import type { RoundStep } from '../../given';
import {
  by,
  castBallot,
  definitionWith,
  electorateOf,
  given,
  nominationId,
  person,
  seat,
  started,
  submittedNomination,
  taskId,
  texts,
  tick,
} from '../../given';

const definition = definitionWith([
  { id: 'udvaelg', kind: 'vote', about: 'submitted', proposal: { of: 'selection', by: ['sekretariat'] } },
  { id: 'luk', kind: 'publish', bodies: ['sekretariat'], after: ['udvaelg'], effects: ['openNextRound'] },
  { id: 'aaben', kind: 'agree' },
]);
const electorate = electorateOf(definition, seat('anna', 'udvalg'));
const nominations = [
  submittedNomination('n1', '2026-001'),
  submittedNomination('n2', '2026-002'),
  submittedNomination('n3', '2026-003', { number: null, submittedAt: null }),
];

function publish(nextRoundId: string | null): RoundStep {
  return by('sine', {
    type: 'Publish',
    taskId: taskId('luk'),
    nextRoundId: nextRoundId === null ? null : as<RoundId>(nextRoundId),
  });
}

function conclusion(outcome: Conclusion['outcome']): Conclusion {
  return {
    outcome,
    into: null,
    texts: texts('reason'),
    by: person('cille'),
    at: '2027-01-12T08:00:00.000Z',
    revision: 1,
  };
}

const selected = given(
  started(definition, electorate, { carriedOver: nominations }),
  by('sine', { type: 'ProposeSelection', taskId: taskId('udvaelg'), nominationIds: [nominationId('n1')], basis: 0 }),
  castBallot({ by: 'anna', task: 'udvaelg' }),
  tick('2027-02-01T08:00:00.000Z'),
);

describe('publishing that the next round begins', () => {
  const next = selected.when(publish('r2'));

  it('closes the task and then the round, in the same commit, whatever else is open', () => {
    next
      .thenEvents(
        'Published',
        { type: 'TaskClosed', taskId: 'luk' },
        { type: 'RoundClosed', next: 'r2', carriedOver: [] },
      )
      .thenState((round) => {
        expect(round).toMatchObject({ status: 'closed', next: 'r2' });
        expect(round.nominations).toMatchObject({
          n1: { status: 'submitted', decision: 'selected' },
          n2: { status: 'submitted', decision: 'notSelected' },
          n3: { status: 'awaitingBacking' },
        });
        expect(round.tasks).toMatchObject({ aaben: { status: 'open' } });
      });
  });

  it('leaves the round open where no next one was named', () => {
    selected.when(publish(null)).thenEvents('Published', 'TaskClosed');
  });
});

describe('what is carried over', () => {
  const round = selected.state;
  if (round === null) throw new Error('no round');
  const carries = (more: Parameters<typeof submittedNomination>[2]): boolean =>
    carriedOver({ ...round, nominations: { [nominationId('n')]: submittedNomination('n', '2027-001', more) } }).length >
    0;

  it('is what was received, and waited for backing anew or was sent back', () => {
    expect(carries({ status: 'awaitingBacking' })).toBe(true);
    expect(carries({ status: 'returned' })).toBe(true);
    expect(carries({ status: 'withdrawn' })).toBe(false);
  });

  it('is not what was never submitted: its nominators take it along, or not', () => {
    expect(carries({ status: 'awaitingBacking', submittedAt: null })).toBe(false);
    expect(carries({ status: 'returned', submittedAt: null })).toBe(false);
  });

  it('is what needs more information, and what nobody has decided on', () => {
    expect(carries({ conclusion: conclusion('moreInformation') })).toBe(true);
    expect(carries({ conclusion: conclusion('qualified') })).toBe(true);
    expect(carries({ conclusion: null })).toBe(true);
  });

  it('is nothing that was decided, or advised away', () => {
    expect(carries({ decision: 'selected' })).toBe(false);
    expect(carries({ decision: 'notSelected' })).toBe(false);
    expect(carries({ conclusion: conclusion('notQualified') })).toBe(false);
    expect(carries({ conclusion: conclusion('mergedWith') })).toBe(false);
  });

  it('comes in order of number, the unnumbered last', () => {
    const waiting = { status: 'awaitingBacking' } as const;
    const several = [
      submittedNomination('b', '2027-002'),
      submittedNomination('c', '', { ...waiting, number: null }),
      submittedNomination('a', '2027-001'),
    ];
    const ids = carriedOver({ ...round, nominations: Object.fromEntries(several.map((one) => [one.id, one])) });
    expect(ids).toEqual(['a', 'b', 'c']);
  });
});
