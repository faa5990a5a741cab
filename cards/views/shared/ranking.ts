// A closed ranking as lines: places, and those that share one ("delt 3.–5. plads"). Shows what was recorded, ranks nothing.
import { as } from '../../../services/process/ids';
import type { NominationId } from '../../../services/process/ids';
import type { Task } from '../../../services/process/round/state';
import { ballotArithmetic } from '../arithmetic';
import type { ShownBand } from '../arithmetic';
import type { Scene } from '../scene';

/** Places shown on the channel's card; the whole order is one press away. */
const PLACES_MAX = 10;

/** "1. plads: 2027-014 Arvelig nethindesygdom", the first ten, or nothing where it is no ranking. */
export function rankingLines(scene: Scene, task: Task): readonly string[] {
  const bands = bandsOf(task);
  const entries = bands.flatMap((band) => band.alternatives.map((id) => placeLine(scene, band, id)));
  const more = entries.length - PLACES_MAX;
  return more > 0 ? [...entries.slice(0, PLACES_MAX), scene.t.ranking.more(more)] : entries;
}

export function bandsOf(task: Task): readonly ShownBand[] {
  return (task.result === null ? null : ballotArithmetic(task.result)?.ranking?.bands) ?? [];
}

export function placeLine(scene: Scene, band: ShownBand, id: string): string {
  const nomination = scene.round.nominations[as<NominationId>(id)];
  const title = nomination === undefined ? scene.t.common.unknownTask : scene.numbered(nomination);
  return scene.t.ranking.placed(placeWord(scene, band), title);
}

/** "3. plads" or "delt 3.–5. plads". */
export function placeWord(scene: Scene, band: ShownBand): string {
  return band.from === band.to ? scene.t.ranking.place(band.from) : scene.t.ranking.shared(band.from, band.to);
}
