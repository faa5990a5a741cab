// Reads scenario and definition files from disk and says all that is wrong with one. Keeps nothing.
import { readFile } from 'node:fs/promises';
import { faultsOf } from './check';
import { RehearsalFileError } from './errors';
import { readPlainDefinition, type PlainDefinition } from './plain-definition';
import { scenarioSchema, type Scenario } from './schema';

/** The scenario of a file; refused with every fault (`RehearsalFileError`). `definition` is what it must fit. */
export async function readScenario(file: string, definition: PlainDefinition): Promise<Scenario> {
  return parseScenario(await readJson(file), file, definition);
}

/** The same for what has been read already; without a definition only the file itself is checked. */
export function parseScenario(value: unknown, file: string, definition: PlainDefinition | null): Scenario {
  const parsed = scenarioSchema.safeParse(value);
  if (!parsed.success) throw faulty(file, parsed.error.issues, parsed.error);
  const faults = faultsOf(parsed.data, definition);
  if (faults.length > 0) throw new RehearsalFileError('Faulty', file, faults);
  return parsed.data;
}

export async function readDefinition(file: string): Promise<PlainDefinition> {
  const parsed = readPlainDefinition(await readJson(file));
  if (!parsed.success) throw faulty(file, parsed.error.issues, parsed.error);
  return parsed.data;
}

function faulty(
  file: string,
  issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[],
  cause: unknown,
): RehearsalFileError {
  const faults = issues.map(({ path, message }) => `${path.map(String).join('.') || '(top)'}: ${message}`);
  return new RehearsalFileError('Faulty', file, faults, cause);
}

async function readJson(file: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new RehearsalFileError('NotReadable', file, ['The file cannot be read.'], error);
  }
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch (error) {
    throw new RehearsalFileError('NotJson', file, [error instanceof Error ? error.message : 'No JSON.'], error);
  }
}
