// Tables and charts as elements. A chart is not on phones: it always carries a table as its fallback (TEAMS.md §2).
// Meaning never stands in colour alone; every number is written.
import type { Element } from '../card';
import type { Scene } from './scene';

/** A table with a heading row; `widths` are shares of the width. Cells are ready text. */
export function table(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): Element {
  return {
    type: 'Table',
    spacing: 'Medium',
    firstRowAsHeaders: true,
    showGridLines: false,
    columns: columns.map((_, index) => ({ width: widths[index] ?? 1 })),
    rows: [row(columns, { weight: 'Bolder' }), ...rows.map((cells) => row(cells, {}))],
  };
}

function row(cells: readonly string[], look: Element): Element {
  return {
    type: 'TableRow',
    cells: cells.map((text) => ({
      type: 'TableCell',
      items: [{ type: 'TextBlock', text: text === '' ? '–' : text, wrap: true, size: 'Small', ...look }],
    })),
  };
}

export interface Bar {
  readonly label: string;
  readonly value: number;
}

/** A bar per choice, and the same numbers as a table where charts are not drawn. */
export function chartWithTable(scene: Scene, first: string, second: string, bars: readonly Bar[]): Element {
  return {
    type: 'Chart.HorizontalBar',
    title: second,
    data: bars.map(({ label, value }) => ({ x: label, y: value })),
    fallback: table(
      [first, second],
      bars.map(({ label, value }) => [label, scene.f.number(value)]),
      [3, 1],
    ),
  };
}
