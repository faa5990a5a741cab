// The data files that ship, as tests read them, and a small good definition to break in one place at a time.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDefinition } from '../../../services/process/definition/load';
import type { Definition } from '../../../services/process/definition/schema';

/** JSON that a test may change freely. */
export interface Loose {
  [key: string]: Loose;
  [at: number]: Loose;
}

const root = join(__dirname, '..', '..', '..', 'data');

export const shipped = ['ngc-2019', 'ngc-2021', 'simple-approval'] as const;
export type Shipped = (typeof shipped)[number];

export function dataFile(path: string): Loose {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as Loose;
}

/** A fresh copy of a shipped definition's file. */
export function definitionFile(name: Shipped): Loose {
  return dataFile(`definitions/${name}.json`);
}

/** A shipped definition as the rules read it. */
export function definitionOf(name: Shipped): Definition {
  const parsed = parseDefinition(definitionFile(name));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.definition;
}

/** A shipped file, changed; the faults that are told of it as `path: message`. */
export function faultsAfter(name: Shipped, change: (file: Loose) => void): readonly string[] {
  const file = definitionFile(name);
  change(file);
  const parsed = parseDefinition(file);
  return parsed.ok ? [] : parsed.faults.map(({ path, message }) => `${path}: ${message}`);
}

/** Puts a value at a path such as `steps[1].tasks[0].after`; `undefined` takes the key away. */
export function put(file: Loose, path: string, value: unknown): void {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Loose>((at, key) => at[key] ?? {}, file);
  if (value === undefined) Reflect.deleteProperty(holder, last);
  else Reflect.set(holder, last, value);
}

/** A change to a shipped file, and how the sentence about it begins. */
export type Case = readonly [name: string, file: Shipped, path: string, value: unknown, fault: string];

/** One test per case: among the faults of the changed file is the one expected. */
export function faultsTold(of: string, cases: readonly Case[]): void {
  describe(`faults of ${of}`, () => {
    test.each(cases)('%s is told', (_name, file, path, value, fault) => {
      const faults = faultsAfter(file, (definition) => put(definition, path, value));
      expect(faults.find((told) => told.startsWith(fault)) ?? faults).toEqual(expect.stringContaining(fault));
    });
  });
}
