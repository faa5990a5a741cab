// The Teams app manifest, version 1.25 (TEAMS.md §5), made from settings. Pure: writes nothing.
import { z } from 'zod';
import type { CommandList } from './texts';
import { commandLists, description, filing, finding, name, waiting } from './texts';

const guid = z
  .string()
  .trim()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'must be a GUID such as 00000000-0000-0000-0000-000000000000');
const optional = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .optional();
const address = z.url({ protocol: /^https$/, error: 'must be an https address' });

const settings = z.object({
  MicrosoftAppId: guid,
  /** The app in Teams; the bot's id where it has none of its own. */
  TEAMS_APP_ID: optional.pipe(guid.optional()),
  /** Where the bot is reached, without https://. */
  PUBLIC_HOST: z
    .string()
    .trim()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'must be a host name such as trinvis.example.dk, without https://'),
  DEVELOPER_NAME: z.string().trim().min(1, 'is missing').max(32),
  DEVELOPER_URL: address,
  PRIVACY_URL: address,
  TERMS_URL: address,
  /** Rights in a team that its owner grants by adding the app. */
  TEAM_CONSENT: z.enum(['full', 'none']).default('full'),
});

export type PackageSettings = z.infer<typeof settings>;

export type SettingsRead =
  | { readonly ok: true; readonly settings: PackageSettings }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Reads what the package needs from the environment; lists every fault at once. */
export function readPackageSettings(env: Readonly<Record<string, string | undefined>>): SettingsRead {
  const parsed = settings.safeParse(env, { error: (issue) => (issue.input === undefined ? 'is missing' : undefined) });
  return parsed.success
    ? { ok: true, settings: parsed.data }
    : { ok: false, faults: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) };
}

/**
 * Resource-specific consent (TEAMS.md §4). `ChannelMessage.Read.Group` is not among them: with it Teams would send the bot
 * everything people write in a channel.
 */
const teamPermissions: readonly string[] = [
  'ChannelSettings.Read.Group',
  'ChannelMember.Read.Group',
  'TeamMember.Read.Group',
  'Channel.Create.Group',
  'TeamsActivity.Send.Group',
];

/** The manifest in its default language, Danish. `version` is the product's, three numbers. */
export function manifestOf(given: PackageSettings, version: string): Readonly<Record<string, unknown>> {
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.25/MicrosoftTeams.schema.json',
    manifestVersion: '1.25',
    version,
    id: given.TEAMS_APP_ID ?? given.MicrosoftAppId,
    developer: {
      name: given.DEVELOPER_NAME,
      websiteUrl: given.DEVELOPER_URL,
      privacyUrl: given.PRIVACY_URL,
      termsOfUseUrl: given.TERMS_URL,
    },
    name: { short: name.short.da, full: name.full.da },
    description: { short: description.short.da, full: description.full.da },
    localizationInfo: {
      defaultLanguageTag: 'da',
      defaultLanguageFile: 'da.json',
      additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#0F4C5C',
    bots: [
      {
        botId: given.MicrosoftAppId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: commandLists.map(inDanish),
      },
    ],
    composeExtensions: [besideMessages(given)],
    activities: {
      activityTypes: [{ type: 'waits', description: waiting.description.da, templateText: waiting.template.da }],
    },
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [given.PUBLIC_HOST],
    webApplicationInfo: { id: given.MicrosoftAppId, resource: `api://botid-${given.MicrosoftAppId}` },
    ...(given.TEAM_CONSENT === 'none'
      ? {}
      : {
          authorization: {
            permissions: {
              resourceSpecific: teamPermissions.map((permission) => ({ name: permission, type: 'Application' })),
            },
          },
        }),
  };
}

/** Search beside a message being written, filing one that stands, and our own links shown as cards. */
function besideMessages({ MicrosoftAppId, PUBLIC_HOST }: PackageSettings): object {
  return {
    botId: MicrosoftAppId,
    commands: [
      {
        id: 'find',
        type: 'query',
        title: finding.title.da,
        description: finding.description.da,
        context: ['compose', 'commandBox'],
        initialRun: true,
        parameters: [{ name: 'query', title: finding.query.da, description: finding.queryTells.da, inputType: 'text' }],
      },
      {
        id: 'file',
        type: 'action',
        title: filing.title.da,
        description: filing.description.da,
        context: ['message'],
        fetchTask: true,
      },
    ],
    messageHandlers: [{ type: 'link', value: { domains: [PUBLIC_HOST] } }],
  };
}

function inDanish({ scopes, commands }: CommandList): object {
  return {
    scopes,
    commands: commands.map((command) => ({ title: command.title.da, description: command.description.da })),
  };
}

/** The words of one language under Teams' flat keys. */
export function localisationOf(language: 'da' | 'en'): Readonly<Record<string, string>> {
  const commands = commandLists.flatMap((list, listIndex) =>
    list.commands.flatMap((command, index) => {
      const key = `bots[0].commandLists[${listIndex}].commands[${index}]`;
      return [
        [`${key}.title`, command.title[language]],
        [`${key}.description`, command.description[language]],
      ];
    }),
  );
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.25/MicrosoftTeams.Localization.schema.json',
    'name.short': name.short[language],
    'name.full': name.full[language],
    'description.short': description.short[language],
    'description.full': description.full[language],
    ...Object.fromEntries(commands),
    'composeExtensions[0].commands[0].title': finding.title[language],
    'composeExtensions[0].commands[0].description': finding.description[language],
    'composeExtensions[0].commands[0].parameters[0].title': finding.query[language],
    'composeExtensions[0].commands[0].parameters[0].description': finding.queryTells[language],
    'composeExtensions[0].commands[1].title': filing.title[language],
    'composeExtensions[0].commands[1].description': filing.description[language],
    'activities.activityTypes[0].description': waiting.description[language],
    'activities.activityTypes[0].templateText': waiting.template[language],
  };
}
