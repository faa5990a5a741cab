// The Teams package: valid by Microsoft's schema, whole in both languages, and offering only words the bot answers.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { appPackage } from '../../manifest/appPackage';
import type { PackageSettings } from '../../manifest/manifest';
import { localisationOf, manifestOf, readPackageSettings } from '../../manifest/manifest';
import { commandLists } from '../../manifest/texts';

const env = {
  MicrosoftAppId: '11111111-1111-4111-8111-111111111111',
  PUBLIC_HOST: 'trinvis.example.dk',
  DEVELOPER_NAME: 'Eksempel',
  DEVELOPER_URL: 'https://example.dk',
  PRIVACY_URL: 'https://example.dk/privatliv',
  TERMS_URL: 'https://example.dk/vilkaar',
};

function settings(more: Readonly<Record<string, string>> = {}): PackageSettings {
  const read = readPackageSettings({ ...env, ...more });
  if (!read.ok) throw new Error(read.faults.join('\n'));
  return read.settings;
}

/**
 * Microsoft's own check of several manifests, in a process of its own: its package is half in modules, which jest does not
 * load on Node 20.
 */
function faultsOf(manifests: readonly unknown[]): readonly (readonly unknown[])[] {
  const check =
    "const { AppManifestUtils } = require('@microsoft/app-manifest');" +
    'const checks = JSON.parse(process.argv[1]).map((one) => AppManifestUtils.validateAgainstSchema(one));' +
    'Promise.all(checks).then((faults) => console.log(JSON.stringify(faults)));';
  const said = execFileSync(process.execPath, ['-e', check, JSON.stringify(manifests)], {
    cwd: __dirname,
    encoding: 'utf8',
  });
  return JSON.parse(said) as readonly (readonly unknown[])[];
}

const schemas = join(require.resolve('@microsoft/app-manifest'), '../json-schemas/teams/v1.25');

/** Drawing and packing the icons takes its time: once for all tests. */
const { zip } = appPackage(settings(), '1.2.3');

test('the manifest is valid by the official schema, with each choice; one that is not is told apart', () => {
  const choices = [{}, { TEAM_CONSENT: 'none' }, { TEAMS_APP_ID: '33333333-3333-4333-8333-333333333333' }];
  const valid = choices.map((more) => manifestOf(settings(more), '1.2.3'));
  const wrong = manifestOf({ ...settings(), MicrosoftAppId: 'no id' }, '1.2.3');
  const faults = faultsOf([...valid, wrong]);
  expect(faults.slice(0, -1)).toEqual([[], [], []]);
  expect(faults.at(-1)).not.toEqual([]);
});

test.each(['da', 'en'] as const)(
  'the words in %s fit their places by the official schema, and every key is there',
  (language) => {
    const schema = JSON.parse(readFileSync(join(schemas, 'MicrosoftTeams.Localization.schema.json'), 'utf8')) as {
      readonly properties: Readonly<Record<string, { readonly maxLength?: number }>>;
      readonly patternProperties: Readonly<Record<string, { readonly maxLength?: number }>>;
    };
    const words = localisationOf(language);
    for (const [key, text] of Object.entries(words)) {
      const pattern = Object.keys(schema.patternProperties).find((one) => new RegExp(one).test(key));
      const place = schema.properties[key] ?? (pattern === undefined ? undefined : schema.patternProperties[pattern]);
      expect([key, place === undefined]).toEqual([key, false]);
      expect(text.length).toBeGreaterThan(0);
      expect(text.length).toBeLessThanOrEqual(place?.maxLength ?? Infinity);
    }
    expect(Object.keys(words)).toEqual(Object.keys(localisationOf('da')));
  },
);

test('every command is a word that the bot answers, in both languages', () => {
  const chat = readFileSync(join(__dirname, '../../bot/answers/chat.ts'), 'utf8');
  for (const { commands } of commandLists) {
    expect(commands.length).toBeLessThanOrEqual(12);
    for (const { title } of commands) for (const word of [title.da, title.en]) expect(chat).toContain(`'${word}'`);
  }
});

test('the zip holds what the manifest names, and icons of the sizes Teams asks for', () => {
  const files = unzipSync(zip);
  expect(Object.keys(files).sort()).toEqual(['color.png', 'da.json', 'en.json', 'manifest.json', 'outline.png']);
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as {
    readonly validDomains: unknown;
  };
  expect(manifest.validDomains).toEqual(['trinvis.example.dk']);
  const colour = PNG.sync.read(Buffer.from(files['color.png'] ?? []));
  const outline = PNG.sync.read(Buffer.from(files['outline.png'] ?? []));
  expect([colour.width, colour.height, outline.width, outline.height]).toEqual([192, 192, 32, 32]);
});

test('the outline is white on nothing, and the colour icon has no hole', () => {
  const files = unzipSync(zip);
  const outline = PNG.sync.read(Buffer.from(files['outline.png'] ?? [])).data;
  const colour = PNG.sync.read(Buffer.from(files['color.png'] ?? [])).data;
  const alphas = new Set<number>();
  const colours = new Set<string>();
  for (let at = 0; at < outline.length; at += 4) {
    colours.add(outline.subarray(at, at + 3).join());
    alphas.add(outline[at + 3] ?? -1);
  }
  expect([...colours]).toEqual(['255,255,255']);
  expect(alphas.has(0) && alphas.has(255)).toBe(true);
  expect(colour.filter((_, at) => at % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
});

test('the same settings give the same bytes', () => {
  expect(Buffer.from(appPackage(settings(), '1.2.3').zip).equals(Buffer.from(zip))).toBe(true);
});

test('every missing or wrong setting is told', () => {
  const read = readPackageSettings({ ...env, PUBLIC_HOST: 'https://x', PRIVACY_URL: 'http://x', DEVELOPER_NAME: '' });
  expect(read.ok ? [] : read.faults.map((fault) => fault.split(':')[0])).toEqual([
    'PUBLIC_HOST',
    'DEVELOPER_NAME',
    'PRIVACY_URL',
  ]);
});
