// A closed ranking pair by pair, as it was counted: for each nomination, whom more put it above, and by how many.
// A table of all pairs would be as wide as it is long; a phone shows one row of it as three lines.
import { as } from '../../../services/process/ids';
import type { NominationId, PersonId } from '../../../services/process/ids';
import { mayTakePart } from '../../../services/process/round/matters/impartiality/standing';
import { ballotArithmetic } from '../arithmetic';
import type { ShownRanking } from '../arithmetic';
import type { Row } from '../../templates';
import { present } from '../blocks';
import { notShownLines } from '../impartiality/nominations';
import { taskTitle } from '../scene';
import type { Scene } from '../scene';
import type { TaskOf } from '../seats';
import type { Rows } from './list-card';

/** In the order of the result, without those the viewer is held out of; empty while the ranking is not closed. */
export function duelRows(scene: Scene, { task }: TaskOf, personId: PersonId): Rows {
  const { t } = scene;
  const ranking = task.result === null ? undefined : ballotArithmetic(task.result)?.ranking;
  const all = (ranking?.bands ?? []).flatMap(({ alternatives }) => alternatives);
  const order = all.filter((id) => mayTakePart(scene.round, personId, as<NominationId>(id)));
  return {
    title: t.deciding.duelsTitle(taskTitle(scene, task.id)),
    lead: [t.deciding.duelsLead, ...notShownLines(scene, all.length, order.length)],
    rows: ranking === undefined ? [] : order.map((id) => () => duelRow(scene, ranking, order, id)),
  };
}

function duelRow(scene: Scene, ranking: ShownRanking, order: readonly string[], id: string): Row {
  const { deciding } = scene.t;
  const votes = (one: string, other: string): number =>
    ranking.pairs[ranking.alternatives.indexOf(one)]?.[ranking.alternatives.indexOf(other)] ?? 0;
  const against = (sign: number): string | null => {
    const found = order.filter((other) => other !== id && Math.sign(votes(id, other) - votes(other, id)) === sign);
    const scores = new Map<string, string[]>();
    for (const other of found) {
      const score = deciding.score(votes(id, other), votes(other, id));
      scores.set(score, [...(scores.get(score) ?? []), shortOf(scene, other)]);
    }
    const words = [...scores].map(([score, others]) => deciding.duel(score, others.join(', ')));
    return words.length === 0 ? null : words.join('; ');
  };
  const [ahead, equal, behind] = [against(1), against(0), against(-1)];
  return {
    title: titleOf(scene, id),
    lines: present(
      ahead !== null && deciding.ahead(ahead),
      equal !== null && deciding.equal(equal),
      behind !== null && deciding.behind(behind),
    ),
    buttons: [],
  };
}

function titleOf(scene: Scene, id: string): string {
  const nomination = scene.round.nominations[as<NominationId>(id)];
  return nomination === undefined ? scene.t.common.untitled : scene.numbered(nomination);
}

/** The number alone: thirty titles in a line are read by nobody. */
function shortOf(scene: Scene, id: string): string {
  return scene.round.nominations[as<NominationId>(id)]?.number ?? titleOf(scene, id);
}
