// A card that came back changed, a text meant to harm, a body meant to break: a calm answer, nothing done, nothing kept.
import { request } from 'node:http';
import { pino } from 'pino';
import type { Json } from './asking';
import { envelope, press, written } from './asking';
import {
  councilDefinition,
  everyone,
  jens,
  mette,
  observer,
  recordLength,
  roundOf,
  seatCouncil,
  stranger,
} from './council';
import type { Rig } from './rig';
import { startRig, wordsOf } from './rig';

let rig: Rig;
const log: string[] = [];

beforeAll(async () => {
  const logger = pino({ level: 'trace' }, { write: (line: string) => log.push(line) });
  rig = await startRig({ definitions: [councilDefinition], people: everyone, secretariat: [], logger });
  await seatCouncil(rig);
});

afterAll(async () => rig.close());

async function leavesNothing(activity: unknown): Promise<unknown> {
  const before = await recordLength(rig);
  const answer = await rig.post(activity);
  expect(answer.status).toBe(200);
  expect(await recordLength(rig)).toBe(before);
  return answer.body;
}

async function organisation(): Promise<number> {
  return (await rig.app.parts.organisation.read('organisation'))?.head.seq ?? 0;
}

/** A sentence for people: some words, nothing of ours. */
function expectCalm(body: unknown): void {
  const words = wordsOf((body as { value: unknown }).value);
  expect(words.length).toBeGreaterThan(10);
  expect(words).not.toMatch(/undefined|null|NaN|exception|stack|\bat \w+ \(|\[object/i);
}

describe('who I am is not what the card says', () => {
  test.each<[string, Json]>([
    ['the seat of another', { mandateId: 'seat-mette' }],
    ['an actor', { actor: { kind: 'system' } }],
    ['a person', { personId: 'mette', aadObjectId: mette.aadObjectId, from: { aadObjectId: mette.aadObjectId } }],
    ['a role', { role: 'chair', roles: ['secretariat'], isAdmin: true }],
    ['a tenant', { tenantId: '*', tenant: { id: '*' } }],
    ['the confirmation of another', { verb: 'ballot.confirm', mandateId: 'seat-mette' }],
  ])('%s in the data gives a stranger nothing', async (_, data) => {
    expectCalm(await leavesNothing(press(rig.teams.serviceUrl, stranger, data)));
  });

  test.each([
    ['closes a task', { verb: 'task.close', reason: 'fordi' }],
    ['extends a deadline', { verb: 'deadline.extend', date: '2027-03-01', time: '12:00', reason: 'fordi' }],
    ['pauses the round', { verb: 'round.pause', reason: 'fordi' }],
    ['moves the round on', { verb: 'round.advance' }],
    ['calls a substitute', { verb: 'substitute.call', mandateId: 'seat-jens' }],
    ['begins a round', { verb: 'setup.begin', name: 'x', startsOn: '2027-02-01' }],
    ['gives a seat', { verb: 'mandate.give', bodyId: 'council', role: 'member', holder: stranger.aadObjectId }],
    ['ends a seat', { verb: 'mandate.end', mandateId: 'seat-jens', reason: 'fordi' }],
    ['takes the channel', { verb: 'channel.bind', bodyId: 'office' }],
    ['writes the handbook', { verb: 'handbook.save', section: 'news', title: 'x', text: 'y' }],
  ])('a stranger and an observer who %s change nothing', async (_, data) => {
    const before = await organisation();
    for (const who of [stranger, observer]) expectCalm(await leavesNothing(press(rig.teams.serviceUrl, who, data)));
    expect(await organisation()).toBe(before);
  });
});

const operators: readonly unknown[] = [
  { $ne: 1 },
  { $gt: '' },
  { $where: 'sleep(1000)' },
  { $regex: '.*' },
  ['for', 'against'],
];
const odd = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  ' ',
  '../round-1',
  'round-1\u0000',
  'ROUND-1',
  '𝗋ound-1',
];

describe('ids and values', () => {
  test.each(['roundId', 'taskId', 'choice', 'basis', 'mandateId', 'reason', 'verb', 'v'])(
    'operators and lists as %s change nothing',
    async (field) => {
      for (const value of operators)
        expectCalm(await leavesNothing(press(rig.teams.serviceUrl, mette, { [field]: value })));
    },
  );

  test.each(['roundId', 'taskId', 'choice', 'verb'])(
    'names that every object has, and others, as %s',
    async (field) => {
      for (const value of odd) expectCalm(await leavesNothing(press(rig.teams.serviceUrl, mette, { [field]: value })));
    },
  );

  test.each(odd)('a seat called %j is none', async (mandateId) => {
    expectCalm(await leavesNothing(press(rig.teams.serviceUrl, mette, { verb: 'ballot.confirm', mandateId })));
  });

  test.each([
    ['nomination.withdraw.open', 'nominationId'],
    ['nomination.show', 'nominationId'],
    ['ranking.show', 'mandateId'],
    ['ranking.handback', 'mandateId'],
    ['conclusion.open', 'nominationId'],
    ['body.show', 'bodyId'],
    ['nomination.open', 'draftId'],
  ])('%s with a name that every object has', async (verb, field) => {
    for (const value of ['constructor', 'toString', 'valueOf', 'hasOwnProperty'])
      expectCalm(await leavesNothing(press(rig.teams.serviceUrl, mette, { verb, [field]: value })));
    expect(log.filter((line) => line.includes('could not be answered'))).toEqual([]);
  });

  test('a person whose id is half a character is met once and can be found again', async () => {
    const from = { id: '29:half', name: 'Halv', aadObjectId: '\uD800' };
    for (let count = 0; count < 2; count += 1) await leavesNothing(press(rig.teams.serviceUrl, mette, {}, { from }));
    expect(log.filter((line) => line.includes('could not be answered'))).toEqual([]);
  });

  test.each([-1, 0.5, 1e308, '0', null, true])('a basis of %j', async (basis) => {
    expectCalm(await leavesNothing(press(rig.teams.serviceUrl, mette, { basis })));
  });

  test('a verb in letters that look like ours', async () => {
    expectCalm(await leavesNothing(press(rig.teams.serviceUrl, mette, { verb: 'ballot.сast' })));
    expectCalm(await leavesNothing(press(rig.teams.serviceUrl, mette, { choice: 'fоr' })));
  });

  test('prototypes stay what they were', async () => {
    const activity = JSON.stringify(press(rig.teams.serviceUrl, stranger, { x: 1 }));
    const evil = '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"x"';
    expectCalm(await leavesNothing(activity.replaceAll('"x"', evil)));
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(Reflect.get(Object, 'polluted')).toBeUndefined();
  });
});

describe('texts', () => {
  const injections = [
    '<at>Alle</at> <at>Mette Prøve</at>',
    '[klik](javascript:alert(1)) ![x](https://example.org/x.png)',
    '${$root} ${roundId} {{DATE(2027-01-01)}} {"type":"Action.Submit"}',
    '</at><script>alert(1)</script>&lt;b&gt;',
    '\u202Egnp.exe \u200B\uFEFF',
  ];

  test.each(injections)('%j is shown as it was written, and mentions nobody', async (reason) => {
    const answer = await rig.post(press(rig.teams.serviceUrl, jens, { choice: 'against', reason }));
    expect(answer.status).toBe(200);
    await rig.app.tick();
    const shown = JSON.stringify([answer.body, await rig.client.messages(jens.aadObjectId, '19:council@thread.tacv2')]);
    expect(shown).not.toMatch(/<at>(Alle|Mette)/);
    expect(shown).not.toMatch(/\]\((javascript|https:\/\/example)/);
    expect(shown).not.toContain('"mentioned"');
    expect((await rig.client.violations()).filter(({ kind }) => kind === 'Mention')).toEqual([]);
  });

  test.each([
    '010180-1234',
    '0101801234',
    '010180 1234',
    '０１０１８０-１２３４',
    '٠١٠١٨٠-١٢٣٤',
    '0\u200B10180-1234',
    '010180–1234',
  ])('a CPR number written %j is refused in chat and on cards, and neither kept, logged nor repeated', async (cpr) => {
    const posted = await rig.client.counters();
    const card = await leavesNothing(press(rig.teams.serviceUrl, mette, { choice: 'against', reason: `se ${cpr}` }));
    expect(JSON.stringify(card)).toContain('CPR');
    expect(JSON.stringify(card)).not.toContain(cpr);
    await rig.post(written(rig.teams.serviceUrl, mette, `hjælp ${cpr}`));
    expect((await rig.client.counters()).posted).toBeGreaterThanOrEqual(posted.posted);
    expect(log.join('\n')).not.toContain(cpr);
  });
});

describe('bodies', () => {
  test('600 KB are too much, whether announced or not', async () => {
    const activity = press(rig.teams.serviceUrl, mette, { reason: 'x'.repeat(600_000) });
    expect((await rig.post(activity)).status).toBe(413);
    expect(await sentInPieces(JSON.stringify(activity))).toBe(413);
  });

  test('500 KB of card data get a calm answer', async () => {
    expectCalm(
      await leavesNothing(
        press(rig.teams.serviceUrl, mette, { choice: Array.from({ length: 40_000 }, () => 'xxxxxxxx') }),
      ),
    );
  });

  test.each([
    ['100,000 levels', `{"type":"invoke","value":${'['.repeat(100_000)}${']'.repeat(100_000)}}`, 400],
    ['41 levels', `${'{"a":'.repeat(41)}1${'}'.repeat(41)}`, 400],
    ['no JSON', '{"type":', 400],
    ['a list', '[]', 400],
    ['a number', '1', 400],
    ['nothing', '{}', 400],
    ['bytes that are no text', '\uD800', 400],
  ])('%s: refused', async (_, body, status) => {
    expect((await rig.post(body)).status).toBe(status);
  });

  test('compressed and other kinds of bodies are refused unread', async () => {
    const activity = press(rig.teams.serviceUrl, mette, {});
    expect((await rig.post(activity, { 'content-encoding': 'gzip' })).status).toBe(415);
    expect((await rig.post(activity, { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await rig.post(activity, { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(415);
  });

  test('an activity from nobody does nothing', async () => {
    const from = { id: '29:nobody', name: 'Ingen' };
    expect(
      (await rig.post(envelope(rig.teams.serviceUrl, mette, { type: 'message', text: 'hjælp', from }))).body,
    ).toBeNull();
  });
});

describe('the local door', () => {
  test('a page of the web that points its name here is refused, and so is one that says where it comes from', async () => {
    expect(await ask({ host: 'evil.example.org' })).toBe(403);
    expect(await ask({ host: `127.0.0.1.example.org:${rig.port}` })).toBe(403);
    expect(await ask({ host: `127.0.0.1:${rig.port}`, origin: 'https://example.org' })).toBe(403);
    expect(await ask({ host: `127.0.0.1:${rig.port}`, origin: 'null' })).toBe(403);
  });

  test('an activity without the token of this start’s local Teams is refused', async () => {
    const elsewhere = rig.teams.serviceUrl.replace(/\/[^/]+$/, '/another-token-0001');
    expect((await rig.post(press(elsewhere, mette, {}))).status).toBe(403);
  });
});

test('after all of it nobody has voted but Jens, and no log line holds a name or a text', async () => {
  const { work } = (await roundOf(rig)).tasks['ballot' as never] ?? { work: null };
  expect(Object.keys((work as unknown as { ballots: object }).ballots)).toEqual(['seat-jens']);
  for (const word of ['Prøve', 'javascript', 'Alle']) expect(log.join('\n')).not.toContain(word);
});

async function ask(headers: Json): Promise<number> {
  return sentWith(JSON.stringify(press(rig.teams.serviceUrl, mette, {})), headers);
}

/** Without a length announced. */
async function sentInPieces(body: string): Promise<number> {
  return sentWith(body, { host: `127.0.0.1:${rig.port}`, 'transfer-encoding': 'chunked' });
}

async function sentWith(body: string, headers: Json): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: rig.port,
        method: 'POST',
        path: '/api/messages',
        headers: { 'content-type': 'application/json', ...(headers as Record<string, string>) },
      },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
