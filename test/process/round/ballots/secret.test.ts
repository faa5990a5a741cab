// Secret ballots as the rules know them: what goes into the box, when it is opened, and what stands in the record then.
import * as fc from 'fast-check';
import type { Instant } from '../../../../services/process/calendar';
import type { ChoiceId } from '../../../../services/process/definition/schema';
import { as, type MandateId } from '../../../../services/process/ids';
import { heldBoxes, pastBoxes } from '../../../../services/process/round/lifecycle/open-box';
import { outstandingIn } from '../../../../services/process/round/outstanding';
import type { RoundState } from '../../../../services/process/round/state';
import { calendarOf } from '../../../../services/schedule/calendar';
import {
  bodyId,
  by,
  castBallot,
  definitionWith,
  electorateOf,
  given,
  nominationId,
  person,
  roundMachine,
  seat,
  started,
  submittedNomination,
  taskId,
  texts,
  tick,
} from '../../given';

const names = ['anna', 'bo', 'cille', 'dan'] as const;
const seats = names.map((name) => seat(name, 'udvalg'));
const afterDeadline: Instant = '2027-01-26T08:00:00.000Z';
const duringBallot: Instant = '2027-01-12T08:00:00.000Z';

const definition = definitionWith([
  { id: 'valg', kind: 'vote', visibility: 'secret', rule: { method: 'majority', tie: 'newBallot' } },
  { id: 'efter', kind: 'approve', after: ['valg'], rule: { method: 'approval', quorum: { number: 1 } } },
]);
const start = started(definition, electorateOf(definition, ...seats));

const box = (votes: Partial<Record<(typeof names)[number], ChoiceId>>) => ({
  voted: Object.keys(votes).map((name) => as<MandateId>(`udvalg-${name}`)),
  ballots: Object.values(votes).map((choice, at) => ({ receipt: `r${at}`, choice })),
});

const opened = (votes: Parameters<typeof box>[0], at = afterDeadline, nth = 0) =>
  by('system', { type: 'OpenBox', taskId: taskId('valg'), nth, ...box(votes) }, at);

/** The round as people are shown it, with those who have voted. */
function told(state: RoundState | null, voters: readonly string[]): RoundState {
  const task = state?.tasks[taskId('valg')];
  if (!state || task?.work.family !== 'ballots') throw new Error('no ballot');
  const voted = voters.map((name) => as<MandateId>(`udvalg-${name}`));
  return { ...state, tasks: { ...state.tasks, [task.id]: { ...task, work: { ...task.work, voted } } } };
}

const held = (voters: readonly string[], at: Instant, steps = [start]) =>
  heldBoxes(told(given(...steps).state, voters), at, calendarOf(definition.calendar));

describe('a secret vote', () => {
  it('goes into the box and never into the record', () => {
    given(start)
      .when(castBallot({ by: 'anna', task: 'valg', choice: 'for', at: duringBallot }))
      .thenRefused('GoesIntoBox');
  });

  it('is refused to those who have no seat, after the deadline, and for what is no choice', () => {
    given(start)
      .when(castBallot({ by: 'sine', task: 'valg', choice: 'for' }))
      .thenRefused('NoMandate');
    given(start)
      .when(castBallot({ by: 'anna', task: 'valg', choice: 'approve' }))
      .thenRefused('UnknownChoice');
    given(start)
      .when(castBallot({ by: 'anna', task: 'valg', choice: 'for', at: afterDeadline }))
      .thenRefused('DeadlinePassed');
  });

  it('is no secret among two', () => {
    given(started(definition, electorateOf(definition, ...seats.slice(0, 2))))
      .when(castBallot({ by: 'anna', task: 'valg', choice: 'for' }))
      .thenRefused('TooFewForSecrecy', { needed: 3 });
  });
});

