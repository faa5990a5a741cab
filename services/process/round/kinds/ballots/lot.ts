// The lot that decides a tied vote: between "for" and "against", from the seed in the record. Draws nothing by chance.
import { drawLots, type LotResult } from '../../../tally/lot';
import type { TaskView } from '../kind';
import type { CollegialKind } from './choices';
import { ballotsIn } from './work';

/** What is in the urn; the record and the card show these words. */
export const LOT_FOR = 'for';
const LOT_AGAINST = 'against';

/** The draw of a tie where the rule leaves it to a lot and the seed has been recorded; else null. */
export function lotOf(view: TaskView<CollegialKind>): LotResult | null {
  const { lot } = ballotsIn(view.task);
  if (lot === null || view.definition.rule.tie !== 'lot') return null;
  return drawLots([LOT_FOR, LOT_AGAINST], lot.seed);
}
