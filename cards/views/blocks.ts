// Small pieces every view is put together from: button rows, sections, pages of a list. Lays out nothing, decides nothing.
import type { Element } from '../card';
import type { Buttons, ListData, PageData, PlacedRow, Row, Section } from '../templates';
import type { Texts } from '../texts';

/** Teams draws six buttons in a row set and hides the rest. */
const BUTTONS_MAX = 6;

/** A row of buttons, or nothing where there are none. */
export function buttons(...actions: readonly (Element | null | undefined | false)[]): readonly Buttons[] {
  const kept = actions.filter(
    (action): action is Element => action !== null && action !== undefined && action !== false,
  );
  const rows: Buttons[] = [];
  for (let from = 0; from < kept.length; from += BUTTONS_MAX)
    rows.push({ actions: kept.slice(from, from + BUTTONS_MAX) });
  return rows;
}

/** The longest label of a button beside a row's text on a narrow phone. */
const BESIDE_MAX = 9;

/** A list with its rows' buttons placed: one short one beside the text, anything else below it. */
export function listOf(parts: Omit<ListData, 'rows'> & { readonly rows: readonly Row[] }): ListData {
  return { ...parts, rows: parts.rows.map((row) => placed(row)) };
}

function placed({ title, lines, buttons: sets }: Row): PlacedRow {
  const only = sets.length === 1 && sets[0]?.actions.length === 1 ? sets[0].actions[0] : undefined;
  const isShort = only !== undefined && String(only['title']).length <= BESIDE_MAX;
  return { title, lines, beside: isShort ? sets : [], below: isShort ? [] : sets };
}

/** A page with only what is said; everything else is empty. */
export function pageOf(parts: Partial<PageData> & Pick<PageData, 'title'>): PageData {
  const empty = { eyebrow: [], lead: [], deadline: [], status: [], asides: [], sections: [], notes: [], buttons: [] };
  return { ...empty, ...parts };
}

export function section(part: Partial<Section>): Section {
  return { heading: [], lines: [], notes: [], buttons: [], ...part };
}

/** Only those that are there. */
export function present<Value>(...values: readonly (Value | null | undefined | false)[]): readonly Value[] {
  return values.filter((value): value is Value => value !== null && value !== undefined && value !== false);
}

export interface Paged<Item> {
  readonly items: readonly Item[];
  /** 0-based, within the pages there are. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  /** Index of the first item among all. */
  readonly first: number;
}

/** One page of a list; a page beyond the last is the last, as lists grow shorter behind a card's back. */
export function paged<Item>(items: readonly Item[], page: number, size: number): Paged<Item> {
  const pages = Math.max(1, Math.ceil(items.length / size));
  const at = Math.min(Math.max(0, page), pages - 1);
  return { items: items.slice(at * size, at * size + size), page: at, pages, total: items.length, first: at * size };
}

/** "Forrige" and "Næste" for a list, each only where it leads somewhere. */
export function pager(
  t: Texts,
  list: Paged<unknown>,
  turn: (page: number, title: string) => Element,
): readonly Element[] {
  return present(
    list.page > 0 && turn(list.page - 1, t.common.previous),
    list.page < list.pages - 1 && turn(list.page + 1, t.common.next),
  );
}

/** "Side 2 af 8", or nothing for a single page. */
export function pageNote(t: Texts, list: Paged<unknown>): readonly string[] {
  return list.pages > 1 ? [t.common.pageOf(list.page + 1, list.pages)] : [];
}
