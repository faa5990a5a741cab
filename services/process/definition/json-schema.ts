// The definition's form as a JSON Schema: for editors that help with writing one, and to tell which keys a place knows.
// Made from schema.ts, never written by hand.
import { z } from 'zod';
import type { PathPart } from './faults';
import { definitionSchema } from './schema';

/** A JSON Schema (draft 2020-12) of what may be written in a definition's file. */
export function definitionJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(definitionSchema, { io: 'input' });
}

/** Made once, when the first unknown key is met: a file with faults may hold many. */
let made: Node | undefined;

/** The keys that are known at a path of `json`, sorted as in the schema; none where the path leads outside the schema. */
export function knownKeys(parts: readonly PathPart[], json: unknown): readonly string[] {
  made ??= definitionJsonSchema();
  let schemas: readonly Node[] = [made];
  let value: unknown = json;
  for (const part of parts) {
    schemas = schemas.flatMap((schema) => branches(schema, value)).flatMap((schema) => childOf(schema, part));
    value = isObject(value) ? value[part] : undefined;
  }
  const keys = schemas
    .flatMap((schema) => branches(schema, value))
    .flatMap((schema) => Object.keys(properties(schema)));
  return [...new Set(keys)];
}

type Node = Readonly<Record<string, unknown>>;

/** The forms a value may have here; of tasks only the one of its `kind`. */
function branches(schema: Node, value: unknown): readonly Node[] {
  const forms = [schema['anyOf'], schema['oneOf']].find(Array.isArray);
  if (forms === undefined) return [schema];
  const nodes = forms.map(nodeOf);
  const kind = isObject(value) ? value['kind'] : undefined;
  const matching = nodes.filter((node) => nodeOf(properties(node)['kind'])['const'] === kind && kind !== undefined);
  return matching.length > 0 ? matching : nodes;
}

function childOf(schema: Node, part: PathPart): readonly Node[] {
  const child = typeof part === 'number' ? schema['items'] : properties(schema)[part];
  return child === undefined ? [] : [nodeOf(child)];
}

function properties(schema: Node): Node {
  return nodeOf(schema['properties']);
}

function nodeOf(value: unknown): Node {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is Record<PathPart, unknown> {
  return typeof value === 'object' && value !== null;
}
