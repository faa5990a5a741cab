// The settings: what they mean together, and every fault of them told at once.
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import type { Config } from '../../bot/config';
import { readConfig } from '../../bot/config';
import { mayAnswerTo } from '../../bot/teams/cloud';

const appId = '11111111-1111-4111-8111-111111111111';
const tenantId = '22222222-2222-4222-8222-222222222222';
const secret = 'a-secret-that-must-not-be-shown';
const app = { MicrosoftAppId: appId, MicrosoftAppTenantId: tenantId };
const privateKey = generateKeyPairSync('rsa', { modulusLength: 2048 })
  .privateKey.export({ type: 'pkcs8', format: 'pem' })
  .toString();

function faultsOf(env: Readonly<Record<string, string>>): readonly string[] {
  const read = readConfig(env);
  return read.ok ? [] : read.faults;
}

function teamsOf(env: Readonly<Record<string, string>>): Extract<Config['mode'], { kind: 'teams' }> {
  const read = readConfig(env);
  if (!read.ok || read.config.mode.kind !== 'teams') throw new Error(JSON.stringify(read));
  return read.config.mode;
}

test('without any setting it is local, on this machine alone, and nobody is held back', () => {
  const read = readConfig({});
  expect(read).toMatchObject({
    ok: true,
    config: { host: '127.0.0.1', port: 3978, mode: { kind: 'local' }, rates: { perPerson: 0, perConversation: 0 } },
  });
});

test('empty settings, as in the example file, count as not set', () => {
  expect(
    faultsOf({
      MicrosoftAppType: '',
      MicrosoftAppId: '',
      MicrosoftAppPassword: '',
      CertificateThumbprint: '',
      TEAMS_SERVICE_URL: '',
      RATE_PER_PERSON: '',
      METRICS_TOKEN: '',
    }),
  ).toEqual([]);
});

test('the example file names settings that exist, and is itself a set of settings that starts', () => {
  const file = parse(readFileSync(join(__dirname, '../../.env.example'), 'utf8'));
  expect(faultsOf(file)).toEqual([]);
  expect(Object.keys(file)).toEqual(
    expect.arrayContaining([
      'MicrosoftAppId',
      'CertificateThumbprint',
      'TEAMS_SERVICE_URL',
      'RATE_PER_PERSON',
      'METRICS_TOKEN',
      'PUBLIC_HOST',
    ]),
  );
});

test('local mode never listens to other machines, whatever HOST says', () => {
  expect(readConfig({ HOST: '0.0.0.0' })).toMatchObject({ config: { host: '127.0.0.1' } });
});

test('a secret, a certificate and a managed identity are each enough', () => {
  expect(teamsOf({ ...app, MicrosoftAppPassword: secret }).credentials.proof.kind).toBe('secret');
  const oneLine = privateKey.replaceAll('\n', '\\n');
  expect(
    teamsOf({ ...app, CertificateThumbprint: 'ab:'.repeat(20).slice(0, -1), CertificatePrivateKey: oneLine })
      .credentials.proof,
  ).toEqual({
    kind: 'certificate',
    thumbprint: 'ab'.repeat(20),
    privateKey,
  });
  expect(teamsOf({ ...app, MicrosoftAppType: 'UserAssignedMsi' }).credentials.proof.kind).toBe('managedIdentity');
});

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['an id alone', { MicrosoftAppId: appId }, ['MicrosoftAppTenantId', 'MicrosoftAppPassword']],
  ['a password alone', { MicrosoftAppPassword: secret }, ['MicrosoftAppId', 'MicrosoftAppTenantId']],
  ['a tenant alone', { MicrosoftAppTenantId: tenantId }, ['MicrosoftAppId', 'MicrosoftAppPassword']],
  ['a type alone', { MicrosoftAppType: 'UserAssignedMsi' }, ['MicrosoftAppId', 'MicrosoftAppTenantId']],
  ['no proof', app, ['MicrosoftAppPassword']],
  ['a thumbprint without a key', { ...app, CertificateThumbprint: 'ab'.repeat(20) }, ['CertificatePrivateKey']],
  ['a key without a thumbprint', { ...app, CertificatePrivateKey: privateKey }, ['CertificateThumbprint']],
  [
    'both proofs',
    { ...app, MicrosoftAppPassword: secret, CertificateThumbprint: 'ab'.repeat(20), CertificatePrivateKey: privateKey },
    ['MicrosoftAppPassword'],
  ],
  [
    'a managed identity with a secret',
    { ...app, MicrosoftAppType: 'UserAssignedMsi', MicrosoftAppPassword: secret },
    ['MicrosoftAppType'],
  ],
  ['many tenants', { ...app, MicrosoftAppPassword: secret, MicrosoftAppType: 'MultiTenant' }, ['MicrosoftAppType']],
  [
    'production without credentials',
    { NODE_ENV: 'production' },
    ['NODE_ENV=production needs app credentials (MicrosoftAppId, …)'],
  ],
  [
    'the local Teams beside credentials',
    { ...app, MicrosoftAppPassword: secret, LOCAL_TEAMS_URL: 'http://127.0.0.1:3979/x' },
    ['LOCAL_TEAMS_URL'],
  ],
  [
    'ids that can be guessed beside credentials',
    { ...app, MicrosoftAppPassword: secret, SANDBOX_SEED: '1' },
    ['SANDBOX_SEED'],
  ],
  [
    'an issuer without TLS elsewhere',
    { ToBotFromChannelOpenIdMetadataUrl: 'http://example.org/' },
    ['ToBotFromChannelOpenIdMetadataUrl'],
  ],
  [
    'a service on this machine in production',
    { ...app, MicrosoftAppPassword: secret, NODE_ENV: 'production', TEAMS_SERVICE_URL: 'http://127.0.0.1:9/' },
    ['TEAMS_SERVICE_URL'],
  ],
  ['another cloud that nobody knows', { ChannelService: 'https://example.org' }, ['ChannelService']],
  [
    'everything at once',
    {
      PORT: 'x',
      DATA_DIR: '',
      MONGODB_URI: 'postgres://x',
      MicrosoftAppId: 'no-guid',
      SECRETARIAT_OBJECT_IDS: 'me',
      RATE_PER_PERSON: '-1',
      METRICS_TOKEN: 'short',
      LOG_LEVEL: 'loud',
      NODE_ENV: 'prod',
    },
    [
      'NODE_ENV',
      'PORT',
      'DATA_DIR',
      'MONGODB_URI',
      'LOG_LEVEL',
      'MicrosoftAppId',
      'SECRETARIAT_OBJECT_IDS.0',
      'RATE_PER_PERSON',
      'METRICS_TOKEN',
      'MicrosoftAppTenantId',
      'MicrosoftAppPassword',
    ],
  ],
])('%s: every fault is told, by its name', (_, env, names) => {
  expect(faultsOf(env).map((fault) => fault.split(':')[0])).toEqual(names);
});

