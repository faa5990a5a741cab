// The handbook: what the secretariat keeps for everyone to find: principles, groups, forms, guides, minutes, terms, news.
// Words and links are free text, kept outside; here is only what orders them.
import type { Instant, LocalDate } from '../calendar';
import type { BodyId, EntryId } from '../ids';
import type { TextsRef } from '../text';

/** Minutes and terms of reference belong to a body. */
export const sections = ['principles', 'patientGroups', 'forms', 'guides', 'minutes', 'terms', 'news'] as const;
export type Section = (typeof sections)[number];

export interface Entry {
  readonly id: EntryId;
  readonly section: Section;
  /** Fields `titleDa`, `titleEn`, `textDa`, `textEn`, `link`; a Danish title is always there. */
  readonly texts: TextsRef;
  /** The day it is about: of a meeting, or of the news. */
  readonly date: LocalDate | null;
  readonly bodyId: BodyId | null;
}

export interface KeptEntry extends Entry {
  readonly putAt: Instant;
  /** Counts the times it was put. */
  readonly revision: number;
}

export interface HandbookState {
  readonly entries: Readonly<Record<EntryId, KeptEntry>>;
}

export const emptyHandbook: HandbookState = { entries: {} };
