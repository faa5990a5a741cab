// The Teams package: valid by Microsoft's schema, whole in both languages, and offering only words the bot answers.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { PNG } from 'pngjs';
import { appPackage } from '../../manifest/appPackage';
import type { PackageSettings } from '../../manifest/manifest';
import { localisationOf, readPackageSettings } from '../../manifest/manifest';
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

/** Microsoft's own check, in a process of its own: its package is half in modules, which jest does not load on Node 20. */
function faultsOf(manifest: unknown): unknown {
  const check =
    "const { AppManifestUtils } = require('@microsoft/app-manifest');" +
    'AppManifestUtils.validateAgainstSchema(JSON.parse(process.argv[1])).then((faults) => console.log(JSON.stringify(faults)));';
  const said = execFileSync(process.execPath, ['-e', check, JSON.stringify(manifest)], {
    cwd: __dirname,
    encoding: 'utf8',
  });
  return JSON.parse(said);
}

const schemas = join(require.resolve('@microsoft/app-manifest'), '../json-schemas/teams/v1.25');

test.each([{}, { TEAM_CONSENT: 'none' }, { TEAMS_APP_ID: '33333333-3333-4333-8333-333333333333' }])(
  'the manifest is valid by the official schema: %j',
  (more) => {
    const { manifest } = appPackage(settings(more), '1.2.3');
    expect(faultsOf(manifest)).toEqual([]);
  },
);

test('a manifest that is not valid is told apart', () => {
  const { manifest } = appPackage({ ...settings(), MicrosoftAppId: 'no id' }, '1.2.3');
  expect(faultsOf(manifest)).not.toEqual([]);
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
  const files = unzipSync(appPackage(settings(), '1.2.3').zip);
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
  const files = unzipSync(appPackage(settings(), '1.2.3').zip);
  const outline = PNG.sync.read(Buffer.from(files['outline.png'] ?? [])).data;
  const colour = PNG.sync.read(Buffer.from(files['color.png'] ?? [])).data;
  const alphas = new Set<number>();
  for (let at = 0; at < outline.length; at += 4) {
    expect([outline[at], outline[at + 1], outline[at + 2]]).toEqual([255, 255, 255]);
    alphas.add(outline[at + 3] ?? -1);
  }
  expect(alphas.has(0) && alphas.has(255)).toBe(true);
  for (let at = 3; at < colour.length; at += 4) expect(colour[at]).toBe(255);
});

test('the same settings give the same bytes', () => {
  expect(
    Buffer.from(appPackage(settings(), '1.2.3').zip).equals(Buffer.from(appPackage(settings(), '1.2.3').zip)),
  ).toBe(true);
});

test('every missing or wrong setting is told', () => {
  const read = readPackageSettings({ ...env, PUBLIC_HOST: 'https://x', PRIVACY_URL: 'http://x', DEVELOPER_NAME: '' });
  expect(read.ok ? [] : read.faults.map((fault) => fault.split(':')[0])).toEqual([
    'PUBLIC_HOST',
    'DEVELOPER_NAME',
    'PRIVACY_URL',
  ]);
});
