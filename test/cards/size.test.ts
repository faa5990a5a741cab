// With 72 nominations, long titles and long texts no card comes near Teams' limit, and hostile texts change no structure.
import { cards } from '../../cards';
import type { Card, DialogContent } from '../../cards/card';
import { listName } from '../../cards/verbs/personal';
import { as } from '../../services/process/ids';
import type { NominationId } from '../../services/process/ids';
import type { RoundState } from '../../services/process/round/state';
import { faultsOf, nodesOf } from './strict';
import { hostile } from './hostile';
import {
  assessor,
  ballot,
  ballots,
  closed,
  director,
  nominationId,
  opened,
  qualified,
  taskId,
  viewer,
  withTask,
  world,
} from './world';
import type { World } from './world';

const form = { surface: 'dialog', fault: null } as const;
const longTitle = (n: number) => `${'Meget lang titel på en sjælden sygdomsgruppe '.repeat(5)}${n}`;

function cardOf(made: Card | DialogContent): Card {
  return 'card' in made ? made.card : made;
}

function ids(round: RoundState): readonly NominationId[] {
  return Object.keys(round.nominations) as NominationId[];
}

const own = (at: World, name: string, id: string) => ({
  round: at.round,
  look: at.words.look(),
  viewer: viewer(name),
  taskId: taskId(id),
});
const shared = (at: World, id: string) => ({
  round: at.round,
  language: 'da' as const,
  look: at.words.look(),
  taskId: taskId(id),
  bodyId: null,
  refreshFor: Array.from({ length: 60 }, (_, n) => `29:${'a'.repeat(80)}${n}`),
});

/** Everything that lists nominations, made from one world. */
function bigCards(title: (n: number) => string): readonly (readonly [string, Card])[] {
  const base = qualified(world(72, title));
  const tiers = Object.fromEntries(ids(base.round).map((id, n) => [id, ['high', 'medium', 'low'][n % 3]])) as Record<
    NominationId,
    string
  >;
  const given = Object.fromEntries(
    ['nina', 'mads', 'signe', 'oluf'].map((name) => [
      director(name),
      { ...ballot(name, 'for'), choice: 'ranked' as const, tiers },
    ]),
  );
  const ranked = closed(withTask(opened(base, 'rank'), 'rank', { work: ballots(given) }), 'rank');
  const voting = opened(ranked, 'select', { work: ballots({}, ids(base.round)) });
  const assessing = opened(voting, 'assess');
  const concluding = opened(voting, 'conclude');
  const made: Record<string, Card | DialogContent> = {
    shared: cards.taskCard(shared(voting, 'select')),
    rank: cards.taskCard(shared(ranked, 'rank')),
    result: cards.resultCard({ ...own(ranked, 'nina', 'rank'), page: 0, head: null }),
    ranking: cards.rankingForm({
      ...own(opened(base, 'rank'), 'mads', 'rank'),
      ...form,
      mandateId: director('mads'),
      page: 3,
      draft: { tiers, order: [] },
    }),
    order: cards.rankingOrderForm({
      ...own(opened(base, 'rank'), 'mads', 'rank'),
      ...form,
      mandateId: director('mads'),
      page: 0,
      tierId: 'high',
      draft: { tiers, order: [] },
    }),
    selection: cards.selectionForm({ ...own(voting, 'sara', 'select'), ...form, page: 0, picked: ids(base.round) }),
    review: cards.selectionReview({ ...own(voting, 'sara', 'select'), ...form, picked: ids(base.round) }),
    conclusion: cards.conclusionForm({
      ...own(concluding, 'sara', 'conclude'),
      ...form,
      nominationId: nominationId(1),
      values: { outcome: null, into: null, reason: 'x'.repeat(4_000) },
    }),
    remark: cards.remarkForm({
      ...own(opened(base, 'cross-disciplinary'), 'lise', 'cross-disciplinary'),
      ...form,
      bodyId: null,
      nominationId: null,
      text: 'x'.repeat(4_000),
      fields: { 'missing-specialties': 'x'.repeat(4_000) },
    }),
    assessment: cards.assessmentCard({
      ...own(assessing, 'anna', 'assess'),
      ...form,
      mandateId: assessor('anna'),
      nominationId: nominationId(3),
      values: {
        scores: {},
        evidence: null,
        reason: 'x'.repeat(4_000),
        reasons: {},
        comments: { 'equal-access': 'y'.repeat(4_000) },
      },
    }),
    nominationForm: cards.nominationForm({
      ...own(opened(base, 'nominate'), 'nora', 'nominate'),
      ...form,
      nominationId: as('d1'),
      page: 3,
      texts: longTexts,
      facts: {},
      missing: [],
      basis: null,
      seen: 0,
      clashes: [],
      sharedBy: null,
      sharedWith: [],
    }),
    nomination: cards.nominationCard({ ...own(voting, 'nora', 'select'), nominationId: nominationId(0), page: 3 }),
  };
  const lists = listName.options
    .filter((list) => list !== 'tasks' && list !== 'mine')
    .map(
      (list) =>
        [
          `list ${list}`,
          cards.listCard({
            ...own(list === 'assessments' ? assessing : voting, 'sara', taskOfList[list] ?? 'select'),
            list,
            page: 0,
            bodyId: null,
          }),
        ] as const,
    );
  return [...Object.entries(made).map(([name, one]) => [name, cardOf(one)] as const), ...lists];
}

const taskOfList: Readonly<Record<string, string>> = { assessments: 'assess', conclusions: 'conclude', result: 'rank' };

const longTexts = Object.fromEntries(
  ['value-for-patient', 'better-treatment', 'economy', 'broad-effect'].map((id) => [id, 'Lang tekst. '.repeat(333)]),
);

test.each(bigCards(longTitle))('%s with 72 nominations is a card Teams shows', (_, card) => {
  expect(faultsOf(card)).toEqual([]);
});

/** Types of all elements in order: what a text must never change. */
function structure(card: Card): readonly unknown[] {
  return nodesOf(JSON.parse(JSON.stringify(card))).map(({ type }) => type);
}

const good = bigCards((n) => `Titel ${n}`);

test.each(hostile)('a title like %j changes no card', (text) => {
  const attacked = bigCards((n) => `${text} ${n}`);
  for (const [index, [name, card]] of attacked.entries()) {
    // What people write may shout or look like an expression: it is shown as written, and nothing acts on it.
    const faults = faultsOf(card).filter((fault) => !/^(exclamation mark|expression left)/.test(fault));
    expect([name, faults]).toEqual([name, []]);
    expect(structure(card)).toEqual(structure(good[index]?.[1] ?? card));
  }
});
