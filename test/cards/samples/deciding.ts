// Samples of deciding: secret ballots, ties, minorities, rankings pair by pair.
// One of the galleries of gallery.ts: the names say what is seen.
import { cards } from '../../../cards';
import { ballotsIn } from '../../../services/process/round/kinds/ballots/work';
import type { Language } from '../../../services/process/words';
import { form, of } from '../sample';
import type { Sample } from '../sample';
import { director, opened, person, taskId, withTask, type World } from '../world';
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

const prepared = {
  mandateId: director('nina'),
  choice: 'approveWithRemark' as const,
  reason: 'Regionen er klar fra 1. september 2027.',
  by: person('pia'),
  at: '2027-06-14T09:00:00.000Z',
  version: 1,
  returnedBy: null,
};

/** The same vote with an answer that the secretariat entered. */
function entered(base: World): World {
  const work = ballotsIn(base.round.tasks[taskId('select')] ?? { work: { family: 'nominating' } });
  const given = work.ballots[director('nina')];
  if (given === undefined) return base;
  const ballots = { ...work.ballots, [director('nina')]: { ...given, enteredBy: person('sara') } };
  return withTask(base, 'select', { work: { ...work, ballots } });
}

function answerFor(language: Language) {
  const base = of(selecting()).own(language, 'sara', 'select');
  return {
    ...base,
    ...form,
    mandateId: director('oluf'),
    choice: 'approveWithRemark' as const,
    reason: 'Regionen er klar fra 1. september 2027.',
  };
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
      name: 'own-vote-prepared',
      make: (l) => cards.ownTaskCard({ ...of(again(selecting())).ownCard(l, 'nina', 'select'), prepared: [prepared] }),
    },
    {
      name: 'own-vote-entered',
      make: (l) => cards.ownTaskCard(of(entered(selecting())).ownCard(l, 'nina', 'select')),
    },
    { name: 'own-vote-preparer', make: (l) => cards.ownTaskCard(of(again(selecting())).ownCard(l, 'pia', 'select')) },
    { name: 'form-prepare', make: (l) => cards.prepareForm({ ...answerFor(l), source: '' }) },
    { name: 'form-enter', make: (l) => cards.enterForm({ ...answerFor(l), source: 'Brev af 3. maj 2027' }) },
    {
      name: 'list-duels',
      make: (l) => cards.listCard({ ...of(ranked()).own(l, 'nina', 'rank'), list: 'duels', page: 0, bodyId: null }),
    },
  ];
}
