// Decisions with their reasons before anybody is told: for those who write them, with a button for each.
import type { PersonId } from '../../../services/process/ids';
import { decidedIn, reasonOf, withoutReason } from '../../../services/process/round/kinds/publish/reasons';
import { openTo } from '../../../services/process/round/matters/impartiality/standing';
import type { Nomination } from '../../../services/process/round/state';
import { openDialog } from '../../card';
import { buttons } from '../blocks';
import { notShownLines } from '../impartiality/nominations';
import { whereOf, worksFor } from '../own/part';
import type { Scene } from '../scene';
import type { TaskOf } from '../seats';
import { isOpen } from '../seats';
import { ofKind } from '../shared/pieces';
import type { Rows } from './list-card';

export function reasonRows(scene: Scene, of: TaskOf, personId: PersonId): Rows {
  const { t, round } = scene;
  if (!writesReasons(scene, of, personId)) return { title: t.after.reasonsTitle, lead: [t.faults.NotForYou], rows: [] };
  const missing = withoutReason(round, of.task).length;
  const decided = decidedIn(round);
  const shown = openTo(round, personId, decided);
  return {
    title: t.after.reasonsTitle,
    lead: [
      missing === 0 ? t.after.reasonsComplete : t.after.reasonsMissing(missing),
      ...notShownLines(scene, decided.length, shown.length),
    ],
    rows: shown.map((nomination) => () => reasonRow(scene, of, nomination)),
  };
}

/** True for who writes reasons now: nobody else reads one before it is told. */
export function writesReasons(scene: Scene, of: TaskOf, personId: PersonId): boolean {
  const publish = ofKind(of, 'publish');
  if (publish === null || !isOpen(scene.round, of.task)) return false;
  return worksFor(whereOf(scene, of), personId, publish.definition.bodies).length > 0;
}

function reasonRow(scene: Scene, { task }: TaskOf, nomination: Nomination) {
  const { t, round } = scene;
  const word = nomination.decision === 'selected' ? t.nomination.selected : t.nomination.notSelected;
  const reason = reasonOf(task, nomination);
  const words = reason === null ? null : scene.text(reason.texts, reason.field);
  const ids = { roundId: round.id, taskId: task.id, nominationId: nomination.id };
  return {
    title: scene.numbered(nomination),
    lines: [t.nomination.decision(word), words === null ? t.after.reasonMissing : t.after.decidedBecause(words)],
    buttons: buttons(openDialog(t.after.reasonOwn, 'reason.open', ids)),
  };
}
