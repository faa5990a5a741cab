// The door from a pressed button to the bot: what cards send parses, everything else is a named fault and never a throw.
import * as fc from 'fast-check';
import { execute, openDialog, openUrl, submit } from '../../cards/card';
import { isVerb, readPress, verbs } from '../../cards/verbs';
import { nodesOf } from './strict';
import { cardOf, gallery } from './gallery';

const task = { roundId: 'runde-2027', taskId: 'select' };

test('an answer by button', () => {
  const { data } = execute('Godkend', 'ballot.cast', { ...task, choice: 'approve' });
  expect(readPress(data)).toEqual({
    ok: true,
    pressed: {
      verb: 'ballot.cast',
      data: { ...task, choice: 'approve', basis: 0, mandateId: undefined, reason: undefined },
    },
  });
});

test('inputs of a form are gathered under their names', () => {
  const data = {
    v: 1,
    verb: 'assessment.give',
    ...task,
    nominationId: 'n1',
    basis: 0,
    score_economy: 'high-degree',
    'score_broad-effect': '',
    comment_equal: ' Ensartet tilbud ',
    reason: ' God evidens ',
  };
  const read = readPress(data);
  expect(read.ok && read.pressed.data).toMatchObject({
    scores: { economy: 'high-degree' },
    comments: { equal: 'Ensartet tilbud' },
    reason: 'God evidens',
  });
});

test('empty optional inputs are absent, as Teams sends them', () => {
  const read = readPress({ v: 1, verb: 'deadline.extend', ...task, date: '2027-07-01', time: '', reason: '' });
  expect(read.ok && read.pressed.data).toEqual({ ...task, date: '2027-07-01', time: undefined, reason: undefined });
});

test('people come as a list', () => {
  const read = readPress({ v: 1, verb: 'mandate.give', bodyId: 'lvs', person: 'a-1, b-2', role: 'member' });
  expect(read.ok && read.pressed.data).toMatchObject({ person: ['a-1', 'b-2'] });
});

test.each([
  ['nothing', undefined, 'UnknownAction'],
  ['another verb', { v: 1, verb: 'vote.steal' }, 'UnknownAction'],
  ['a name of the prototype', { v: 1, verb: 'constructor' }, 'UnknownAction'],
  ['another version', { v: 2, verb: 'help.show' }, 'StaleCard'],
  ['an id that is none', { v: 1, verb: 'task.show', roundId: '../x', taskId: 'a' }, 'UnknownAction'],
  ['a choice nobody offers', { v: 1, verb: 'ballot.cast', ...task, choice: 'maybe' }, 'UnknownAction'],
  ['a negative basis', { v: 1, verb: 'ballot.cast', ...task, choice: 'for', basis: -1 }, 'UnknownAction'],
  ['a novel', { v: 1, verb: 'remark.make', ...task, text: 'x'.repeat(20_001) }, 'TextTooLong'],
])('%s is a fault', (_, data, fault) => {
  expect(readPress(data)).toMatchObject({ ok: false, fault });
});

test('whatever comes back, nothing is thrown', () => {
  fc.assert(
    fc.property(fc.anything(), fc.constantFrom(...Object.keys(verbs)), (value, verb) => {
      expect(typeof readPress(value).ok).toBe('boolean');
      expect(typeof readPress({ v: 1, verb, roundId: value, taskId: value, page: value, go: value }).ok).toBe(
        'boolean',
      );
    }),
    { seed: 3, numRuns: 300 },
  );
});

test('every verb is on some card, or answers one', () => {
  const seen = new Set(
    gallery()
      .flatMap((sample) => nodesOf(JSON.parse(JSON.stringify(cardOf(sample, 'da')))))
      .flatMap((node) => {
        const data = node['data'] as { readonly verb?: unknown } | undefined;
        return typeof data?.verb === 'string' ? [data.verb] : [];
      }),
  );
  expect(Object.keys(verbs).filter((verb) => !seen.has(verb))).toEqual([]);
});

test('a verb that opens a dialog says so, and only then is sent as one', () => {
  const opened = openDialog('Indstil', 'nomination.open', task);
  expect(opened).toMatchObject({ type: 'Action.Submit', data: { msteams: { type: 'task/fetch' } } });
  expect(submit('chat', 'Send', 'remark.make', task)).toMatchObject({ type: 'Action.Execute' });
  expect(submit('dialog', 'Send', 'remark.make', task)).toMatchObject({ type: 'Action.Submit' });
  expect(isVerb('nomination.open')).toBe(true);
});

test('links go to https only', () => {
  expect(openUrl('Åbn', 'https://eksempel.dk/a')).not.toBeNull();
  expect(openUrl('Åbn', 'javascript:alert(1)')).toBeNull();
  expect(openUrl('Åbn', 'https://eksempel.dk/ a')).toBeNull();
});
