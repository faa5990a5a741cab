// What nominators have said is new about nominations that were not selected. Types only.
import type { Instant } from '../../../calendar';
import type { NominationId, PersonId } from '../../../ids';
import type { TextsRef } from '../../../text';

export interface Told {
  readonly texts: TextsRef;
  readonly by: PersonId;
  readonly at: Instant;
  /** Counts how often it was told: the basis of the next one. */
  readonly revision: number;
}

export type NewInformation = Readonly<Record<NominationId, Told>>;
