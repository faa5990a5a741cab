// Reads the definitions a round can be started with: those that ship and those the operator named. Every fault is listed.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Definition } from '../services/process/definition/schema';
import { parseDefinition } from '../services/process/definition/load';

export type DefinitionsResult =
  | { readonly ok: true; readonly definitions: ReadonlyMap<string, Definition> }
  | { readonly ok: false; readonly faults: readonly string[] };

/** `folder` holds the shipped files; a file of the operator's with the same name takes the shipped one's place. */
export function readDefinitions(folder: string, files: readonly string[]): DefinitionsResult {
  const shipped = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name));
  const definitions = new Map<string, Definition>();
  const faults: string[] = [];
  for (const path of [...shipped, ...files]) {
    const read = readOne(path);
    if (read.ok) definitions.set(read.definition.name, read.definition);
    else faults.push(...read.faults);
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, definitions };
}

function readOne(
  path: string,
): { readonly ok: true; readonly definition: Definition } | { readonly ok: false; readonly faults: readonly string[] } {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    return {
      ok: false,
      faults: [`${path}: cannot be read as JSON (${error instanceof Error ? error.message : 'unknown'})`],
    };
  }
  const parsed = parseDefinition(json);
  if (parsed.ok) return parsed;
  return { ok: false, faults: parsed.faults.map((fault) => `${path}: ${fault.path}: ${fault.message}`) };
}
