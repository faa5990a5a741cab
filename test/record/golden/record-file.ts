// Golden records: what an earlier release wrote, kept as it lay in the database, a line per document, compressed.
// Written by `capture` from a finished record and never changed afterwards; reading trusts nothing but the zip.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { RecordSource } from '../../../services/record/verify';
import { textRefsOf } from '../../../services/store/text-refs';
import { parseBody } from '../../../services/store/commit-format';

const folder = join(__dirname, '../../fixtures/records');
const suffix = '.jsonl.gz';

type Stored = Readonly<Record<string, unknown>>;
type Text = { readonly salt: string; readonly body: string };

export interface GoldenRecord {
  readonly commits: readonly Stored[];
  readonly texts: ReadonlyMap<string, Text>;
}

export function goldenNames(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
    .sort();
}

export function readGolden(name: string): GoldenRecord {
  const lines = gunzipSync(readFileSync(join(folder, name + suffix)))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { readonly commit?: Stored; readonly text?: Text & { readonly id: string } });
  return {
    commits: lines.flatMap(({ commit }) => (commit === undefined ? [] : [commit])),
    texts: new Map(lines.flatMap(({ text }) => (text === undefined ? [] : [[text.id, text] as const]))),
  };
}

export function sourceOf({ commits, texts }: GoldenRecord): RecordSource {
  return {
    commits: async function* () {
      yield* commits;
    },
    texts: async (ids) => new Map([...texts].filter(([id]) => ids.includes(id))),
  };
}

/** Keeps a whole record under `name`. Only for records of made-up people: it goes into the repository. */
export async function capture(name: string, record: RecordSource): Promise<void> {
  const lines: string[] = [];
  const ids = new Set<string>();
  for await (const commit of record.commits()) {
    lines.push(JSON.stringify({ commit }));
    for (const ref of textRefsOf(parseBody({ body: String(commit['body']) }).events)) ids.add(ref.id);
  }
  for (const [id, { salt, body }] of await record.texts([...ids].sort()))
    lines.push(JSON.stringify({ text: { id, salt, body } }));
  writeFileSync(join(folder, name + suffix), gzipSync(`${lines.join('\n')}\n`, { level: 9 }));
}
