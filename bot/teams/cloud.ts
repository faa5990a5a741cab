// Which cloud the bot speaks to: Bot Framework's standard settings, whole. Setting one of them makes botbuilder drop its
// defaults of all others (TEAMS.md §3), so the rest is filled in here. Pure; asks no network.
import { z } from 'zod';

const optionalUrl = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .pipe(z.url({ protocol: /^https?$/, error: 'must be an http(s) address' }).optional())
  .optional();

/** Bot Framework's own names; `TEAMS_SERVICE_URL` and `GRAPH_URL` are ours. */
export const cloudEnvironment = {
  ChannelService: z.enum(['', 'https://botframework.azure.us']).default(''),
  ValidateAuthority: z.enum(['true', 'false']).default('true'),
  ToChannelFromBotLoginUrl: optionalUrl,
  ToChannelFromBotOAuthScope: optionalUrl,
  ToBotFromChannelTokenIssuer: optionalUrl,
  ToBotFromChannelOpenIdMetadataUrl: optionalUrl,
  ToBotFromEmulatorOpenIdMetadataUrl: optionalUrl,
  /** Older names of two of them. */
  BotOpenIdMetadata: optionalUrl,
  OAuthApiEndpoint: optionalUrl,
  OAuthUrl: optionalUrl,
  CallerId: z.string().trim().default(''),
  TEAMS_SERVICE_URL: optionalUrl,
  GRAPH_URL: optionalUrl,
};

const cloudSettings = z.object(cloudEnvironment);
export type CloudValues = z.infer<typeof cloudSettings>;

/** What the adapter is made with, and where it may answer. */
export interface Cloud {
  readonly validateAuthority: boolean;
  readonly loginUrl: string;
  readonly oauthScope: string;
  readonly tokenIssuer: string;
  readonly metadataUrl: string;
  readonly emulatorMetadataUrl: string;
  readonly oauthUrl: string;
  readonly callerId: string;
  /** Where a first message to somebody is taken when no conversation has told us better. */
  readonly serviceUrl: string;
  /** Hosts (with port where it is not the usual one) of service addresses that are answered. */
  readonly serviceHosts: ReadonlySet<string>;
}

/** Teams' connectors in the public and the sovereign clouds, as Microsoft's Agents SDK lists them. */
const teamsHosts: readonly string[] = [
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
];

const publicCloud = {
  login: 'https://login.microsoftonline.com/',
  scope: 'https://api.botframework.com',
  metadata: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
  emulatorMetadata: 'https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration',
  oauth: 'https://api.botframework.com',
  callerId: 'urn:botframework:azure',
  serviceUrl: 'https://smba.trafficmanager.net/teams/',
};

const governmentCloud: typeof publicCloud = {
  login: 'https://login.microsoftonline.us/',
  scope: 'https://api.botframework.us',
  metadata: 'https://login.botframework.azure.us/v1/.well-known/openidconfiguration',
  emulatorMetadata:
    'https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0/.well-known/openid-configuration',
  oauth: 'https://api.botframework.azure.us',
  callerId: 'urn:botframework:azureusgov',
  serviceUrl: 'https://smba.infra.gov.teams.microsoft.us/teams',
};

/** Fills the defaults of the chosen cloud around what is set. The login address of a single tenant is its own. */
export function readCloud(values: CloudValues, tenantId: string): Cloud {
  const base = values.ChannelService === '' ? publicCloud : governmentCloud;
  const serviceUrl = values.TEAMS_SERVICE_URL ?? base.serviceUrl;
  return {
    validateAuthority: values.ValidateAuthority === 'true',
    loginUrl: values.ToChannelFromBotLoginUrl ?? `${base.login}${tenantId}`,
    oauthScope: values.ToChannelFromBotOAuthScope ?? base.scope,
    tokenIssuer: values.ToBotFromChannelTokenIssuer ?? base.scope,
    metadataUrl: values.ToBotFromChannelOpenIdMetadataUrl ?? values.BotOpenIdMetadata ?? base.metadata,
    emulatorMetadataUrl: values.ToBotFromEmulatorOpenIdMetadataUrl ?? base.emulatorMetadata,
    oauthUrl: values.OAuthUrl ?? values.OAuthApiEndpoint ?? base.oauth,
    callerId: values.CallerId === '' ? base.callerId : values.CallerId,
    serviceUrl,
    serviceHosts: new Set([...teamsHosts, new URL(serviceUrl).host]),
  };
}

/** Where Microsoft Graph is in the chosen cloud, without a slash at its end. */
export function graphUrlOf(values: CloudValues): string {
  const usual = values.ChannelService === '' ? 'https://graph.microsoft.com' : 'https://graph.microsoft.us';
  return (values.GRAPH_URL ?? usual).replace(/\/+$/, '');
}

/** Addresses without TLS carry tokens in the clear: only to this machine, and never in production. */
export function cloudFaults(values: CloudValues, production: boolean): readonly string[] {
  return Object.entries(cloudSettings.parse(values)).flatMap(([name, value]) => {
    if (value === undefined || !value.startsWith('http:')) return [];
    const { hostname } = new URL(value);
    const loopback = hostname === '127.0.0.1' || hostname === 'localhost' || hostname === '[::1]';
    return loopback && !production ? [] : [`${name}: must be an https address.`];
  });
}

/** Whether an activity may say that it is answered there: an exact host of ours, by https (http to this machine). */
export function mayAnswerTo(cloud: Cloud, serviceUrl: string): boolean {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, host, username, password } = new URL(serviceUrl);
  if (username !== '' || password !== '' || !cloud.serviceHosts.has(host)) return false;
  return protocol === 'https:' || (protocol === 'http:' && serviceUrl.startsWith(new URL(cloud.serviceUrl).origin));
}
