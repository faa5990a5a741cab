// Samples of deciding: secret ballots, ties, minorities, rankings pair by pair.
// One of the galleries of gallery.ts: the names say what is seen.
import { cards } from '../../../cards';
import { ballotsIn } from '../../../services/process/round/kinds/ballots/work';
import { of } from '../sample';
import type { Sample } from '../sample';
import { opened, taskId, withTask, type World } from '../world';
import { ranked, selecting } from '../worlds';

/** The vote of `base` held anew after a tie. */
function again(base: World): World {
  const { ballots } = ballotsIn(base.round.tasks[taskId('select')] ?? { work: { family: 'nominating' } });
  const work = { ...ballotsIn({ work: { family: 'nominating' } }), proposal: proposalOf(base) };
  const earlier = [{ ballots, why: 'tied' as const, at: '2027-06-11T10:00:30.000Z' }];
  return withTask(base, 'select', { work: { ...work, earlier } });
}

function proposalOf(base: World) {
  return ballotsIn(base.round.tasks[taskId('select')] ?? { work: { family: 'nominating' } }).proposal;
}

/** The same round with its selection rejected: what comes after does not open. */
function rejected(base: World): World {
  return withTask(opened(base, 'select'), 'select', {
    status: 'closed',
    closedAt: '2027-06-18T10:00:30.000Z',
    result: { version: 'majority/1', outcome: 'rejected', arithmetic: null },
  });
}

export function decidingSamples(): readonly Sample[] {
  return [
    {
      name: 'secret-receipt',
      make: (l) =>
        cards.secretReceiptCard({
          ...of(selecting()).own(l, 'nina', 'select'),
          receipt: '3f2a-90c4-7b1e',
        }),
    },
    { name: 'own-vote-again', make: (l) => cards.ownTaskCard(of(again(selecting())).ownCard(l, 'nina', 'select')) },
    {
      name: 'own-vote-rejected',
      make: (l) => cards.ownTaskCard(of(rejected(selecting())).ownCard(l, 'nina', 'select')),
    },
    {
      name: 'list-duels',
      make: (l) => cards.listCard({ ...of(ranked()).own(l, 'nina', 'rank'), list: 'duels', page: 0, bodyId: null }),
    },
  ];
}
