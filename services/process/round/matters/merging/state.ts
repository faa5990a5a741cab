// Merging of nominations by consent: what is proposed, who has agreed, what stands. Types only.
import type { Instant } from '../../../calendar';
import type { BodyId, MergeId, NominationId, PersonId } from '../../../ids';
import type { TextsRef } from '../../../text';
import type { Nomination } from '../../state';

/** Who stands behind a nomination. */
export type Parties = Pick<Nomination, 'nominators' | 'onBehalfOf' | 'backedBy'>;

export interface Merge {
  readonly id: MergeId;
  /** The nomination that stays. */
  readonly into: NominationId;
  /** Those that become part of it. */
  readonly from: readonly NominationId[];
  readonly by: PersonId;
  readonly proposedAt: Instant;
  /** Why. */
  readonly texts: TextsRef;
  /** Nominators who agree, each for all of his own. */
  readonly agreed: readonly PersonId[];
  /** Organisations whose contact agrees in place of nominators who have not answered. */
  readonly agreedFor: readonly BodyId[];
  readonly status: 'proposed' | 'declined' | 'withdrawn' | 'done' | 'undone';
  /** When it was declined, withdrawn, done or undone last. */
  readonly endedAt: Instant | null;
  /** Who stood behind `into` before, once it is done. */
  readonly before: Parties | null;
}

export type Merging = Readonly<Record<MergeId, Merge>>;
