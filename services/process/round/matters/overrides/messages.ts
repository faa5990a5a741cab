// What can be asked of overrides, and what can happen. Types only.
import type { Definition } from '../../../definition/schema';
import type { MandateId, NominationId, OverrideId, PersonId, TaskId } from '../../../ids';
import type { TextsRef } from '../../../text';
import type { Change } from './state';

export type OverrideCommand =
  | {
      readonly type: 'ProposeOverride';
      readonly overrideId: OverrideId;
      readonly change: Change;
      readonly texts: TextsRef;
    }
  /** The second person: it takes effect at once. */
  | { readonly type: 'ConfirmOverride'; readonly overrideId: OverrideId }
  /** The second person says no, or the first takes it back. */
  | { readonly type: 'DeclineOverride'; readonly overrideId: OverrideId; readonly texts: TextsRef | null };

export type OverrideEvent =
  | {
      readonly type: 'OverrideProposed';
      readonly overrideId: OverrideId;
      readonly change: Change;
      readonly texts: TextsRef;
    }
  | { readonly type: 'OverrideConfirmed'; readonly overrideId: OverrideId }
  | { readonly type: 'OverrideDeclined'; readonly overrideId: OverrideId; readonly texts: TextsRef | null }
  /** The correction itself: a new entry, beside the one it is about. */
  | {
      readonly type: 'EntryCorrected';
      readonly taskId: TaskId;
      readonly nominationId: NominationId | null;
      readonly texts: TextsRef;
    }
  | {
      readonly type: 'PersonReplaced';
      readonly mandateId: MandateId;
      readonly was: PersonId;
      readonly personId: PersonId;
    }
  | { readonly type: 'DefinitionAmended'; readonly definition: Definition; readonly definitionHash: string };
