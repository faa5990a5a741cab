// What an operator sees and sets: health, metrics, headers, limits on how fast one may ask.
import { press, written } from './asking';
import { anna, councilDefinition, everyone, jens, mette, seatCouncil } from './council';
import type { Answered, Rig } from './rig';
import { startRig, wordsOf } from './rig';

let rig: Rig;

async function start(env: Readonly<Record<string, string>>): Promise<void> {
  rig = await startRig({ definitions: [councilDefinition], people: everyone, secretariat: [], env });
  await seatCouncil(rig);
}

const wordsIn = (answer: Answered): string => wordsOf((answer.body as { value: unknown }).value);

afterEach(async () => rig.close());

describe('one who asks too fast', () => {
  test('gets a calm sentence in his language, what he writes is left, and others are answered', async () => {
    // Forty percent of a minute's allowance may come at once: four.
    await start({ RATE_PER_PERSON: '10' });
    const statuses = [];
    for (let count = 0; count < 5; count += 1) {
      statuses.push((await rig.post(written(rig.teams.serviceUrl, anna, 'help'))).status);
    }
    expect(statuses.at(-1)).toBe(429);
    const limited = await rig.post(press(rig.teams.serviceUrl, anna, {}));
    expect([limited.status, wordsIn(limited)]).toEqual([200, expect.stringContaining('It is busy right now')]);
    const left = await rig.post(written(rig.teams.serviceUrl, anna, 'help'));
    expect([left.status, left.headers.get('retry-after')]).toEqual([429, '10']);
    expect(wordsIn(await rig.post(press(rig.teams.serviceUrl, jens, {})))).not.toContain('travlt');
  });

  test('a conversation has its own limit, whoever asks in it; in another one the same people are answered', async () => {
    await start({ RATE_PER_CONVERSATION: '20' });
    const answers = [];
    for (const who of [anna, jens, mette, anna, jens, mette, anna, jens, mette]) {
      answers.push(wordsIn(await rig.post(press(rig.teams.serviceUrl, who, { verb: 'task.show' }))));
    }
    expect(answers[0]).not.toContain('busy');
    expect(answers[8]).toContain('travlt');
    expect((await rig.post(written(rig.teams.serviceUrl, mette, 'hjælp'))).status).toBe(200);
  });
});

describe('health and metrics', () => {
  beforeEach(async () => start({}));

  test('the process lives and the database answers', async () => {
    expect(await rig.get('/healthz')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await rig.get('/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } });
  });

  test('while the database does not answer, or the process stops, it is not ready, and the metrics say so', async () => {
    const answers = jest.spyOn(rig.store, 'ready').mockResolvedValue(false);
    expect(await rig.get('/readyz')).toMatchObject({ status: 503, body: { status: 'not ready' } });
    expect(await rig.get('/healthz')).toMatchObject({ status: 200 });
    expect(String((await rig.get('/metrics')).body)).toMatch(/trinvis_ready 0/);
    answers.mockRestore();
    expect(await rig.get('/readyz')).toMatchObject({ status: 200 });
  });

  test('the metrics count activities, commits, messages and ticks, and name nobody', async () => {
    await rig.post(press(rig.teams.serviceUrl, mette, {}));
    await rig.post('no activity');
    await rig.app.tick();
    const text = String((await rig.get('/metrics')).body);
    expect(text).toMatch(/trinvis_activities_total\{kind="execute",outcome="answered"\} 1/);
    expect(text).toMatch(/trinvis_activities_total\{kind="none",outcome="400"\} 1/);
    expect(text).toMatch(/trinvis_commit_batches_total\{stream="round"\} [1-9]/);
    expect(text).toMatch(/trinvis_messages_total\{operation="post",outcome="delivered"\} [1-9]/);
    expect(text).toMatch(/trinvis_tick_seconds_count\{ok="true"\} [1-9]/);
    expect(text).toMatch(/trinvis_ambiguous_creates 0/);
    expect(text).toMatch(/trinvis_ready 1/);
    for (const word of ['Prøve', mette.aadObjectId, 'thread.tacv2']) expect(text).not.toContain(word);
  });

  test('only this machine reads them, and not through a proxy', async () => {
    expect((await rig.get('/metrics', { 'x-forwarded-for': '10.0.0.1' })).status).toBe(403);
    expect((await rig.get('/metrics', { origin: 'https://example.org' })).status).toBe(403);
  });

  test.each(['/healthz', '/metrics', '/nothing-here', '/api/messages'])(
    '%s may not be shown, sniffed or kept',
    async (path) => {
      const { headers } = await rig.get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('strict-transport-security')).toContain('max-age');
    },
  );
});

test('with a token set, whoever says it reads the metrics, and nobody else', async () => {
  await start({ METRICS_TOKEN: 'a-token-for-the-metrics' });
  expect((await rig.get('/metrics')).status).toBe(403);
  expect((await rig.get('/metrics', { authorization: 'Bearer something-else' })).status).toBe(403);
  const authorization = 'Bearer a-token-for-the-metrics';
  expect((await rig.get('/metrics', { authorization, 'x-forwarded-for': '10.0.0.1' })).status).toBe(200);
});
