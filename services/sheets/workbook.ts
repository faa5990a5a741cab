// Rows of text to a spreadsheet and back. Knows the two libraries and nothing of what the rows mean; they are loaded when
// the first sheet is asked for, so that the bot answers sooner after a start.
import { unpacksWithin } from './unpacked';

/** Rows beyond this are not read: no round has as many nominations. */
const ROWS_MAX = 2_000;
/** What Excel itself takes in one cell. */
const CELL_MAX = 32_767;

export interface SheetColumn {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
}

/** A workbook of one sheet, its first row the headings. Every cell is text, so that nothing in it is ever a formula. */
export async function writeSheet(
  name: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly string[])[],
): Promise<Buffer> {
  const headings = columns.map(({ heading }) => ({ value: heading, type: String, fontWeight: 'bold' as const }));
  const cells = rows.map((row) => row.map((text) => ({ value: text.slice(0, CELL_MAX), type: String, wrap: true })));
  const data = [headings, ...cells.map((row) => row.map((cell) => (cell.value === '' ? null : cell)))];
  const { default: writeXlsxFile } = await import('write-excel-file/node');
  return writeXlsxFile(data, {
    sheet: name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}

/** The rows of a workbook's first sheet as text, trimmed; null when it is none, or larger than anything of ours. Never throws. */
export async function readSheet(file: Buffer): Promise<readonly (readonly string[])[] | null> {
  if (!unpacksWithin(file)) return null;
  try {
    const { default: readXlsxFile } = await import('read-excel-file/node');
    const sheets = await readXlsxFile(file);
    const rows = sheets[0]?.data ?? [];
    return rows.length > ROWS_MAX ? null : rows.map((row) => row.map((cell) => textOf(cell)));
  } catch {
    // Not a workbook, or a broken one: whoever sent it is told so, and nothing of it is kept.
    return null;
  }
}

function textOf(cell: unknown): string {
  if (typeof cell === 'string') return cell.trim();
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}
