// What a round remembers of times when Trinvis was down shortly before a deadline. Types only.
import type { Instant } from '../../../calendar';
import type { TaskId } from '../../../ids';

/** A question to the chair: shall the task's deadline stand, although nobody could answer for a while before it? */
export interface Downtime {
  /** The task's deadline that is asked about; once it has moved, the question is over. */
  readonly of: Instant;
  readonly from: Instant;
  readonly to: Instant;
  readonly askedAt: Instant;
  /** Until when an answer is hoped for; the task is kept open until somebody has answered. */
  readonly deadlineAt: Instant;
  /** The deadline stands: the task closes as it would have. */
  readonly kept: boolean;
}

export type Downtimes = Readonly<Record<TaskId, Downtime>>;
