// Assessments as rows: which columns a definition's sheet has, and reading it back, row by row, every fault listed. Says
// what cannot be read; whether it may be given is asked of the rules by whoever gives it.
import type { Definition, TaskDefinitionOf } from '../process/definition/schema';
import type { Bilingual, Language } from '../process/words';
import type { SheetColumn } from './workbook';

/** What one row holds: the ids of chosen words, and texts by their field in the record. */
export interface AssessmentRow {
  /** 1-based, as the spreadsheet counts. */
  readonly row: number;
  readonly number: string;
  readonly scores: Readonly<Record<string, string>>;
  readonly evidence: string | null;
  readonly texts: Readonly<Record<string, string>>;
}

export interface SheetFault {
  /** Null for the sheet as a whole. */
  readonly row: number | null;
  readonly column: string | null;
  readonly name: 'ColumnMissing' | 'UnknownNumber' | 'NumberTwice' | 'UnknownWord' | 'CellTooLong';
}

/** The words of a sheet that no definition has. */
export interface SheetWords {
  readonly number: string;
  readonly title: string;
  readonly evidence: string;
  readonly reason: string;
  readonly reasonFor: (principle: string) => string;
  readonly commentOn: (principle: string) => string;
}

interface Column extends SheetColumn {
  readonly is: 'number' | 'title' | 'score' | 'evidence' | 'text';
  /** The principle of a score, the field of a text. */
  readonly id: string;
  /** What can be chosen; empty where anything can be written. */
  readonly choices: readonly { readonly id: string; readonly label: Bilingual }[];
}

type Of = { readonly definition: Definition; readonly task: TaskDefinitionOf<'assess'> };

/** As on the form: one cell of text holds no more. */
const TEXT_MAX = 4_000;

export function columnsOf({ definition, task }: Of, language: Language, words: SheetWords): readonly Column[] {
  const scored = definition.principles.filter((principle) => principle.scored);
  const others = definition.principles.filter((principle) => !principle.scored);
  return [
    { is: 'number', id: 'number', heading: words.number, width: 12, choices: [] },
    { is: 'title', id: 'title', heading: words.title, width: 40, choices: [] },
    ...scored.map(({ id, label }) => ({
      is: 'score' as const,
      id,
      heading: label[language],
      width: 18,
      choices: definition.scale,
    })),
    ...(definition.evidence.length === 0
      ? []
      : [
          { is: 'evidence' as const, id: 'evidence', heading: words.evidence, width: 14, choices: definition.evidence },
        ]),
    textColumn('reason', words.reason),
    ...(task.reasonAtEnds
      ? scored.map(({ id, label }) => textColumn(`reason_${id}`, words.reasonFor(label[language])))
      : []),
    ...others.map(({ id, label }) => textColumn(`comment_${id}`, words.commentOn(label[language]))),
  ];
}

function textColumn(id: string, heading: string): Column {
  return { is: 'text', id, heading, width: 40, choices: [] };
}

/** One row of the sheet; what has not been chosen or written is empty. */
export function rowOf(
  columns: readonly Column[],
  title: string,
  row: Omit<AssessmentRow, 'row'>,
  language: Language,
): readonly string[] {
  return columns.map(({ is, id, choices }) => {
    if (is === 'number') return row.number;
    if (is === 'title') return title;
    if (is === 'text') return row.texts[id] ?? '';
    const chosen = is === 'score' ? row.scores[id] : row.evidence;
    return choices.find((choice) => choice.id === chosen)?.label[language] ?? '';
  });
}

/**
 * Reads rows back. Columns are found by their heading, in any order; others are left alone. A row with nothing chosen and
 * nothing written is passed over. Words of the scale are taken in both languages, however they are cased.
 * @param numbers of the nominations that may stand in the sheet.
 */
export function readRows(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  numbers: ReadonlySet<string>,
): { readonly rows: readonly AssessmentRow[]; readonly faults: readonly SheetFault[] } {
  const headings = (rows[0] ?? []).map(folded);
  const placed = columns
    .filter(({ is }) => is !== 'title')
    .map((column) => ({ column, at: headings.indexOf(folded(column.heading)) }));
  const missing = placed.filter(({ at }) => at < 0);
  if (missing.length > 0) {
    return {
      rows: [],
      faults: missing.map(({ column }) => ({ row: null, column: column.heading, name: 'ColumnMissing' })),
    };
  }
  const seen = new Set<string>();
  const read = rows.slice(1).flatMap((cells, index) => {
    const filled = placed.map(({ column, at }) => ({ column, text: cells[at] ?? '' }));
    const hasAnswer = filled.some(({ column, text }) => column.is !== 'number' && text !== '');
    return hasAnswer ? [readRow(filled, index + 2, numbers, seen)] : [];
  });
  return { rows: read.map(({ row }) => row), faults: read.flatMap(({ faults }) => faults) };
}

type Filled = readonly { readonly column: Column; readonly text: string }[];

function readRow(filled: Filled, row: number, numbers: ReadonlySet<string>, seen: Set<string>) {
  const faults: SheetFault[] = [];
  const scores: Record<string, string> = {};
  const texts: Record<string, string> = {};
  let number = '';
  let evidence: string | null = null;
  for (const { column, text } of filled) {
    const wrong = (name: SheetFault['name']): unknown => faults.push({ row, column: column.heading, name });
    if (column.is === 'number') {
      number = text;
      if (!numbers.has(number)) wrong('UnknownNumber');
      else if (seen.has(number)) wrong('NumberTwice');
      seen.add(number);
    } else if (text !== '' && column.is === 'text') {
      if (text.length > TEXT_MAX) wrong('CellTooLong');
      texts[column.id] = text;
    } else if (text !== '') {
      const choice = choiceOf(column, text);
      if (choice === null) wrong('UnknownWord');
      else if (column.is === 'score') scores[column.id] = choice;
      else evidence = choice;
    }
  }
  return { row: { row, number, scores, evidence, texts }, faults };
}

function choiceOf({ choices }: Column, text: string): string | null {
  const word = folded(text);
  const found = choices.find(({ label }) => folded(label.da) === word || folded(label.en) === word);
  return found?.id ?? null;
}

/** People retype headings and words: case and spaces do not matter. */
function folded(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim().toLocaleLowerCase('da');
}
