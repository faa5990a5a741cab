// Downtime is told after the fact: a gap between ticks that came to their end, in people's time and in real time alike.
import { createHeartbeat } from '../../services/schedule/heartbeat';
import type { Settings } from '../../services/store/ports';

/** Settings as the store keeps them, shared by instances. */
function kept(): Settings {
  const values = new Map<string, string>();
  return {
    read: async (id) => JSON.parse(values.get(id) ?? 'null') as unknown,
    write: async (id, value) => {
      values.set(id, JSON.stringify(value));
    },
  };
}

function ground() {
  const time = { now: '2027-01-18T08:00:00.000Z', real: '2026-05-01T08:00:00.000Z' };
  const settings = kept();
  const instance = () =>
    createHeartbeat({ settings, clock: { now: () => time.now }, realClock: { now: () => time.real } });
  return { time, instance };
}

test('a gap of more than a quarter of an hour is an outage until the next beat', async () => {
  const { time, instance } = ground();
  await instance().beat();
  time.now = '2027-01-18T11:20:00.000Z';
  time.real = '2026-05-01T11:20:00.000Z';
  const after = instance();
  expect(await after.outage()).toEqual({ from: '2027-01-18T08:00:00.000Z', to: '2027-01-18T11:20:00.000Z' });
  expect(await after.outage()).not.toBeNull();
  await after.beat();
  expect(await after.outage()).toBeNull();
});

test('a restart, another instance that ticks, and the very first start are none', async () => {
  const { time, instance } = ground();
  expect(await instance().outage()).toBeNull();
  await instance().beat();
  time.now = '2027-01-18T08:14:00.000Z';
  time.real = '2026-05-01T08:14:00.000Z';
  expect(await instance().outage()).toBeNull();
  await instance().beat();
  time.now = '2027-01-18T08:28:00.000Z';
  time.real = '2026-05-01T08:28:00.000Z';
  expect(await instance().outage()).toBeNull();
});

test('a sandbox’s clock that is moved is none', async () => {
  const { time, instance } = ground();
  await instance().beat();
  time.now = '2027-03-18T08:00:00.000Z';
  time.real = '2026-05-01T08:00:05.000Z';
  expect(await instance().outage()).toBeNull();
});
