// The package that is uploaded to Teams: manifest, words, icons, in one zip. The same settings give the same bytes.
import { strToU8, zipSync } from 'fflate';
import { colourIcon, outlineIcon } from './icons';
import type { PackageSettings } from './manifest';
import { localisationOf, manifestOf } from './manifest';

/** The oldest time a zip can hold: what is inside says nothing about when it was made. */
const fileTime = new Date('1980-01-01T12:00:00');

export interface AppPackage {
  readonly manifest: Readonly<Record<string, unknown>>;
  readonly zip: Uint8Array;
}

export function appPackage(settings: PackageSettings, version: string): AppPackage {
  const manifest = manifestOf(settings, version);
  const files = {
    'manifest.json': json(manifest),
    'da.json': json(localisationOf('da')),
    'en.json': json(localisationOf('en')),
    'color.png': colourIcon(),
    'outline.png': outlineIcon(),
  };
  return { manifest, zip: zipSync(files, { level: 9, mtime: fileTime }) };
}

function json(value: unknown): Uint8Array {
  return strToU8(`${JSON.stringify(value, null, 2)}\n`);
}
