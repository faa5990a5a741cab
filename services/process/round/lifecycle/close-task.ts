// Closing a task by hand: the secretariat ends it with what stands, and says why.
import type { Instant } from '../../calendar';
import type { Context } from '../../context';
import { accepted, refused } from '../../decision';
import type { FieldId } from '../../ids';
import { as } from '../../ids';
import { has, type TextsRef } from '../../text';
import type { RoundCommand } from '../commands';
import type { RoundDecision } from '../decide';
import type { RoundEvent } from '../events';
import { rulesOf } from '../kinds';
import type { Ending, TaskView } from '../kinds/kind';
import type { RoundState } from '../state';
import { openTask } from './open-task';
import { bySecretariat } from './rights';

type CloseTask = Extract<RoundCommand, { type: 'CloseTask' }>;

/** The version of a result that no rule counted. */
export const CLOSED_BY_HAND_VERSION = 'closed-by-hand/1';

export function closeTask(command: CloseTask, state: RoundState, context: Context): RoundDecision {
  const view = openTask(state, command.taskId, context);
  if ('name' in view) return refused(view);
  if (!bySecretariat(state, context)) return refused({ name: 'NotSecretariat' });
  if (!has(command.texts, as<FieldId>('reason'))) return refused({ name: 'ReasonMissing' });
  const { deadlineAt } = view.task;
  if (isEarly(view, context.now) && deadlineAt !== null) return refused({ name: 'ClosingEarly', deadlineAt });
  return accepted(...closingByHand(view, context.now, command.texts));
}

/** Before its deadline a task is closed by two (matters/overrides), unless the definition wants it closed by hand. */
function isEarly({ task, definition }: TaskView, now: Instant): boolean {
  return definition.closes !== 'byHand' && task.deadlineAt !== null && now < task.deadlineAt;
}

/** The task closed with what stands, and what follows from that. */
export function closingByHand(view: TaskView, asOf: Instant, texts: TextsRef): readonly RoundEvent[] {
  const { result, effects } = rulesOf(view.definition.kind).end(view, asOf) ?? closedByHand(view);
  return [{ type: 'TaskClosed', taskId: view.task.id, asOf, result, texts }, ...effects];
}

/** Nothing was decided; the arithmetic of what stood is kept. */
function closedByHand(view: TaskView): Ending {
  const arithmetic = rulesOf(view.definition.kind).standing?.(view) ?? null;
  return { result: { version: CLOSED_BY_HAND_VERSION, outcome: 'closedByHand', arithmetic }, effects: [] };
}
