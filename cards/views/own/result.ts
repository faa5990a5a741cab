// "Sådan er der talt op": the arithmetic of a closed task as it stands in the record, so that anyone can follow it by hand.
// Must compute no result. A secret vote shows totals only; seats that speak for nobody are not named.
import { as } from '../../../services/process/ids';
import type { MandateId, NominationId, PersonId } from '../../../services/process/ids';
import type { ChoiceId } from '../../../services/process/definition/schema';
import type { CastBallot } from '../../../services/process/round/state';
import { ballotsIn } from '../../../services/process/round/kinds/ballots/work';
import { rankedBallots } from '../../../services/process/round/kinds/ballots/end';
import { borda } from '../../../services/process/tally/borda';
import { mayTakePart } from '../../../services/process/round/matters/impartiality/standing';
import { execute } from '../../card';
import type { Card, Element } from '../../card';
import type { ResultCardInput } from '../../inputs/round';
import { render } from '../../render';
import { ballotArithmetic } from '../arithmetic';
import type { ShownBallots, ShownRanking, ShownVote } from '../arithmetic';
import { buttons, pageNote, paged, pager, present } from '../blocks';
import type { Paged } from '../blocks';
import { notShownLines } from '../impartiality/nominations';
import { plainCard } from '../plain';
import { ownScene, taskTitle } from '../scene';
import type { Scene } from '../scene';
import { seatBody, taskOf } from '../seats';
import type { TaskOf } from '../seats';
import { quorumLine, resultLines } from '../shared/ballots';
import type { Collegial } from '../shared/ballots';
import { countOf } from '../../../services/process/round/kinds/ballots/count';
import { collegialView } from '../shared/ballots';
import { placeWord } from '../shared/ranking';
import { deadlineLine, outcomeWord } from '../status';
import { chartWithTable, table } from '../tables';
import { headSections } from './own-card';

const ROWS_PER_PAGE = 15;

export function resultCard(input: ResultCardInput): Card {
  const scene = ownScene(input);
  const { t, round } = scene;
  const of = taskOf(scene, input.taskId);
  if (of === null) return plainCard(scene, t.faults.UnknownTask);
  const shown = of.task.result === null ? null : ballotArithmetic(of.task.result);
  if (shown === null || of.task.result === null) return plainCard(scene, t.ballot.hiddenResult);
  const collegial = of as TaskOf<Collegial>;
  const all = shown.ranking === undefined ? [] : placesOf(shown.ranking);
  const bands = all.filter(({ id }) => mayTakePart(round, input.viewer.personId, as<NominationId>(id)));
  const list = paged(bands, input.page, ROWS_PER_PAGE);
  const ids = { roundId: round.id, taskId: input.taskId };
  const turn = (page: number, name: string): Element => execute(name, 'page', { ...ids, list: 'result', page });
  const parts =
    shown.ranking === undefined ? voteParts(scene, collegial, shown) : rankParts(scene, collegial, shown.ranking, list);
  const data = {
    eyebrow: [scene.eyebrow(input.taskId)],
    title: t.ballot.countTitle(taskTitle(scene, input.taskId)),
    lead: [
      ...resultLines(scene, of),
      deadlineLine(scene, of.task),
      quorumLine(scene, collegial, countOf(collegialView(scene, collegial))),
      ...setAsideLines(scene, shown),
      ...apartLines(scene, shown, input.viewer.personId),
      ...notShownLines(scene, all.length, bands.length),
      ...parts.lead,
    ],
    charts: parts.charts,
    tables: parts.tables,
    notes: [
      t.ranking.resultMethod(of.task.result.version),
      ...parts.notes,
      ...pageNote(t, list),
      ...headSections(scene, input.head).flatMap(({ lines, notes }) => [...lines, ...notes]),
    ],
    buttons: buttons(
      ...pager(t, list, turn),
      shown.ranking !== undefined && execute(t.deciding.seeDuels, 'page', { ...ids, list: 'duels', page: 0 }),
      execute(t.common.back, 'task.show', ids),
    ),
  };
  return render('table', data, {
    language: scene.language,
    summary: t.task.resultTitle(scene.label(of.definition.title)),
  });
}

interface Parts {
  readonly lead: readonly string[];
  readonly charts: readonly Element[];
  readonly tables: readonly Element[];
  readonly notes: readonly string[];
}

