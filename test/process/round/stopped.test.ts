// A task that nobody is left to go on with: the secretariat is told, and of nothing else.
import { outstanding } from '../../../services/process/round/outstanding';
import type { RoundState } from '../../../services/process/round/state';
import type { TaskSketch } from '../given';
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
} from '../given';

const anna = seat('anna', 'udvalg');
const stoppedIn = (state: RoundState | null, date = '2027-01-12'): readonly string[] =>
  outstanding(state as RoundState, date)
    .filter(({ matter }) => matter === 'stopped')
    .flatMap(({ taskId: id, entries }) => entries.map(({ personId }) => `${id} ${personId}`));
const round = (task: TaskSketch, ...seats: readonly Parameters<typeof electorateOf>[1][]) => {
  const definition = definitionWith([task]);
  return started(definition, electorateOf(definition, ...seats), {
    carriedOver: [submittedNomination('n1', '2026-001')],
  });
};

it('is told the secretariat where a body has nobody', () => {
  expect(stoppedIn(given(round({ id: 'valg', kind: 'vote' })).state)).toEqual(['valg sine']);
  expect(stoppedIn(given(round({ id: 'plan', kind: 'document' })).state)).toEqual(['plan sine']);
});

it('is told once the last member has left', () => {
  const definition = definitionWith([{ id: 'valg', kind: 'vote' }]);
  const begun = started(definition, electorateOf(definition, anna));
  const left = by('system', { type: 'FollowOrganisation', orgSeq: 2, electorate: electorateOf(definition) });
  expect(stoppedIn(given(begun).state)).toEqual([]);
  expect(stoppedIn(given(begun, left).state)).toEqual(['valg sine']);
});

it('is told where all have answered and it is not enough', () => {
  const three = ['anna', 'bo', 'cille'].map((name) => seat(name, 'udvalg'));
  const needs = { method: 'majority', quorum: { number: 4 } };
  const begun = round({ id: 'godkend', kind: 'approve', rule: needs }, ...three);
  const some = given(
    begun,
    castBallot({ by: 'anna', task: 'godkend', choice: 'approve' }),
    castBallot({ by: 'bo', task: 'godkend', choice: 'approve' }),
  );
  expect(stoppedIn(some.state)).toEqual([]);
  const all = given(
    begun,
    ...['anna', 'bo', 'cille'].map((name) => castBallot({ by: name, task: 'godkend', choice: 'approve' })),
  );
  expect(stoppedIn(all.state)).toEqual(['godkend sine']);
});

it('stays quiet while somebody is asked, a deadline will end it, or a ruling is awaited', () => {
  expect(stoppedIn(given(round({ id: 'valg', kind: 'vote' }, anna)).state)).toEqual([]);
  const voted = given(round({ id: 'valg', kind: 'vote' }, anna), castBallot({ by: 'anna', task: 'valg' }));
  expect(stoppedIn(voted.state)).toEqual([]);
  const reported = by('anna', {
    type: 'ReportConflict',
    personId: person('anna'),
    nominationId: nominationId('n1'),
    grounds: ['other'],
    texts: null,
  });
  expect(stoppedIn(given(round({ id: 'valg', kind: 'vote', about: 'submitted' }, anna), reported).state)).toEqual([]);
  expect(stoppedIn(given(round({ id: 'indstil', kind: 'nominate' })).state)).toEqual([]);
});

it('says nothing of a box that everybody has voted into, before its time is up', () => {
  const three = ['anna', 'bo', 'cille'].map((name) => seat(name, 'udvalg'));
  const secret = { id: 'valg', kind: 'vote', visibility: 'secret', closes: 'whenAnswered' } as const;
  const { state } = given(round(secret, ...three));
  const task = state?.tasks[taskId('valg')];
  if (state === null || task?.work.family !== 'ballots') throw new Error('no ballot');
  const voted = three.map(({ id }) => id);
  const full = { ...state, tasks: { ...state.tasks, valg: { ...task, work: { ...task.work, voted } } } };
  expect(stoppedIn(full)).toEqual([]);
  expect(stoppedIn(full, '2027-02-12')).toEqual(['valg sine']);
});
