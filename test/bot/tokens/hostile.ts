// Everything somebody may try at the door, as data: a name for docs/security.md, the status it must get, and how it is made.
import { createHash } from 'node:crypto';
import type { Json, Key } from './issuer';
import { newKey, signed, signedByHmac, unsigned } from './issuer';

export const keys = {
  good: newKey('key-good', ['msteams', 'webchat']),
  unendorsed: newKey('key-unendorsed', null),
  emptyEndorsed: newKey('key-empty', []),
  otherChannel: newKey('key-webchat', ['webchat', 'directline']),
};

/** Not published by the issuer. */
const stranger = newKey('key-good', ['msteams']);

export interface Setting {
  readonly appId: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
  readonly nowSeconds: number;
}

export interface Attempt {
  readonly authorization: string | null;
  /** What is changed in an activity that would be let in. */
  readonly changes: Json;
}

export interface Hostile {
  readonly name: string;
  readonly status: 401 | 403;
  readonly attempt: (setting: Setting) => Attempt;
}

const header = (key: Key, more: Json = {}): Json => ({ alg: 'RS256', typ: 'JWT', kid: key.kid, ...more });

export function claimsOf(setting: Setting, more: Json = {}): Json {
  return {
    iss: 'https://api.botframework.com',
    aud: setting.appId,
    serviceurl: setting.serviceUrl,
    nbf: setting.nowSeconds - 60,
    exp: setting.nowSeconds + 3_600,
    ...more,
  };
}

export function goodToken(setting: Setting, more: Json = {}): string {
  return signed(header(keys.good), claimsOf(setting, more), keys.good.privateKey);
}

/** A header that is no good token. */
function said(name: string, authorization: (setting: Setting) => string | null): Hostile {
  return { name, status: 401, attempt: (setting) => ({ authorization: authorization(setting), changes: {} }) };
}

const token = (name: string, make: (setting: Setting) => string): Hostile =>
  said(name, (setting) => `Bearer ${make(setting)}`);

/** A good signature over other claims. */
const claimed = (name: string, more: (setting: Setting) => Json): Hostile =>
  token(name, (setting) => goodToken(setting, more(setting)));

/** A good token with another header. */
const headed = (name: string, more: Json): Hostile =>
  token(name, (setting) => signed(header(keys.good, more), claimsOf(setting), keys.good.privateKey));

/** A good token and another activity. */
function brought(name: string, changes: (setting: Setting) => Json, claims: Json = {}): Hostile {
  return {
    name,
    status: 403,
    attempt: (setting) => ({ authorization: `Bearer ${goodToken(setting, claims)}`, changes: changes(setting) }),
  };
}

/** A good token for the very address the activity names. */
const answeredAt = (name: string, serviceUrl: string): Hostile =>
  brought(name, () => ({ serviceUrl }), { serviceurl: serviceUrl });

const publicPem = (key: Key): string => key.publicKey.export({ type: 'spki', format: 'pem' }).toString();

const headers: readonly Hostile[] = [
  said('no token', () => null),
  said('an empty Authorization', () => ''),
  said('a scheme without a token', () => 'Bearer'),
  said('the scheme and a space', () => 'Bearer '),
  said('garbage for a token', () => 'Bearer garbage'),
  said('dots for a token', () => 'Bearer ...'),
  said('a good token without its scheme', goodToken),
  said('a good token under Basic', (setting) => `Basic ${goodToken(setting)}`),
  said('two good tokens', (setting) => `Bearer ${goodToken(setting)} ${goodToken(setting)}`),
  token('a fourth part', (setting) => `${goodToken(setting)}.AAAA`),
  token('a token of 9,000 characters', (setting) => goodToken(setting, { more: 'x'.repeat(6_500) })),
];

const signatures: readonly Hostile[] = [
  token('algorithm none, no signature', (setting) => unsigned({ alg: 'none', kid: 'key-good' }, claimsOf(setting))),
  token(
    'algorithm none, some signature',
    (setting) => `${unsigned({ alg: 'none', kid: 'key-good' }, claimsOf(setting))}AAAA`,
  ),
  headed('algorithm nOnE', { alg: 'nOnE' }),
  token('HS256 with the public key as the secret', (setting) =>
    signedByHmac(header(keys.good, { alg: 'HS256' }), claimsOf(setting), publicPem(keys.good)),
  ),
  token('HS256 with the app id as the secret', (setting) =>
    signedByHmac(header(keys.good, { alg: 'HS256' }), claimsOf(setting), setting.appId),
  ),
  token('HS256 with an empty secret', (setting) =>
    signedByHmac(header(keys.good, { alg: 'HS256' }), claimsOf(setting), ''),
  ),
  headed('algorithm ES256', { alg: 'ES256' }),
  headed('algorithm PS256', { alg: 'PS256' }),
  headed('RS512 named, RS256 used', { alg: 'RS512' }),
  headed('no algorithm', { alg: undefined }),
  headed('no key id', { kid: undefined }),
  headed('an unknown key id', { kid: 'key-of-nobody' }),
  headed('a key id that is a number', { kid: 1 }),
  headed('a key id that is an operator', { kid: { $ne: null } }),
  headed('a key id that is a path', { kid: '../../../../dev/null' }),
  headed('the key id of another key', { kid: 'key-webchat' }),
  token('a key of a stranger under a known id', (setting) =>
    signed(header(stranger), claimsOf(setting), stranger.privateKey),
  ),
  token('a key brought along in the header', (setting) =>
    signed(
      header(stranger, { kid: 'mine', jwk: stranger.publicKey.export({ format: 'jwk' }) }),
      claimsOf(setting),
      stranger.privateKey,
    ),
  ),
  token('an address of keys in the header', (setting) =>
    signed(header(stranger, { kid: 'mine', jku: 'http://127.0.0.1:9/keys' }), claimsOf(setting), stranger.privateKey),
  ),
  token('claims changed after signing', (setting) => {
    const [head, , signature] = goodToken(setting).split('.');
    return `${head}.${Buffer.from(JSON.stringify(claimsOf(setting, { sub: 'x' }))).toString('base64url')}.${signature}`;
  }),
  token('the signature of another token', (setting) => {
    const [head, body] = goodToken(setting).split('.');
    return `${head}.${body}.${goodToken(setting, { sub: 'x' }).split('.')[2]}`;
  }),
  token('a signature cut short', (setting) => goodToken(setting).slice(0, -20)),
  token('a hash for a signature', (setting) => {
    const [head, body] = goodToken(setting).split('.');
    return `${head}.${body}.${createHash('sha256').update(`${head}.${body}`).digest('base64url')}`;
  }),
  token('a key that names no endorsement', (setting) =>
    signed(header(keys.unendorsed), claimsOf(setting), keys.unendorsed.privateKey),
  ),
  token('a key with an empty list of endorsements', (setting) =>
    signed(header(keys.emptyEndorsed), claimsOf(setting), keys.emptyEndorsed.privateKey),
  ),
  token('a key endorsed for other channels', (setting) =>
    signed(header(keys.otherChannel), claimsOf(setting), keys.otherChannel.privateKey),
  ),
];

