// Samples of set-up and of the secretariat's cards.
// One of the galleries of gallery.ts: the names say what is seen.
import { cards } from '../../../cards';
import { outstanding } from '../../../services/process/round/outstanding';
import { plan } from '../../../services/process/round/plan';
import { setupWarnings } from '../../../services/process/round/plan-warnings';
import type { Language } from '../../../services/process/words';
import { form, head, of } from '../sample';
import type { Sample } from '../sample';
import { merged, selecting } from '../worlds';
import { bodyId, calendar, director, ngc, now, organisation, simple, taskId } from '../world';
export function secretariatSamples(): readonly Sample[] {
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
        cards.mandateForm({
          ...s.personal(l, 'sara'),
          ...form,
          organisation,
          bodyId: bodyId('sundhedsdirektoerer'),
          entraId: '00000000-0000-4000-8000-000000000001',
        }),
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
      name: 'round-merged',
      make: (l) => cards.roundCard({ ...of(merged()).own(l, 'sara', 'select'), outstanding: [], head, page: 0 }),
    },
    {
      name: 'round-paused',
      make: (l) => {
        const running = s.own(l, 'sara', 'select');
        return cards.roundCard({
          ...running,
          round: { ...running.round, status: 'paused' },
          outstanding: [],
          head: null,
          page: 0,
        });
      },
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
