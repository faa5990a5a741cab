// A closed ranking as lines: places, and those that share one ("delt 3.–5. plads"). Shows what was recorded, ranks nothing.
import { as } from '../../../services/process/ids';
import type { NominationId } from '../../../services/process/ids';
import { mayTakePart } from '../../../services/process/round/matters/impartiality/standing';
import { bodiesOf, mandatesOf, taskDefinition } from '../../../services/process/round/queries';
import type { Task } from '../../../services/process/round/state';
import { ballotArithmetic } from '../arithmetic';
import type { ShownBand } from '../arithmetic';
import type { Scene } from '../scene';

/** Nominations named on the channel's card; the whole order is one press away. */
const NAMED_MAX = 10;

/** A line per place, those that share it together: the first ten nominations, or nothing where it is no ranking. */
export function rankingLines(scene: Scene, task: Task): readonly string[] {
  const lines: string[] = [];
  let left = NAMED_MAX;
  for (const whole of bandsOf(task)) {
    const band = { ...whole, alternatives: whole.alternatives.filter((id) => isForAll(scene, task, id)) };
    if (left <= 0) break;
    if (band.alternatives.length === 0) continue;
    lines.push(placeLine(scene, band, left));
    left -= band.alternatives.length;
  }
  const total = bandsOf(task).reduce((sum, band) => sum + band.alternatives.length, 0);
  return total > NAMED_MAX ? [...lines, scene.t.ranking.more] : lines;
}

/** A card that a whole channel shares names no nomination that somebody in it may not see (PROCESS.md §6). */
function isForAll({ round, date }: Scene, task: Task, id: string): boolean {
  const definition = taskDefinition(round, task.id);
  if (definition === undefined) return true;
  const bodies = bodiesOf(round.electorate, definition.bodies, date);
  return mandatesOf(round.electorate, bodies, date).every(({ holder }) =>
    mayTakePart(round, holder, as<NominationId>(id)),
  );
}

export function bandsOf(task: Task): readonly ShownBand[] {
  return (task.result === null ? null : ballotArithmetic(task.result)?.ranking?.bands) ?? [];
}

function placeLine(scene: Scene, band: ShownBand, left: number): string {
  const titles = band.alternatives.slice(0, left).map((id) => {
    const nomination = scene.round.nominations[as<NominationId>(id)];
    return nomination === undefined ? scene.t.common.untitled : scene.numbered(nomination);
  });
  const more = band.alternatives.length - titles.length;
  const names = more > 0 ? [...titles, scene.t.task.andMore(more)] : titles;
  return scene.t.ranking.placed(placeWord(scene, band), names.join(' · '));
}

/** "3. plads" or "delt 3.–5. plads". */
export function placeWord(scene: Scene, band: ShownBand): string {
  return band.from === band.to ? scene.t.ranking.place(band.from) : scene.t.ranking.shared(band.from, band.to);
}
