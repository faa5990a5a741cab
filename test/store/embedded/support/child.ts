/**
 * The real `scripts/database.ts` as a process of its own, to be killed. Owns its compilation (once per test file), its
 * start and its end; no process outlives the test.
 */
import { transformFileSync } from '@swc/core';
import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';

const ROOT = resolve(__dirname, '../../../..');

/** Compiles the script and what it imports into a folder, and returns the script's path there. */
export function compileDatabaseScript(): { readonly script: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'trinvis-build-'));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  const embedded = 'services/store/embedded';
  const sources = readdirSync(join(ROOT, embedded), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(embedded, file));
  for (const source of [...sources, 'scripts/database.ts']) {
    const target = join(folder, source.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    const jsc = { parser: { syntax: 'typescript' }, target: 'es2022' } as const;
    writeFileSync(target, transformFileSync(join(ROOT, source), { module: { type: 'commonjs' }, jsc }).code);
  }
  return {
    script: join(folder, 'scripts/database.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export interface Child {
  readonly process: ChildProcess;
  /** The printed URI, or everything said on stderr when it ended without one. */
  readonly outcome: Promise<{ readonly uri: string } | { readonly failure: string; readonly code: number | null }>;
  /** Ends it with a signal and waits; the exit code, null when the signal itself ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts it as `node script args`. */
export function startChild(script: string, args: readonly string[]): Child {
  return watch(spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] }));
}

/** The same, in a shell that lets no file grow beyond so many blocks: a disk that is full without being filled. */
export function startLimitedChild(script: string, args: readonly string[], blocksMax: number): Child {
  const limited = ['-c', `ulimit -f ${blocksMax}; exec "$0" "$@"`, process.execPath, script, ...args];
  return watch(spawn('sh', limited, { stdio: ['ignore', 'pipe', 'pipe'] }));
}

function watch(child: ChildProcessByStdio<null, Readable, Readable>): Child {
  const exited = new Promise<number | null>((done) => {
    child.once('exit', (code) => done(code));
  });
  let said = '';
  let complained = '';
  child.stderr.on('data', (chunk: Buffer) => {
    complained += chunk.toString();
  });
  const outcome: Child['outcome'] = new Promise((done) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('\n')) done({ uri: said.trim() });
    });
    child.once('close', (code) => done({ failure: complained, code }));
  });
  return {
    process: child,
    outcome,
    end: async (signal) => {
      child.kill(signal);
      return exited;
    },
  };
}

export async function uriOf(child: Child): Promise<string> {
  const outcome = await child.outcome;
  if ('uri' in outcome) return outcome.uri;
  throw new Error(`the database did not start: ${outcome.failure}`);
}
