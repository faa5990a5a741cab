// What can be asked and what can happen about merging nominations. Types only.
import type { BodyId, MergeId, NominationId } from '../../../ids';
import type { TextsRef } from '../../../text';
import type { Parties } from './state';

export type MergingCommand =
  | {
      readonly type: 'ProposeMerge';
      readonly mergeId: MergeId;
      readonly into: NominationId;
      readonly from: readonly NominationId[];
      readonly texts: TextsRef;
    }
  | { readonly type: 'AnswerMerge'; readonly mergeId: MergeId; readonly agrees: boolean }
  | { readonly type: 'WithdrawMerge'; readonly mergeId: MergeId }
  | { readonly type: 'UndoMerge'; readonly mergeId: MergeId; readonly texts: TextsRef };

export type MergingEvent =
  | {
      readonly type: 'MergeProposed';
      readonly mergeId: MergeId;
      readonly into: NominationId;
      readonly from: readonly NominationId[];
      readonly texts: TextsRef;
    }
  | {
      readonly type: 'MergeAnswered';
      readonly mergeId: MergeId;
      readonly agrees: boolean;
      /** The organisations it is said for, by their contact; empty where a nominator speaks for himself. */
      readonly bodyIds: readonly BodyId[];
    }
  | {
      readonly type: 'NominationsMerged';
      readonly mergeId: MergeId;
      readonly into: NominationId;
      readonly from: readonly NominationId[];
      /** Who stands behind `into` from now on, and who stood before. */
      readonly parties: Parties;
      readonly before: Parties;
    }
  | { readonly type: 'MergeWithdrawn'; readonly mergeId: MergeId }
  | {
      readonly type: 'MergeUndone';
      readonly mergeId: MergeId;
      readonly into: NominationId;
      readonly from: readonly NominationId[];
      readonly parties: Parties;
      readonly texts: TextsRef;
    };
