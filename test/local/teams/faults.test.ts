// What the connector does wrong on request: seeded faults, refused conversations, and the limits of Teams.

import type { Faults } from '../../../services/local/teams/api';
import { card, CHANNEL, GENERAL, lars, mette, startRig, textActivity, type Reply, type Rig } from './rig';

let nowMs: number;
let rig: Rig;
beforeEach(async () => {
  nowMs = Date.UTC(2027, 0, 4, 8, 0, 0);
  rig = await startRig({ now: () => nowMs });
});
afterEach(() => rig.close());

const NONE: Faults = { rate: 0, seed: 7, kinds: [] };
const path = (conversationId: string) => `/conversations/${encodeURIComponent(conversationId)}/activities`;
const post = (text: string, conversationId = CHANNEL) =>
  rig.connector('POST', path(conversationId), textActivity(text));
const postedTexts = async () => (await rig.client.messages(mette.aadObjectId, CHANNEL)).map(({ text }) => text);

async function statuses(calls: number, call: (n: number) => Promise<Reply>): Promise<number[]> {
  const seen: number[] = [];
  for (let n = 0; n < calls; n += 1) {
    seen.push(
      await call(n)
        .then(({ status }) => status)
        .catch(() => 0),
    );
  }
  return seen;
}

describe('seeded faults', () => {
  test('the same seed gives the same row of faults', async () => {
    const faults: Faults = { rate: 0.5, seed: 42, kinds: [500, 502, 'reset'] };
    await rig.client.putFaults(faults);
    const first = await statuses(30, (n) => post(`a${n}`));
    await rig.client.putFaults(faults);
    const second = await statuses(30, (n) => post(`b${n}`));
    expect(second).toEqual(first);
    expect(new Set(first)).toEqual(new Set([201, 500, 502, 0]));
    expect((await rig.client.counters()).faulted).toBe(first.filter((status) => status !== 201).length * 2);
  });

  test('429 carries Retry-After and Teams’ error body', async () => {
    await rig.client.putFaults({ ...NONE, rate: 1, kinds: [429] });
    const { status, body, retryAfter } = await post('x');
    expect([status, body]).toEqual([429, { error: { code: 'Throttled', message: expect.any(String) as string } }]);
    expect(Number(retryAfter)).toBeGreaterThanOrEqual(1);
  });

  test('reset: the connection breaks and nothing has happened; lost: it has', async () => {
    await rig.client.putFaults({ ...NONE, rate: 1, kinds: ['reset'] });
    await expect(post('aldrig')).rejects.toThrow('fetch failed');
    await rig.client.putFaults({ ...NONE, rate: 1, kinds: ['lost'] });
    await expect(post('tabt')).rejects.toThrow('fetch failed');
    await rig.client.putFaults(NONE);
    expect(await postedTexts()).toEqual(['tabt']);
    const log = (await rig.client.traffic()).filter(({ direction }) => direction === 'from-bot');
    expect(log.map(({ status }) => status)).toEqual([null, null]);
  });

  test('slow: the call is done after the wait', async () => {
    await rig.client.putFaults({ ...NONE, rate: 1, kinds: ['slow'], slowMs: 60 });
    const started = performance.now();
    expect((await post('sen')).status).toBe(201);
    expect(performance.now() - started).toBeGreaterThanOrEqual(59);
  });

  test('the page’s own calls never suffer', async () => {
    await rig.client.putFaults({ ...NONE, rate: 1, kinds: [500] });
    await expect(rig.client.places(lars.aadObjectId)).resolves.toBeDefined();
  });
});

