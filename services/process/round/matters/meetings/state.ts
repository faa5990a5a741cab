// Meetings of a round's bodies: what is on the agenda, who was there, what was decided on the body's behalf. Types only.
import type { Instant } from '../../../calendar';
import type { ChoiceId } from '../../../definition/schema';
import type { BodyId, MandateId, MeetingId, PersonId, TaskId } from '../../../ids';
import type { TextsRef } from '../../../text';

/** One item's decision, entered live by the secretariat. */
export interface Decided {
  /** Every seat that took part, with its answer. */
  readonly choices: Readonly<Record<MandateId, ChoiceId>>;
  /** Seats that were there and left for this item. */
  readonly left: readonly MandateId[];
  readonly texts: TextsRef | null;
  readonly by: PersonId;
  readonly at: Instant;
}

export interface Meeting {
  readonly id: MeetingId;
  readonly bodyId: BodyId;
  readonly at: Instant;
  readonly status: 'called' | 'held';
  readonly agenda: readonly TaskId[];
  /** Seats that were there, and seats that sent their apologies; null until it has been entered. */
  readonly attendance: { readonly present: readonly MandateId[]; readonly apologies: readonly MandateId[] } | null;
  readonly decided: Readonly<Record<TaskId, Decided>>;
}

export type Meetings = Readonly<Record<MeetingId, Meeting>>;
