// From JSON that somebody wrote to a definition that can run, or to the whole list of what is wrong with it.
// Reads no file and makes no hash: the shell does.
import { checkDefinition } from './check';
import type { Fault } from './faults';
import { readable } from './readable';
import { definitionSchema, type Definition } from './schema';
import { shapeFaults } from './shape';

export type ParsedDefinition =
  { readonly ok: true; readonly definition: Definition } | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Reads a process definition (docs/definitions.md): its shape, then whether its parts fit together.
 * Every fault is told at once, as far as the shape can be read; nothing is thrown.
 */
export function parseDefinition(json: unknown): ParsedDefinition {
  const parsed = definitionSchema.safeParse(json);
  if (parsed.success) {
    const faults = checkDefinition(parsed.data);
    return faults.length === 0 ? { ok: true, definition: parsed.data } : { ok: false, faults };
  }
  const shape = shapeFaults(parsed.error.issues, json);
  const rest = readable(json, parsed.error.issues);
  return { ok: false, faults: rest === null ? shape : [...shape, ...checkDefinition(rest)] };
}
