// What earlier rounds have left for a nominator, told once when a round takes nominations: one tap each to take it along.
import { execute } from '../../card';
import type { Card } from '../../card';
import { inline, plain } from '../../escape';
import type { CarryInput, CarryOffer } from '../../inputs/personal';
import { render } from '../../render';
import type { Row } from '../../templates';
import { buttons, listOf } from '../blocks';
import { caps, ownScene, sceneOf } from '../scene';

/** The rest stands under "mine indstillinger". */
const OFFERS_MAX = 6;

export function carryCard(input: CarryInput): Card {
  const { t, round } = ownScene(input);
  const data = {
    eyebrow: [],
    title: t.draft.carryTitle(inline(round.name, caps.label)),
    lead: [t.draft.carryLead(input.offers.length)],
    rows: input.offers.slice(0, OFFERS_MAX).map((offer) => offerRow(input, offer)),
    notes: [],
    buttons: buttons(execute(t.personal.command.nominations, 'nominations.show', {})),
  };
  const summary = t.draft.carryTitle(plain(round.name, caps.label));
  return render('list', listOf(data), { language: input.viewer.language, summary });
}

function offerRow({ viewer, look, round, taskId }: CarryInput, { from, nominationId, title }: CarryOffer): Row {
  const scene = sceneOf({ round: from, language: viewer.language, look });
  const { t } = scene;
  const sent = from.nominations[nominationId];
  const shown = sent !== undefined && title === null ? scene.title(sent) : inline(title ?? '', caps.title);
  const data = { roundId: round.id, taskId, nominationId, from: from.id };
  return {
    title: shown || t.common.untitled,
    lines: [inline(from.name, caps.label)],
    buttons: buttons(
      execute(t.draft.carry(plain(round.name, caps.label)), 'nomination.carry', data, { style: 'primary' }),
    ),
  };
}
