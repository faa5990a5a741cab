// Owns the compiled product for tests that start it as processes of their own: built once for each state of the source.
// Must not check types (the compiler does): like jest, it only strips them.

import { transformFileSync } from '@swc/core';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(__dirname, '../..');
const FOLDERS = ['bot', 'cards', 'services', 'scripts', 'bench'];
// Builds of older sources may still run in a test beside this one; after an hour none does.
const KEEP_MS = 3_600_000;

function sources(folder: string): readonly string[] {
  const path = join(ROOT, folder);
  if (!existsSync(path)) {
    return [];
  }
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function compile(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  if (from.endsWith('.json')) {
    cpSync(from, to);
    return;
  }
  const { code } = transformFileSync(from, {
    sourceMaps: 'inline',
    module: { type: 'commonjs' },
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022', keepClassNames: true },
  });
  writeFileSync(to.replace(/\.ts$/, '.js'), code);
}

function sweep(folder: string, keep: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (path !== keep && Date.now() - statSync(path).mtimeMs > KEEP_MS) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

/**
 * The folder of the compiled product: `join(compiledProduct(), 'scripts/teams.js')`. Several workers may build at once:
 * each builds aside and the first to finish gives its folder the name.
 */
export function compiledProduct(): string {
  const files = FOLDERS.flatMap(sources);
  const stamp = createHash('sha256');
  files.forEach((file) => stamp.update(`${file} ${statSync(file).mtimeMs} ${statSync(file).size}\n`));
  const builds = join(ROOT, 'dist/test-builds');
  const build = join(builds, stamp.digest('hex').slice(0, 16));
  if (existsSync(build)) {
    return build;
  }
  const draft = `${build}.${process.pid}`;
  files.forEach((file) => compile(file, join(draft, relative(ROOT, file))));
  try {
    renameSync(draft, build);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(build)) {
      throw error;
    }
  }
  sweep(builds, build);
  return build;
}
