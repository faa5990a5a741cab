// The environment, read once and checked whole: every fault is listed, none is guessed around. Knows no other part.
import { z } from 'zod';

const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .optional();
const port = z.coerce.number().int().min(0).max(65_535);
const guid = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be a GUID such as 00000000-0000-0000-0000-000000000000');
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
  MicrosoftAppType: z.enum(['SingleTenant', 'UserAssignedMsi', '']).default(''),
  MicrosoftAppId: optionalText.pipe(guid.optional()),
  MicrosoftAppPassword: optionalText,
  MicrosoftAppTenantId: optionalText.pipe(guid.optional()),
  SECRETARIAT_OBJECT_IDS: guidList,
  LOCAL_TEAMS_PORT: port.default(3979),
  LOCAL_TEAMS_URL: optionalText.pipe(z.url('must be the address that the local Teams printed').optional()),
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
});

/** Credentials of the bot's app registration, whole or not at all. */
export interface Credentials {
  readonly appId: string;
  readonly tenantId: string;
  readonly type: 'SingleTenant' | 'UserAssignedMsi';
  /** Absent with a managed identity. */
  readonly password: string | undefined;
}

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
  readonly mode: { readonly kind: 'teams'; readonly credentials: Credentials } | LocalMode;
}

export interface LocalMode {
  readonly kind: 'local';
  readonly teamsPort: number;
  /** A local Teams that runs as a process of its own; else one is started here. */
  readonly teamsUrl: string | undefined;
  readonly exampleData: boolean;
}

export type ConfigResult =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly faults: readonly string[] };

/**
 * Reads the configuration from environment variables (names in `.env.example`).
 * Lists every fault at once: unreadable values, half-set credentials, local mode in production.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ConfigResult {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    return { ok: false, faults: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
  }
  const values = parsed.data;
  const credentials = readCredentials(values);
  const faults = [...credentials.faults];
  if (credentials.value === null && credentials.faults.length === 0 && values.NODE_ENV === 'production') {
    faults.push(
      'NODE_ENV=production needs app credentials (MicrosoftAppId, …): the local Teams is never started in production.',
    );
  }
  if (credentials.value !== null && values.LOCAL_TEAMS_URL !== undefined) {
    faults.push('LOCAL_TEAMS_URL: cannot be used together with app credentials.');
  }
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, config: configOf(values, credentials.value) };
}

type Values = z.infer<typeof environment>;

function configOf(values: Values, credentials: Credentials | null): Config {
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
          }
        : { kind: 'teams', credentials },
  };
}

/** Half-set credentials stop the start: a bot that silently answered without them would answer anyone (DESIGN.md §8). */
function readCredentials(values: Values): { readonly value: Credentials | null; readonly faults: readonly string[] } {
  const { MicrosoftAppId: appId, MicrosoftAppPassword: password, MicrosoftAppTenantId: tenantId } = values;
  const type = values.MicrosoftAppType === '' ? 'SingleTenant' : values.MicrosoftAppType;
  if (appId === undefined && password === undefined && tenantId === undefined && values.MicrosoftAppType === '') {
    return { value: null, faults: [] };
  }
  const faults: string[] = [];
  if (appId === undefined) faults.push('MicrosoftAppId: is missing although other app credentials are set.');
  if (tenantId === undefined) faults.push('MicrosoftAppTenantId: is missing although other app credentials are set.');
  if (type === 'SingleTenant' && password === undefined) {
    faults.push('MicrosoftAppPassword: is missing although other app credentials are set.');
  }
  if (appId === undefined || tenantId === undefined || faults.length > 0) return { value: null, faults };
  return { value: { appId, tenantId, type, password }, faults: [] };
}
