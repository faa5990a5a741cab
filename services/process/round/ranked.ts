// The ranking a selection builds on, read off the closed task that counted it. A help for those who select: it decides
// nothing, and never breaks a tie (PROCESS.md §4).
import type { NominationId, TaskId } from '../ids';
import { nominationsAbout, taskDefinition } from './queries';
import type { Json, RoundState, TaskResult } from './state';

/**
 * The nominations of a task, best first; those in one group share their places. From the newest closed ranking that the
 * task is based on, or its own; without one, all candidates are equal. Nominations withdrawn since are left out, and those
 * that no ranking knows stand last.
 */
export function rankedOrder(round: RoundState, taskId: TaskId): readonly (readonly NominationId[])[] {
  const definition = taskDefinition(round, taskId);
  const about = definition !== undefined && 'about' in definition ? definition.about : 'submitted';
  const candidates = nominationsAbout(round, about).map(({ id }) => id);
  const based = definition !== undefined && 'basedOn' in definition ? definition.basedOn : [];
  const bands = [taskId, ...based.toReversed()]
    .map((id) => bandsOf(round.tasks[id]?.result))
    .find((found) => found !== null);
  const groups = (bands ?? []).map((band) => candidates.filter((id) => band.includes(id)));
  const unranked = candidates.filter((id) => !groups.some((group) => group.includes(id)));
  return [...groups, unranked].filter((group) => group.length > 0);
}

/** The bands as they stand in a ranking's arithmetic; null for any other result. */
function bandsOf(result: TaskResult | null | undefined): readonly (readonly string[])[] | null {
  const bands = within(within(result?.arithmetic, 'ranking'), 'bands');
  if (!Array.isArray(bands)) return null;
  return bands.map((band: Json) => {
    const alternatives = within(band, 'alternatives');
    return Array.isArray(alternatives) ? alternatives.map(String) : [];
  });
}

function within(json: Json | undefined, key: string): Json | undefined {
  if (json === null || typeof json !== 'object' || Array.isArray(json)) return undefined;
  return (json as { readonly [key: string]: Json })[key];
}
