// Owns `npm run package`: writes dist/trinvis.zip for Teams from the environment, checked against Microsoft's own schema.
// Exit code 1, and no file, when a setting is missing or the manifest is not valid.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TeamsManifest } from '@microsoft/app-manifest';
import { AppManifestUtils } from '@microsoft/app-manifest';
import { config } from 'dotenv';
import { packageRoot } from '../bot/packageRoot';
import { appPackage } from '../manifest/appPackage';
import { readPackageSettings } from '../manifest/manifest';

async function main(): Promise<number> {
  config({ quiet: true });
  const read = readPackageSettings(process.env);
  if (!read.ok) return refuse('These settings of the package are missing or wrong (.env.example):', read.faults);
  const root = packageRoot();
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  const { manifest, zip } = appPackage(read.settings, version);
  const faults = await AppManifestUtils.validateAgainstSchema(manifest as unknown as TeamsManifest);
  if (faults.length > 0) return refuse('The manifest is not valid:', faults);
  const target = process.argv[2] ?? join(root, 'dist', 'trinvis.zip');
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, zip);
  console.log(`${target}: ${zip.length} bytes, valid against manifest 1.25`);
  return 0;
}

function refuse(headline: string, faults: readonly string[]): number {
  console.error(`${headline}\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  return 1;
}

async function run(): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}

void run();
