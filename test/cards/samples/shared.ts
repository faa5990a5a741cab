// Samples of the cards of channels.
// One of the galleries of gallery.ts: the names say what is seen.
import { cards } from '../../../cards';
import { as } from '../../../services/process/ids';
import type { RoundState } from '../../../services/process/round/state';
import type { Language } from '../../../services/process/words';
import { of } from '../sample';
import type { Sample } from '../sample';
import { assessing, concluding, merged, nominating, ranked, ranking, selected, selecting, stating } from '../worlds';
import { appointing, grouping, planning, publishing } from '../worlds-after';
import { bodyId, closed, opened, organisation, simple, taskId, world } from '../world';
const shared = (name: string, make: (language: Language) => Parameters<typeof cards.taskCard>[0]): Sample => ({
  name,
  make: (language) => cards.taskCard(make(language)),
});

export function sharedSamples(): readonly Sample[] {
  const n = of(nominating());
  const a = of(assessing());
  const r = of(ranking());
  const rankedWorld = of(ranked());
  const s = of(selecting());
  const done = of(closed(selecting(), 'select'));
  const agree = of(opened(world(0), 'agree-process'));
  const p = of(planning());
  return [
    shared('task-nominate', (l) => n.shared(l, 'nominate')),
    shared('task-nominate-region', (l) => ({ ...n.shared(l, 'nominate'), bodyId: bodyId('region-midtjylland') })),
    shared('task-agree', (l) => agree.shared(l, 'agree-process')),
    shared('task-assess', (l) => a.shared(l, 'assess')),
    shared('task-state', (l) => of(stating()).shared(l, 'statement')),
    shared('task-conclude', (l) => of(concluding()).shared(l, 'conclude')),
    shared('task-rank', (l) => r.shared(l, 'rank')),
    shared('task-rank-closed', (l) => rankedWorld.shared(l, 'rank')),
    shared('task-select', (l) => s.shared(l, 'select')),
    shared('task-select-merged', (l) => of(merged()).shared(l, 'select')),
    shared('task-select-closed', (l) => done.shared(l, 'select')),
    shared('task-approve', (l) => of(opened(selected(), 'approve-selection')).shared(l, 'approve-selection')),
    shared('task-group', (l) => of(grouping()).shared(l, 'group')),
    shared('task-appoint', (l) => of(appointing()).shared(l, 'appoint')),
    shared('task-document', (l) => p.shared(l, 'plan')),
    shared('task-publish', (l) => of(publishing()).shared(l, 'notice')),
    shared('task-waiting', (l) => agree.shared(l, 'nominate')),
    {
      name: 'task-simple-approval',
      make: (l) => cards.taskCard(simpleApproval(l)),
    },
    { name: 'step', make: (l) => cards.stepCard({ ...s.shared(l, 'select'), stepId: as('decision'), bodyIds: [] }) },
    { name: 'summary', make: (l) => cards.summaryCard(s.shared(l, 'select')) },
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
    { name: 'stray', make: (language) => cards.strayCard({ language }) },
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
