// Samples of what Trinvis sends by itself to chairs, the secretariat and channels.
// One of the galleries of gallery.ts: the names say what is seen.
import { emptyOrganisation } from '../../../services/process/organisation/state';
import { cards } from '../../../cards';
import type { Waiting } from '../../../cards/inputs/personal';
import * as service from '../../../cards/service';
import type { BodyId, MandateId, NominationId } from '../../../services/process/ids';
import { outstanding } from '../../../services/process/round/outstanding';
import { allIds, of, type Sample } from '../sample';
import { calendar, now, taskId, type World } from '../world';
import { selecting } from '../worlds';

export function serviceSamples(): readonly Sample[] {
  const base = selecting();
  const s = of(base);
  const seats = Object.keys(base.round.electorate.mandates).slice(0, 2) as MandateId[];
  const people = Object.values(base.round.electorate.mandates)
    .slice(0, 3)
    .map(({ holder }) => holder);
  const asked = of(afterDowntime(base, false));
  const over = of(afterDowntime(base, true));
  const hash = 'a'.repeat(64);
  return [
    {
      name: 'service-anchor',
      make: (language) =>
        service.anchorCard({
          language,
          heads: [
            { of: 'round', name: base.round.name, hash },
            { of: 'organisation', name: '', hash },
          ],
        }),
    },
    {
      name: 'service-consent',
      make: (language) =>
        service.consentCard({ language, use: 'files', needs: ['Sites.Selected', 'Files.ReadWrite.All'] }),
    },
    {
      name: 'service-group-change',
      make: (language) => {
        const { electorate } = base.round;
        const bodyId = Object.values(electorate.mandates)[0]?.bodyId ?? ('' as BodyId);
        const organisation = { ...emptyOrganisation, seq: 1, ...electorate, channels: {} };
        const { look } = s.personal(language, 'sara');
        return service.groupChangeCard({ language, look, organisation, bodyId, joined: people, departed: seats });
      },
    },
    {
      name: 'service-group-same',
      make: (language) => {
        const organisation = { ...emptyOrganisation, seq: 1, ...base.round.electorate, channels: {} };
        const { look } = s.personal(language, 'sara');
        const bodyId = Object.values(organisation.mandates)[0]?.bodyId ?? ('' as BodyId);
        return service.groupChangeCard({ language, look, organisation, bodyId, joined: [], departed: [] });
      },
    },
    {
      name: 'service-network-made',
      make: (l) =>
        service.networkMadeCard({
          ...s.shared(l, 'select'),
          network: 'round',
          added: people,
          left: people.slice(0, 1),
          unnamed: 2,
          url: 'https://teams.microsoft.com/l/channel/1',
        }),
    },
    {
      name: 'service-chat-made',
      make: (l) =>
        service.chatMadeCard({
          ...s.shared(l, 'select'),
          nominationId: allIds(base)[0] ?? ('' as NominationId),
          people,
          url: 'https://teams.microsoft.com/l/chat/1',
        }),
    },
    {
      name: 'service-chat-lost',
      make: (l) =>
        service.chatMadeCard({
          ...s.shared(l, 'select'),
          nominationId: allIds(base)[0] ?? ('' as NominationId),
          people: [],
          url: null,
        }),
    },
    {
      name: 'service-chat-not-kept',
      make: (l) =>
        service.chatNotKeptCard({
          ...s.shared(l, 'select'),
          nominationId: allIds(base)[0] ?? ('' as NominationId),
          url: 'https://teams.microsoft.com/l/chat/1',
        }),
    },
    {
      name: 'service-errand-undone',
      make: (language) => service.errandUndoneCard({ language, use: 'chats', reason: 'Nobody' }),
    },
    { name: 'service-errand-failed', make: (language) => service.errandFailedCard({ language, use: 'networks' }) },
    {
      name: 'service-forecast',
      make: (l) =>
        service.forecastCard({
          ...s.shared(l, 'select'),
          link: 'https://teams.microsoft.com/l/message/19%3Ac/1700000000000',
          quorum: { answered: 1, seats: 5, needed: 3 },
          callable: seats,
        }),
    },
    {
      name: 'service-overdue-count',
      make: (l) => service.overdueCard({ ...s.shared(l, 'select'), link: null, people, named: false }),
    },
    {
      name: 'service-overdue-names',
      make: (l) => service.overdueCard({ ...s.shared(l, 'select'), link: null, people, named: true }),
    },
    {
      name: 'service-unreachable',
      make: (l) => service.unreachableCard({ language: l, look: s.shared(l, 'select').look, people, channels: 1 }),
    },
    { name: 'service-fallback', make: (l) => service.fallbackCard({ ...s.shared(l, 'select'), people }) },
    { name: 'service-downtime', make: (l) => service.downtimeCard(asked.shared(l, 'select')) },
    {
      name: 'tasks-after-downtime',
      make: (l) =>
        cards.tasksCard({ ...asked.personal(l, 'nina'), waiting: askedAbout(afterDowntime(base, false)), page: 0 }),
    },
    { name: 'service-downtime-over', make: (l) => service.downtimeCard(over.shared(l, 'select')) },
  ];
}

function askedAbout({ round }: World): readonly Waiting[] {
  return outstanding(round, calendar.dateOf(now))
    .filter(({ matter }) => matter !== null)
    .flatMap(({ entries, ...left }) => entries.map((entry) => ({ round, ...left, outstanding: entry })));
}

function afterDowntime({ round, words }: World, kept: boolean): World {
  const id = taskId('select');
  const deadlineAt = round.tasks[id]?.deadlineAt ?? '';
  const at = (minutes: number): string => new Date(Date.parse(deadlineAt) - minutes * 60_000).toISOString();
  const question = { of: deadlineAt, from: at(130), to: at(-20), askedAt: at(-20), deadlineAt: at(-24 * 60), kept };
  const matters = { ...round.matters, downtime: { [id]: question } };
  return { words, round: { ...round, matters } };
}
