// The lines every task card begins with: deadline, pause, closing, and what the tasks before it came to.
// Must say nothing that only some may see: these lines stand on shared cards.
import type { TaskDefinition } from '../../services/process/definition/schema';
import { taskDefinition } from '../../services/process/round/queries';
import type { Task } from '../../services/process/round/state';
import type { Texts } from '../texts';
import { present } from './blocks';
import type { Scene } from './scene';

/** From how many working days on a deadline says how near it is. */
const SOON_DAYS = 10;

/** "Frist: fredag den 26. februar 2027 kl. 12.00", or why there is none. */
export function deadlineLine(scene: Scene, task: Task): string {
  const { t, f, look } = scene;
  if (task.status === 'waiting') return t.task.waiting;
  if (task.status === 'closed') return task.closedAt === null ? '' : t.task.closedAt(f.moment(task.closedAt));
  if (task.deadlineAt === null) return t.task.waitsForAnswers;
  if (task.deadlineAt < look.now) return t.common.deadlinePassed(f.moment(task.deadlineAt));
  const days = look.calendar.workingDaysBetween(scene.date, look.calendar.dateOf(task.deadlineAt));
  const moment = f.moment(task.deadlineAt);
  return days <= SOON_DAYS ? t.common.deadlineSoon(moment, t.common.until(days)) : t.common.deadline(moment);
}

/** On shared cards the deadline alone: "om 4 arbejdsdage" would be wrong tomorrow, and an edit a day for nothing. */
export function sharedDeadlineLine(scene: Scene, task: Task): string {
  const { t, f } = scene;
  if (task.status !== 'open') return deadlineLine(scene, task);
  return task.deadlineAt === null ? t.task.waitsForAnswers : t.common.deadline(f.moment(task.deadlineAt));
}

/** Pause or end of the round; nothing while it runs. */
export function roundLines(scene: Scene): readonly string[] {
  const { round, t } = scene;
  return present(round.status === 'paused' && t.task.paused, round.status === 'closed' && t.task.roundClosed);
}

/** The outcome in words; a name the words do not know is shown as plainly closed. */
export function outcomeWord(t: Texts, outcome: string): string {
  const words: Readonly<Record<string, string>> = t.task.outcome;
  return Object.hasOwn(words, outcome) ? (words[outcome] ?? t.task.outcome.closed) : t.task.outcome.closed;
}

/** The outcome as a sentence without its full stop: a date may follow. */
export function outcomeSaid(t: Texts, outcome: string): string {
  const said: Readonly<Record<string, string>> = t.task.outcomeSaid;
  return Object.hasOwn(said, outcome) ? (said[outcome] ?? t.task.outcomeSaid.closed) : t.task.outcomeSaid.closed;
}

/** The tasks this one builds on, as far as they are closed: what they came to, and when. */
export function basedOnLines(scene: Scene, definition: TaskDefinition): readonly string[] {
  const basedOn = 'basedOn' in definition ? definition.basedOn : [];
  return basedOn.flatMap((taskId) => {
    const before = taskDefinition(scene.round, taskId);
    const task = scene.round.tasks[taskId];
    if (before === undefined || !task?.result || task.closedAt === null) return [];
    const said = outcomeSaid(scene.t, task.result.outcome);
    return [scene.t.task.basedOn(scene.say(before.title), said, scene.f.day(task.closedAt))];
  });
}
