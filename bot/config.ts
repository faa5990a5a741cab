// The environment, read once and checked whole: every fault is listed, none is guessed around. Knows no other part.
import { z } from 'zod';
import type { Credentials } from './identity';
import { guid, identityEnvironment, readCredentials } from './identity';
import type { Cloud } from './teams/cloud';
import type { GraphUses } from '../services/delivery/errands';
import { readUses, usesEnvironment, usesFaults } from './graph/uses';
import { cloudEnvironment, cloudFaults, graphUrlOf, readCloud } from './teams/cloud';

const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .optional();
const port = z.coerce.number().int().min(0).max(65_535);
/**
 * Nobody who uses cards comes near: a screen full of cards refreshes about twenty at a time, and a committee of sixty who
 * watch a card that changes every two seconds asks 1,800 times a minute. The sandbox has none: its minutes fly.
 */
const ratesInTeams: Rates = { perPerson: 300, perConversation: 6_000 };

const rate = z
  .string()
  .regex(/^\d{1,6}$/, 'must be a whole number of activities a minute, 0 for any number')
  .transform(Number)
  .optional();
const guidList = z
  .string()
  .default('')
  .transform((text) => text.split(/[\s,;]+/).filter((part) => part !== ''))
  .pipe(z.array(guid));

const environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: port.default(3978),
  HOST: optionalText,
  DATA_DIR: z.string().min(1).default('.data'),
  MONGODB_URI: z
    .string()
    .regex(/^(mongodb(\+srv)?:\/\/.+)?$/, 'must begin with mongodb:// or mongodb+srv://')
    .transform((text) => (text === '' ? undefined : text))
    .optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  ...identityEnvironment,
  ...cloudEnvironment,
  SECRETARIAT_OBJECT_IDS: guidList,
  TEAMS_APP_ID: optionalText.pipe(guid.optional()),
  GRAPH: z.enum(['auto', 'off']).default('auto'),
  ...usesEnvironment,
  LOCAL_TEAMS_PORT: port.default(3979),
  LOCAL_TEAMS_URL: optionalText.pipe(z.url('must be the address that the local Teams printed').optional()),
  SANDBOX_SEED: optionalText,
  /** The connector of Microsoft's Agents Playground on this machine, instead of the local Teams (docs/playground.md). */
  PLAYGROUND_URL: optionalText.pipe(
    z
      .string()
      .regex(/^http:\/\/(localhost|127\.0\.0\.1):\d+\/_connector$/, 'must be like http://localhost:56150/_connector')
      .optional(),
  ),
  /** Further definition files, besides those that ship. */
  DEFINITION_FILES: z
    .string()
    .default('')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    ),
  EXAMPLE_DATA: z.enum(['auto', 'off']).default('auto'),
  RATE_PER_PERSON: optionalText.pipe(rate),
  RATE_PER_CONVERSATION: optionalText.pipe(rate),
  PUBLIC_URL: optionalText.pipe(
    z
      .string()
      .regex(/^https:\/\/[^/\s]+\/?$/, 'must be https:// and the host that browsers reach the bot at, without a path')
      .optional(),
  ),
  METRICS_TOKEN: optionalText.pipe(z.string().min(16, 'must be 16 characters or more').optional()),
});

export interface Config {
  readonly production: boolean;
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly mongodbUri: string | undefined;
  readonly logLevel: string;
  readonly definitionFiles: readonly string[];
  /** Entra object ids of those who set up the first round; everything after is in the record. */
  readonly secretariat: readonly string[];
  /** In Teams with credentials; else on loopback with the local Teams. */
  readonly mode: TeamsMode | LocalMode;
  readonly rates: Rates;
  /** The bot's own address for browsers, without a closing slash: links to spreadsheets. Undefined: none are offered. */
  readonly publicUrl: string | undefined;
  /** What Graph is used for, where there is Graph. */
  readonly graphUses: GraphUses;
  /** Who may read `/metrics` from elsewhere than this machine says this as a bearer token; null: nobody. */
  readonly metricsToken: string | undefined;
}

export interface TeamsMode {
  readonly kind: 'teams';
  readonly credentials: Credentials;
  readonly cloud: Cloud;
  /** Where Microsoft Graph is asked; null: never. */
  readonly graphUrl: string | null;
  /** The app's id in its Teams manifest. */
  readonly manifestId: string;
}

/** Activities a minute, each; 0: as many as come. */
export interface Rates {
  readonly perPerson: number;
  readonly perConversation: number;
}