describe('the box', () => {
  it('is opened when the time is up and enough have voted, and not before', () => {
    expect(held(['anna', 'bo', 'cille'], afterDeadline)).toEqual([{ taskId: 'valg', nth: 0, isDue: true }]);
    expect(held(['anna', 'bo'], afterDeadline)).toEqual([{ taskId: 'valg', nth: 0, isDue: false }]);
    expect(held(['anna', 'bo', 'cille'], duringBallot)).toEqual([{ taskId: 'valg', nth: 0, isDue: false }]);
  });

  it('is counted in the commit that opens it, and shows who voted apart from what was voted', () => {
    given(start)
      .when(opened({ anna: 'for', bo: 'against', cille: 'for' }))
      .thenEvents(
        { type: 'BoxOpened', voted: ['udvalg-anna', 'udvalg-bo', 'udvalg-cille'] },
        {
          type: 'TaskClosed',
          result: {
            outcome: 'carried',
            arithmetic: { choices: { against: 1, for: 2 }, quorum: { answered: 3 }, vote: { for: 2, missing: 1 } },
          },
        },
        { type: 'TaskOpened', taskId: 'efter' },
      )
      .thenState((state) => expect(pastBoxes(state)).toEqual([{ taskId: 'valg', nth: 0 }]));
  });

  it('is opened by nobody but the system, once, and only when it is due', () => {
    const three = { anna: 'for', bo: 'for', cille: 'for' } as const;
    given(start)
      .when(by('sine', { type: 'OpenBox', taskId: taskId('valg'), nth: 0, ...box(three) }, afterDeadline))
      .thenRefused('NotSecretariat');
    given(start).when(opened(three, duringBallot)).thenRefused('BoxNotDue');
    given(start, opened(three)).when(opened(three)).thenUnchanged();
    given(start)
      .when(opened(three, afterDeadline, 1))
      .thenUnchanged();
  });

  it('that ties gives way to a new one', () => {
    given(start)
      .when(opened({ anna: 'for', bo: 'for', cille: 'against', dan: 'against' }))
      .thenEvents('BoxOpened', { type: 'NewBallotCalled', why: 'tied' })
      .thenState((state) => expect(pastBoxes(state)).toEqual([{ taskId: 'valg', nth: 0 }]));
  });

  it('with a vote of a seat that is gone is thrown away whole, at once, and all vote anew', () => {
    const gone = by('system', {
      type: 'FollowOrganisation',
      orgSeq: 2,
      electorate: electorateOf(definition, ...seats.slice(1)),
    });
    expect(held(['anna', 'bo'], duringBallot, [start, gone])).toEqual([{ taskId: 'valg', nth: 0, isDue: true }]);
    given(start, gone)
      .when(opened({ anna: 'for', bo: 'for' }, duringBallot))
      .thenEvents({ type: 'NewBallotCalled', why: 'voided' })
      .thenState(({ tasks }) => {
        expect(tasks[taskId('valg')]).toMatchObject({ status: 'open', work: { ballots: {}, box: null } });
      });
  });

  it('is left uncounted where the secretariat closes the task by hand', () => {
    given(start)
      .when(by('sine', { type: 'CloseTask', taskId: taskId('valg'), texts: texts('reason') }, afterDeadline))
      .thenEvents({ type: 'TaskClosed', result: { outcome: 'closedByHand', arithmetic: { vote: null } } }, 'TaskOpened')
      .thenState((state) => expect(pastBoxes(state)).toEqual([{ taskId: 'valg', nth: 0 }]));
  });

  it('waits for itself: time alone closes no secret ballot', () => {
    given(start).when(tick(afterDeadline)).thenUnchanged();
  });
});

it('taken up again, a secret vote is held anew with a box of its own', () => {
  const { state } = given(start, opened({ anna: 'against', bo: 'against', cille: 'for' }));
  const event = {
    type: 'TaskReopened',
    taskId: taskId('valg'),
    setBack: [],
    because: 'override',
    from: null,
    texts: [texts('reason')],
    deadlineAt: '2027-02-10T11:00:00.000Z',
  } as const;
  const again = roundMachine.evolve(state, { event, by: null, at: '2027-01-27T08:00:00.000Z' });
  const calendar = calendarOf(definition.calendar);
  expect(heldBoxes(again ?? told(null, []), '2027-01-28T08:00:00.000Z', calendar)).toEqual([
    { taskId: 'valg', nth: 1, isDue: false },
  ]);
});

it('whoever has voted has nothing left to do, and the others have', () => {
  const left = outstandingIn(told(given(start).state, ['anna', 'dan']), taskId('valg'), '2027-01-12');
  expect(left.map(({ personId }) => personId)).toEqual(['bo', 'cille']);
});

it('who may not take part in a nomination that is voted on votes not in secret at all', () => {
  const about = definitionWith([
    { id: 'valg', kind: 'vote', visibility: 'secret', about: 'submitted', rule: { method: 'majority' } },
  ]);
  const carriedOver = [submittedNomination('n1', '2026-001', { onBehalfOf: [bodyId('selskab')] })];
  const reported = by('anna', {
    type: 'ReportConflict',
    nominationId: nominationId('n1'),
    personId: person('anna'),
    grounds: ['ownInterest'],
    texts: null,
  });
  const four = started(about, electorateOf(about, ...seats), { carriedOver });
  given(four, reported)
    .when(castBallot({ by: 'anna', task: 'valg', choice: 'for' }))
    .thenRefused('HeldOut');
  given(four, reported)
    .when(castBallot({ by: 'bo', task: 'valg', choice: 'for' }))
    .thenRefused('GoesIntoBox');
});

test('the record of a secret ballot is the same whoever voted what', () => {
  const choices = fc.shuffledSubarray<ChoiceId>(['for', 'for', 'against', 'abstain'], { minLength: 4 });
  fc.assert(
    fc.property(choices, (dealt) => {
      const voted = names.map((name) => as<MandateId>(`udvalg-${name}`));
      const ballots = dealt.map((choice, at) => ({ receipt: `r${at}`, choice }));
      const { decision } = given(start).when(
        by('system', { type: 'OpenBox', taskId: taskId('valg'), nth: 0, voted, ballots }, afterDeadline),
      );
      const events = decision.kind === 'accepted' ? decision.events : [];
      const [event, closed] = events;
      expect(event).toMatchObject({ type: 'BoxOpened', voted });
      expect(closed).toMatchObject({ type: 'TaskClosed', result: { outcome: 'carried' } });
      // Everything but the box itself is told without a single receipt.
      expect(JSON.stringify(events.slice(1))).not.toMatch(/r[0-3]"/);
    }),
  );
});
