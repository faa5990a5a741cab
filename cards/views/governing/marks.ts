// What a task's cards say of it beside its own state: that it was taken up again, and what has been corrected since.
// Must change nothing of what stood: these lines stand beside it.
import type { NominationId, TaskId } from '../../../services/process/ids';
import { overridesOf } from '../../../services/process/round/matters/overrides';
import type { Task } from '../../../services/process/round/state';
import { present } from '../blocks';
import { taskTitle } from '../scene';
import type { Scene } from '../scene';

/** "Sendt tilbage fra … Det, der ønskes: …", as long as the task is open again. */
export function reopeningLines(scene: Scene, task: Task): readonly string[] {
  const { t, f } = scene;
  const { reopening } = task;
  if (reopening === undefined || task.status !== 'open') return [];
  const day = f.day(reopening.at);
  const words = reopening.texts.flatMap((ref) => scene.text(ref, 'reason') ?? []);
  return [
    reopening.from === null
      ? t.override.reopenedAt(day)
      : t.override.returnedFrom(taskTitle(scene, reopening.from), day),
    ...words.map((text) => (reopening.from === null ? t.override.reason(text) : t.override.reopenedBecause(text))),
  ];
}

/** Corrections of a task, or of one nomination in it; an erased one says nothing. */
export function correctionLines(scene: Scene, about: TaskId | NominationId): readonly string[] {
  return overridesOf(scene.round).flatMap(({ change, status, texts, second }) => {
    if (change.kind !== 'correct' || status !== 'done' || second === null) return [];
    if ((change.nominationId ?? change.taskId) !== about) return [];
    const right = scene.text(texts, 'right');
    return present(right !== null && scene.t.override.corrected(scene.f.day(second.at), right));
  });
}
