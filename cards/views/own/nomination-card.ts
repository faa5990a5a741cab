// One nomination in full ("Læs indstillingen"): every field of the definition's form, page by page, what has been said of
// it, and what the viewer can do with it.
import type { Field } from '../../../services/process/definition/schema';
import type { PersonId } from '../../../services/process/ids';
import { mayTakePart } from '../../../services/process/round/matters/impartiality/standing';
import { taskDefinition } from '../../../services/process/round/queries';
import type { Nomination } from '../../../services/process/round/state';
import { execute, openDialog } from '../../card';
import type { Card, Element } from '../../card';
import type { NominationCardInput } from '../../inputs/round';
import { render } from '../../render';
import type { Section } from '../../templates';
import { buttons, paged, pageNote, pageOf, pager, present, section } from '../blocks';
import { conclusionLines } from '../lists/professional';
import { groupName } from '../lists/products';
import { handlesNominations, isOwnNomination } from '../insight';
import { behalfLine } from '../lists/nominations';
import { isFinal, statusWord } from '../nomination-status';
import { correctionLines } from '../governing/marks';
import { conflictActions } from '../impartiality/own';
import { plainCard } from '../plain';
import { informationButton, informationLines, reasonLine } from '../reasons';
import { ownScene } from '../scene';
import type { Scene } from '../scene';
import { isOpen, taskOf } from '../seats';
import { ofKind } from '../shared/pieces';
import { changedLine, changesAction } from './nomination-changes';
import { mergeAction, togetherSections } from './nomination-together';
import { nominatorActions, questionSections } from './nomination-questions';
import { awaitingOf } from './nominating';

/** A page holds one page of the form: with the longest texts allowed on a card it stays within a third of the size cap. */
export function nominationCard(input: NominationCardInput): Card {
  const scene = ownScene(input);
  const { t, round } = scene;
  const nomination = round.nominations[input.nominationId];
  if (nomination === undefined) return plainCard(scene, t.faults.UnknownNomination);
  const { personId } = input.viewer;
  const isHeldOut = !mayTakePart(round, personId, nomination.id);
  if (isHeldOut && !isOwnNomination(scene, nomination, personId)) return plainCard(scene, t.faults.HeldOut);
  const pages = paged(round.definition.form?.pages ?? [], input.page, 1);
  const ids = { roundId: round.id, nominationId: nomination.id, taskId: input.taskId ?? undefined };
  const turn = (page: number, title: string): Element => execute(title, 'nomination.show', { ...ids, page });
  const data = {
    eyebrow: present(nomination.number !== null && t.nomination.number(nomination.number)),
    title: scene.title(nomination),
    lead:
      pages.page === 0
        ? [...factLines(scene, nomination, input.viewer.personId), ...correctionLines(scene, nomination.id)]
        : [],
    sections: [
      ...(pages.page === 0 ? togetherSections(scene, nomination, input.viewer.personId) : []),
      ...(pages.page === 0 ? questionSections(scene, nomination, input.viewer.personId) : []),
      ...pages.items.map((page) =>
        section({
          heading: [scene.say(page.title)],
          lines: page.fields
            .filter(({ id }) => id !== round.definition.form?.titleField && id !== round.definition.form?.backedByField)
            .map((field) => fieldLine(scene, nomination, field)),
        }),
      ),
      ...(pages.page === pages.pages - 1 ? spoken(scene, nomination, input.viewer.personId) : []),
    ],
    notes: pageNote(t, pages),
    buttons: buttons(
      ...pager(t, pages, turn),
      ...nominationActions(scene, nomination, input.viewer.personId),
      ...nominatorActions(scene, nomination, input.viewer.personId),
      changesAction(scene, nomination, personId),
      informationButton(scene, nomination, input.viewer.personId),
      mergeAction(scene, nomination, input.viewer.personId),
      ...conflictActions(scene, nomination, personId),
      input.taskId !== null && execute(t.common.back, 'task.show', { roundId: round.id, taskId: input.taskId }),
    ),
  };
  return render('page', pageOf(data), { language: scene.language, summary: scene.titleLabel(nomination) });
}

