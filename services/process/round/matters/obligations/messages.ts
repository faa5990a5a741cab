// What can be asked of obligations, and what can happen. Types only.
import type { Instant } from '../../../calendar';
import type { BodyId, ObligationId, TaskId } from '../../../ids';
import type { TextsRef } from '../../../text';
import type { Obligation } from './state';

export type ObligationCommand =
  /** Who has to meet it, until when, and whether what follows waits for it. */
  | {
      readonly type: 'AssignObligation';
      readonly obligationId: ObligationId;
      readonly bodyId: BodyId;
      readonly deadlineAt: Instant;
      readonly gates: boolean;
    }
  /** Its owner says that it is met. */
  | { readonly type: 'ReportObligation'; readonly obligationId: ObligationId; readonly texts: TextsRef | null }
  /** Who laid it down says so too, or that something is still missing. */
  | {
      readonly type: 'CheckObligation';
      readonly obligationId: ObligationId;
      readonly met: boolean;
      readonly texts: TextsRef | null;
    };

export type ObligationEvent =
  | {
      readonly type: 'ObligationsLaidDown';
      readonly taskId: TaskId;
      readonly closing: string;
      readonly obligations: readonly Pick<
        Obligation,
        'id' | 'mandateId' | 'texts' | 'bodyId' | 'deadlineAt' | 'gates'
      >[];
    }
  | {
      readonly type: 'ObligationAssigned';
      readonly obligationId: ObligationId;
      readonly bodyId: BodyId;
      readonly deadlineAt: Instant;
      readonly gates: boolean;
    }
  | { readonly type: 'ObligationReported'; readonly obligationId: ObligationId; readonly texts: TextsRef | null }
  | {
      readonly type: 'ObligationChecked';
      readonly obligationId: ObligationId;
      readonly met: boolean;
      readonly texts: TextsRef | null;
    };
