// Scenarios and definitions that tests of the rehearsal share: those that ship, read from disk.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPlainDefinition, type PlainDefinition } from '../../../services/local/rehearsal/scenario/plain-definition';

export const root = join(__dirname, '../../..');

export function json(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}

export function definition(name: string): PlainDefinition {
  const parsed = readPlainDefinition(json(`data/definitions/${name}.json`));
  if (!parsed.success) throw parsed.error;
  return parsed.data;
}
