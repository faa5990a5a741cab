// Whether a text of references can be looked up by whoever reads it: the form of each line, never what it says.
// Must not look anything up, and decides nothing: what it finds is a hint (PROCESS.md §2, step 1).

/** "https://…", "www.…" or a bare address with a path. */
const webAddress = /\b(?:https?:\/\/|www\.)\S+\.\S+|\b[\w-]+(?:\.[\w-]+)+\/\S+/iu;
/** The prefix of a DOI is "10." and four to nine digits (ISO 26324). */
const doi = /\b10\.\d{4,9}\/\S+/u;
/** "PMID: 12345678": how clinicians cite. */
const pubmed = /\bPM(?:ID|CID)?:?\s?\d{5,9}\b/iu;
/** A name, and after it on the same line a year that a reference can have. */
const authorAndYear = /\p{Lu}\p{Ll}+.*?\b(?:19|20)\d{2}\b/u;

/**
 * The lines (1 is the first; empty ones count) that hold neither a web address, a DOI, a PubMed number nor an author
 * with a year.
 */
export function doubtfulLines(text: string): readonly number[] {
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line, index) => (line.trim() === '' || isReference(line) ? [] : [index + 1]));
}

function isReference(line: string): boolean {
  return [webAddress, doi, pubmed, authorAndYear].some((form) => form.test(line));
}