test('no fault repeats what was set', () => {
  const faults = faultsOf({
    MicrosoftAppId: secret,
    MicrosoftAppPassword: secret,
    MONGODB_URI: `x://u:${secret}@h`,
    CertificatePrivateKey: secret,
    METRICS_TOKEN: 'short-secret',
  });
  expect(faults.length).toBeGreaterThan(3);
  expect(faults.join('\n')).not.toMatch(new RegExp(`${secret}|short-secret`));
});

describe('the cloud', () => {
  const inTeams = { ...app, MicrosoftAppPassword: secret };

  test('the public one needs no setting, and the login is the tenant’s own', () => {
    expect(teamsOf(inTeams).cloud).toMatchObject({
      loginUrl: `https://login.microsoftonline.com/${tenantId}`,
      tokenIssuer: 'https://api.botframework.com',
      metadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
      serviceUrl: 'https://smba.trafficmanager.net/teams/',
    });
  });

  test('one setting leaves the others as they were', () => {
    const { cloud } = teamsOf({ ...inTeams, ToBotFromChannelTokenIssuer: 'https://issuer.example.org' });
    const usual = teamsOf(inTeams).cloud;
    expect(cloud).toEqual({ ...usual, tokenIssuer: 'https://issuer.example.org' });
  });

  test('the government’s cloud is one setting', () => {
    expect(teamsOf({ ...inTeams, ChannelService: 'https://botframework.azure.us' }).cloud).toMatchObject({
      loginUrl: `https://login.microsoftonline.us/${tenantId}`,
      tokenIssuer: 'https://api.botframework.us',
      serviceUrl: 'https://smba.infra.gov.teams.microsoft.us/teams',
    });
  });

  test.each([
    ['https://smba.trafficmanager.net/emea/x/', true],
    ['https://smba.infra.gcc.teams.microsoft.com/teams', true],
    ['https://smba.infra.dod.teams.microsoft.us/teams', true],
    ['https://connector.example.org/', true],
    ['https://connector.example.org:444/', false],
    ['http://connector.example.org/', false],
    ['https://x.smba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net.example.org/', false],
    ['https://user:pass@smba.trafficmanager.net/', false],
    ['smba.trafficmanager.net', false],
    ['', false],
  ])('%s may be answered: %s', (url, may) => {
    const { cloud } = teamsOf({ ...inTeams, TEAMS_SERVICE_URL: 'https://connector.example.org/teams' });
    expect(mayAnswerTo(cloud, url)).toBe(may);
  });
});

test('what Graph is used for is off unless set, read whole, and refused where it cannot be had', () => {
  const groupId = '33333333-3333-4333-8333-333333333333';
  const off = { groups: {}, networkTeam: null, chats: false, files: false, calendar: null, feed: false };
  expect(readConfig({})).toMatchObject({ config: { graphUses: off } });
  const uses = { GRAPH_GROUPS: `council=${groupId}, board=${appId}`, GRAPH_CALENDAR: appId, GRAPH_DEADLINES: 'on' };
  expect(readConfig(uses)).toMatchObject({
    config: {
      graphUses: {
        ...off,
        groups: { council: groupId, board: appId },
        calendar: { organiser: appId, deadlines: true },
      },
    },
  });
  expect(faultsOf({ GRAPH_GROUPS: 'council', GRAPH_FILES: 'yes' }).map((fault) => fault.split(':')[0])).toEqual([
    'GRAPH_GROUPS',
    'GRAPH_FILES',
  ]);
  expect(faultsOf({ GRAPH: 'off', GRAPH_FEED: 'on', GRAPH_DEADLINES: 'on' })).toEqual([
    'GRAPH_FEED: GRAPH is off.',
    'GRAPH_DEADLINES: needs GRAPH_CALENDAR, the calendar to enter them in.',
  ]);
});
