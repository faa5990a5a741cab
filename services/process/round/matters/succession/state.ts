// What the record of a round says of bodies that were followed by others and of mandates that ran out while it ran. Types only.
import type { Instant, LocalDate } from '../../../calendar';
import type { BodyId, MandateId, NominationId, TaskId } from '../../../ids';

/** Answers to an open task that no longer count, because the seats they were given for have ended. */
export interface SetAside {
  readonly taskId: TaskId;
  readonly mandateIds: readonly MandateId[];
}

/** What passed from one body to the next: the entry in the record that PROCESS.md §3 asks for. */
export interface Passed {
  readonly bodyId: BodyId;
  /** Null where nobody follows. */
  readonly successor: BodyId | null;
  readonly lastDay: LocalDate;
  /** Tasks not closed in which the body, or a seat that spoke for it, took part. */
  readonly tasks: readonly TaskId[];
  readonly setAside: readonly SetAside[];
  /** Nominations on its behalf; they keep its name. */
  readonly nominations: readonly NominationId[];
  /** Seats in networks that it had filled. */
  readonly seats: number;
}

export interface Lapsed {
  readonly mandateId: MandateId;
  readonly lastDay: LocalDate;
  readonly setAside: readonly SetAside[];
}

export interface Succession {
  readonly passed: Readonly<Record<BodyId, Passed & { readonly at: Instant }>>;
  readonly lapsed: Readonly<Record<MandateId, Lapsed & { readonly at: Instant }>>;
}
