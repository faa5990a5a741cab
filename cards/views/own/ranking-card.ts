// A ranking's overview for one seat (CARDS.md §3): how many in each tier, who prepared it, and the button that gives it.
// A preparer sees the same without that button.
import { openTo } from '../../../services/process/round/matters/impartiality/standing';
import { same } from '../../../services/process/same';
import { answererOf, nominationsAbout } from '../../../services/process/round/queries';
import type { CastBallot } from '../../../services/process/round/state';
import { execute, openDialog } from '../../card';
import type { Card, Element } from '../../card';
import type { RankingCardInput, RankingDraft } from '../../inputs/round';
import { render } from '../../render';
import { buttons, pageOf, present, section } from '../blocks';
import { notShownLines } from '../impartiality/nominations';
import { plainCard } from '../plain';
import { ownScene, taskTitle } from '../scene';
import type { Scene } from '../scene';
import { isOpen, seatBody, seatLine, taskOf } from '../seats';
import { ofKind } from '../shared/pieces';
import { basedOnLines, deadlineLine } from '../status';
import { changeLine, slotOf } from './ballots';

export function rankingCard(input: RankingCardInput): Card {
  const scene = ownScene(input);
  const { t, round } = scene;
  const of = taskOf(scene, input.taskId);
  const rank = of === null ? null : ofKind(of, 'rank');
  const mandate = round.electorate.mandates[input.mandateId];
  if (rank === null || mandate === undefined) return plainCard(scene, t.faults.UnknownTask);
  const { task, definition } = rank;
  const slot = slotOf(scene, rank, mandate.id, input.viewer.personId);
  const given = slot.present;
  const draft = input.draft ?? (given ? { tiers: given.tiers ?? {}, order: given.order } : null);
  const isAnswerer = slot.isInstead || answererOf(task, mandate) === input.viewer.personId;
  const all = nominationsAbout(round, definition.about);
  const about = openTo(round, input.viewer.personId, all);
  const unplaced = about.filter(({ id }) => draft?.tiers[id] === undefined).length;
  const begun = draft !== null && Object.keys(draft.tiers).length > 0;
  const counts = definition.tiers.map((tier) => {
    const count = about.filter(({ id }) => draft?.tiers[id] === tier.id).length;
    return t.ranking.tierCount(scene.say(tier.label), count);
  });
  const data = {
    eyebrow: [scene.eyebrow(task.id)],
    title: taskTitle(scene, task.id),
    lead: [
      isAnswerer
        ? seatLine(scene, task, mandate, input.viewer.personId)
        : t.task.prepares(scene.body(seatBody(mandate)), scene.person(mandate.holder)),
      deadlineLine(scene, task),
      ...basedOnLines(scene, definition),
      ...notShownLines(scene, all.length, about.length),
    ],
    sections: [
      section({
        lines: [stateLine(scene, input, given), ...(begun ? [counts.join(' · ')] : [])],
        notes: present(
          begun && unplaced > 0 && t.ranking.unplaced(unplaced),
          given && isOpen(round, task) && changeLine(scene, rank),
          given && draft !== null && differs(given, draft) && t.ranking.draftDiffers,
          !isAnswerer && t.ranking.onlyHolder(scene.person(answererOf(task, mandate))),
        ),
        buttons: isOpen(round, task) ? buttons(...actions(scene, input, isAnswerer, given, draft)) : [],
      }),
    ],
    notes: [],
    buttons: isOpen(round, task) ? orderButtons(scene, input, draft) : [],
  };
  return render('page', pageOf(data), { language: scene.language, summary: scene.label(definition.title) });
}

function stateLine(scene: Scene, { prepared, viewer, draft }: RankingCardInput, given: CastBallot | undefined): string {
  const { t, f } = scene;
  if (given !== undefined) return t.ranking.given(f.moment(given.at));
  if (prepared !== null && prepared.by !== viewer.personId) {
    return t.ranking.prepared(scene.person(prepared.by), f.weekday(prepared.at));
  }
  return draft === null || Object.keys(draft.tiers).length === 0 ? t.ranking.notBegun : t.ranking.notGiven;
}

function differs(given: CastBallot, draft: RankingDraft): boolean {
  return !same(given.tiers ?? {}, draft.tiers) || !same(given.order, draft.order);
}

function actions(
  scene: Scene,
  input: RankingCardInput,
  isAnswerer: boolean,
  given: CastBallot | undefined,
  draft: RankingDraft | null,
): readonly (Element | false)[] {
  const { t, round } = scene;
  const ids = { roundId: round.id, taskId: input.taskId, mandateId: input.mandateId };
  const begun = draft !== null && Object.keys(draft.tiers).length > 0;
  const canGive = isAnswerer && begun && (given === undefined || differs(given, draft));
  const title = given === undefined ? t.ranking.give : t.ranking.giveAgain;
  const prepared = input.prepared !== null && input.prepared.by !== input.viewer.personId;
  return [
    openDialog(
      begun ? t.ranking.edit : t.ranking.begin,
      'ranking.open',
      { ...ids, page: 0 },
      begun ? {} : { style: 'primary' },
    ),
    canGive && execute(title, 'ranking.give', { ...ids, basis: given?.revision ?? 0 }, { style: 'primary' }),
    isAnswerer && prepared && execute(t.ranking.handback, 'ranking.handback', ids),
  ];
}

/** An order inside a tier is offered only where there is something to order, and never asked for. */
function orderButtons(scene: Scene, input: RankingCardInput, draft: RankingDraft | null) {
  const { round, t } = scene;
  const definition = round.definition.steps.flatMap(({ tasks }) => tasks).find(({ id }) => id === input.taskId);
  if (draft === null || definition?.kind !== 'rank') return [];
  const ids = { roundId: round.id, taskId: input.taskId, mandateId: input.mandateId, page: 0 };
  // The last tier means "not in this round": an order in it says nothing.
  const tiers = definition.tiers.slice(0, -1);
  return buttons(
    ...tiers.map(
      (tier) =>
        Object.values(draft.tiers).filter((id) => id === tier.id).length > 1 &&
        openDialog(t.ranking.orderIn(scene.label(tier.label)), 'ranking.order.open', { ...ids, tierId: tier.id }),
    ),
  );
}
