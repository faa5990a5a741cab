// Samples of personal cards and of the handbook.
// One of the galleries of gallery.ts: the names say what is seen.
import { cards } from '../../../cards';
import type { HandbookEntry } from '../../../cards/inputs/personal';
import { as } from '../../../services/process/ids';
import type { EntryId, NominationId } from '../../../services/process/ids';
import type { Language } from '../../../services/process/words';
import { form, head, of } from '../sample';
import type { Sample } from '../sample';
import { waitingFor, waitingIn } from './waiting';
import { merged, nominating, selecting } from '../worlds';
import { closedNotice } from '../worlds-after';
import { bodyId, ngc, nominationId, now, organisation, person, taskId, viewer, withNominations } from '../world';
export function personalSamples(): readonly Sample[] {
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
      owner: null,
      sharedWith: [person('klaus')],
      begunAt: now,
      round: n.round,
      taskId: taskId('nominate'),
    },
    {
      nominationId: as<NominationId>('draft-2'),
      title: 'Epilepsi hos små børn',
      filled: 4,
      total: 16,
      owner: person('klaus'),
      sharedWith: [person('nora')],
      begunAt: now,
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
    {
      name: 'draft-shared',
      make: (l) =>
        cards.draftSharedCard({
          ...of(n).own(l, 'nora', 'nominate'),
          nominationId: as<NominationId>('draft-2'),
          title: 'Epilepsi hos små børn',
          owner: person('klaus'),
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
          links: ['https://teams.microsoft.com/l/message/19%3Ac/1700000000000', null],
        }),
    },
    {
      name: 'reminder-seat',
      make: (l) => cards.reminderCard({ ...s.personal(l, 'sara'), waiting: waitingIn(merged(), 'sara'), links: [] }),
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
    {
      name: 'outcome-postponed',
      make: (l) => {
        const told = withNominations(closedNotice(), () => ({ decision: null, conclusion: null }));
        return cards.outcomeCard({ ...of(told).own(l, 'nora', 'notice'), nominationId: nominationId(30), at: now });
      },
    },
    { name: 'fault', make: (language) => cards.faultCard({ fault: { name: 'StaleCard' }, language }) },
    { name: 'fault-no-mandate', make: (language) => cards.faultCard({ fault: { name: 'NoMandate' }, language }) },
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
