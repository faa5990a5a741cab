// What was declared, reported and ruled on in a round, for the secretariat: it is kept apart from the case,
// so no other list shows it. Nothing of a nomination the viewer is held out of, and nothing of his own.
import type { PersonId } from '../../../services/process/ids';
import { conflictsIn, mayTakePart } from '../../../services/process/round/matters/impartiality/standing';
import type { Conflict } from '../../../services/process/round/matters/impartiality/state';
import { isSecretariat } from '../../../services/process/round/queries';
import type { Row } from '../../templates';
import { present } from '../blocks';
import type { Scene } from '../scene';
import type { Rows } from './list-card';

export function declarationRows(scene: Scene, personId: PersonId): Rows {
  const { t, round } = scene;
  const title = t.impartiality.declarationsTitle;
  if (!isSecretariat(round, personId, scene.date)) return { title, lead: [t.faults.NotSecretariat], rows: [] };
  const declared = Object.keys(round.matters.impartiality.declarations).length;
  const shown = conflictsIn(round).filter(
    (conflict) => conflict.personId !== personId && mayTakePart(round, personId, conflict.nominationId),
  );
  return {
    title,
    lead: [t.impartiality.declarationsLead(declared, shown.length)],
    rows: shown.map((conflict) => () => conflictRow(scene, conflict)),
  };
}

function conflictRow(scene: Scene, conflict: Conflict): Row {
  const { t, round } = scene;
  const nomination = round.nominations[conflict.nominationId];
  return {
    title: `${scene.person(conflict.personId)}: ${nomination === undefined ? t.common.untitled : scene.numbered(nomination)}`,
    lines: conflictLines(scene, conflict),
    buttons: [],
  };
}

/** What was reported of a possible conflict, by whom, and what was ruled. */
export function conflictLines(scene: Scene, conflict: Conflict): readonly string[] {
  const { t, f } = scene;
  return present(
    ...conflict.grounds.map((ground) => t.impartiality.grounds[ground]),
    conflict.reportedBy === conflict.personId
      ? t.impartiality.reportedSelf(f.day(conflict.reportedAt))
      : t.impartiality.reportedBy(scene.person(conflict.reportedBy), f.day(conflict.reportedAt)),
    stateLine(scene, conflict),
    conflict.ruling !== null && scene.text(conflict.ruling.texts, 'reason'),
  );
}

function stateLine(scene: Scene, conflict: Conflict): string {
  const { t, f } = scene;
  const { ruling, withdrawnAt } = conflict;
  if (withdrawnAt !== null) return t.impartiality.takenBack(f.day(withdrawnAt));
  if (ruling === null) return passedOnLine(scene, conflict) ?? t.impartiality.undecided;
  const { counts, deciders } = ruling;
  return t.impartiality.ruled(t.impartiality.votes[ruling.outcome], f.day(ruling.at), counts[ruling.outcome], deciders);
}

/** Who rules in place of those who let their time pass, and until when; null where they still have it. */
export function passedOnLine({ t, f, look }: Scene, { passedOn, deadlineAt }: Conflict): string | null {
  if (passedOn === undefined) return null;
  const words = deadlineAt < look.now ? t.impartiality.passedOnLate : t.impartiality.passedOn;
  return words[passedOn.to](f.moment(deadlineAt));
}
