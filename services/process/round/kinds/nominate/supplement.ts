// A nomination that is made complete on the secretariat's request, after it was submitted and perhaps after the deadline:
// the same checks of the form as when it was sent. Decides nothing about who may.
import type { LocalDate } from '../../../calendar';
import type { RoundEvent } from '../../events';
import { definitionOf } from '../../queries';
import type { RoundRefusal } from '../../refusals';
import type { Nomination, RoundState } from '../../state';
import { factsOf, notFilled, type Filled } from './form';

/** Why the content cannot stand, or null; the nomination's own organisations may stay though they have ended since. */
export function contentFaults(
  content: Filled,
  round: RoundState,
  nomination: Nomination,
  date: LocalDate,
): RoundRefusal | null {
  const definition = definitionOf(round, nomination.taskId, 'nominate');
  const task = round.tasks[nomination.taskId];
  if (definition === undefined || task === undefined) return { name: 'UnknownTask' };
  return notFilled(content, { round, task, definition, date }, nomination.onBehalfOf);
}

/** The new text; nothing of who stands behind it changes. */
export function revisedOnRequest(content: Filled, round: RoundState, { id, onBehalfOf }: Nomination): RoundEvent {
  const facts = factsOf(round.definition.form, content.facts, onBehalfOf);
  return { type: 'NominationRevised', nominationId: id, onBehalfOf, texts: content.texts, facts };
}
