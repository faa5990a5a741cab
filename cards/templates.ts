// The data each template takes. Views fill them with ready strings and buttons; templates only lay them out.
// Every list may be empty, nothing may be missing: a missing key would show as its own name (TEAMS.md §3).
import type { Element } from './card';

/** What stands above everything: "Trin 1 · Runde 2027", and the heading. An empty list shows nothing. */
interface Head {
  readonly eyebrow: readonly string[];
  readonly title: string;
}

export interface Row {
  readonly title: string;
  readonly lines: readonly string[];
  readonly buttons: readonly Buttons[];
}

/** One short button stands beside the text; longer or several ones stand below, or a phone would squeeze the text. */
export interface PlacedRow extends Omit<Row, 'buttons'> {
  readonly beside: readonly Buttons[];
  readonly below: readonly Buttons[];
}

export interface Buttons {
  readonly actions: readonly Element[];
}

export interface Section {
  readonly heading: readonly string[];
  readonly lines: readonly string[];
  readonly notes: readonly string[];
  readonly buttons: readonly Buttons[];
}

/** A shared card of a channel. */
export interface TaskData extends Head {
  readonly lead: readonly string[];
  /** The result, once there is one. */
  readonly result: readonly string[];
  readonly deadline: readonly string[];
  /** Participation, a proposal, a version: one line each. */
  readonly status: readonly string[];
  /** A list of short lines, close together. */
  readonly rows: readonly string[];
  readonly notes: readonly string[];
  readonly buttons: readonly Buttons[];
}

/** Sections under each other: own views, help, overviews, refusals. */
export interface PageData extends Head {
  readonly lead: readonly string[];
  readonly deadline: readonly string[];
  readonly status: readonly string[];
  /** Small print that belongs to what stands above, not to the end. */
  readonly asides: readonly string[];
  readonly sections: readonly Section[];
  readonly notes: readonly string[];
  readonly buttons: readonly Buttons[];
}

export interface ListData extends Head {
  readonly lead: readonly string[];
  readonly rows: readonly PlacedRow[];
  readonly notes: readonly string[];
  readonly buttons: readonly Buttons[];
}

/** A table with its words before and after; `charts` holds at most one, with the table as its fallback where it is alone. */
export interface TableData extends Head {
  readonly lead: readonly string[];
  readonly charts: readonly Element[];
  readonly tables: readonly Element[];
  readonly notes: readonly string[];
  readonly buttons: readonly Buttons[];
}

/** A form: what was taken in before it, a fault above, inputs as ready elements. */
export interface FormData extends Head {
  readonly receipts: readonly string[];
  readonly faults: readonly string[];
  readonly lead: readonly string[];
  readonly inputs: readonly Element[];
  readonly notes: readonly string[];
  readonly buttons: readonly Buttons[];
}

export interface Fact {
  readonly title: string;
  readonly value: string;
}

/** A receipt or an outcome letter. */
export interface LetterData extends Head {
  readonly lead: readonly string[];
  readonly facts: readonly Fact[];
  readonly text: readonly string[];
  readonly notes: readonly string[];
  readonly buttons: readonly Buttons[];
}

export interface Templates {
  readonly form: FormData;
  readonly letter: LetterData;
  readonly list: ListData;
  readonly page: PageData;
  readonly table: TableData;
  readonly task: TaskData;
}
