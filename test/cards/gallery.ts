// A sample of every card the product shows, in a state that a reader can imagine: made once per language for the golden
// files, the strict checks and the screenshots. The names say what is seen.
import { cards } from '../../cards';
import type { Card, DialogContent } from '../../cards/card';
import type { HandbookEntry, Waiting } from '../../cards/inputs/personal';
import { as } from '../../services/process/ids';
import type { EntryId, GroupId, NominationId, PrincipleId } from '../../services/process/ids';
import { outstanding } from '../../services/process/round/outstanding';
import { plan } from '../../services/process/round/plan';
import { setupWarnings } from '../../services/process/round/plan-warnings';
import type { Assessment, RoundState, Work } from '../../services/process/round/state';
import type { Language } from '../../services/process/words';
import {
  assessor,
  ballot,
  ballots,
  bodyId,
  calendar,
  closed,
  director,
  ngc,
  nominationId,
  now,
  opened,
  organisation,
  person,
  qualified,
  seatId,
  simple,
  taskId,
  viewer,
  withNominations,
  withTask,
  world,
} from './world';
import type { World } from './world';

export interface Sample {
  readonly name: string;
  readonly make: (language: Language) => Card | DialogContent;
}

const head = { seq: 214, hash: '9f2c4e'.padEnd(64, 'a') };
const here = { refreshFor: ['29:1abc', '29:1def'] };

const tiersOf = (base: World, shift: number) =>
  Object.fromEntries(
    Object.keys(base.round.nominations).map((id, n) => [
      id,
      ['high', 'medium', 'low', 'not-this-round'][(n + shift) % 4],
    ]),
  ) as Record<NominationId, string>;

const allIds = (base: World) => Object.keys(base.round.nominations) as NominationId[];

/** Shared parts of the samples of one world. */
function of(base: World) {
  const { round } = base;
  const look = base.words.look();
  return {
    shared: (language: Language, id: string) => ({
      round,
      language,
      look,
      taskId: taskId(id),
      bodyId: null,
      ...here,
    }),
    own: (language: Language, name: string, id: string) => ({
      round,
      look,
      viewer: viewer(name, language),
      taskId: taskId(id),
    }),
    ownCard: (language: Language, name: string, id: string) => ({
      round,
      look,
      viewer: viewer(name, language),
      taskId: taskId(id),
      place: 'personal' as const,
      head: null,
      drafts: [],
    }),
    personal: (language: Language, name: string) => ({ look, viewer: viewer(name, language) }),
  };
}

const form = { surface: 'dialog', fault: null } as const;

export function nominating(): World {
  const base = opened(world(9), 'nominate');
  const texts = base.words.keep('t-draft', { title: 'Arvelig hørenedsættelse (Eksempeldata)' });
  const reason = base.words.keep('r-back', { reason: 'Skriv, hvor mange patienter det drejer sig om.' });
  return withNominations(base, (_, n) => {
    if (n === 0) return { status: 'awaitingBacking', backedBy: [], submittedAt: null, number: null };
    if (n === 4) {
      return {
        status: 'returned',
        backedBy: [],
        submittedAt: null,
        number: null,
        texts,
        returned: { by: bodyId('region-midtjylland'), texts: reason },
      };
    }
    return {};
  });
}

function assessmentBy(base: World, holder: string, id: NominationId, step: string): Assessment {
  const scores = Object.fromEntries(
    ngc.principles.filter(({ scored }) => scored).map((principle) => [principle.id, step]),
  ) as Record<PrincipleId, string>;
  return {
    scores,
    evidence: 'moderate',
    texts: base.words.keep(`a-${holder}-${id}`, { reason: 'Udbyttet er godt beskrevet, men tallene er små.' }),
    nominationRevision: 1,
    by: person(holder),
    at: '2027-06-14T12:12:00.000Z',
    revision: 1,
  };
}

export function assessing(): World {
  const base = opened(world(38), 'assess');
  const given = Object.fromEntries(
    allIds(base)
      .slice(0, 14)
      .map((id) => [
        id,
        {
          [assessor('anna')]: assessmentBy(base, 'anna', id, 'high-degree'),
          [assessor('arne')]: assessmentBy(base, 'arne', id, 'lesser-degree'),
        },
      ]),
  );
  return withTask(base, 'assess', { work: { family: 'assessments', given } as Work });
}

