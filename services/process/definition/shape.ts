// Faults of shape: what zod found, said in sentences.
// Must not know what a definition means; check.ts does.
import type { z } from 'zod';
import { hint, listed, pathText, some, type Fault, type PathPart } from './faults';
import { knownKeys } from './json-schema';

type Issue = z.core.$ZodIssue;

/** Names of values as people say them who do not write programs every day. */
const typeNames: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list in [ ]',
  tuple: 'a list in [ ]',
  object: 'an object in { }',
};

/** The issues of the schema as faults, in the order of the file. `json` is what was read. */
export function shapeFaults(issues: readonly Issue[], json: unknown): readonly Fault[] {
  return issues.flatMap((issue) => faultsOf(issue, [], json));
}

function faultsOf(issue: Issue, prefix: readonly PathPart[], json: unknown): readonly Fault[] {
  const parts = [...prefix, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, parts, json));
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return nearestBranch(issue.errors, parts, json);
  return [{ path: pathText(parts), message: sentence(issue, valueAt(json, parts)) }];
}

function unknownKey(key: string, parts: readonly PathPart[], json: unknown): Fault {
  const known = knownKeys(parts, json);
  const allowed = known.length === 0 ? '' : ` Known here: ${some(known, 'and', 20)}.`;
  const message = `"${key}" is not known here.${hint(key, known)}${allowed}`;
  return { path: pathText([...parts, key]), message };
}

/** For "one of several forms" the faults of the form that comes nearest, so that a slip is named and not the whole. */
function nearestBranch(
  branches: readonly (readonly Issue[])[],
  parts: readonly PathPart[],
  json: unknown,
): readonly Fault[] {
  const weight = (branch: readonly Issue[]): number =>
    branch.reduce((sum, issue) => sum + (issue.path.length === 0 ? 2 : 1), 0);
  const nearest = [...branches].sort((a, b) => weight(a) - weight(b))[0] ?? [];
  return nearest.flatMap((issue) => faultsOf(issue, parts, json));
}

function sentence(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return expected(typeNames[issue.expected] ?? issue.expected, value);
    case 'invalid_value':
      return expected(listed(issue.values.map(quoted), 'or'), value, issue.values.map(String));
    case 'invalid_union':
      return expected(some(discriminators(issue).map(quoted), 'or', 20), value, discriminators(issue));
    case 'too_small':
      return `${tooSmall(issue)} ${found(value)}`;
    case 'too_big':
      return `${tooBig(issue)} ${found(value)}`;
    case 'invalid_format':
      return `Must be ${issue.message}. ${found(value)}`;
    case 'custom':
      return `Must be ${issue.message}. ${found(value)}`;
    default:
      return `${issue.message}.`;
  }
}

/** Zod names the possible kinds of a task at run time, but not in its types. */
function discriminators(issue: Issue): readonly string[] {
  return 'options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : ['another form'];
}

function expected(what: string, value: unknown, known: readonly string[] = []): string {
  if (value === undefined) return `This is missing. Write ${what}.`;
  return `Must be ${what}. ${found(value)}${typeof value === 'string' ? hint(value, known) : ''}`;
}

function tooSmall(issue: Extract<Issue, { code: 'too_small' }>): string {
  if (issue.origin === 'string') return 'Must not be empty.';
  if (issue.origin === 'array') return `Must hold at least ${issue.minimum}.`;
  return `Must be ${issue.minimum} or more.`;
}

function tooBig(issue: Extract<Issue, { code: 'too_big' }>): string {
  if (issue.origin === 'string') return `Must be at most ${issue.maximum} characters long.`;
  if (issue.origin === 'array') return `Must hold at most ${issue.maximum}.`;
  return `Must be ${issue.maximum} or less.`;
}

function found(value: unknown): string {
  if (value === undefined) return 'It is missing.';
  if (Array.isArray(value)) return `Found a list of ${value.length}.`;
  if (value !== null && typeof value === 'object') return 'Found an object.';
  // A text too long is not repeated; what follows the first letters helps nobody.
  const text = JSON.stringify(value);
  return `Found ${text.length > 60 ? `${text.slice(0, 57)}…` : text}.`;
}

function quoted(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}

function valueAt(json: unknown, parts: readonly PathPart[]): unknown {
  return parts.reduce<unknown>((value, part) => (isContainer(value) ? value[part] : undefined), json);
}

function isContainer(value: unknown): value is Record<PathPart, unknown> {
  return typeof value === 'object' && value !== null;
}