function voteParts(scene: Scene, of: TaskOf<Collegial>, shown: ShownBallots): Parts {
  const { t } = scene;
  const choices = Object.entries(shown.choices ?? {}).flatMap(([choice, count]) => {
    const words: Readonly<Record<string, string>> = t.ballot.choice;
    return [{ label: words[choice] ?? choice, value: count }];
  });
  return {
    lead: present(
      shown.vote && voteLine(scene, shown.vote),
      shown.lot && lotLine(scene, shown.lot),
      ...(shown.vote ? minorityLines(scene, of, shown.vote) : []),
    ),
    charts: choices.length > 0 ? [chartWithTable(scene, t.ballot.columnChoice, t.ballot.columnCount, choices)] : [],
    tables: of.definition.visibility === 'secret' ? receiptTable(scene, of) : seatTable(scene, of),
    notes: of.definition.visibility === 'secret' ? [t.deciding.receiptsHelp] : [],
  };
}

/** "3 for af 4, 3 kræves." in the words of the rule. */
function voteLine(scene: Scene, vote: ShownVote): string {
  const { t } = scene;
  return t.ballot.arithmetic(vote.for, vote.against, vote.abstain, vote.missing, vote.base, vote.needed);
}

function lotLine(scene: Scene, { seed, draws }: NonNullable<ShownBallots['lot']>): string {
  const { deciding } = scene.t;
  const [first] = draws;
  return first === undefined ? '' : deciding.lotLine(seed, first.remainder, deciding.lotDrawn[first.drawn]);
}

/** Those who stood against it, with their own words: a minority's opinion is part of the decision (PROCESS.md §7). */
function minorityLines(scene: Scene, of: TaskOf<Collegial>, { dissent }: ShownVote): readonly string[] {
  const { deciding } = scene.t;
  if (of.definition.visibility === 'secret') return [];
  const opinions = (dissent ?? []).flatMap((id) => {
    const mandate = scene.round.electorate.mandates[as<MandateId>(id)];
    const text = scene.text(ballotsIn(of.task).ballots[as<MandateId>(id)]?.texts ?? null, 'reason');
    if (text === null) return [];
    const who = mandate === undefined || mandate.speaksFor === null ? deciding.aMember : scene.body(mandate.speaksFor);
    return [deciding.minorityBy(who, text)];
  });
  return opinions.length === 0 ? [] : [`**${deciding.minority}**`, ...opinions];
}

/** "Indført af … Kilde: brev af 3. maj", for an answer the secretariat entered. */
function sourceOf(scene: Scene, ballot: CastBallot | undefined): string | null {
  const source = ballot === undefined ? null : scene.text(ballot.texts, 'source');
  return source === null ? null : scene.t.deciding.sourceLine(source);
}

/** Every secret vote under its receipt, which only the voter knows. */
function receiptTable(scene: Scene, of: TaskOf<Collegial>): readonly Element[] {
  const { t } = scene;
  const rows = (ballotsIn(of.task).box?.ballots ?? []).map(({ receipt, choice }) => [receipt, t.ballot.choice[choice]]);
  return rows.length === 0 ? [] : [table([t.deciding.columnReceipt, t.ballot.columnAnswer], rows, [1, 1])];
}

/** Who answered what, by organisation; the record is open once the task is closed, and a minority is part of it. */
function seatTable(scene: Scene, of: TaskOf<Collegial>): readonly Element[] {
  const { t } = scene;
  const rows = countOf(collegialView(scene, of)).seats.flatMap(({ mandate, ballot: counted }) => {
    const ballot = counted ?? undefined;
    if (mandate.speaksFor === null && of.definition.bodies.length === 1) return [];
    const choice =
      ballot === undefined || ballot.choice === 'ranked' ? null : t.ballot.choice[ballot.choice satisfies ChoiceId];
    const remark = ballot === undefined ? null : scene.text(ballot.texts, 'reason');
    return [
      [
        scene.body(seatBody(mandate)),
        choice ?? t.ballot.noAnswer,
        present(remark, sourceOf(scene, ballot)).join(' · '),
      ],
    ];
  });
  if (rows.length === 0) return [];
  return [table([t.ballot.columnSeat, t.ballot.columnAnswer, t.common.remark], rows, [2, 2, 3])];
}

