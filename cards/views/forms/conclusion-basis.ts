// What a draft of the joint advice builds on, as its writer sees it: how the nomination was assessed, and what other bodies
// remarked. Proposes no outcome: nothing is concluded from a score (PROCESS.md §4).
import type { NominationId, TaskId } from '../../../services/process/ids';
import { givenIn } from '../../../services/process/round/kinds/assess/coverage';
import { taskDefinitions } from '../../../services/process/round/queries';
import type { TaskDefinitionOf } from '../../../services/process/definition/schema';
import { present } from '../blocks';
import { remarkLines } from '../lists/professional';
import { countsLine, middleLine, scoredOf, viewOf } from '../own/assessment-again';
import { divided } from '../own/spread';
import { plain } from '../../escape';
import type { Scene } from '../scene';
import { taskOf } from '../seats';
import { ofKind } from '../shared/pieces';

/** Remarks shown in full above a form; the others are counted, and all stand in their list. */
const REMARKS_MAX = 6;
const REMARK_MAX = 400;

/** Lines on one nomination from the tasks the advice is based on; where it names none, from all before it. */
export function basisLines(
  scene: Scene,
  { basedOn }: Pick<TaskDefinitionOf<'conclude'>, 'basedOn'>,
  id: NominationId,
): readonly string[] {
  const tasks = taskDefinitions(scene.round)
    .map((task) => task.id)
    .filter((task) => basedOn.length === 0 || basedOn.includes(task));
  return [...tasks.flatMap((task) => assessedLines(scene, task, id)), ...remarkedLines(scene, tasks, id)];
}

function assessedLines(scene: Scene, taskId: TaskId, id: NominationId): readonly string[] {
  const of = taskOf(scene, taskId);
  const assess = of === null ? null : ofKind(of, 'assess');
  // Others' scores must not colour one's own: nothing is shown while anybody may still assess.
  if (assess?.task.status !== 'closed') return [];
  const view = viewOf(scene, assess);
  const given = givenIn(view, id);
  const { t } = scene;
  if (given.length === 0) return [];
  return [
    t.common.labelled(t.assessment.basis, t.assessment.basisAssessments(given.length)),
    divided(scene, view, given),
    ...scoredOf(view).map((principle) => {
      const lines = present(countsLine(scene, principle, given), middleLine(scene, view, principle, given));
      return `**${scene.say(principle.label)}**\n\n${lines.join('\n\n')}`;
    }),
  ];
}

function remarkedLines(scene: Scene, tasks: readonly TaskId[], id: NominationId): readonly string[] {
  const { t } = scene;
  const lines = tasks.flatMap((taskId) => {
    const of = taskOf(scene, taskId);
    if (of === null || of.task.work.family !== 'statements') return [];
    return of.task.work.remarks
      .filter(({ nominationId }) => nominationId === id)
      .map((remark) => {
        const said = remarkLines(scene, of, remark).join(' · ') || t.common.erased;
        return t.common.labelled(scene.body(remark.bodyId), plain(said, REMARK_MAX));
      });
  });
  if (lines.length === 0) return [];
  const more = lines.length - REMARKS_MAX;
  return [
    `**${t.assessment.remarksTitle}**`,
    ...lines.slice(0, REMARKS_MAX),
    ...(more > 0 ? [t.task.andMore(more)] : []),
  ];
}
