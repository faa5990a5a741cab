// An organisation's own earlier deadline: set by its contact, followed by reminders, closing nothing.
import { outstanding } from '../../../services/process/round/outstanding';
import type { RoundState } from '../../../services/process/round/state';
import { bodyId, by, given, taskId } from '../given';
import { back, send } from '../kinds/sketches';
import { open } from './round';

const sets = (name: string, body: string, deadlineAt: string | null) =>
  by(name, { type: 'SetInternalDeadline', taskId: taskId('indstil'), bodyId: bodyId(body), deadlineAt });
const friday = '2027-01-15T11:00:00.000Z';

/** Who owes nominations until when, on a day. */
function owed(state: RoundState | null, date: string): readonly string[] {
  return outstanding(state as RoundState, date).flatMap(({ deadlineAt, entries }) =>
    entries
      .filter(({ wanted }) => wanted === 'nominating')
      .map(({ personId }) => `${personId} ${deadlineAt?.slice(0, 10) ?? ''}`),
  );
}

it('moves what is owed on its behalf to its own deadline, and nobody else’s', () => {
  const { state } = given(open, sets('nord', 'region-nord', friday));
  expect(owed(state, '2027-01-11')).toEqual(['syd 2027-01-25', 'nord 2027-01-15']);
});

it('is over with its day: then the deadline of the task counts again', () => {
  const { state } = given(open, sets('nord', 'region-nord', friday));
  expect(owed(state, '2027-01-16')).toEqual(['nord 2027-01-25', 'syd 2027-01-25']);
});

it('closes nothing: what comes after it is still taken in', () => {
  const late = { ...send('klara', 'n1'), at: '2027-01-18T10:00:00.000Z' };
  given(open, sets('nord', 'region-nord', friday), late)
    .when(back('nord', 'n1', 'region-nord'))
    .thenEvents('NominationBacked', 'NominationSubmitted');
});

it('is refused to others, for other organisations, in the past and after the deadline of the task', () => {
  const told = given(open);
  told.when(sets('klara', 'region-nord', friday)).thenRefused('NotContact');
  told.when(sets('nord', 'region-syd', friday)).thenRefused('NotContact');
  told.when(sets('mette', 'udvalg', friday)).thenRefused('NotContact');
  told.when(sets('nord', 'region-nord', '2027-01-01T11:00:00.000Z')).thenRefused('DeadlineInPast');
  told.when(sets('nord', 'region-nord', '2027-03-01T11:00:00.000Z')).thenRefused('InternalDeadlineLate');
});

it('set again to the same changes nothing, and can be taken away', () => {
  const told = given(open, sets('nord', 'region-nord', friday));
  told.when(sets('nord', 'region-nord', friday)).thenUnchanged();
  told
    .when(sets('nord', 'region-nord', null))
    .thenEvents('InternalDeadlineSet')
    .thenState((state) => expect(owed(state, '2027-01-11')).toEqual(['nord 2027-01-25', 'syd 2027-01-25']));
});
