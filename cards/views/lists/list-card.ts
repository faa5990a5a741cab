// Every list of a round, page by page, in the viewer's own view. Which list is said in the press; each is a file beside.
// Must show only what the viewer may see: others' unsent texts and hidden answers stand in no list.
import { never } from '../../../services/process/decision';
import { execute } from '../../card';
import type { Card, Element } from '../../card';
import type { ListInput } from '../../inputs/round';
import { render } from '../../render';
import type { Row } from '../../templates';
import { buttons, listOf, paged, pageNote, pager } from '../blocks';
import { plainCard } from '../plain';
import { ownScene } from '../scene';
import type { Scene } from '../scene';
import type { TaskOf } from '../seats';
import { taskOf } from '../seats';
import { resultCard } from '../own/result';
import { duelRows } from './duels';
import { backingRows, decisionRows, nominationRows, selectionRows, submittedRows } from './nominations';
import { declarationRows } from './declarations';
import { assessmentRows, conclusionRows, remarkRows, statementRows } from './professional';
import { intakeRows } from './intake';
import { reasonRows } from './reasons';
import { chapterRows, groupRows, networkRows } from './products';
import { documentRemarkRows } from './document-remarks';

/** What a list is made of before it is cut into pages. */
export interface Rows {
  readonly title: string;
  readonly lead: readonly string[];
  readonly rows: readonly (() => Row)[];
}

/** A phone shows about ten rows in two screens; a page stays far below the size of a card. */
export const rowsPerPage = 10;

export function listCard(input: ListInput): Card {
  if (input.list === 'result') return resultCard({ ...input, head: null });
  const scene = ownScene(input);
  const of = taskOf(scene, input.taskId);
  if (of === null) return plainCard(scene, scene.t.faults.UnknownTask);
  const { title, lead, rows } = rowsOf(scene, of, input, input.list);
  const list = paged(rows, input.page, rowsPerPage);
  const { t, round } = scene;
  const ids = { roundId: round.id, taskId: input.taskId };
  const turn = (page: number, name: string): Element =>
    execute(name, 'page', { ...ids, list: input.list, page, bodyId: input.bodyId ?? undefined });
  const data = {
    eyebrow: [scene.eyebrow(input.taskId)],
    title,
    lead: rows.length === 0 ? [...lead, t.common.empty] : lead,
    rows: list.items.map((row) => row()),
    notes: pageNote(t, list),
    buttons: buttons(...pager(t, list, turn), execute(t.common.back, 'task.show', ids)),
  };
  return render('list', listOf(data), { language: scene.language, summary: title });
}

function rowsOf(scene: Scene, of: TaskOf, input: ListInput, list: Exclude<ListInput['list'], 'result'>): Rows {
  switch (list) {
    case 'nominations':
      return nominationRows(scene, of, input.viewer.personId);
    case 'submitted':
      return submittedRows(scene, of, input.viewer.personId);
    case 'intake':
      return intakeRows(scene, of, input.viewer.personId);
    case 'backing':
      return backingRows(scene, of, input);
    case 'duels':
      return duelRows(scene, of, input.viewer.personId);
    case 'selection':
      return selectionRows(scene, of, input.viewer.personId);
    case 'decisions':
      return decisionRows(scene, of);
    case 'assessments':
      return assessmentRows(scene, of, input.viewer.personId);
    case 'declarations':
      return declarationRows(scene, input.viewer.personId);
    case 'remarks':
      return remarkRows(scene, of, input.viewer.personId);
    case 'statements':
      return statementRows(scene, of);
    case 'conclusions':
      return conclusionRows(scene, of, input.viewer.personId);
    case 'documentRemarks':
      return documentRemarkRows(scene, of);
    case 'reasons':
      return reasonRows(scene, of, input.viewer.personId);
    case 'groups':
      return groupRows(scene, of);
    case 'networks':
      return networkRows(scene, of, input);
    case 'chapters':
      return chapterRows(scene, of, input);
    default:
      return never(list);
  }
}
