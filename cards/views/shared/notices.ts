// Posts in a channel beside the task's own card: the step's root, last working day, result, extension, newer card.
// Each is wanted once or kept live; none holds an input.
import { execute } from '../../card';
import type { Card } from '../../card';
import { block, plain } from '../../escape';
import { textsOf } from '../../texts';
import type { ExtendedInput } from '../../inputs/personal';
import { render } from '../../render';
import type { StepInput, TaskInput } from '../../view';
import { bodiesOf } from '../../../services/process/round/queries';
import type { TaskDefinition } from '../../../services/process/definition/schema';
import type { Language } from '../../../services/process/words';
import { buttons, present } from '../blocks';
import { meetingLines } from '../governing/meetings';
import { plainCard } from '../plain';
import { caps, sceneOf, taskTitle } from '../scene';
import type { Scene } from '../scene';
import { taskOf } from '../seats';
import { outcomeSaid, roundLines, sharedDeadlineLine } from '../status';
import { pieceOf } from './pieces';
import { hasCount, refreshOf, summaryOf } from './task-card';

/** The root of a step's thread: the tasks that concern the channel, each with status and deadline. */
export function stepCard(input: StepInput): Card {
  const scene = sceneOf(input);
  const { round, t } = scene;
  const index = round.definition.steps.findIndex(({ id }) => id === input.stepId);
  const step = round.definition.steps[index];
  if (step === undefined) return plainCard(scene, t.faults.UnknownTask);
  const tasks = step.tasks.filter((task) => concerns(scene, task, input.bodyIds));
  const eyebrow = t.common.eyebrow(index + 1, scene.say({ da: round.name, en: round.name }));
  const data = {
    eyebrow: [eyebrow],
    title: scene.say(step.title),
    lead: roundLines(scene),
    deadline: [],
    status: [],
    rows: tasks.map((task) => t.task.stepTask(scene.say(task.title), taskState(scene, task))),
    result: [],
    notes: [t.task.threadNote],
    buttons: buttons(execute(t.task.myTasks, 'tasks.show', {})),
  };
  const ids = { roundId: round.id, stepId: step.id };
  return render('task', data, {
    language: scene.language,
    summary: plain(`${eyebrow}: ${scene.label(step.title)}`, caps.line),
    refresh: refreshOf(scene, input.refreshFor, ids),
  });
}

function concerns(scene: Scene, task: TaskDefinition, bodyIds: StepInput['bodyIds']): boolean {
  if (bodyIds.length === 0) return true;
  return bodiesOf(scene.round.electorate, task.bodies, scene.date).some((id) => bodyIds.includes(id));
}

/** "frist fredag den 26. februar 2027 kl. 12.00", "afsluttet den 4. marts 2027. Der blev opnået enighed.". */
export function taskState(scene: Scene, definition: TaskDefinition): string {
  const { t, f } = scene;
  const task = scene.round.tasks[definition.id];
  if (task === undefined || task.status === 'waiting') return t.task.stepWaiting;
  if (task.status === 'open') {
    return task.deadlineAt === null ? t.task.stepOpenNoDeadline : t.task.stepOpen(f.moment(task.deadlineAt));
  }
  const day = task.closedAt === null ? '' : f.day(task.closedAt);
  return task.result !== null && hasCount(task.result.arithmetic)
    ? t.task.stepClosedWith(day, outcomeSaid(t, task.result.outcome))
    : t.task.stepClosed(day);
}

export function supersededCard({ language }: { readonly language: Language }): Card {
  const { task } = textsOf(language);
  return plainCard({ language }, task.superseded, [task.supersededText]);
}

/** A message of ours that was made twice points to the one that counts. */
export function strayCard({ language }: { readonly language: Language }): Card {
  const { task } = textsOf(language);
  return plainCard({ language }, task.stray, [task.strayText]);
}

/** Posted on the last working day before a deadline, or on the day itself. */
export function lastDayCard(input: TaskInput): Card {
  const scene = sceneOf(input);
  const of = taskOf(scene, input.taskId);
  if (of === null) return plainCard(scene, scene.t.faults.UnknownTask);
  const { t, look } = scene;
  const isToday = of.task.deadlineAt !== null && look.calendar.dateOf(of.task.deadlineAt) === scene.date;
  const name = taskTitle(scene, of.task.id);
  const piece = pieceOf(scene, of, null);
  return noticeCard(scene, input, isToday ? t.task.lastDayToday(name) : t.task.lastDay(name), [
    sharedDeadlineLine(scene, of.task),
    ...piece.status,
  ]);
}

/** How far a task has come, in a channel whose process asks for it: counts and no names. */
export function summaryCard(input: TaskInput): Card {
  const scene = sceneOf(input);
  const of = taskOf(scene, input.taskId);
  if (of === null) return plainCard(scene, scene.t.faults.UnknownTask);
  const lines = [sharedDeadlineLine(scene, of.task), ...pieceOf(scene, of, null).status];
  return noticeCard(scene, input, scene.t.task.summary(taskTitle(scene, of.task.id)), lines);
}

export function resultPostedCard(input: TaskInput): Card {
  const scene = sceneOf(input);
  const of = taskOf(scene, input.taskId);
  if (of === null) return plainCard(scene, scene.t.faults.UnknownTask);
  const piece = pieceOf(scene, of, null);
  const result = [...piece.result, ...meetingLines(scene, of.task)];
  const lines = [...result, ...piece.status, ...piece.rows, sharedDeadlineLine(scene, of.task)];
  return noticeCard(scene, input, scene.t.task.resultTitle(taskTitle(scene, of.task.id)), lines);
}

export function extendedCard(input: ExtendedInput): Card {
  const scene = sceneOf(input);
  const { t, f } = scene;
  const reason = input.reason === null ? null : `${t.common.reason}: ${block(input.reason, caps.paragraph)}`;
  const lines = present(t.task.extendedTo(f.moment(input.deadlineAt)), reason);
  return noticeCard(scene, input, t.task.extendedTitle(taskTitle(scene, input.taskId)), lines);
}

function noticeCard(scene: Scene, { round, taskId }: TaskInput, title: string, lines: readonly string[]): Card {
  const task = round.tasks[taskId];
  const ids = { roundId: round.id, taskId };
  const data = {
    eyebrow: [scene.eyebrow(taskId)],
    title,
    lead: [],
    deadline: lines.slice(0, 1),
    status: lines.slice(1),
    rows: [],
    result: [],
    notes: [],
    buttons: buttons(
      hasCount(task?.result?.arithmetic)
        ? execute(scene.t.task.seeResult, 'result.show', ids)
        : execute(scene.t.common.show, 'task.show', ids),
    ),
  };
  return render('task', data, {
    language: scene.language,
    summary: plain(title, caps.line) || summaryOf(scene, taskId),
  });
}
