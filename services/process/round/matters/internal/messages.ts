// What can be asked and what can happen about an organisation's own earlier deadline. Types only.
import type { Instant } from '../../../calendar';
import type { BodyId, TaskId } from '../../../ids';

export type InternalCommand = {
  readonly type: 'SetInternalDeadline';
  readonly taskId: TaskId;
  readonly bodyId: BodyId;
  /** Null takes it away. */
  readonly deadlineAt: Instant | null;
};

export type InternalEvent = {
  readonly type: 'InternalDeadlineSet';
  readonly taskId: TaskId;
  readonly bodyId: BodyId;
  readonly deadlineAt: Instant | null;
};
