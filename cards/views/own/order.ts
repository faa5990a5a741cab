// The order the scores suggest, for who leads the discussion: how firm it is, in one chart and one table. Ties are bands.
// Never who scored what, and nothing to press that selects: it is a help and no result (PROCESS.md §4).
import { leftFor } from '../../../services/process/round/kinds/assess/coverage';
import { orderOf } from '../../../services/process/round/kinds/assess/order';
import type { OrderLine, Places } from '../../../services/process/round/kinds/assess/order';
import { mayTakePart } from '../../../services/process/round/matters/impartiality/standing';
import type { TaskView } from '../../../services/process/round/kinds/kind';
import type { PersonId } from '../../../services/process/ids';
import { execute } from '../../card';
import type { Card, Element } from '../../card';
import type { OrderInput } from '../../inputs/round';
import { plain } from '../../escape';
import { render } from '../../render';
import { buttons, pageNote, paged, pager, present } from '../blocks';
import { plainCard } from '../plain';
import { ownScene } from '../scene';
import type { Scene } from '../scene';
import { partOf, taskOf } from '../seats';
import type { Part } from '../seats';
import { ofKind } from '../shared/pieces';
import { chartWithTable, table } from '../tables';
import { scoredOf, viewOf } from './assessment-again';
import { signsFor } from './part';

type View = TaskView<'assess'>;

/** A phone's screen and a half. */
const ROWS_PER_PAGE = 12;

export function orderCard(input: OrderInput): Card {
  const scene = ownScene(input);
  const { t, round } = scene;
  const of = taskOf(scene, input.taskId);
  const assess = of === null ? null : ofKind(of, 'assess');
  if (assess === null) return plainCard(scene, t.faults.UnknownTask);
  const ids = { roundId: round.id, taskId: input.taskId };
  const back = execute(t.common.back, 'task.show', ids);
  const view = viewOf(scene, assess);
  const part = partOf(round, assess, input.viewer.personId);
  if (!leads(view, part, input.viewer.personId)) return plainCard(scene, t.assessment.orderNotYours, [], [back]);
  if (!hasAssessed(view, part, input.viewer.personId)) return plainCard(scene, t.assessment.orderNotYet, [], [back]);
  const lines = orderOf(view).filter(({ nominationId }) => mayTakePart(round, input.viewer.personId, nominationId));
  if (lines.every(({ places }) => places === null)) return plainCard(scene, t.assessment.orderNone, [], [back]);
  const columns = columnsOf(scene, lines);
  const list = paged(lines, input.page, ROWS_PER_PAGE);
  const turn = (page: number, title: string): Element => execute(title, 'assessment.order', { ...ids, page });
  const data = {
    eyebrow: [scene.eyebrow(input.taskId)],
    title: t.assessment.orderTitle,
    lead: present(t.assessment.orderLead, weightsLine(scene, view)),
    charts: [chartOf(scene, list.items)],
    tables: [
      table(
        columns.map(({ name }) => name),
        list.items.map((line) => columns.map(({ cell }) => cell(line))),
        columns.map(({ width }) => width),
      ),
    ],
    notes: [...columns.flatMap(({ help }) => help), ...pageNote(t, list)],
    buttons: buttons(...pager(t, list, turn), back),
  };
  return render('table', data, { language: scene.language, summary: t.assessment.orderTitle });
}

/** True for who leads the work: the chair or deputy of the assessing bodies, and the secretariat. */
export function leads(view: View, part: Part, personId: PersonId): boolean {
  return part.secretariat || signsFor(view, personId, view.definition.bodies);
}

/** Others' scores must not colour one's own: whoever has assessments left does not see the order. */
function hasAssessed(view: View, part: Part, personId: PersonId): boolean {
  return view.task.status === 'closed' || part.seats.every((seat) => !leftFor(seat, view).has(personId));
}

/** What each principle counts, where they do not all count the same. */
function weightsLine(scene: Scene, view: View): string | null {
  const scored = scoredOf(view);
  if (scored.every(({ weight = 1 }) => weight === (scored[0]?.weight ?? 1))) return null;
  const { t } = scene;
  return t.assessment.orderWeights(
    scene.f.list(scored.map(({ label, weight = 1 }) => t.assessment.orderWeight(scene.say(label), weight))),
  );
}

function chartOf(scene: Scene, lines: readonly OrderLine[]): Element {
  const bars = lines.flatMap(({ nominationId, score }) =>
    score === null ? [] : [{ label: labelOf(scene, nominationId), value: hundredths(score[0] / score[1]) }],
  );
  const { t } = scene;
  return chartWithTable(scene, t.assessment.orderColumns.nomination, t.assessment.orderScore, bars);
}

/** A chart draws numbers as they are: two decimals are what a reader can use. */
function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

function labelOf(scene: Scene, id: OrderLine['nominationId']): string {
  const nomination = scene.round.nominations[id];
  return nomination === undefined ? '' : plain(nomination.number ?? scene.titleLabel(nomination), 40);
}

interface Column {
  readonly name: string;
  readonly width: number;
  readonly help: readonly string[];
  readonly cell: (line: OrderLine) => string;
}

function placesColumn(name: string, help: string, of: (line: OrderLine) => Places, width = 2): Column {
  return { name, width, help: [help], cell: (line) => placesWord(of(line)) };
}

/** The column of organisations is left out where no seat speaks for one. */
function columnsOf(scene: Scene, lines: readonly OrderLine[]): readonly Column[] {
  const { orderColumns: names, ...t } = scene.t.assessment;
  const hasParties = lines.some(({ under }) => under.withoutGroup !== null);
  return [
    { name: names.nomination, width: 6, help: [], cell: (line) => titleOf(scene, line) },
    placesColumn(names.place, t.orderHelpPlace, (line) => line.places),
    placesColumn(names.weights, t.orderHelpWeights, ({ under }) => under.weights),
    placesColumn(names.member, t.orderHelpMember, ({ under }) => under.withoutAssessor, 3),
    ...(hasParties ? [placesColumn(names.party, t.orderHelpParty, ({ under }) => under.withoutGroup)] : []),
  ];
}

function titleOf(scene: Scene, { nominationId }: OrderLine): string {
  const nomination = scene.round.nominations[nominationId];
  return nomination === undefined ? '' : scene.numbered(nomination);
}

/** "3" or "3–5"; nothing where it has no place. */
function placesWord(places: Places): string {
  if (places === null) return '';
  const [best, worst] = places;
  return best === worst ? String(best) : `${String(best)}–${String(worst)}`;
}
