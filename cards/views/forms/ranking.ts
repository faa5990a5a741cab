// Forms of a ranking: six nominations at a time with a tier each, and an order inside one tier for who wants it.
// Nobody is made to place everything: what is left out counts as last, and the overview says so.
import type { NominationId, TaskId } from '../../../services/process/ids';
import { openTo } from '../../../services/process/round/matters/impartiality/standing';
import { nominationsAbout, taskDefinition } from '../../../services/process/round/queries';
import type { Nomination, RoundState } from '../../../services/process/round/state';
import { submit } from '../../card';
import type { DialogContent } from '../../card';
import type { RankingFormInput, RankingOrderInput } from '../../inputs/round';
import { paged } from '../blocks';
import { ownScene } from '../scene';
import { taskOf } from '../seats';
import { ofKind } from '../shared/pieces';
import { numberedLabel } from './answers';
import { formOf, noForm, pageActions } from './form';
import { choiceInput, numberInput } from './inputs';

/** What fits a phone without scrolling for long (CARDS.md). */
export const rankedPerPage = 6;
/** Places are short inputs: twice as many fit. */
const ORDERED_PER_PAGE = 12;

export function rankingForm(input: RankingFormInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const of = taskOf(scene, input.taskId);
  const rank = of === null ? null : ofKind(of, 'rank');
  if (rank === null) return noForm(scene.language, { name: 'UnknownTask' });
  const about = openTo(round, input.viewer.personId, nominationsAbout(round, rank.definition.about));
  const list = paged(about, input.page, rankedPerPage);
  const ids = { roundId: round.id, taskId: input.taskId, mandateId: input.mandateId, page: list.page };
  return formOf({
    language: scene.language,
    title: t.ranking.formTitle(list.page + 1, list.pages),
    fault: input.fault,
    lead: [t.ranking.formLead],
    inputs: list.items.flatMap((nomination) =>
      choiceInput(t, {
        id: `tier_${nomination.id}`,
        label: numberedLabel(nomination.number, scene.titleLabel(nomination)),
        folded: true,
        value: input.draft.tiers[nomination.id] ?? '',
        placeholder: t.ranking.choose,
        options: rank.definition.tiers.map((tier) => ({ title: scene.label(tier.label), value: tier.id })),
      }),
    ),
    actions: pageActions(t, input.surface, 'ranking.save', (go) => ({ ...ids, go }), {
      page: list.page,
      pages: list.pages,
      finish: t.common.save,
    }),
  });
}

export function rankingOrderForm(input: RankingOrderInput): DialogContent {
  const scene = ownScene(input);
  const { t, round } = scene;
  const definition = taskDefinition(round, input.taskId);
  const tier = definition?.kind === 'rank' ? definition.tiers.find(({ id }) => id === input.tierId) : undefined;
  if (tier === undefined) return noForm(scene.language, { name: 'UnknownTier' });
  const members = membersOf(round, input.taskId, input);
  const list = paged(members, input.page, ORDERED_PER_PAGE);
  const ordered = input.draft.order.filter((id) => input.draft.tiers[id] === input.tierId);
  const ids = {
    roundId: round.id,
    taskId: input.taskId,
    mandateId: input.mandateId,
    tierId: input.tierId,
    page: list.page,
  };
  const last = list.page === list.pages - 1;
  return formOf({
    language: scene.language,
    title: t.ranking.orderTitle(scene.label(tier.label)),
    fault: input.fault,
    lead: [t.ranking.orderLead],
    inputs: list.items.flatMap((nomination) =>
      numberInput(t, {
        id: `place_${nomination.id}`,
        label: numberedLabel(nomination.number, scene.titleLabel(nomination)),
        value: placeOf(ordered, nomination.id),
        min: 1,
        max: members.length,
      }),
    ),
    actions: [
      !last && submit(input.surface, t.common.next, 'ranking.order.save', { ...ids, go: 'next' }, { style: 'primary' }),
      submit(
        input.surface,
        t.ranking.orderSaved,
        'ranking.order.save',
        { ...ids, go: 'close' },
        last ? { style: 'primary' } : {},
      ),
      list.page > 0 && submit(input.surface, t.common.previous, 'ranking.order.save', { ...ids, go: 'back' }),
    ],
  });
}

function membersOf(
  round: RoundState,
  taskId: TaskId,
  { draft, tierId, viewer }: RankingOrderInput,
): readonly Nomination[] {
  const definition = taskDefinition(round, taskId);
  const about = definition?.kind === 'rank' ? nominationsAbout(round, definition.about) : [];
  return openTo(round, viewer.personId, about).filter(({ id }) => draft.tiers[id] === tierId);
}

function placeOf(ordered: readonly NominationId[], id: NominationId): string {
  const at = ordered.indexOf(id);
  return at < 0 ? '' : String(at + 1);
}
