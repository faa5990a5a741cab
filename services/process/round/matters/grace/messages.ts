// What can happen about the time after a deadline in which begun drafts are taken. Nobody asks for it. Types only.
import type { Instant } from '../../../calendar';
import type { TaskId } from '../../../ids';

/** Follows the opening of a task and every move of its deadline, where the definition gives a grace. */
export type GraceEvent = {
  readonly type: 'GraceGiven';
  readonly taskId: TaskId;
  readonly deadlineAt: Instant;
  readonly until: Instant;
};