const claims: readonly Hostile[] = [
  claimed('expired an hour ago', ({ nowSeconds }) => ({ exp: nowSeconds - 3_600 })),
  claimed('expired just beyond what clocks may differ', ({ nowSeconds }) => ({ exp: nowSeconds - 310 })),
  claimed('no expiry', () => ({ exp: undefined })),
  claimed('an expiry that is a text', () => ({ exp: '9999999999' })),
  claimed('valid from tomorrow', ({ nowSeconds }) => ({ nbf: nowSeconds + 86_400 })),
  claimed('valid from ten minutes on', ({ nowSeconds }) => ({ nbf: nowSeconds + 600 })),
  claimed('the audience of another app', () => ({ aud: '33333333-3333-4333-8333-333333333333' })),
  claimed('no audience', () => ({ aud: undefined })),
  claimed('our audience among others', ({ appId }) => ({ aud: [appId, 'other'] })),
  claimed('the issuer of somebody', () => ({ iss: 'https://issuer.example.org' })),
  claimed('no issuer', () => ({ iss: undefined })),
  claimed('our issuer with a slash', () => ({ iss: 'https://api.botframework.com/' })),
  claimed('the emulator’s issuer, version 1', ({ appId }) => ({
    iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/',
    ver: '1.0',
    appid: appId,
  })),
  claimed('the emulator’s issuer, version 2', ({ appId }) => ({
    iss: 'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0',
    ver: '2.0',
    azp: appId,
  })),
  claimed('another bot’s token', () => ({
    iss: 'https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0',
    ver: '2.0',
    azp: '33333333-3333-4333-8333-333333333333',
  })),
  claimed('no service address', () => ({ serviceurl: undefined })),
  claimed('the service address of somebody', () => ({ serviceurl: 'https://smba.trafficmanager.net/amer/' })),
  claimed('our service address but for a slash', ({ serviceUrl }) => ({ serviceurl: serviceUrl.replace(/\/$/, '') })),
  token('claims that are no JSON', () => signed(header(keys.good), 'no json', keys.good.privateKey)),
  token('claims that are a list', () => signed(header(keys.good), '[]', keys.good.privateKey)),
];

const activities: readonly Hostile[] = [
  brought('another tenant', () => ({
    conversation: { id: 'a', conversationType: 'personal', tenantId: 'other' },
    channelData: {},
  })),
  brought('no tenant', () => ({ conversation: { id: 'a', conversationType: 'personal' }, channelData: {} })),
  brought('two tenants', () => ({ channelData: { tenant: { id: '44444444-4444-4444-8444-444444444444' } } })),
  brought('another channel', () => ({ channelId: 'webchat' })),
  brought('the emulator’s channel', () => ({ channelId: 'emulator' })),
  brought('the channel of Azure’s app service extension', () => ({ channelId: 'AseChannel' })),
  brought('Teams under another spelling', () => ({ channelId: 'MSTEAMS' })),
  { ...answeredAt('an empty service address', ''), status: 403 },
  answeredAt('a service address elsewhere', 'https://connector.example.org/'),
  answeredAt('a host that begins like Teams’', 'https://smba.trafficmanager.net.example.org/teams/'),
  answeredAt('a host that ends like Teams’', 'https://evil-smba.trafficmanager.net/teams/'),
  answeredAt('Teams’ host as a user name', 'https://smba.trafficmanager.net@example.org/teams/'),
  answeredAt('Teams’ host with a user name', 'https://user@smba.trafficmanager.net/teams/'),
  answeredAt('Teams’ host without TLS', 'http://smba.trafficmanager.net/teams/'),
  answeredAt('Teams’ host on another port', 'https://smba.trafficmanager.net:8443/teams/'),
  answeredAt('another port of this machine', 'http://127.0.0.1:9/teams/'),
  answeredAt('an address that is a file', 'file:///etc/passwd'),
  answeredAt('an address that is none', 'smba.trafficmanager.net'),
];

export const hostile: readonly Hostile[] = [...headers, ...signatures, ...claims, ...activities];
