// The index of a round's case: which files there are, what each holds, its checksum, and where the record stood.
import type { Head, RoundInput } from '../view';
import { caps, sceneOf } from '../views/scene';
import { inline } from '../escape';
import { heading, listed, paragraphs } from './markdown';
import type { CaseDocument } from './markdown';

export interface IndexedFile {
  readonly name: string;
  readonly title: string;
  readonly sum: string;
}

export function caseIndex(input: RoundInput, head: Head, files: readonly IndexedFile[]): CaseDocument {
  const { t, f, look, round } = sceneOf(input);
  const title = t.document.index(inline(round.name, caps.label));
  const rows = files.map(({ name, title: holds, sum }) => `| ${name} | ${holds.replaceAll('|', '\\|')} | \`${sum}\` |`);
  const table = [`| ${t.document.file} | ${t.document.content} | ${t.document.sum} |`, '|---|---|---|', ...rows].join(
    '\n',
  );
  const lead = listed([t.document.made(f.moment(look.now)), t.document.head(head.seq, head.hash), t.document.check]);
  return { name: 'indeks', title, content: paragraphs(heading(1, title), lead, table) };
}
