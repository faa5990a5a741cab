// The reason of a decision as it is shown, and what its nominator has said is new. Only once the decision is final, except to
// those who write reasons.
import { noticeTask, reasonOf } from '../../services/process/round/kinds/publish/reasons';
import { canComeBack } from '../../services/process/round/matters/new-information';
import type { PersonId } from '../../services/process/ids';
import type { Nomination } from '../../services/process/round/state';
import { openDialog } from '../card';
import type { Element } from '../card';
import type { Scene } from './scene';

/** "Begrundelse: …"; null where none was written or it has been erased. */
export function reasonLine(scene: Scene, nomination: Nomination): string | null {
  const task = noticeTask(scene.round);
  const reason = task === null ? null : reasonOf(task, nomination);
  const words = reason === null ? null : scene.text(reason.texts, reason.field);
  return words === null ? null : scene.t.after.decidedBecause(words);
}

/** What is new about a nomination that was decided against: in this round told by the viewer, or brought from the last. */
export function informationLines(scene: Scene, nomination: Nomination, personId: PersonId): readonly string[] {
  const { t, f, round } = scene;
  const told = round.matters.newInformation[nomination.id];
  const isOwn = nomination.nominators.includes(personId);
  const text = scene.text(nomination.newInformation ?? (isOwn ? (told?.texts ?? null) : null), 'information');
  return [
    ...(told !== undefined && isOwn ? [t.after.informationGiven(f.moment(told.at))] : []),
    ...(text === null ? [] : [t.after.informationIs(text)]),
  ];
}

/** For a nominator whose nomination was decided against, while the round is open. */
export function informationButton(scene: Scene, nomination: Nomination, personId: PersonId): Element | null {
  const { t, round } = scene;
  const may = round.status !== 'closed' && nomination.nominators.includes(personId) && canComeBack(round, nomination);
  const ids = { roundId: round.id, nominationId: nomination.id };
  return may ? openDialog(t.after.newInformation, 'information.open', ids) : null;
}