export function stating(): World {
  const base = opened(world(12), 'statement');
  const remark = (id: string, text: string, n: number | null) => ({
    by: person('frede'),
    bodyId: bodyId('forsknings-infrastrukturudvalget'),
    nominationId: n === null ? null : nominationId(n),
    texts: base.words.keep(id, { remark: text }),
    at: '2027-06-10T09:00:00.000Z',
  });
  const statement = base.words.keep('s1', { statement: 'Udvalget finder listen dækkende.' });
  return withTask(base, 'statement', {
    work: {
      family: 'statements',
      remarks: [
        remark('m1', 'Data kan indgå i den nationale infrastruktur uden ændringer.', 0),
        remark('m2', 'Udvalget ser gerne, at kapaciteten belyses.', null),
      ],
      given: {
        [bodyId('forsknings-infrastrukturudvalget')]: {
          by: person('frede'),
          at: '2027-06-11T09:00:00.000Z',
          texts: statement,
        },
      },
    },
  });
}

export function concluding(): World {
  const base = opened(world(6), 'conclude');
  const draft = (
    n: number,
    outcome: 'qualified' | 'notQualified' | 'mergedWith',
    into: NominationId | null = null,
  ) => ({
    outcome,
    into,
    texts: base.words.keep(`d${n}`, { reason: 'Indstillingen lever i høj grad op til principperne.' }),
    by: person('sara'),
    at: '2027-06-10T09:00:00.000Z',
  });
  const drafts = Object.fromEntries(
    allIds(base).map((id, n) => [
      id,
      n === 1 ? draft(n, 'mergedWith', nominationId(0)) : draft(n, n === 2 ? 'notQualified' : 'qualified'),
    ]),
  );
  return withTask(base, 'conclude', { work: { family: 'conclusions', drafts } });
}

export function ranking(): World {
  const base = opened(qualified(world(34)), 'rank');
  const given = Object.fromEntries(
    ['nina', 'signe'].map((name, shift) => [
      director(name),
      { ...ballot(name, 'agree'), choice: 'ranked' as const, tiers: tiersOf(base, shift) },
    ]),
  );
  return withTask(base, 'rank', { work: ballots(given) });
}

function ranked(): World {
  const base = ranking();
  const more = Object.fromEntries(
    ['mads', 'oluf'].map((name, shift) => [
      director(name),
      { ...ballot(name, 'agree'), choice: 'ranked' as const, tiers: tiersOf(base, shift + 1) },
    ]),
  );
  const work = base.round.tasks[taskId('rank')]?.work;
  const given = work?.family === 'ballots' ? work.ballots : {};
  return closed(withTask(base, 'rank', { work: ballots({ ...given, ...more }) }), 'rank', '2027-05-21T10:00:30.000Z');
}

export function selecting(): World {
  const base = ranked();
  const considered = opened(base, 'consider');
  const given = {
    [seatId('bestyrelsen', 'bente')]: ballot('bente', 'noted'),
    [seatId('bestyrelsen', 'bo')]: ballot('bo', 'noted'),
  };
  const before = closed(
    withTask(considered, 'consider', { work: ballots(given) }),
    'consider',
    '2027-05-28T12:00:00.000Z',
  );
  const remark = base.words.keep('b-signe', { reason: 'Kapaciteten bør følges tæt.' });
  return opened(before, 'select', {
    work: ballots(
      {
        [director('nina')]: ballot('nina', 'approve'),
        [director('mads')]: ballot('mads', 'approve', { at: '2027-06-13T08:20:00.000Z' }),
        [director('signe')]: ballot('signe', 'approveWithRemark', { texts: remark }),
      },
      allIds(base).slice(0, 28),
    ),
  });
}

function selected(): World {
  const base = closed(selecting(), 'select');
  return withNominations(base, (_, n) => ({ decision: n < 28 ? 'selected' : 'notSelected' }));
}

