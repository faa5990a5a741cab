// What a nomination's card tells of merging and joining: proposals with their answers, what has become part of it, who asks
// to join; and the buttons of whoever may act.
import type { PersonId } from '../../../services/process/ids';
import { joinsWaiting } from '../../../services/process/round/matters/joining';
import {
  mergeOf,
  mergesInto,
  nominationsOf,
  proposalFor,
  spokenForBy,
  toAgree,
} from '../../../services/process/round/matters/merging/queries';
import type { Merge } from '../../../services/process/round/matters/merging/state';
import { mayProposeFor, mayUndo } from '../../../services/process/round/matters/merging/rights';
import { isAskable } from '../../../services/process/round/matters/questions/queries';
import { isSecretariat } from '../../../services/process/round/queries';
import type { Nomination } from '../../../services/process/round/state';
import { execute, openDialog } from '../../card';
import type { Element } from '../../card';
import type { Section } from '../../templates';
import { buttons, present, section } from '../blocks';
import { handlesNominations, isOwnNomination } from '../insight';
import type { Scene } from '../scene';

export function togetherSections(scene: Scene, nomination: Nomination, personId: PersonId): readonly Section[] {
  const { round } = scene;
  const partOf = mergeOf(round, nomination.id);
  const proposal = proposalFor(round, nomination.id);
  const isInside = handlesNominations(scene, personId) || isOwnNomination(scene, nomination, personId);
  return [
    ...(partOf === null ? [] : partOfSection(scene, partOf, personId)),
    ...mergesInto(round, nomination.id).map((merge) => containsSection(scene, merge, personId)),
    ...(proposal === null || !isInside ? [] : [proposalSection(scene, proposal, personId)]),
    ...joinSections(scene, nomination, personId),
  ];
}

/** "2027-003 Nyresvigt, 2027-007 Nyresygdom", without the one that stays. */
export function namesOf(scene: Scene, merge: Pick<Merge, 'into' | 'from'>): string {
  const [, ...others] = nominationsOf(scene.round, merge);
  return scene.f.list(others.map((nomination) => scene.numbered(nomination)));
}

function partOfSection(scene: Scene, merge: Merge, personId: PersonId): readonly Section[] {
  const { t, round } = scene;
  const target = round.nominations[merge.into];
  if (target === undefined) return [];
  const ids = { roundId: round.id, nominationId: target.id, taskId: target.taskId };
  return [
    section({
      lines: [t.together.partOf(scene.numbered(target))],
      buttons: buttons(execute(t.together.openIt, 'nomination.show', ids), undoAction(scene, merge, personId)),
    }),
  ];
}

function containsSection(scene: Scene, merge: Merge, personId: PersonId): Section {
  const { t, f } = scene;
  return section({
    lines: present(merge.endedAt && t.together.contains(namesOf(scene, merge), f.day(merge.endedAt))),
    buttons: buttons(undoAction(scene, merge, personId)),
  });
}

/** Until the advice on the one that stays is signed. */
function undoAction({ t, round, date }: Scene, merge: Merge, personId: PersonId): Element | false {
  const target = round.nominations[merge.into];
  if (
    !mayUndo(round, merge, personId, date) ||
    round.status !== 'running' ||
    target === undefined ||
    !isAskable(target)
  )
    return false;
  return openDialog(t.together.undo, 'merge.undo.open', { roundId: round.id, mergeId: merge.id });
}

/** What is proposed, why, how far it has come, and the answer of whoever is asked. */
export function proposalSection(scene: Scene, merge: Merge, personId: PersonId): Section {
  const { t, round } = scene;
  const target = round.nominations[merge.into];
  const all = toAgree(round, { ...merge, agreed: [], agreedFor: [] });
  const left = toAgree(round, merge);
  const reason = scene.text(merge.texts, 'reason');
  return section({
    lines: present(
      target && t.together.proposed(scene.numbered(target), namesOf(scene, merge)),
      reason !== null && t.nomination.outcomeReason(reason),
    ),
    notes: [t.together.answered(all.length - left.length, all.length)],
    buttons: round.status === 'running' ? buttons(...proposalActions(scene, merge, personId, left)) : [],
  });
}

function proposalActions(
  { t, round, date }: Scene,
  merge: Merge,
  personId: PersonId,
  left: readonly PersonId[],
): readonly (Element | false)[] {
  const ids = { roundId: round.id, mergeId: merge.id };
  const isAsked = left.includes(personId);
  const speaks = !isAsked && !merge.agreed.includes(personId) && spokenForBy(round, merge, personId, date).length > 0;
  const mayWithdraw = merge.by === personId || isSecretariat(round, personId, date);
  const agree = isAsked ? t.together.agree : t.together.agreeFor;
  return [
    (isAsked || speaks) && execute(agree, 'merge.answer', { ...ids, agrees: true }, { style: 'primary' }),
    (isAsked || speaks) && execute(t.together.disagree, 'merge.answer', { ...ids, agrees: false }),
    mayWithdraw && execute(t.together.withdraw, 'merge.withdraw', ids),
  ];
}

function joinSections(scene: Scene, nomination: Nomination, personId: PersonId): readonly Section[] {
  const { t, round } = scene;
  if (!nomination.nominators.includes(personId) || round.status !== 'running') return [];
  return joinsWaiting(round, nomination.id).map((join) => {
    const ids = { roundId: round.id, joinId: join.id };
    return section({
      lines: [t.together.joinWish(scene.person(join.personId))],
      buttons: buttons(
        execute(t.together.takeIn, 'join.answer', { ...ids, accepts: true }, { style: 'primary' }),
        execute(t.together.decline, 'join.answer', { ...ids, accepts: false }),
      ),
    });
  });
}

/** For nominators, those who work on the advice and the secretariat, while nothing is proposed. */
export function mergeAction(scene: Scene, nomination: Nomination, personId: PersonId): Element | false {
  const { t, round, date } = scene;
  if (round.status !== 'running' || !isAskable(nomination) || proposalFor(round, nomination.id) !== null) return false;
  const may = mayProposeFor(round, nomination, personId, date);
  return may && openDialog(t.together.propose, 'merge.open', { roundId: round.id, nominationId: nomination.id });
}
