// What can be asked about times when Trinvis was down, and what can happen. Types only.
import type { Instant } from '../../../calendar';
import type { TaskId } from '../../../ids';

export type DowntimeCommand =
  /** The system tells that nobody could answer between two moments. */
  | { readonly type: 'AskAfterDowntime'; readonly taskId: TaskId; readonly from: Instant; readonly to: Instant }
  /** The chair's or the secretariat's answer: the deadline stands. The other answer is `ExtendDeadline`. */
  | { readonly type: 'KeepDeadline'; readonly taskId: TaskId };

export type DowntimeEvent =
  | {
      readonly type: 'DowntimeFound';
      readonly taskId: TaskId;
      /** The task's deadline. */
      readonly of: Instant;
      readonly from: Instant;
      readonly to: Instant;
      /** Until when an answer is hoped for. */
      readonly deadlineAt: Instant;
    }
  | { readonly type: 'DeadlineKept'; readonly taskId: TaskId };