export function grouping(): World {
  const base = opened(selected(), 'group');
  const names = ['Arvelige øjensygdomme', 'Nyresvigt', 'Arvelige hjertesygdomme'];
  const texts = base.words.keep('g', Object.fromEntries(names.map((name, n) => [`g${n}`, name])));
  const proposed = names.map((_, n) => ({
    id: as<GroupId>(`g${n}`),
    texts,
    nominationIds: allIds(base).slice(n * 9, n * 9 + 9),
  }));
  return withTask(base, 'group', { work: { family: 'groups', proposed, by: person('sara') } });
}

export function appointing(): World {
  const base = grouping();
  const work = base.round.tasks[taskId('group')]?.work;
  const groups = work?.family === 'groups' ? work.proposed : [];
  const round: RoundState = { ...base.round, groups: Object.fromEntries(groups.map((group) => [group.id, group])) };
  const appointed = base.words.keep('ap1', { name: 'Overlæge E. Eksempel' });
  const seat = { personId: null, texts: appointed, by: person('rikke'), at: '2027-06-10T09:00:00.000Z' };
  const seats = { [as<GroupId>('g0')]: { [bodyId('region-midtjylland')]: [seat] } } as never;
  return opened({ round, words: base.words }, 'appoint', { work: { family: 'appointments', seats } });
}

export function planning(): World {
  const base = appointing();
  const texts = base.words.keep('plan', {
    link: 'https://eksempel.dk/plan.docx',
    summary: 'Planen beskriver, hvordan grupperne tages i brug.',
    chapter_g0: 'Øjengruppen begynder i efteråret.',
  });
  return opened(base, 'plan', {
    work: {
      family: 'document',
      versions: [{ version: 1, texts, by: person('ulla'), at: '2027-06-09T09:00:00.000Z' }],
      agreements: { [bodyId('ngc')]: { by: person('gerda'), at: '2027-06-10T09:00:00.000Z' } },
    },
  });
}

const publishing = () => opened(selected(), 'notice');

function sharedSamples(): readonly Sample[] {
  const n = of(nominating());
  const a = of(assessing());
  const r = of(ranking());
  const rankedWorld = of(ranked());
  const s = of(selecting());
  const done = of(closed(selecting(), 'select'));
  const agree = of(opened(world(0), 'agree-process'));
  const p = of(planning());
  const task = (name: string, make: (language: Language) => Parameters<typeof cards.taskCard>[0]): Sample => ({
    name,
    make: (language) => cards.taskCard(make(language)),
  });
  return [
    task('task-nominate', (l) => n.shared(l, 'nominate')),
    task('task-nominate-region', (l) => ({ ...n.shared(l, 'nominate'), bodyId: bodyId('region-midtjylland') })),
    task('task-agree', (l) => agree.shared(l, 'agree-process')),
    task('task-assess', (l) => a.shared(l, 'assess')),
    task('task-state', (l) => of(stating()).shared(l, 'statement')),
    task('task-conclude', (l) => of(concluding()).shared(l, 'conclude')),
    task('task-rank', (l) => r.shared(l, 'rank')),
    task('task-rank-closed', (l) => rankedWorld.shared(l, 'rank')),
    task('task-select', (l) => s.shared(l, 'select')),
    task('task-select-closed', (l) => done.shared(l, 'select')),
    task('task-approve', (l) => of(opened(selected(), 'approve-selection')).shared(l, 'approve-selection')),
    task('task-group', (l) => of(grouping()).shared(l, 'group')),
    task('task-appoint', (l) => of(appointing()).shared(l, 'appoint')),
    task('task-document', (l) => p.shared(l, 'plan')),
    task('task-publish', (l) => of(publishing()).shared(l, 'notice')),
    task('task-waiting', (l) => agree.shared(l, 'nominate')),
    {
      name: 'task-simple-approval',
      make: (l) => cards.taskCard(simpleApproval(l)),
    },
    { name: 'step', make: (l) => cards.stepCard({ ...s.shared(l, 'select'), stepId: as('decision'), bodyIds: [] }) },
    { name: 'last-day', make: (l) => cards.lastDayCard(s.shared(l, 'select')) },
    { name: 'result-posted', make: (l) => cards.resultPostedCard(done.shared(l, 'select')) },
    {
      name: 'extended',
      make: (l) =>
        cards.extendedCard({
          ...s.shared(l, 'select'),
          deadlineAt: '2027-06-25T10:00:00.000Z',
          reason: 'Ferie i to regioner.',
        }),
    },
    { name: 'superseded', make: (language) => cards.supersededCard({ language }) },
    { name: 'channel-unbound', make: (language) => cards.channelCard({ language, body: null }) },
    {
      name: 'channel-bound',
      make: (language) => cards.channelCard({ language, body: organisation.bodies[bodyId('bestyrelsen')] ?? null }),
    },
  ];
}