function factLines(scene: Scene, nomination: Nomination, personId: PersonId): readonly string[] {
  const { t, f, round } = scene;
  const missing = nomination.onBehalfOf.filter((id) => !nomination.backedBy.includes(id));
  const group = nomination.groupId === null ? undefined : round.groups[nomination.groupId];
  const decided = isFinal(round, nomination);
  return present(
    behalfLine(scene, nomination),
    t.nomination.nominators(f.list(nomination.nominators.map((id) => scene.person(id)))),
    nomination.submittedAt === null
      ? missing.length > 0 && t.nomination.notBacked(f.list(missing.map((id) => scene.body(id))))
      : t.nomination.submittedAt(f.moment(nomination.submittedAt)),
    t.nomination.statusLine(statusWord(scene, nomination, personId)),
    changedLine(scene, nomination, personId),
    decided &&
      t.nomination.decision(nomination.decision === 'selected' ? t.nomination.selected : t.nomination.notSelected),
    decided && reasonLine(scene, nomination),
    ...informationLines(scene, nomination, personId),
    group && t.nomination.group(groupName(scene, group)),
  );
}

/** "Sygdomsområde: …": the label in the definition's words, the value as it was written. */
export function fieldLine(scene: Scene, nomination: Nomination, field: Field): string {
  return `**${scene.say(field.label)}**\n\n${fieldValue(scene, nomination, field) ?? scene.t.nomination.notFilled}`;
}

export function fieldValue(scene: Scene, nomination: Nomination, field: Field): string | null {
  const fact = nomination.facts[field.id];
  const labelOf = (id: string) => {
    const option = field.options?.find((one) => one.id === id);
    return option === undefined ? id : scene.say(option.label);
  };
  switch (field.kind) {
    case 'number':
      return typeof fact === 'number' ? numberValue(scene, field, fact) : null;
    case 'choice':
      return typeof fact === 'string' ? labelOf(fact) : null;
    case 'choices':
      return Array.isArray(fact) && fact.length > 0 ? scene.f.list(fact.map((id: string) => labelOf(id))) : null;
    case 'bodies':
      return scene.f.list(nomination.onBehalfOf.map((id) => scene.body(id))) || null;
    case 'confirm':
      return fact === true ? scene.t.nomination.yes : scene.t.nomination.no;
    default:
      return scene.text(nomination.texts, field.id);
  }
}

function numberValue(scene: Scene, field: Field, value: number): string {
  const number = scene.f.number(value);
  return field.unit === undefined ? number : `${number} ${scene.say(field.unit)}`;
}

/** What has been said of it and may be read: a return's reason; the signed advice once the decision is final, or by those who work on it. */
function spoken(scene: Scene, nomination: Nomination, personId: PersonId): readonly Section[] {
  const { t } = scene;
  const { returned, conclusion } = nomination;
  const reason = returned === null ? null : scene.text(returned.texts, 'reason');
  const by = returned === null ? null : scene.body(returned.by);
  const back =
    by !== null && (reason === null ? t.nomination.returnedReasonGone(by) : t.nomination.returnedBy(by, reason));
  const handles = handlesNominations(scene, personId) && mayTakePart(scene.round, personId, nomination.id);
  const isTold = isFinal(scene.round, nomination) || handles;
  const lines = [...present(back), ...(conclusion === null || !isTold ? [] : conclusionLines(scene, conclusion))];
  return lines.length === 0 ? [] : [section({ lines })];
}

/** What the viewer can do: a nominator changes and withdraws, a contact backs and returns. */
export function nominationActions(scene: Scene, nomination: Nomination, personId: PersonId): readonly Element[] {
  const { t, round } = scene;
  const of = taskOf(scene, nomination.taskId);
  const nominating = of === null ? null : ofKind(of, 'nominate');
  if (nominating === null || !isOpen(round, nominating.task)) return [];
  const ids = { roundId: round.id, nominationId: nomination.id };
  const basis = nomination.revision;
  const backs = awaitingOf(scene, nominating, personId).filter(({ nominations }) => nominations.includes(nomination));
  const owns =
    nomination.nominators.includes(personId) &&
    ['awaitingBacking', 'returned', 'submitted'].includes(nomination.status);
  return present(
    ...backs.flatMap(({ bodyId }) => [
      execute(
        t.nomination.backFor(scene.bodyLabel(bodyId)),
        'nomination.back',
        { ...ids, bodyId, basis },
        { style: 'primary' },
      ),
      openDialog(t.nomination.return, 'nomination.return.open', { ...ids, bodyId, basis }),
    ]),
    owns && openDialog(t.common.change, 'nomination.open', { ...ids, taskId: nomination.taskId }),
    owns && openDialog(t.nomination.withdraw, 'nomination.withdraw.open', { ...ids, basis }),
  );
}

/** The task a nomination was made in still takes changes. */
export function isChangeable(scene: Scene, nomination: Nomination): boolean {
  const task = scene.round.tasks[nomination.taskId];
  return task !== undefined && isOpen(scene.round, task) && taskDefinition(scene.round, task.id)?.kind === 'nominate';
}
