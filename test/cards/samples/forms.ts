// Samples of forms.
// One of the galleries of gallery.ts: the names say what is seen.
import { cards } from '../../../cards';
import { as } from '../../../services/process/ids';
import type { GroupId, PersonId } from '../../../services/process/ids';
import type { Language } from '../../../services/process/words';
import { allIds, form, of } from '../sample';
import type { Sample } from '../sample';
import { twoSeats, waitingFor } from './waiting';
import { assessing, concluding, concludingAssessed, nominating, ranking, selecting, stating, tiersOf } from '../worlds';
import { appointing, grouping, planning, publishing } from '../worlds-after';
import { assessor, bodyId, director, nominationId, opened, world, person } from '../world';
export function formSamples(): readonly Sample[] {
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
        seen: 0,
        clashes: [],
        sharedBy: null,
        sharedWith: [],
        ...more,
      });
  const shared = (sharedWith: readonly PersonId[]) => (l: Language) =>
    cards.shareForm({
      ...n.own(l, 'nora', 'nominate'),
      ...form,
      nominationId: as('draft-1'),
      title: 'Arvelig nethindesygdom hos voksne',
      sharedWith,
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
  const appointment = (l: Language, viewer: string, body: string) => ({
    ...of(appointing()).own(l, viewer, 'appoint'),
    ...form,
    network: as<GroupId>('g0'),
    bodyId: bodyId(body),
    index: 0,
    basis: 0,
  });
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
    {
      name: 'form-nomination-number',
      make: nomination(1, { missing: ['patients-per-year'], fault: { name: 'NumberInvalid' } }),
    },
    {
      name: 'form-nomination-doubtful',
      make: nomination(2, { texts: { ...texts, [as('evidence')]: 'Hansen 2023\nSe hvad andre skriver' } }),
    },
    {
      name: 'form-nomination-doubtful-before',
      make: nomination(3, { texts: { ...texts, [as('evidence')]: 'Hansen 2023\nSe hvad andre skriver' } }),
    },
    {
      name: 'form-nomination-clash',
      make: nomination(0, {
        fault: { name: 'DraftChangedMeanwhile' },
        seen: 7,
        sharedBy: person('klaus'),
        sharedWith: [person('nora')],
        clashes: [
          { fieldId: as('title'), by: person('klaus'), value: 'Arvelige *nethindesygdomme*' },
          { fieldId: as('on-behalf-of'), by: person('klaus'), value: ['region-nordjylland', 'region-midtjylland'] },
        ],
      }),
    },
    { name: 'form-share', make: shared([]) },
    { name: 'form-share-again', make: shared([person('klaus'), person('pia')]) },
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
          fields: {},
        }),
    },
    {
      name: 'form-remark-fields',
      make: (l) =>
        cards.remarkForm({
          ...of(opened(world(12), 'cross-disciplinary')).own(l, 'lise', 'cross-disciplinary'),
          ...form,
          bodyId: null,
          nominationId: nominationId(3),
          text: '',
          fields: { 'missing-specialties': 'Klinisk genetik' },
        }),
    },
    {
      name: 'form-conclusion-basis',
      make: (l) =>
        cards.conclusionForm({
          ...of(concludingAssessed()).own(l, 'sara', 'conclude'),
          ...form,
          nominationId: nominationId(2),
          values: { outcome: null, into: null, reason: '' },
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
      name: 'form-groups-return',
      make: (l) =>
        cards.returnGroupsForm({ ...of(grouping()).own(l, 'gerda', 'group'), ...form, basis: 1, reason: '' }),
    },
    { name: 'form-appointment-decline', make: (l) => cards.declineAppointmentForm(appointment(l, 'nora', 'lvs')) },
    {
      name: 'form-appointment-withdraw',
      make: (l) => cards.withdrawAppointmentForm(appointment(l, 'rikke', 'region-midtjylland')),
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
      name: 'form-document-remark',
      make: (l) =>
        cards.documentRemarkForm({
          ...of(planning()).own(l, 'gerda', 'plan'),
          ...form,
          bodyId: null,
          chapter: '',
          text: '',
        }),
    },
    {
      name: 'form-reasons',
      make: (l) => cards.reasonsForm({ ...of(publishing()).own(l, 'sara', 'notice'), ...form }),
    },
    {
      name: 'form-reason',
      make: (l) =>
        cards.reasonForm({
          ...of(publishing()).own(l, 'sara', 'notice'),
          ...form,
          nominationId: nominationId(29),
        }),
    },
    {
      name: 'form-information',
      make: (l) =>
        cards.informationForm({
          ...of(publishing()).own(l, 'nora', 'notice'),
          ...form,
          nominationId: nominationId(29),
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