export interface LocalMode {
  readonly kind: 'local';
  readonly teamsPort: number;
  /** A local Teams that runs as a process of its own; else one is started here. */
  readonly teamsUrl: string | undefined;
  readonly exampleData: boolean;
  /** Microsoft's Agents Playground instead of a local Teams. */
  readonly playgroundUrl: string | undefined;
  /** Ids follow from it instead of from chance; undefined: random ids. */
  readonly seed: string | undefined;
}

export type ConfigResult =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly faults: readonly string[] };

/**
 * Reads the configuration from environment variables (names in `.env.example`).
 * Lists every fault at once: unreadable values, half-set credentials, local mode in production.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const parsed = environment.safeParse(env);
  if (parsed.success) {
    const faults = faultsBetween(parsed.data);
    return faults.length > 0 ? { ok: false, faults } : { ok: true, config: configOf(parsed.data) };
  }
  const unreadable = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  // What is wrong between the settings that can be read is told in the same breath.
  const others = Object.entries(env).filter(([key]) => !unreadable.has(key));
  const readable = environment.safeParse({ ...Object.fromEntries(others), ...standIns(unreadable) });
  const more = readable.success ? faultsBetween(readable.data) : [];
  return { ok: false, faults: [...faults, ...more.filter((fault) => !unreadable.has(fault.split(':')[0] ?? ''))] };
}

/** An id that cannot be read was meant to be set: what goes with it is missed all the same. */
function standIns(unreadable: ReadonlySet<string>): Readonly<Record<string, string>> {
  const ids = ['MicrosoftAppId', 'MicrosoftAppTenantId'].filter((name) => unreadable.has(name));
  return Object.fromEntries(ids.map((name) => [name, '00000000-0000-0000-0000-000000000000']));
}

type Values = z.infer<typeof environment>;

function faultsBetween(values: Values): readonly string[] {
  const credentials = readCredentials(values);
  const production = values.NODE_ENV === 'production';
  const faults = [
    ...credentials.faults,
    ...cloudFaults(values, production),
    ...usesFaults(values, values.GRAPH === 'off'),
  ];
  if (credentials.value === null && credentials.faults.length === 0 && production) {
    faults.push(
      'NODE_ENV=production needs app credentials (MicrosoftAppId, …): the local Teams is never started in production.',
    );
  }
  if (credentials.value !== null && values.LOCAL_TEAMS_URL !== undefined) {
    faults.push('LOCAL_TEAMS_URL: cannot be used together with app credentials.');
  }
  if (credentials.value !== null && values.SANDBOX_SEED !== undefined) {
    faults.push('SANDBOX_SEED: cannot be used together with app credentials, since its ids can be guessed.');
  }
  if (credentials.value !== null && values.PLAYGROUND_URL !== undefined) {
    faults.push('PLAYGROUND_URL: cannot be used together with app credentials.');
  }
  return faults;
}

function configOf(values: Values): Config {
  const credentials = readCredentials(values).value;
  return {
    production: values.NODE_ENV === 'production',
    host: credentials === null ? '127.0.0.1' : (values.HOST ?? '0.0.0.0'),
    port: values.PORT,
    dataDir: values.DATA_DIR,
    mongodbUri: values.MONGODB_URI,
    logLevel: values.LOG_LEVEL,
    definitionFiles: values.DEFINITION_FILES,
    secretariat: values.SECRETARIAT_OBJECT_IDS,
    mode:
      credentials === null
        ? {
            kind: 'local',
            teamsPort: values.LOCAL_TEAMS_PORT,
            teamsUrl: values.LOCAL_TEAMS_URL,
            exampleData: values.EXAMPLE_DATA === 'auto',
            playgroundUrl: values.PLAYGROUND_URL,
            seed: values.SANDBOX_SEED,
          }
        : {
            kind: 'teams',
            credentials,
            cloud: readCloud(values, credentials.tenantId),
            graphUrl: values.GRAPH === 'off' ? null : graphUrlOf(values),
            manifestId: values.TEAMS_APP_ID ?? credentials.appId,
          },
    rates: {
      perPerson: values.RATE_PER_PERSON ?? (credentials === null ? 0 : ratesInTeams.perPerson),
      perConversation: values.RATE_PER_CONVERSATION ?? (credentials === null ? 0 : ratesInTeams.perConversation),
    },
    publicUrl: values.PUBLIC_URL?.replace(/\/$/, ''),
    graphUses: readUses(values),
    metricsToken: values.METRICS_TOKEN,
  };
}
