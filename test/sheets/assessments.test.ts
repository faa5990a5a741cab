// Assessments in a spreadsheet: out and in again the same, every fault of every row told, and files meant to break refused.
import { deflateRawSync } from 'node:zlib';
import * as fc from 'fast-check';
import { both, definitionWith } from '../process/builders';
import type { TaskDefinitionOf } from '../../services/process/definition/schema';
import { columnsOf, readRows, rowOf, type AssessmentRow } from '../../services/sheets/assessments';
import { unpacksWithin } from '../../services/sheets/unpacked';
import { readSheet, writeSheet } from '../../services/sheets/workbook';

const definition = definitionWith([{ id: 'vurder', kind: 'assess', reasonAtEnds: true }], {
  principles: [
    { id: 'equal', label: both('Lige adgang'), scored: false },
    { id: 'value', label: { da: 'Værdi', en: 'Value' }, scored: true },
  ],
  scale: [
    { id: 'none', value: 0, label: { da: 'Slet ikke', en: 'Not at all' } },
    { id: 'high', value: 3, label: { da: 'I høj grad', en: 'To a high degree' } },
  ],
  evidence: [{ id: 'weak', label: { da: 'Svag', en: 'Weak' } }],
});
const task = definition.steps[0]?.tasks[0] as TaskDefinitionOf<'assess'>;
const words = {
  number: 'Nummer',
  title: 'Indstilling',
  evidence: 'Evidens',
  reason: 'Begrundelse',
  reasonFor: (principle: string) => `Begrundelse: ${principle}`,
  commentOn: (principle: string) => `Bemærkning: ${principle}`,
};
const columns = columnsOf({ definition, task }, 'da', words);
const headings = columns.map(({ heading }) => heading);
const numbers = new Set(['2027-001', '2027-002', '2027-003']);

function assessment(more: Partial<AssessmentRow> = {}): Omit<AssessmentRow, 'row'> {
  return { number: '2027-001', scores: { value: 'high' }, evidence: 'weak', texts: { reason: 'God' }, ...more };
}

const cells = (row: Omit<AssessmentRow, 'row'>): readonly string[] => rowOf(columns, 'Titel', row, 'da');
const read = (...rows: readonly (readonly string[])[]) => readRows(columns, [headings, ...rows], numbers);

describe('a sheet of assessments', () => {
  it('comes back as it went out', async () => {
    const given = assessment({ texts: { reason: '=1+1', reason_value: 'To\nlinjer', comment_equal: 'æøå' } });
    const file = await writeSheet('Vurderinger', columns, [cells(given), cells(assessment({ number: '2027-002' }))]);
    const rows = await readSheet(file);
    expect(readRows(columns, rows ?? [], numbers)).toEqual({
      rows: [
        { ...given, row: 2 },
        { ...assessment({ number: '2027-002' }), row: 3 },
      ],
      faults: [],
    });
  });

  it('holds no formula, whatever people wrote', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[=+@-][\w ()!"]{1,30}$/), async (reason) => {
        const rows = await readSheet(await writeSheet('Ark', columns, [cells(assessment({ texts: { reason } }))]));
        expect(rows?.[1]).toContain(reason.trim());
      }),
      { numRuns: 20 },
    );
  });

  it('passes over rows without an answer, and takes columns in any order and words in both languages', () => {
    const empty = { number: '2027-002', scores: {}, evidence: null, texts: {} };
    const english = cells(assessment()).map((text) => (text === 'I høj grad' ? ' to a  HIGH degree' : text));
    expect(read(cells(empty), english)).toMatchObject({
      rows: [{ row: 3, number: '2027-001', scores: { value: 'high' } }],
      faults: [],
    });
    const turned = [headings.toReversed(), english.toReversed()];
    expect(readRows(columns, turned, numbers).rows).toMatchObject([{ scores: { value: 'high' }, evidence: 'weak' }]);
  });

  it('tells every fault of every row', () => {
    const twice = cells(assessment({ number: '2027-002' }));
    const wrong = cells(assessment({ texts: { reason: 'x'.repeat(4_001) } })).map((text) =>
      text === 'I høj grad' || text === 'Svag' ? 'Stor' : text,
    );
    expect(read(wrong, cells(assessment({ number: '2027-9' })), twice, twice).faults).toEqual([
      { row: 2, column: 'Værdi', name: 'UnknownWord' },
      { row: 2, column: 'Evidens', name: 'UnknownWord' },
      { row: 2, column: 'Begrundelse', name: 'CellTooLong' },
      { row: 3, column: 'Nummer', name: 'UnknownNumber' },
      { row: 5, column: 'Nummer', name: 'NumberTwice' },
    ]);
  });

  it('names the columns that are missing, and then reads nothing', () => {
    const without = headings.filter((heading) => heading !== 'Værdi' && heading !== 'Indstilling');
    expect(readRows(columns, [without, cells(assessment())], numbers)).toEqual({
      rows: [],
      faults: [{ row: null, column: 'Værdi', name: 'ColumnMissing' }],
    });
  });
});

describe('a file', () => {
  it('that is no spreadsheet is refused, never thrown at', async () => {
    expect(await readSheet(Buffer.alloc(0))).toBeNull();
    expect(await readSheet(zipOf('PK'.repeat(10)))).toBeNull();
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await readSheet(Buffer.from(bytes))).toBeNull();
      }),
      { numRuns: 100 },
    );
  });

  it('that was cut off or changed on the way is refused or read, never thrown at', async () => {
    const file = await writeSheet('Ark', columns, [cells(assessment())]);
    await fc.assert(
      fc.asyncProperty(fc.nat(file.length - 1), fc.nat(255), async (at, byte) => {
        const changed = Buffer.from(file);
        changed[at] = byte;
        await expect(readSheet(changed)).resolves.not.toBeUndefined();
        expect(await readSheet(file.subarray(0, at))).toBeNull();
      }),
      { numRuns: 30 },
    );
  });

  it('that unpacks to more than it may is refused, also where it lies about its size', () => {
    const bomb = zipOf('0'.repeat(4_000_000));
    expect(bomb.length).toBeLessThan(10_000);
    expect(unpacksWithin(bomb, 5_000_000)).toBe(true);
    expect(unpacksWithin(bomb, 1_000_000)).toBe(false);
  });
});

/** A zip of one part that says it is empty when unpacked. */
function zipOf(content: string): Buffer {
  const packed = deflateRawSync(Buffer.from(content));
  const local = Buffer.alloc(31);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt16LE(1, 26);
  const entry = Buffer.alloc(47);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt16LE(1, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, entry, end]);
}
