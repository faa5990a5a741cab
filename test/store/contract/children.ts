// Starts writers (child.ts) as processes of their own, and hears which notes were acknowledged to them.
// They run the compiled product; a test never leaves one running.
import { transformFileSync } from '@swc/core';
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiledProduct } from '../../support/compiled';

export interface ChildTask {
  readonly uri?: string;
  readonly dataDir: string;
  readonly stream: string;
  readonly prefix: string;
  readonly count: number;
}

export interface Child {
  /** Notes acknowledged so far. */
  acknowledged(): readonly string[];
  /** Resolves when that many have been acknowledged, or the process has ended. */
  reached(count: number): Promise<void>;
  kill(): void;
  readonly exit: Promise<number | null>;
}

export function runChild(task: ChildTask): Child {
  const child = spawn(process.execPath, [compiledChild(), JSON.stringify(task)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve));
  const acknowledged = (): readonly string[] => output.split('\n').slice(0, -1);
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  return {
    acknowledged,
    exit,
    kill: () => child.kill('SIGKILL'),
    reached: async (count) => {
      const enough = new Promise<void>((resolve) => {
        child.stdout.on('data', () => {
          if (acknowledged().length >= count) resolve();
        });
      });
      await Promise.race([enough, exit]);
    },
  };
}

/** child.ts beside the compiled product, where its imports lead to it. */
function compiledChild(): string {
  const folder = join(compiledProduct(), 'test/store/contract');
  mkdirSync(folder, { recursive: true });
  for (const name of ['child', 'counter']) {
    const { code } = transformFileSync(join(__dirname, `${name}.ts`), {
      module: { type: 'commonjs' },
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022', keepClassNames: true },
    });
    writeFileSync(join(folder, `${name}.js`), code);
  }
  return join(folder, 'child.js');
}
