// What an assessor sees of the others: how scores lie, principle by principle, and in a second round their reasons.
// Never who said what: reasons stand in an order that has nothing to do with names or seats (PROCESS.md §4).
import type { TaskDefinitionOf } from '../../../services/process/definition/schema';
import type { NominationId, PersonId } from '../../../services/process/ids';
import { assessedIn, countedIn, givenIn } from '../../../services/process/round/kinds/assess/coverage';
import { summaryOf } from '../../../services/process/round/kinds/assess/second-round';
import type { TaskView } from '../../../services/process/round/kinds/kind';
import type { Assessment } from '../../../services/process/round/state';
import { block } from '../../escape';
import type { Scene } from '../scene';
import type { TaskOf } from '../seats';

type View = TaskView<'assess'>;
type Principle = View['round']['definition']['principles'][number];

/** Shown of each reason: ten of them are still a card one reads. */
const REASON_MAX = 600;
const REASONS_MAX = 10;

export function viewOf({ round }: Scene, { task, definition, date }: TaskOf<TaskDefinitionOf<'assess'>>): View {
  return { round, task, definition, date };
}

/** In a second round, above the form: how scores lay before it, and the others' reasons as they stand. */
export function secondLines(scene: Scene, view: View, id: NominationId, personId: PersonId): readonly string[] {
  const { t } = scene;
  const { second } = assessedIn(view);
  if (second === null) return [];
  const before = countedIn(view, id, second.before).map(([, assessment]) => assessment);
  const others = givenIn(view, id).filter(({ by }) => by !== personId);
  const scored = scoredOf(view);
  return [
    t.assessment.secondLead,
    ...scored.map((principle) => `**${scene.say(principle.label)}**\n\n${countsLine(scene, principle, before)}`),
    ...reasonLines(scene, others),
  ];
}

export function scoredOf({ round }: View): readonly Principle[] {
  return round.definition.principles.filter(({ scored }) => scored);
}

function reasonLines(scene: Scene, others: readonly Assessment[]): readonly string[] {
  const written = others
    .toSorted((one, other) => (one.texts.hash < other.texts.hash ? -1 : 1))
    .flatMap(({ texts }) => scene.look.texts(texts) ?? [])
    .flatMap((texts) => Object.entries(texts).filter(([field]) => field === 'reason'))
    .map(([, text]) => `”${block(text, REASON_MAX)}”`);
  if (written.length === 0) return [];
  const more = written.length - REASONS_MAX;
  return [
    `**${scene.t.assessment.othersReasons}**`,
    ...written.slice(0, REASONS_MAX),
    ...(more > 0 ? [scene.t.task.andMore(more)] : []),
  ];
}

/** "I mindre grad 1 · I høj grad 4": every step of the scale that somebody chose. Reads on a phone, where a table would not. */
export function countsLine(scene: Scene, principle: Principle, given: readonly Assessment[]): string {
  const counts = scene.round.definition.scale.flatMap((step) => {
    const count = given.filter(({ scores }) => scores[principle.id] === step.id).length;
    return count === 0 ? [] : [scene.t.ranking.tierCount(scene.say(step.label), count)];
  });
  return counts.join(' · ');
}

/** "Median: I høj grad. Fra I mindre grad til I høj grad.": in the scale's words, never a mean alone. */
export function middleLine(
  scene: Scene,
  view: View,
  principle: Principle,
  given: readonly Assessment[],
): string | null {
  const { t, round } = scene;
  const { median, least, greatest } = summaryOf(view, principle.id, given);
  if (median === null || least === null || greatest === null) return null;
  const word = (value: number): string => {
    const step = round.definition.scale.find((one) => one.value === value);
    return step === undefined ? scene.f.number(value) : scene.say(step.label);
  };
  const range = t.assessment.range(word(least), word(greatest));
  return least === greatest ? range : `${t.assessment.median(word(median.lower), word(median.upper))} ${range}`;
}
