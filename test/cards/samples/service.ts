// Samples of what Trinvis sends by itself to chairs, the secretariat and channels.
// One of the galleries of gallery.ts: the names say what is seen.
import { cards } from '../../../cards';
import type { Waiting } from '../../../cards/inputs/personal';
import * as service from '../../../cards/service';
import type { MandateId } from '../../../services/process/ids';
import { outstanding } from '../../../services/process/round/outstanding';
import { of, type Sample } from '../sample';
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
      name: 'service-forecast',
      make: (l) =>
        service.forecastCard({
          ...s.shared(l, 'select'),
          quorum: { answered: 1, seats: 5, needed: 3 },
          callable: seats,
        }),
    },
    {
      name: 'service-overdue-count',
      make: (l) => service.overdueCard({ ...s.shared(l, 'select'), people, named: false }),
    },
    {
      name: 'service-overdue-names',
      make: (l) => service.overdueCard({ ...s.shared(l, 'select'), people, named: true }),
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