describe('refused conversations', () => {
  test.each([
    ['BotNotInConversationRoster', 403],
    ['MessageWritesBlocked', 403],
    ['ConversationBlockedByUser', 403],
    ['BotDisabledByAdmin', 403],
    ['ForbiddenOperationException', 403],
    ['ConversationNotFound', 404],
    ['ActivityNotFoundInConversation', 404],
    ['PreconditionFailed', 412],
  ])('%s is answered with %i', async (code, status) => {
    await rig.client.putFaults({ ...NONE, refuse: { [CHANNEL]: code } });
    expect(await post('x')).toMatchObject({ status, body: { error: { code } } });
    expect((await post('y', GENERAL)).status).toBe(201);
  });

  test('a refused channel refuses its threads and edits too; a refused thread leaves its channel alone', async () => {
    const id = await rig.postCard(CHANNEL, card('rod'));
    const thread = `${CHANNEL};messageid=${id}`;
    await rig.client.putFaults({ ...NONE, refuse: { [CHANNEL]: 'MessageWritesBlocked' } });
    expect((await post('svar', thread)).status).toBe(403);
    expect((await rig.editCard(CHANNEL, id, card('ny'))).status).toBe(403);
    await rig.client.putFaults({ ...NONE, refuse: { [thread]: 'MessageWritesBlocked' } });
    expect((await post('svar', thread)).status).toBe(403);
    expect((await post('ny rod')).status).toBe(201);
  });

  test('a refused personal chat refuses to be opened', async () => {
    await rig.client.putFaults({ ...NONE, refuse: { [await rig.chatOf(lars)]: 'ConversationBlockedByUser' } });
    const create = { members: [{ id: lars.aadObjectId }], tenantId: rig.teams.tenantId };
    expect(await rig.connector('POST', '/conversations', create)).toMatchObject({ status: 403 });
  });

  test('a block may come wrapped as errorCode 209', async () => {
    await rig.client.putFaults({ ...NONE, refuse: { [CHANNEL]: '209' } });
    const { status, body } = await post('x');
    expect([status, body]).toMatchObject([403, { error: { code: '209' } }]);
    expect(JSON.parse((body['error'] as { message: string }).message)).toMatchObject({
      subCode: 'MessageWritesBlocked',
    });
  });
});

const sendUntilRefused = async (most: number) => {
  for (let sent = 0; sent < most; sent += 1) {
    if ((await post(`${nowMs} ${sent}`)).status === 429) {
      return sent;
    }
  }
  return most;
};

const members = () => rig.connector('GET', `/conversations/${encodeURIComponent(CHANNEL)}/members`);

describe('limits, in sandbox time', () => {
  beforeEach(() => rig.client.putFaults({ ...NONE, limits: true }));

  test('7 sends to one conversation in a second pass, the 8th is told to wait', async () => {
    expect(await statuses(8, (n) => post(`${n}`))).toEqual([...Array.from({ length: 7 }, () => 201), 429]);
    const { status, retryAfter } = await post('x');
    expect(status).toBe(429);
    expect(['1', '2']).toContain(retryAfter);
    expect((await post('andet sted', GENERAL)).status).toBe(201);
    expect((await rig.client.counters()).throttled).toBe(2);
  });

  test('8 in two seconds and 60 in thirty', async () => {
    const perSecond: number[] = [];
    for (let second = 0; second < 20; second += 1) {
      perSecond.push(await sendUntilRefused(8));
      nowMs += 1000;
    }
    expect(perSecond.slice(0, 4)).toEqual([7, 1, 7, 1]);
    expect(perSecond.reduce((sum, sent) => sum + sent, 0)).toBe(60);
  });

  test('threads share the limit of their channel, and edits count as sends', async () => {
    const id = await rig.postCard(CHANNEL, card('rod'));
    const seen = await statuses(7, (n) =>
      n % 2 === 0 ? post(`${n}`, `${CHANNEL};messageid=${id}`) : rig.editCard(CHANNEL, id, card(`${n}`)),
    );
    expect(seen).toEqual([201, 200, 201, 200, 201, 200, 429]);
  });

  test('reading members has its own, wider limit', async () => {
    expect(await statuses(15, members)).toEqual([...Array.from({ length: 14 }, () => 200), 429]);
    expect((await post('x')).status).toBe(201);
  });

  test('the whole tenant takes 50 calls a second', async () => {
    const teams = Array.from({ length: 10 }, (_, n) => {
      const id = `19:t${n}@thread.tacv2`;
      return { id, name: `T${n}`, members: [lars.aadObjectId], channels: [{ id, name: 'Generelt' }] };
    });
    await rig.client.putDirectory({ people: [], teams });
    const seen = await statuses(51, (n) => post(`${n}`, `19:t${n % 10}@thread.tacv2`));
    expect(seen).toEqual([...Array.from({ length: 50 }, () => 201), 429]);
    nowMs += 1000;
    expect((await post('x')).status).toBe(201);
  });

  test('moving the sandbox clock empties the windows', async () => {
    await statuses(8, (n) => post(`${n}`));
    await rig.client.moveClock({ byMs: 3_600_000 });
    expect((await post('x')).status).toBe(201);
  });
});
