// Who may call: the token, Host and Origin, small JSON bodies, no way to a prototype or out of the page's folder.

import { request } from 'node:http';
import { startLocalTeams } from '../../../services/local/teams/local-teams';
import { CHANNEL, lars, startRig, textActivity, TOKEN, type Rig } from './rig';

let rig: Rig;
beforeAll(async () => {
  rig = await startRig();
});
afterAll(() => rig.close());

interface Raw {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** A call whose path and headers go out exactly as given. */
function raw(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET', body = ''): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port: rig.teams.port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(chunks).toString(),
        });
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}

const put = (path: string, body: string, type = 'application/json') =>
  raw(path, { 'content-type': type, 'content-length': String(Buffer.byteLength(body)) }, 'PUT', body);

const DIRECTORY = `/${TOKEN}/local/directory`;

test.each([
  '/',
  '/local/directory',
  '/wrong/local/directory',
  `/${TOKEN}x/local/directory`,
  `/${TOKEN.toUpperCase()}/local/directory`,
  `//${TOKEN}/local/directory`,
])('without the token in its place, %s is refused', async (path) => {
  const { status, text } = await raw(path);
  expect([status, JSON.parse(text)]).toMatchObject([403, { error: { code: 'Forbidden' } }]);
});

const statusAt = async (host: string) => (await raw(DIRECTORY, { host })).status;

test('a name that only points here is refused (DNS rebinding), as is another port', async () => {
  const { port } = rig.teams;
  expect(await statusAt(`evil.example:${port}`)).toBe(403);
  expect(await statusAt('127.0.0.1:1')).toBe(403);
  expect(await statusAt(`127.0.0.1:${port}`)).toBe(200);
  expect(await statusAt(`localhost:${port}`)).toBe(200);
});

test('another page’s Origin is refused, our own passes', async () => {
  const { port } = rig.teams;
  const status = async (origin: string) => (await raw(DIRECTORY, { origin, host: `127.0.0.1:${port}` })).status;
  expect(await status('https://evil.example')).toBe(403);
  expect(await status('null')).toBe(403);
  expect(await status(`http://localhost:${port}`)).toBe(403);
  expect(await status(`http://127.0.0.1:${port}`)).toBe(200);
});

test('every answer carries the security headers, also a refusal', async () => {
  for (const path of [DIRECTORY, '/nothing']) {
    const { headers } = await raw(path);
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  }
});

test('a body above 1 MB, one that is no JSON, and one of another type are refused', async () => {
  expect((await put(DIRECTORY, `"${'x'.repeat(1024 * 1024)}"`)).status).toBe(413);
  expect((await put(DIRECTORY, '{')).status).toBe(400);
  expect((await put(DIRECTORY, '{"people":[],"teams":[]}', 'text/plain')).status).toBe(415);
  expect((await put(DIRECTORY, '{"people":[],"teams":[]}')).status).toBe(200);
});

test.each(['{"people":[],"teams":[],"more":1}', '{"people":[{"id":"8:x"}],"teams":[]}', '[]', 'null'])(
  'what does not fit the contract is refused: %s',
  async (body) => {
    expect((await put(DIRECTORY, body)).status).toBe(400);
  },
);

test.each(['"__proto__"', '"\\u005f_proto__"'])('a key %s goes nowhere', async (key) => {
  const path = `/${TOKEN}/v3/conversations/${encodeURIComponent(CHANNEL)}/activities`;
  const content = `{"type":"AdaptiveCard","version":"1.5","body":[],${key}:{"polluted":true}}`;
  const body = `{"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":${content}}]}`;
  const { text } = await raw(
    path,
    { 'content-type': 'application/json', 'content-length': String(body.length) },
    'POST',
    body,
  );
  const { id } = JSON.parse(text) as { id: string };
  const [shown] = (await rig.client.message(lars.aadObjectId, CHANNEL, id)).cards;
  expect(shown).toEqual({ type: 'AdaptiveCard', version: '1.5', body: [] });
  expect({}).not.toHaveProperty('polluted');
});

test('inputs named like parts of an object stay data', async () => {
  const post = await rig.connector(
    'POST',
    `/conversations/${encodeURIComponent(CHANNEL)}/activities`,
    textActivity('x'),
  );
  const inputs = JSON.parse('{"constructor":"a","__proto__":"b"}') as Record<string, string>;
  await rig.press(lars, CHANNEL, String(post.body['id']), 'v', inputs);
  expect(rig.bot.received[0]?.['value']).toMatchObject({ action: { data: { task: 't1', constructor: 'a' } } });
});

test('the page and its library are served, and nothing beside them', async () => {
  const page = await raw(`/${TOKEN}/`);
  expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  const library = await raw(`/${TOKEN}/lib/adaptivecards.min.js`);
  expect([library.status, library.headers['content-type']]).toEqual([200, 'text/javascript; charset=utf-8']);
  expect((await raw(`/${TOKEN}`)).headers['location']).toBe(`/${TOKEN}/`);
  for (const path of ['../teams/api.ts', '..%2fteams%2fapi.ts', '%2e%2e/teams/api.ts', 'lib/../../package.json', '.']) {
    const { status, text } = await raw(`/${TOKEN}/${path}`);
    expect(status === 200 && text !== page.text ? path : 'not served').toBe('not served');
  }
});

test('an unknown path is told in Teams’ shape', async () => {
  const { status, text } = await raw(`/${TOKEN}/v3/nothing`);
  expect([status, JSON.parse(text)]).toMatchObject([404, { error: { code: 'NotFound' } }]);
});

test('a short token, or one that would need escaping, is refused at the start', async () => {
  for (const token of ['short', 'has/slash/in/it']) {
    await expect(startLocalTeams({ port: 0, token, bots: [] })).rejects.toMatchObject({ code: 'BadOption' });
  }
});

test('a taken port is told', async () => {
  await expect(startLocalTeams({ port: rig.teams.port, token: TOKEN, bots: [] })).rejects.toMatchObject({
    code: 'NotStarted',
  });
});
