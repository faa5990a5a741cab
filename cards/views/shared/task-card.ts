// The shared card of a task, any kind, open or closed: complete without refresh, and never with an input (DESIGN.md §5).
import { isTakenToMeeting } from '../../../services/process/round/kinds/ballots/work';
import type { TaskDefinition } from '../../../services/process/definition/schema';
import { judgesNominations } from '../../../services/process/round/matters/impartiality/people';
import { execute, openDialog } from '../../card';
import type { Card, Element } from '../../card';
import { cardData } from '../../card';
import { plain } from '../../escape';
import type { TaskCardInput } from '../../inputs/round';
import { render } from '../../render';
import { buttons, present } from '../blocks';
import { conditionLines } from '../governing/conditions';
import { correctionLines, reopeningLines } from '../governing/marks';
import { meetingLines } from '../governing/meetings';
import { plainCard } from '../plain';
import { caps, sceneOf, taskTitle } from '../scene';
import type { Scene } from '../scene';
import { isOpen, taskOf } from '../seats';
import { roundLines, sharedDeadlineLine } from '../status';
import { pieceOf } from './pieces';

/** The card of a task in a channel. Everything on it may be seen by all who are in the channel. */
export function taskCard(input: TaskCardInput): Card {
  const scene = sceneOf(input);
  const of = taskOf(scene, input.taskId);
  if (of === null) return plainCard(scene, scene.t.faults.UnknownTask);
  const { round, t } = scene;
  const { task, definition } = of;
  const piece = pieceOf(scene, of, input.bodyId);
  const open = isOpen(round, task);
  const ids = { roundId: round.id, taskId: task.id };
  const sealed = task.status === 'closed';
  const data = {
    eyebrow: [scene.eyebrow(task.id)],
    title: taskTitle(scene, task.id),
    lead: present(!sealed && definition.text && scene.say(definition.text)),
    deadline: [...roundLines(scene), sharedDeadlineLine(scene, task)],
    status: [...reopeningLines(scene, task), ...meetingLines(scene, task), ...piece.status],
    rows: piece.rows,
    result: piece.result,
    notes: [
      ...conditionLines(scene, task.id),
      ...correctionLines(scene, task.id),
      ...piece.notes,
      ...(open && 'rule' in definition ? [t.task.threadNoteShort] : []),
    ],
    buttons: buttons(
      ...(open && !isTakenToMeeting(task) ? piece.actions : []),
      open && judges(scene, definition) && openDialog(t.impartiality.report, 'interests.open', { roundId: round.id }),
      ...piece.reading,
      sealed && hasCount(task.result?.arithmetic) && execute(t.task.seeResult, 'result.show', ids),
      execute(t.common.details, 'details.show', ids),
    ),
  };
  return render('task', data, {
    language: scene.language,
    summary: summaryOf(scene, task.id),
    refresh: refreshOf(scene, input.refreshFor, ids),
  });
}

/** Where nominations are judged and interests are declared, everybody who judges may say so from the card itself. */
function judges({ round }: Scene, definition: TaskDefinition): boolean {
  return round.definition.impartiality !== undefined && judgesNominations(definition);
}

/** "Godkend udvælgelsen. Frist: fredag …": what a notification says. */
export function summaryOf(scene: Scene, taskId: TaskCardInput['taskId']): string {
  const of = taskOf(scene, taskId);
  if (of === null) return '';
  return plain(`${scene.label(of.definition.title)}. ${sharedDeadlineLine(scene, of.task)}`, caps.line);
}

/** Ids only: it may fire with an old card's data (TEAMS.md §2). */
export function refreshOf(
  scene: Scene,
  refreshFor: readonly string[] | null,
  ids: { readonly roundId: string; readonly taskId?: string; readonly stepId?: string },
): Element | null {
  if (refreshFor === null) return null;
  const action = {
    type: 'Action.Execute',
    title: scene.t.common.myView,
    verb: 'refresh',
    data: cardData('refresh', ids),
  };
  return { action, userIds: refreshFor };
}

/** Votes and rankings have an arithmetic to show; other results are told in full on the card. */
export function hasCount(arithmetic: unknown): boolean {
  return typeof arithmetic === 'object' && arithmetic !== null && 'quorum' in arithmetic;
}
