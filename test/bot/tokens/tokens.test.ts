// Who is let in: real RS256 tokens against an issuer of this machine that the bot knows by its environment alone, and
// everything that must not be let in. The bot is the compiled product in a process of its own.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { channelId, mette, roundId } from '../council';
import { accessToken } from './cloud';
import type { Setting } from './hostile';
import { goodToken, hostile, keys } from './hostile';
import type { Json } from './issuer';
import type { InTeams } from './process';
import { appId, password, startInTeams, tenantId } from './process';

let teams: InTeams;

beforeAll(async () => {
  teams = await startInTeams(Object.values(keys));
}, 60_000);

afterAll(async () => teams.close());

function setting(): Setting {
  return { appId, tenantId, serviceUrl: teams.serviceUrl, nowSeconds: Math.floor(Date.now() / 1_000) };
}

/** A vote that counts when it is let in. The name is not the one we know: whoever looks at it would write it down. */
function vote(changes: Json = {}): Json {
  const data = { v: 1, verb: 'ballot.cast', roundId, taskId: 'ballot', choice: 'for', basis: 0 };
  return {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: 'f:vote',
    channelId: 'msteams',
    serviceUrl: teams.serviceUrl,
    from: { id: mette.id, name: 'Mallory', aadObjectId: mette.aadObjectId },
    recipient: { id: `28:${appId}`, name: 'Trinvis' },
    conversation: { id: channelId, conversationType: 'channel', tenantId, isGroup: true },
    channelData: { tenant: { id: tenantId }, channel: { id: channelId } },
    value: { action: { type: 'Action.Execute', verb: 'ballot.cast', data }, trigger: 'manual' },
    ...changes,
  };
}

async function commits(): Promise<string> {
  return (await teams.metrics())
    .split('\n')
    .filter((line) => line.startsWith('trinvis_commit_batches_total'))
    .join('\n');
}

test('before anyone writes, the open vote is posted with a token from the login', async () => {
  await teams.connector.reached(1);
  const [first] = teams.connector.calls;
  expect(first).toMatchObject({ method: 'POST', authorization: `Bearer ${accessToken}` });
  expect(decodeURIComponent(first?.path ?? '')).toContain(channelId);
  expect(first?.body).toContain('Afstemning om forslaget');
});

test('the login was asked once, for Bot Framework alone, in the name of the app', () => {
  expect(teams.login.asked.map((form) => form.get('scope'))).toEqual([
    expect.stringContaining('https://api.botframework.com/.default'),
  ]);
  const [form] = teams.login.asked;
  expect([form?.get('client_id'), form?.get('client_secret'), form?.get('grant_type')]).toEqual([
    appId,
    password,
    'client_credentials',
  ]);
});

describe('refused, and nothing is done', () => {
  test.each(hostile)('$name: $status', async ({ attempt, status }) => {
    const before = await commits();
    const { authorization, changes } = attempt(setting());
    const answer = await teams.post(vote(changes), authorization === null ? {} : { authorization });
    expect(answer).toEqual({ status, body: '' });
    expect(await commits()).toBe(before);
  });
});

test('there are more than forty of them, each with its own name', () => {
  expect(new Set(hostile.map(({ name }) => name)).size).toBe(hostile.length);
  expect(hostile.length).toBeGreaterThanOrEqual(40);
});

test('docs/security.md lists every one with its outcome', () => {
  const page = readFileSync(join(__dirname, '../../../docs/security.md'), 'utf8');
  const missing = hostile.filter(({ name, status }) => !page.includes(`| ${name} | ${status} |`));
  expect(missing.map(({ name, status }) => `| ${name} | ${status} |`)).toEqual([]);
});

test('a token that was good is refused once it has expired', async () => {
  // Two seconds are left of what clocks may differ.
  const authorization = `Bearer ${goodToken(setting(), { exp: setting().nowSeconds - 298 })}`;
  const ask = async (): Promise<number> =>
    (await teams.post(vote({ type: 'typing', name: '' }), { authorization })).status;
  expect(await ask()).toBe(200);
  let status = 200;
  for (let tries = 0; status === 200 && tries < 60; tries += 1) {
    await delay(100);
    status = await ask();
  }
  expect(status).toBe(401);
});

test('a good token passes: the vote counts, and what is written is answered with a token', async () => {
  const authorization = `Bearer ${goodToken(setting())}`;
  const voted = await teams.post(vote({ from: { id: mette.id, name: mette.name, aadObjectId: mette.aadObjectId } }), {
    authorization,
  });
  expect(voted.status).toBe(200);
  expect(voted.body).toContain('AdaptiveCard');
  const calls = teams.connector.calls.length;
  const conversation = { id: 'a:personal', conversationType: 'personal', tenantId };
  const from = { id: mette.id, name: mette.name, aadObjectId: mette.aadObjectId };
  const written = vote({ type: 'message', name: '', text: 'hjælp', value: undefined, conversation, from });
  expect(await teams.post(written, { authorization })).toEqual({ status: 200, body: '' });
  await teams.connector.reached(calls + 1);
  expect(teams.connector.calls.every((call) => call.authorization === `Bearer ${accessToken}`)).toBe(true);
  const places = teams.connector.calls.map(
    ({ path }) => /conversations\/?([^/;]*)/.exec(decodeURIComponent(path))?.[1],
  );
  // Only the channel, new chats with those who have a seat, and this one answer: nobody hostile was answered anywhere.
  expect(places.filter((place) => place === 'a:personal')).toHaveLength(1);
  expect(places.filter((place) => place !== 'a:personal' && place !== channelId && place !== '')).toEqual([]);
});

test('afterwards the record holds that one vote, nobody was met, and no log line holds a secret', async () => {
  const found = await teams.afterwards(async (store) => {
    const events: string[] = [];
    for await (const commit of store.commits.read(`round/${roundId}`, 0)) events.push(commit.body);
    return { events, person: await store.people.byAadObjectId(mette.aadObjectId) };
  });
  expect(found.events.filter((body) => body.includes('BallotCast'))).toHaveLength(1);
  expect(found.person?.name).toBe(mette.name);
  const log = teams.lines.join('\n');
  expect(log).toContain('an activity was refused');
  for (const secret of [password, accessToken, 'Mallory', mette.name, 'eyJ']) expect(log).not.toContain(secret);
});
