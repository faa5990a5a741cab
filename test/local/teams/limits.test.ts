// The hour's limit, which would take half an hour's sends over HTTP: the counting alone.

import { SendLimits } from '../../../services/local/teams/limits';

test('1800 sends an hour: the 1801st waits until the first has left the hour', () => {
  const limits = new SendLimits();
  const waits = Array.from({ length: 1801 }, (_, n) => limits.take('send', 'a', n * 1500));
  expect(waits.slice(0, 1800).every((wait) => wait === 0)).toBe(true);
  expect(waits[1800]).toBe(3_600_000 - 1800 * 1500);
  expect(limits.take('send', 'a', 3_600_000)).toBe(0);
});

test('a refused call is not counted', () => {
  const limits = new SendLimits();
  const at = (nowMs: number) => limits.take('send', 'a', nowMs);
  expect(Array.from({ length: 20 }, () => at(0)).filter((wait) => wait === 0)).toHaveLength(7);
  expect([at(1000), at(1000)]).toEqual([0, 1000]);
  expect(at(2000)).toBe(0);
});
