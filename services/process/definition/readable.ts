// What can still be read of a file whose shape has faults, so that the other checks can be made in the same go.
// Only faults that no other check leans on are set aside; with any other the checks would tell of faults that are none.
import type { z } from 'zod';
import { definitionSchema, type Definition } from './schema';

type Issue = z.core.$ZodIssue;

/** Texts that people read and that no check looks at. */
const spoken: ReadonlySet<PropertyKey> = new Set(['da', 'en', 'source', 'note']);
/** Parts that have defaults, and that no check of another part looks at. */
const apart: ReadonlySet<PropertyKey> = new Set(['reminders', 'calendar']);

/**
 * The definition as it would be without unknown keys and with its faulty texts filled in; null when that is not enough.
 * Never to be run: only to be checked.
 */
export function readable(json: unknown, issues: readonly Issue[]): Definition | null {
  if (!issues.every(canBeSetAside)) return null;
  const copy = structuredClone(json);
  for (const issue of issues) setAside(copy, issue);
  const parsed = definitionSchema.safeParse(copy);
  return parsed.success ? parsed.data : null;
}

function canBeSetAside(issue: Issue): boolean {
  return (
    issue.code === 'unrecognized_keys' ||
    spoken.has(issue.path.at(-1) ?? '') ||
    issue.path.some((part) => apart.has(part))
  );
}

function setAside(root: unknown, issue: Issue): void {
  const part = issue.path.findIndex((key) => apart.has(key));
  if (part >= 0) return remove(root, issue.path.slice(0, part), issue.path[part] ?? '');
  if (issue.code === 'unrecognized_keys') return issue.keys.forEach((key) => remove(root, issue.path, key));
  const holder = containerAt(root, issue.path.slice(0, -1));
  if (holder !== null) Reflect.set(holder, issue.path.at(-1) ?? '', '-');
}

function remove(root: unknown, path: readonly PropertyKey[], key: PropertyKey): void {
  const holder = containerAt(root, path);
  if (holder !== null) Reflect.deleteProperty(holder, key);
}

function containerAt(root: unknown, path: readonly PropertyKey[]): object | null {
  let value: unknown = root;
  for (const part of path) value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : null;
  return typeof value === 'object' ? value : null;
}
