// The grace after a deadline: what was begun before it may still be sent and changed; then nothing more; nothing new in it.
import { calendarOf } from '../../../services/schedule/calendar';
import { parseDefinition } from '../../../services/process/definition/load';
import { isLateNomination, taskTaking } from '../../../services/process/round/carrying';
import { nextDueAt } from '../../../services/process/round/due';
import { graceUntil, isInGrace } from '../../../services/process/round/matters/grace/state';
import { plan } from '../../../services/process/round/plan';
import {
  by,
  definitionWith,
  electorateOf,
  given,
  monday,
  nominationId,
  seat,
  started,
  taskId,
  texts,
  tick,
} from '../given';
import type { RoundStep, TaskSketch } from '../given';
import { back, form, nominationIn, revise, send, taskIn } from '../kinds/sketches';

const indstil: TaskSketch = { id: 'indstil', kind: 'nominate', bodies: ['kind:region'], workingDays: 5 };
const deadlineAt = '2027-01-18T11:00:00.000Z';
const inGrace = '2027-01-19T09:00:00.000Z';
const until = '2027-01-20T11:00:00.000Z';
const after = '2027-01-20T11:00:31.000Z';

function taking(task: Partial<TaskSketch> = { grace: { workingDays: 2 } }) {
  const definition = definitionWith(
    [
      { ...indstil, ...task },
      { id: 'enig', kind: 'agree', after: ['indstil'] },
    ],
    { form },
  );
  return started(definition, electorateOf(definition, seat('nord', 'region-nord', { role: 'contact' })));
}

const at = (step: RoundStep, moment: string): RoundStep => ({ ...step, at: moment });
const begun = (id: string, begunAt: string, moment: string): RoundStep => {
  const { command, ...step } = send('klara', id);
  return { ...step, at: moment, command: { ...(command as object), begunAt } as RoundStep['command'] };
};

const open = given(taking());

function graceOf(round: typeof open.state): string | null {
  return round === null ? null : graceUntil(round, taskIn(round, 'indstil') ?? nothing());
}

test('it is given with the deadline and stands in the record', () => {
  given().when(taking()).thenEvents('RoundStarted', 'TaskOpened', { type: 'GraceGiven', deadlineAt, until });
});

test('hours count by the clock', () => {
  expect(graceOf(given(taking({ grace: { hours: 3 } })).state)).toBe('2027-01-18T14:00:00.000Z');
});

test('a definition without it gives none, and refuses what is late', () => {
  given(taking({}))
    .when(begun('n1', monday, inGrace))
    .thenRefused('DeadlinePassed');
});

test('a draft begun before the deadline is sent in it, and the record says when it was begun', () => {
  open.when(begun('n1', deadlineAt, inGrace)).thenEvents({ type: 'NominationSentForBacking', begunAt: deadlineAt });
});

test('in time, nothing is said of when it was begun', () => {
  const [sent] = open.when(begun('n1', monday, deadlineAt)).events();
  expect(sent).not.toHaveProperty('begunAt');
});

test('a draft begun after the deadline is refused, and so is one nobody says when', () => {
  open.when(begun('n1', '2027-01-18T11:00:00.001Z', inGrace)).thenRefused('NotBegunInTime');
  open.when(at(send('klara', 'n1'), inGrace)).thenRefused('NotBegunInTime');
});

test('what has been sent is backed and changed until its end', () => {
  const told = given(
    taking(),
    send('klara', 'n1'),
    at(revise('klara', 'n1'), inGrace),
    at(back('nord', 'n1', 'region-nord'), until),
  );
  expect(nominationIn(told.state, 'n1')).toMatchObject({ status: 'submitted', revision: 2 });
});

test('after its end everything is refused, and the task closes as of it', () => {
  const sent = given(taking(), send('klara', 'n1'));
  sent.when(at(revise('klara', 'n1'), '2027-01-20T11:00:00.001Z')).thenRefused('DeadlinePassed');
  sent.when(tick('2027-01-20T11:00:29.000Z')).thenUnchanged();
  sent
    .when(tick(after))
    .thenEvents({ type: 'TaskClosed', taskId: 'indstil', asOf: until }, { type: 'TaskOpened', taskId: 'enig' });
});

test('a deadline that moves takes its grace along; the next moment to look at is its end', () => {
  const moved = given(
    taking(),
    by('sine', {
      type: 'ExtendDeadline',
      taskId: taskId('indstil'),
      deadlineAt: '2027-01-25T11:00:00.000Z',
      texts: texts('reason'),
    }),
  );
  const round = moved.state;
  if (round === null) throw new Error('no round');
  expect(graceOf(round)).toBe('2027-01-27T11:00:00.000Z');
  expect(nextDueAt(round, monday, calendarOf(round.definition.calendar))).toBe('2027-01-27T11:00:30.000Z');
});

test('a pause in it costs nobody his time', () => {
  const paused = given(
    taking(),
    by('sine', { type: 'PauseRound', texts: null }, inGrace),
    by('sine', { type: 'ResumeRound' }, '2027-01-26T09:00:00.000Z'),
  );
  const round = paused.state;
  if (round === null) throw new Error('no round');
  expect(graceOf(round)).toBe('2027-01-27T11:00:00.000Z');
  const task = taskIn(round, 'indstil') ?? nothing();
  expect(isInGrace(round, task, '2027-01-26T09:00:00.000Z')).toBe(true);
});

test('a plan counts it: what comes after opens at its end', () => {
  const { definition } = taking().command as unknown as { definition: Parameters<typeof plan>[0] };
  const [, second] = plan(definition, monday, calendarOf(definition.calendar));
  expect(second).toMatchObject({ taskId: 'enig', opensAt: until });
});

test('it is no setting of a task that takes what is late anyway', () => {
  const { definition } = taking().command as unknown as {
    definition: { steps: readonly { tasks: readonly object[] }[] };
  };
  const odd = JSON.parse(JSON.stringify(definition)) as { steps: [{ tasks: [Record<string, unknown>] }] };
  odd.steps[0].tasks[0]['closes'] = 'byHand';
  const parsed = parseDefinition(odd);
  expect(parsed.ok ? [] : parsed.faults.map(({ path }) => path)).toContain('steps[0].tasks[0].grace');
});

describe('what a round leaves', () => {
  const sent = given(taking(), send('klara', 'n1'), send('kurt', 'n2'), back('nord', 'n2', 'region-nord'));
  const isLate = (state: typeof sent.state, id: string) =>
    state !== null && isLateNomination(state, state.nominations[nominationId(id)] ?? nothing());

  test('is what was never submitted, once its task is closed', () => {
    expect(isLate(sent.state, 'n1')).toBe(false);
    const closed = sent.when(tick(after)).state;
    expect([isLate(closed, 'n1'), isLate(closed, 'n2')]).toEqual([true, false]);
  });

  test('goes to a round that takes nominations: open to all, before its deadline', () => {
    const round = sent.state;
    if (round === null) throw new Error('no round');
    expect([taskTaking(round, deadlineAt), taskTaking(round, inGrace)]).toEqual(['indstil', null]);
    expect(taskTaking({ ...round, status: 'paused' }, monday)).toBeNull();
  });
});

function nothing(): never {
  throw new Error('no nomination');
}
