// The case of a round as files: its documents, an index with the checksum of each, and apart from them what is no part of
// the case. Writes nothing and reads nothing: whoever asks keeps or sends them.
import { caseDocuments } from '../../../cards/documents/case';
import { caseIndex } from '../../../cards/documents/caseIndex';
import type { Head, RoundInput } from '../../../cards/view';
import { sha256 } from '../../store/commit-format';

export interface CaseFile {
  /** `sag/referat.md`, `uden-for-sagen/habilitet.md`: letters, digits and hyphens. */
  readonly path: string;
  readonly title: string;
  readonly content: string;
}

/** All files of a round's case, the index first. `head` is where the record stood. */
export function caseFiles(input: RoundInput, head: Head): readonly CaseFile[] {
  const { ofCase, apart } = caseDocuments(input);
  const files = ofCase.map(({ name, title, content }) => ({ path: `sag/${name}.md`, title, content: `${content}\n` }));
  const index = caseIndex(
    input,
    head,
    files.map(({ path, title, content }) => ({ name: path.slice('sag/'.length), title, sum: sha256(content) })),
  );
  return [
    { path: 'sag/indeks.md', title: index.title, content: `${index.content}\n` },
    ...files,
    ...apart.map(({ name, title, content }) => ({ path: `uden-for-sagen/${name}.md`, title, content: `${content}\n` })),
  ];
}
