// The own view of a task: what the shared card says, and below it what only this person sees. Answers Action.Execute and
// refresh, so it can be made again at any time. Must show nobody else's answer that is hidden or secret.
import { bodiesOf } from '../../../services/process/round/queries';
import { never } from '../../../services/process/decision';
import { execute, openDialog } from '../../card';
import type { Card, Element } from '../../card';
import type { OwnTaskCardInput } from '../../inputs/round';
import { render } from '../../render';
import type { Section } from '../../templates';
import type { Head } from '../../view';
import { buttons, pageOf, present, section } from '../blocks';
import { intakeSection } from '../lists/intake';
import { conditionSections } from '../governing/conditions';
import { correctionLines, reopeningLines } from '../governing/marks';
import { meetingButtons, meetingLines } from '../governing/meetings';
import { ownImpartiality } from '../impartiality/own';
import { plainCard } from '../plain';
import { ownScene, taskTitle } from '../scene';
import type { Scene } from '../scene';
import type { Part, TaskOf } from '../seats';
import { isOpen, partOf, taskOf } from '../seats';
import { pieceOf } from '../shared/pieces';
import type { Piece } from '../shared/piece';
import { hasCount, summaryOf } from '../shared/task-card';
import { deadlineLine, roundLines } from '../status';
import { ownBallots } from './ballots';
import { ownNominating } from './nominating';
import { ownAppoint } from './appointments';
import { ownDocument, ownGroup, ownPublish } from './products';
import { ownAssess, ownConclude, ownState } from './professional';

export function ownTaskCard(input: OwnTaskCardInput): Card {
  const scene = ownScene(input);
  const of = taskOf(scene, input.taskId);
  if (of === null) return plainCard(scene, scene.t.faults.UnknownTask);
  const { round } = scene;
  const { task, definition } = of;
  const part = partOf(round, of, input.viewer.personId);
  const own = task.status === 'waiting' ? [] : ownSections(scene, of, part, input);
  const piece = pieceOf(scene, of, null);
  const data = {
    eyebrow: [scene.eyebrow(task.id)],
    title: taskTitle(scene, task.id),
    lead: [...present(task.status !== 'closed' && definition.text && scene.say(definition.text)), ...piece.result],
    deadline: [...roundLines(scene), ...present(deadlineLine(scene, task))],
    status: [
      ...reopeningLines(scene, task),
      ...meetingLines(scene, task),
      ...piece.status,
      ...piece.rows,
      ...correctionLines(scene, task.id),
    ],
    asides: piece.notes,
    sections: [
      ...(own.length > 0 ? own : [section({ lines: [followLine(scene, part)] })]),
      ...ownImpartiality(scene, of, input.viewer.personId, input.chats),
      ...conditionSections(scene, task.id, input.viewer.personId),
      ...secretariatSections(scene, of, part),
      ...headSections(scene, input.head),
    ],
    buttons: buttons(...readActions(scene, of, piece, input.head)),
  };
  return render('page', pageOf(data), { language: scene.language, summary: summaryOf(scene, task.id) });
}

/** Buttons that only read: lists and the count; answers stand in the viewer's own sections. */
function readActions(scene: Scene, { task }: TaskOf, piece: Piece, head: Head | null) {
  const ids = { roundId: scene.round.id, taskId: task.id };
  const count = task.status === 'closed' && hasCount(task.result?.arithmetic);
  // "Indstil" stands on the own view too: it is the one thing everyone may do.
  const isNominating = task.kind === 'nominate' && isOpen(scene.round, task);
  return [
    ...(isNominating ? piece.actions : []),
    ...piece.reading,
    ...(task.kind === 'appoint' && task.status === 'open' ? [networksButton(scene, task.id)] : []),
    count && execute(scene.t.task.seeResult, 'result.show', ids),
    head === null && execute(scene.t.common.details, 'details.show', ids),
  ];
}

function networksButton({ t, round }: Scene, taskId: string): Element {
  return execute(t.product.seeNetworks, 'page', { roundId: round.id, taskId, list: 'networks', page: 0 });
}

function ownSections(scene: Scene, of: TaskOf, part: Part, input: OwnTaskCardInput): readonly Section[] {
  const { definition } = of;
  const { personId } = input.viewer;
  switch (definition.kind) {
    case 'agree':
    case 'consider':
    case 'vote':
    case 'approve':
    case 'rank':
      return ownBallots(scene, { ...of, definition }, part, personId, input.prepared ?? []);
    case 'nominate':
      return [
        ...ownNominating(scene, { ...of, definition }, personId, input.drafts),
        ...(part.secretariat ? intakeSection(scene, of) : []),
      ];
    case 'assess':
      return ownAssess(scene, { ...of, definition }, part, personId, input.place);
    case 'state':
      return ownState(scene, { ...of, definition }, personId);
    case 'conclude':
      return ownConclude(scene, { ...of, definition }, personId);
    case 'group':
      return ownGroup(scene, { ...of, definition }, personId);
    case 'appoint':
      return ownAppoint(scene, { ...of, definition }, personId);
    case 'document':
      return ownDocument(scene, { ...of, definition }, personId);
    case 'publish':
      return ownPublish(scene, { ...of, definition }, personId);
    default:
      return never(definition);
  }
}

/** Whoever has nothing to do is told so; an observer and a contact by their own word. */
function followLine(scene: Scene, part: Part): string {
  const { t } = scene;
  const [observed] = part.observes;
  const [contact] = part.contactOf;
  if (observed !== undefined) return `${t.task.observerOf(scene.body(observed.bodyId))} ${t.task.follow}`;
  if (contact !== undefined) return t.task.contactFor(scene.body(contact.bodyId));
  return t.task.follow;
}

function secretariatSections(scene: Scene, of: TaskOf, part: Part): readonly Section[] {
  const { t, round } = scene;
  const { task } = of;
  if (!part.secretariat || task.status === 'waiting') return [];
  const ids = { roundId: round.id, taskId: task.id };
  if (!isOpen(round, task)) {
    const actions = [
      task.status === 'closed' &&
        round.status === 'running' &&
        openDialog(t.override.reopen, 'override.reopen.open', ids),
      openDialog(t.override.correct, 'override.correct.open', ids),
    ];
    return [section({ heading: [t.task.secretariat], buttons: buttons(...actions) })];
  }
  return [
    section({
      heading: [t.task.secretariat],
      buttons: buttons(
        execute(t.task.seeMissing, 'round.missing', ids),
        openDialog(t.task.extend, 'deadline.open', ids),
        openDialog(t.task.closeTask, 'task.close.open', ids),
        ...('rule' in of.definition
          ? meetingButtons(scene, task.id, bodiesOf(round.electorate, of.definition.bodies, of.date))
          : []),
      ),
    }),
  ];
}

/** The record's head: an anchor outside our database (DESIGN.md §4). */
export function headSections({ t }: Pick<Scene, 't'>, head: Head | null): readonly Section[] {
  if (head === null) return [];
  return [
    section({
      heading: [t.common.caseRecord],
      lines: [t.common.recordNumber(head.seq), t.common.recordHash(head.hash)],
      notes: [t.common.recordHelp],
    }),
  ];
}