function setAsideLines(scene: Scene, shown: ShownBallots): readonly string[] {
  const names = (shown.setAside ?? []).flatMap((id) => {
    const mandate = scene.round.electorate.mandates[as<MandateId>(id)];
    return mandate === undefined ? [] : [scene.body(seatBody(mandate))];
  });
  const withheld = seatNames(scene, shown.withheld ?? []);
  return [
    ...(names.length === 0 ? [] : [scene.t.ballot.setAside(scene.f.list(names))]),
    ...(withheld.length === 0 ? [] : [scene.t.impartiality.withheld(scene.f.list(withheld))]),
  ];
}

function seatNames(scene: Scene, ids: readonly string[]): readonly string[] {
  return ids.flatMap((id) => {
    const mandate = scene.round.electorate.mandates[as<MandateId>(id)];
    if (mandate === undefined) return [];
    return [mandate.speaksFor === null ? scene.person(mandate.holder) : scene.body(mandate.speaksFor)];
  });
}

/** Nominations of a list that were counted by themselves; not those the viewer is held out of. */
function apartLines(scene: Scene, { apart = [] }: ShownBallots, personId: PersonId): readonly string[] {
  const { t, f, round } = scene;
  return apart.flatMap(({ nominationIds, quorum, outcome }) => {
    const shown = nominationIds
      .flatMap((id) => round.nominations[as<NominationId>(id)] ?? [])
      .filter(({ id }) => mayTakePart(round, personId, id));
    if (shown.length === 0) return [];
    const word = outcome === 'notQuorate' ? t.impartiality.apartNotQuorate : outcomeWord(t, outcome);
    return [t.impartiality.apart(f.list(shown.map((one) => one.number ?? scene.title(one))), quorum.entitled, word)];
  });
}

interface Place {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

function placesOf(ranking: ShownRanking): readonly Place[] {
  return ranking.bands.flatMap(({ from, to, alternatives }) => alternatives.map((id) => ({ id, from, to })));
}

function rankParts(scene: Scene, of: TaskOf<Collegial>, ranking: ShownRanking, list: Paged<Place>): Parts {
  const { t } = scene;
  const points = pointsOf(scene, of, ranking);
  const rows = list.items.map((place) => {
    const nomination = scene.round.nominations[as<NominationId>(place.id)];
    const title = nomination === undefined ? t.common.untitled : scene.numbered(nomination);
    const { wins, ties, losses } = duels(ranking, place.id);
    return [placeWord(scene, { ...place, alternatives: [] }), title, `${wins} · ${ties} · ${losses}`, points(place.id)];
  });
  const columns = [t.ranking.columnPlace, t.ranking.columnTitle, t.ranking.columnDuels, t.deciding.bordaColumn];
  return {
    lead: [t.ranking.resultLead],
    charts: [],
    tables: [table(columns, rows, [2, 5, 2, 1])],
    notes: [t.ranking.winsHelp, t.deciding.bordaHelp],
  };
}

/** Mean points by Borda, for comparison with the order that was counted; shown to one decimal and never used. */
function pointsOf(scene: Scene, of: TaskOf<Collegial>, { alternatives }: ShownRanking): (id: string) => string {
  const { definition } = of;
  if (definition.kind !== 'rank') return () => '';
  const ids = alternatives.map((id) => as<NominationId>(id));
  const count = countOf(collegialView(scene, of));
  const { points } = borda(ids, rankedBallots(definition.tiers, count, ids));
  const means = new Map(points.map(({ alternative, mean }) => [alternative, mean]));
  return (id) => {
    const mean = means.get(id) ?? null;
    return mean === null ? '' : scene.f.number(Math.round((10 * mean[0]) / mean[1]) / 10);
  };
}

/** Of the others: how many it is ahead of, equal with, and behind, ballot against ballot. */
function duels(
  ranking: ShownRanking,
  id: string,
): { readonly wins: number; readonly ties: number; readonly losses: number } {
  const at = ranking.alternatives.indexOf(id);
  const others = ranking.alternatives.map((_, index) => index).filter((index) => index !== at);
  const margin = (index: number) => (ranking.pairs[at]?.[index] ?? 0) - (ranking.pairs[index]?.[at] ?? 0);
  return {
    wins: others.filter((index) => margin(index) > 0).length,
    ties: others.filter((index) => margin(index) === 0).length,
    losses: others.filter((index) => margin(index) < 0).length,
  };
}
