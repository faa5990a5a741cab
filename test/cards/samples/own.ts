// Samples of own views and of the cards one person works on.
// One of the galleries of gallery.ts: the names say what is seen.
import { cards } from '../../../cards';
import { as } from '../../../services/process/ids';
import type { NominationId } from '../../../services/process/ids';
import type { Language } from '../../../services/process/words';
import { form, head, of } from '../sample';
import type { Sample } from '../sample';
import { twoSeats } from './waiting';
import {
  allAssessed,
  assessedUnevenly,
  assessing,
  assessingAgain,
  concluding,
  nominating,
  ranked,
  ranking,
  selecting,
  tiersOf,
} from '../worlds';
import { appointing, grouping, planning, publishing, returned } from '../worlds-after';
import { assessor, ballots, closed, director, nominationId, opened, person, world } from '../world';
const own = (name: string, make: (language: Language) => Parameters<typeof cards.ownTaskCard>[0]): Sample => ({
  name,
  make: (language) => cards.ownTaskCard(make(language)),
});

export function ownSamples(): readonly Sample[] {
  const s = of(selecting());
  const n = of(nominating());
  const a = of(assessing());
  const drafts = [
    {
      nominationId: as<NominationId>('draft-1'),
      title: 'Arvelig hørenedsættelse',
      filled: 9,
      total: 16,
      owner: null,
      sharedWith: [],
      begunAt: '2027-06-01T08:00:00.000Z',
    },
  ];
  return [
    own('own-vote-open', (l) => s.ownCard(l, 'oluf', 'select')),
    own('own-vote-answered', (l) => s.ownCard(l, 'nina', 'select')),
    own('own-vote-remark', (l) => s.ownCard(l, 'signe', 'select')),
    own('own-vote-proposer', (l) => of(opened(ranked(), 'select')).ownCard(l, 'sara', 'select')),
    own('own-vote-follower', (l) => s.ownCard(l, 'nora', 'select')),
    own('own-vote-details', (l) => ({ ...s.ownCard(l, 'nina', 'select'), head })),
    own('own-substitute', (l) => {
      const base = opened(selecting(), 'select', {
        work: ballots({}, [nominationId(0)]),
        standIns: { [director('signe')]: person('viggo') },
      });
      return of(base).ownCard(l, 'viggo', 'select');
    }),
    own('own-nominate', (l) => ({ ...n.ownCard(l, 'nora', 'nominate'), drafts })),
    own('own-nominate-contact', (l) => n.ownCard(l, 'rikke', 'nominate')),
    own('own-assess', (l) => a.ownCard(l, 'anna', 'assess')),
    own('own-assess-channel', (l) => ({ ...a.ownCard(l, 'anna', 'assess'), place: 'channel' as const })),
    own('own-state', (l) => of(opened(world(12), 'statement')).ownCard(l, 'frede', 'statement')),
    own('own-conclude-draft', (l) => of(concluding()).ownCard(l, 'sara', 'conclude')),
    own('own-conclude-sign', (l) => of(concluding()).ownCard(l, 'anna', 'conclude')),
    own('own-group', (l) => of(grouping()).ownCard(l, 'gerda', 'group')),
    own('own-appoint', (l) => of(appointing()).ownCard(l, 'rikke', 'appoint')),
    own('own-appointed', (l) => of(appointing()).ownCard(l, 'nora', 'appoint')),
    own('own-group-author', (l) => of(returned()).ownCard(l, 'sara', 'group')),
    own('own-document', (l) => of(planning()).ownCard(l, 'oluf', 'plan')),
    own('own-document-author', (l) => of(planning()).ownCard(l, 'ulla', 'plan')),
    own('own-publish', (l) => of(publishing()).ownCard(l, 'sara', 'notice')),
    own('own-rank-preparer', (l) => of(ranking()).ownCard(l, 'pia', 'rank')),
    own('own-vote-substitutable', (l) =>
      of(opened(selecting(), 'select', { work: ballots({}, [nominationId(0)]) })).ownCard(l, 'signe', 'select'),
    ),
    {
      name: 'confirm-ballot-plain',
      make: (l) =>
        cards.confirmBallotCard({
          ...s.own(l, 'signe', 'select'),
          mandateId: director('signe'),
          choice: 'approve',
        }),
    },
    {
      name: 'nomination-own',
      make: (l) => cards.nominationCard({ ...n.own(l, 'nora', 'nominate'), nominationId: nominationId(1), page: 0 }),
    },
    {
      name: 'choose-seat',
      make: (l) => cards.chooseSeatCard({ ...twoSeats().own(l, 'oluf', 'select'), choice: 'approve' }),
    },
    {
      name: 'confirm-ballot',
      make: (l) =>
        cards.confirmBallotCard({ ...s.own(l, 'nina', 'select'), mandateId: director('nina'), choice: 'return' }),
    },
    {
      name: 'nomination-full',
      make: (l) => cards.nominationCard({ ...s.own(l, 'nora', 'select'), nominationId: nominationId(0), page: 0 }),
    },
    {
      name: 'nomination-last',
      make: (l) => cards.nominationCard({ ...s.own(l, 'nora', 'select'), nominationId: nominationId(0), page: 3 }),
    },
    {
      name: 'nomination-contact',
      make: (l) => cards.nominationCard({ ...n.own(l, 'rikke', 'nominate'), nominationId: nominationId(0), page: 0 }),
    },
    {
      name: 'result-vote',
      make: (l) => cards.resultCard({ ...of(closed(selecting(), 'select')).own(l, 'nina', 'select'), page: 0, head }),
    },
    {
      name: 'result-rank',
      make: (l) => cards.resultCard({ ...of(ranked()).own(l, 'nina', 'rank'), page: 0, head: null }),
    },
    {
      name: 'assessment',
      make: (l) =>
        cards.assessmentCard({
          ...a.own(l, 'anna', 'assess'),
          ...form,
          mandateId: assessor('anna'),
          nominationId: nominationId(14),
          values: null,
        }),
    },
    {
      name: 'assessment-next',
      make: (l) =>
        cards.assessmentCard({
          ...a.own(l, 'anna', 'assess'),
          ...form,
          mandateId: assessor('anna'),
          nominationId: nominationId(14),
          previous: { nominationId: nominationId(13), drafts: 1 },
          values: null,
        }),
    },
    {
      name: 'assessment-given',
      make: (l) =>
        cards.assessmentGivenCard({
          ...a.own(l, 'anna', 'assess'),
          surface: 'chat',
          mandateId: assessor('anna'),
          nominationId: nominationId(13),
          drafts: 1,
        }),
    },
    { name: 'spread', make: (l) => cards.spreadCard({ ...a.own(l, 'anna', 'assess'), nominationId: nominationId(3) }) },
    {
      name: 'spread-hidden',
      make: (l) => cards.spreadCard({ ...a.own(l, 'asta', 'assess'), nominationId: nominationId(3) }),
    },
    own('own-assess-again', (l) => of(assessingAgain()).ownCard(l, 'arne', 'assess')),
    own('own-assess-chair', (l) => a.ownCard(l, 'sara', 'assess')),
    {
      name: 'assessment-again',
      make: (l) =>
        cards.assessmentCard({
          ...of(assessingAgain()).own(l, 'asta', 'assess'),
          ...form,
          surface: 'chat',
          mandateId: assessor('asta'),
          nominationId: nominationId(0),
          values: null,
        }),
    },
    {
      name: 'spread-again',
      make: (l) =>
        cards.spreadCard({ ...of(assessingAgain()).own(l, 'anna', 'assess'), nominationId: nominationId(0) }),
    },
    {
      name: 'own-assess-all-given',
      make: (l) => cards.ownTaskCard(of(allAssessed()).ownCard(l, 'anna', 'assess')),
    },
    { name: 'order', make: (l) => cards.orderCard({ ...of(assessedUnevenly()).own(l, 'sara', 'assess'), page: 0 }) },
    ...sheetSamples(a),
    { name: 'order-not-yet', make: (l) => cards.orderCard({ ...a.own(l, 'anna', 'assess'), page: 0 }) },
    { name: 'order-not-yours', make: (l) => cards.orderCard({ ...a.own(l, 'arne', 'assess'), page: 0 }) },
    {
      name: 'ranking-new',
      make: (l) =>
        cards.rankingCard({
          ...of(ranking()).own(l, 'oluf', 'rank'),
          mandateId: director('oluf'),
          draft: null,
          prepared: null,
        }),
    },
    {
      name: 'ranking-prepared',
      make: (l) =>
        cards.rankingCard({
          ...of(ranking()).own(l, 'mads', 'rank'),
          mandateId: director('mads'),
          draft: { tiers: tiersOf(ranking(), 1), order: [] },
          prepared: { by: person('pia'), at: '2027-05-12T09:00:00.000Z' },
        }),
    },
    {
      name: 'ranking-given',
      make: (l) =>
        cards.rankingCard({
          ...of(ranking()).own(l, 'nina', 'rank'),
          mandateId: director('nina'),
          draft: null,
          prepared: null,
        }),
    },
  ];
}

function sheetSamples(a: ReturnType<typeof of>): readonly Sample[] {
  const link = { url: 'https://trinvis.example/sheets/3f2a', until: '2027-06-14T14:35:00.000Z' };
  const kept = { at: '2027-06-14T14:12:00.000Z', rows: 24, changes: 2, same: 3 };
  const sheet = (name: string, more: Partial<Parameters<typeof cards.sheetCard>[0]>): Sample => ({
    name,
    make: (l) =>
      cards.sheetCard({
        ...a.own(l, 'anna', 'assess'),
        mandateId: assessor('anna'),
        link: null,
        kept: null,
        lines: [],
        ...more,
      }),
  });
  return [sheet('sheet-link', { link }), sheet('sheet-read', { kept }), sheet('sheet-nowhere', {})];
}