/** The same cards with a definition that is not about genomes. */
function simpleApproval(language: Language): Parameters<typeof cards.taskCard>[0] {
  const base = world(2);
  const tasks = Object.fromEntries(
    simple.steps
      .flatMap((step) => step.tasks)
      .map((task) => [task.id, { ...base.round.tasks[taskId('agree-process')], id: task.id, kind: task.kind }]),
  ) as RoundState['tasks'];
  const round = {
    ...base.round,
    definition: simple,
    tasks,
    electorate: {
      bodies: Object.fromEntries(simple.bodies.map((body) => [body.id, body])),
      mandates: {},
    },
  };
  return of(opened({ round, words: base.words }, 'approve')).shared(language, 'approve');
}

function ownSamples(): readonly Sample[] {
  const s = of(selecting());
  const n = of(nominating());
  const a = of(assessing());
  const drafts = [
    { nominationId: as<NominationId>('draft-1'), title: 'Arvelig hørenedsættelse', filled: 9, total: 16 },
  ];
  const own = (name: string, make: (language: Language) => Parameters<typeof cards.ownTaskCard>[0]): Sample => ({
    name,
    make: (language) => cards.ownTaskCard(make(language)),
  });
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
    own('own-document', (l) => of(planning()).ownCard(l, 'oluf', 'plan')),
    own('own-document-author', (l) => of(planning()).ownCard(l, 'ulla', 'plan')),
    own('own-publish', (l) => of(publishing()).ownCard(l, 'sara', 'notice')),
    own('own-rank-preparer', (l) => of(ranking()).ownCard(l, 'pia', 'rank')),
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

/** One person with two seats, as when a merged region's seat has not been filled. */
function twoSeats() {
  const base = opened(selecting(), 'select', { work: ballots({}, [nominationId(0)]) });
  const mandate = base.round.electorate.mandates[director('nina')];
  const mandates = {
    ...base.round.electorate.mandates,
    ...(mandate && { [mandate.id]: { ...mandate, holder: person('oluf') } }),
  };
  return of({ words: base.words, round: { ...base.round, electorate: { ...base.round.electorate, mandates } } });
}

function listSamples(): readonly Sample[] {
  const list = (
    name: string,
    base: () => World,
    person_: string,
    id: string,
    which: Parameters<typeof cards.listCard>[0]['list'],
    body: string | null = null,
  ): Sample => ({
    name: `list-${name}`,
    make: (l) =>
      cards.listCard({
        ...of(base()).own(l, person_, id),
        list: which,
        page: 0,
        bodyId: body === null ? null : bodyId(body),
      }),
  });
  return [
    list('nominations', stating, 'frede', 'statement', 'nominations'),
    list('submitted', nominating, 'nora', 'nominate', 'submitted'),
    list('backing', nominating, 'rikke', 'nominate', 'backing', 'region-midtjylland'),
    list('selection', selecting, 'nina', 'select', 'selection'),
    list('decisions', () => closedNotice(), 'nora', 'notice', 'decisions'),
    list('assessments', assessing, 'anna', 'assess', 'assessments'),
    list('remarks', stating, 'frede', 'statement', 'remarks'),
    list('statements', stating, 'frede', 'statement', 'statements'),
    list('conclusions', concluding, 'sara', 'conclude', 'conclusions'),
    list('groups', grouping, 'gerda', 'group', 'groups'),
    list('networks', appointing, 'rikke', 'appoint', 'networks', 'region-midtjylland'),
    list('chapters', planning, 'nina', 'plan', 'chapters'),
    list('empty', () => opened(world(0), 'statement'), 'frede', 'statement', 'remarks'),
  ];
}

function closedNotice(): World {
  return withTask(publishing(), 'notice', { status: 'closed', closedAt: now });
}

function formSamples(): readonly Sample[] {
  const n = of(nominating());
  const s = of(selecting());
  const texts = {
    [as('title')]: 'Arvelig nethindesygdom hos voksne',
    [as('why')]: 'Gruppen er lille, men udbyttet er højt.',
  };
  const facts = { [as('on-behalf-of')]: ['region-midtjylland'], [as('patients-per-year')]: 120 };
  const nomination =
    (page: number, more: object = {}) =>
    (l: Language) =>
      cards.nominationForm({
        ...n.own(l, 'nora', 'nominate'),
        ...form,
        nominationId: as('draft-1'),
        page,
        texts,
        facts,
        missing: [],
        basis: null,
        ...more,
      });
  const draft = { tiers: tiersOf(ranking(), 0), order: [nominationId(0)] };
  const rank = (l: Language) => ({
    ...of(ranking()).own(l, 'mads', 'rank'),
    ...form,
    mandateId: director('mads'),
    draft,
    page: 0,
  });
  const groups = {
    groups: [
      { key: 'g0', name: 'Arvelige øjensygdomme' },
      { key: 'g1', name: 'Nyresvigt' },
    ],
    assigned: Object.fromEntries(allIds(grouping()).map((id, i) => [id, i % 2 === 0 ? 'g0' : 'g1'])),
  };
  const g = (l: Language) => ({ ...of(grouping()).own(l, 'sara', 'group'), ...form, draft: groups });
  return [
    { name: 'form-nomination-1', make: nomination(0) },
    { name: 'form-nomination-2', make: nomination(1) },
    { name: 'form-nomination-3', make: nomination(2) },
    { name: 'form-nomination-4', make: nomination(3) },
    {
      name: 'form-nomination-missing',
      make: nomination(0, { missing: ['disease-area'], fault: { name: 'FieldsMissing', fields: ['disease-area'] } }),
    },
    { name: 'form-nomination-chat', make: nomination(3, { surface: 'chat', basis: 2 }) },
    {
      name: 'form-return',
      make: (l) =>
        cards.returnNominationForm({
          ...n.own(l, 'rikke', 'nominate'),
          ...form,
          nominationId: nominationId(0),
          bodyId: bodyId('region-midtjylland'),
          reason: '',
        }),
    },
    {
      name: 'form-withdraw',
      make: (l) =>
        cards.withdrawNominationForm({ ...n.own(l, 'nora', 'nominate'), ...form, nominationId: nominationId(1) }),
    },
    {
      name: 'form-discard',
      make: (l) =>
        cards.discardNominationForm({
          ...n.own(l, 'nora', 'nominate'),
          ...form,
          nominationId: as('draft-1'),
          title: 'Arvelig hørenedsættelse',
        }),
    },
    {
      name: 'form-ballot-remark',
      make: (l) =>
        cards.ballotForm({
          ...s.own(l, 'oluf', 'select'),
          ...form,
          mandateId: null,
          choice: 'approveWithRemark',
          reason: '',
        }),
    },
    {
      name: 'form-ballot-other',
      make: (l) =>
        cards.ballotForm({
          ...s.own(l, 'nina', 'select'),
          ...form,
          mandateId: director('nina'),
          choice: null,
          reason: '',
        }),
    },
    {
      name: 'form-ballot-fault',
      make: (l) =>
        cards.ballotForm({
          ...twoSeats().own(l, 'oluf', 'select'),
          surface: 'dialog',
          fault: { name: 'ReasonMissing' },
          mandateId: null,
          choice: 'return',
          reason: '',
        }),
    },
    {
      name: 'form-remark',
      make: (l) =>
        cards.remarkForm({
          ...of(stating()).own(l, 'frede', 'statement'),
          ...form,
          bodyId: null,
          nominationId: null,
          text: '',
        }),
    },
    {
      name: 'form-statement',
      make: (l) =>
        cards.statementForm({ ...of(stating()).own(l, 'frede', 'statement'), ...form, bodyId: null, text: '' }),
    },
    {
      name: 'form-assessment',
      make: (l) =>
        cards.assessmentForm({
          ...of(assessing()).own(l, 'anna', 'assess'),
          ...form,
          fault: { name: 'ScoresMissing', principles: [] },
          mandateId: assessor('anna'),
          nominationId: nominationId(14),
          values: { scores: {}, evidence: 'weak', reason: 'Kort begrundelse', reasons: {}, comments: {} },
        }),
    },
    {
      name: 'form-conclusion',
      make: (l) =>
        cards.conclusionForm({
          ...of(concluding()).own(l, 'sara', 'conclude'),
          ...form,
          nominationId: nominationId(1),
          values: { outcome: 'mergedWith', into: nominationId(0), reason: 'De to indstillinger handler om det samme.' },
        }),
    },
    {
      name: 'form-sign',
      make: (l) => cards.signConclusionsForm({ ...of(concluding()).own(l, 'anna', 'conclude'), ...form }),
    },
    { name: 'form-ranking', make: (l) => cards.rankingForm(rank(l)) },
    { name: 'form-ranking-order', make: (l) => cards.rankingOrderForm({ ...rank(l), tierId: 'high' }) },
    {
      name: 'form-selection',
      make: (l) =>
        cards.selectionForm({
          ...s.own(l, 'sara', 'select'),
          ...form,
          page: 0,
          picked: allIds(selecting()).slice(0, 5),
        }),
    },
    {
      name: 'form-selection-review',
      make: (l) =>
        cards.selectionReview({ ...s.own(l, 'sara', 'select'), ...form, picked: allIds(selecting()).slice(0, 8) }),
    },
    { name: 'form-group-names', make: (l) => cards.groupNamesForm(g(l)) },
    { name: 'form-grouping', make: (l) => cards.groupingForm({ ...g(l), page: 0 }) },
    { name: 'form-grouping-review', make: (l) => cards.groupingReview(g(l)) },
    {
      name: 'form-appointment',
      make: (l) =>
        cards.appointmentForm({
          ...of(appointing()).own(l, 'rikke', 'appoint'),
          ...form,
          network: as<GroupId>('g1'),
          bodyId: null,
          name: '',
        }),
    },
    {
      name: 'form-document',
      make: (l) =>
        cards.documentForm({
          ...of(planning()).own(l, 'ulla', 'plan'),
          ...form,
          page: 0,
          values: { link: '', summary: '', chapters: {} },
        }),
    },
    {
      name: 'form-document-chapters',
      make: (l) =>
        cards.documentForm({
          ...of(planning()).own(l, 'ulla', 'plan'),
          ...form,
          page: 1,
          values: { link: '', summary: '', chapters: {} },
        }),
    },
    {
      name: 'form-publication',
      make: (l) => cards.publicationForm({ ...of(publishing()).own(l, 'sara', 'notice'), ...form }),
    },
    {
      name: 'form-unable',
      make: (l) => cards.unableForm({ ...s.personal(l, 'oluf'), ...form, waiting: waitingFor('oluf'), text: '' }),
    },
    {
      name: 'form-deadline',
      make: (l) => cards.deadlineForm({ ...s.own(l, 'sara', 'select'), ...form, date: null, time: null, reason: '' }),
    },
    { name: 'form-close-task', make: (l) => cards.closeTaskForm({ ...s.own(l, 'sara', 'select'), ...form }) },
    { name: 'form-pause', make: (l) => cards.pauseRoundForm({ ...s.own(l, 'sara', 'select'), ...form }) },
  ];
}

function waitingFor(name: string): readonly Waiting[] {
  const base = withTask(selecting(), 'assess', assessing().round.tasks[taskId('assess')] ?? {});
  return outstanding(base.round, calendar.dateOf(now)).flatMap((task) =>
    task.entries
      .filter(({ personId }) => personId === person(name))
      .map((entry) => ({ round: base.round, taskId: task.taskId, outstanding: entry })),
  );
}

function personalSamples(): readonly Sample[] {
  const s = of(selecting());
  const n = nominating();
  const entries: readonly HandbookEntry[] = [1, 2, 3].map((i) => ({
    id: as<EntryId>(`e${i}`),
    section: i === 3 ? 'minutes' : 'terms',
    title: { da: `Dokument ${i}`, en: `Document ${i}` },
    text: {
      da: 'Kommissoriet beskriver opgaver og sammensætning.',
      en: 'The terms of reference describe tasks and members.',
    },
    link: 'https://eksempel.dk/dokument.pdf',
    date: '2027-03-16',
    bodyId: bodyId('bestyrelsen'),
  }));
  const principles: readonly HandbookEntry[] = ngc.principles.map((principle, i) => ({
    id: as<EntryId>(`p${i}`),
    section: 'principles',
    title: principle.label,
    text: principle.text ?? null,
    link: null,
    date: null,
    bodyId: null,
  }));
  const handbook = (l: Language, more: object) => ({
    ...s.personal(l, 'sara'),
    section: 'principles' as const,
    entries: principles,
    page: 0,
    entryId: null,
    followsNews: false,
    secretariat: false,
    ...more,
  });
  const drafts = [
    {
      nominationId: as<NominationId>('draft-1'),
      title: 'Arvelig hørenedsættelse',
      filled: 9,
      total: 16,
      round: n.round,
      taskId: taskId('nominate'),
    },
  ];
  return [
    { name: 'help', make: (language) => cards.helpCard({ language, notUnderstood: false, secretariat: true }) },
    {
      name: 'help-not-understood',
      make: (language) => cards.helpCard({ language, notUnderstood: true, secretariat: false }),
    },
    {
      name: 'tasks',
      make: (l) =>
        cards.tasksCard({ ...s.personal(l, 'oluf'), waiting: [...waitingFor('oluf'), ...waitingFor('anna')], page: 0 }),
    },
    { name: 'tasks-none', make: (l) => cards.tasksCard({ ...s.personal(l, 'nora'), waiting: [], page: 0 }) },
    { name: 'status', make: (l) => cards.statusCard({ ...s.personal(l, 'oluf'), rounds: [selecting().round] }) },
    {
      name: 'my-nominations',
      make: (l) =>
        cards.myNominationsCard({
          look: n.words.look(),
          viewer: viewer('nora', l),
          rounds: [n.round],
          drafts,
          page: 0,
        }),
    },
    { name: 'language', make: (language) => cards.languageCard({ language }) },
    { name: 'handbook-principles', make: (l) => cards.handbookCard(handbook(l, {})) },
    {
      name: 'handbook-news',
      make: (l) =>
        cards.handbookCard(handbook(l, { section: 'news', entries: [], followsNews: true, secretariat: true })),
    },
    {
      name: 'handbook-entry',
      make: (l) =>
        cards.handbookCard(handbook(l, { section: 'terms', entries, entryId: entries[0]?.id, secretariat: true })),
    },
    { name: 'bodies', make: (l) => cards.bodiesCard({ ...s.personal(l, 'nora'), organisation, page: 0 }) },
    {
      name: 'body',
      make: (l) => cards.bodyCard({ ...s.personal(l, 'nora'), organisation, bodyId: bodyId('bestyrelsen'), entries }),
    },
    {
      name: 'receipt',
      make: (l) => cards.receiptCard({ ...s.own(l, 'nora', 'select'), nominationId: nominationId(13), head }),
    },
    {
      name: 'reminder',
      make: (l) =>
        cards.reminderCard({
          ...s.personal(l, 'oluf'),
          waiting: [
            ...waitingFor('oluf'),
            ...waitingFor('anna'),
            ...waitingFor('asta'),
            ...waitingFor('aage'),
            ...waitingFor('alma'),
            ...waitingFor('axel'),
          ],
        }),
    },
    {
      name: 'outcome-selected',
      make: (l) =>
        cards.outcomeCard({ ...of(closedNotice()).own(l, 'nora', 'notice'), nominationId: nominationId(0), at: now }),
    },
    {
      name: 'outcome-not-selected',
      make: (l) =>
        cards.outcomeCard({ ...of(closedNotice()).own(l, 'nora', 'notice'), nominationId: nominationId(30), at: now }),
    },
    { name: 'fault', make: (language) => cards.faultCard({ fault: { name: 'StaleCard' }, language }) },
    { name: 'said', make: (language) => cards.saidCard({ said: 'sentForBacking', language }) },
    {
      name: 'form-handbook',
      make: (language) =>
        cards.handbookForm({
          language,
          ...form,
          section: 'minutes',
          entry: entries[2] ?? null,
          typed: {},
          organisation,
        }),
    },
    {
      name: 'form-handbook-remove',
      make: (language) =>
        cards.handbookRemoveForm({
          language,
          ...form,
          section: 'minutes',
          entry: entries[2] ?? null,
          typed: {},
          organisation,
        }),
    },
  ];
}

function secretariatSamples(): readonly Sample[] {
  const s = of(selecting());
  const setup = { id: 'setup-1', definition: ngc, name: 'Runde 2027', startsOn: '2026-09-01' };
  const planned = plan(ngc, '2026-09-01T06:00:00.000Z', calendar);
  const input = (l: Language, page = 0) => ({
    ...s.personal(l, 'sara'),
    setup,
    organisation,
    plan: planned,
    warnings: setupWarnings(ngc, planned, organisation, calendar),
    page,
    channelNames: { '19:bestyrelsen@thread.tacv2': 'Bestyrelsen · Generelt' },
  });
  const entries = outstanding(selecting().round, calendar.dateOf(now));
  return [
    {
      name: 'setup-definitions',
      make: (l) => cards.definitionsCard({ ...s.personal(l, 'sara'), definitions: [ngc, simple], begun: null }),
    },
    {
      name: 'setup-definitions-begun',
      make: (l) => cards.definitionsCard({ ...s.personal(l, 'sara'), definitions: [ngc, simple], begun: setup }),
    },
    { name: 'setup', make: (l) => cards.setupCard(input(l)) },
    {
      name: 'setup-empty',
      make: (l) => cards.setupCard({ ...input(l), setup: { ...setup, name: null, startsOn: null }, warnings: [] }),
    },
    { name: 'setup-plan', make: (l) => cards.setupPlanCard(input(l)) },
    { name: 'setup-bodies', make: (l) => cards.setupBodiesCard(input(l)) },
    { name: 'form-setup-name', make: (l) => cards.setupNameForm({ ...input(l), ...form }) },
    { name: 'form-setup-begin', make: (l) => cards.setupBeginForm({ ...input(l), ...form }) },
    {
      name: 'form-channel',
      make: (language) =>
        cards.channelForm({ language, ...form, organisation, date: '2027-06-14', bodyId: null, channels: [] }),
    },
    {
      name: 'form-channel-known',
      make: (language) =>
        cards.channelForm({
          language,
          ...form,
          organisation,
          date: '2027-06-14',
          bodyId: bodyId('ngc'),
          channels: [{ teamId: 't1', channelId: '19:ngc@thread.tacv2', team: 'NGC', channel: 'Generelt' }],
        }),
    },
    {
      name: 'mandates',
      make: (l) =>
        cards.mandatesCard({ ...s.personal(l, 'sara'), organisation, bodyId: bodyId('sundhedsdirektoerer'), page: 0 }),
    },
    {
      name: 'form-mandate',
      make: (l) =>
        cards.mandateForm({ ...s.personal(l, 'sara'), ...form, organisation, bodyId: bodyId('sundhedsdirektoerer') }),
    },
    {
      name: 'form-mandate-people',
      make: (l) =>
        cards.mandatePeopleForm({
          ...s.personal(l, 'sara'),
          ...form,
          organisation,
          mandateId: director('signe'),
          entraIds: {},
        }),
    },
    {
      name: 'form-mandate-end',
      make: (l) =>
        cards.mandateEndForm({ ...s.personal(l, 'sara'), ...form, organisation, mandateId: director('signe') }),
    },
    {
      name: 'round',
      make: (l) => cards.roundCard({ ...s.own(l, 'sara', 'select'), outstanding: entries, head, page: 0 }),
    },
    {
      name: 'missing',
      make: (l) =>
        cards.missingCard({
          ...s.own(l, 'sara', 'select'),
          entries: entries.find((one) => one.taskId === taskId('select'))?.entries ?? [],
          page: 0,
        }),
    },
  ];
}

export function gallery(): readonly Sample[] {
  return [
    ...sharedSamples(),
    ...ownSamples(),
    ...listSamples(),
    ...formSamples(),
    ...personalSamples(),
    ...secretariatSamples(),
  ];
}

export function cardOf(sample: Sample, language: Language): Card {
  const made = sample.make(language);
  return 'card' in made ? made.card : made;
}
