// Samples of what goes between nominators and those who handle their nominations: questions, answers, the check at intake.
import { cards } from '../../../cards';
import { as } from '../../../services/process/ids';
import type { FieldId, JoinId, MergeId, NominationId, QuestionId, RoundId } from '../../../services/process/ids';
import type { Merge } from '../../../services/process/round/matters/merging/state';
import type { Question } from '../../../services/process/round/matters/questions/state';
import { outstandingFor } from '../../../services/process/round/outstanding';
import type { Nomination } from '../../../services/process/round/state';
import type { Language } from '../../../services/process/words';
import { form, of } from '../sample';
import type { Sample } from '../sample';
import { bodyId, nominationId, opened, person, taskId, world } from '../world';
import type { World } from '../world';

const id = (text: string): QuestionId => as<QuestionId>(text);

/** Nominations are closed, the assessing runs: one is answered, one waits, the secretariat waits for more. */
export function questioned(): World {
  const base = opened(world(6), 'assess');
  const keep = (name: string, field: string, text: string) => base.words.keep(name, { [field]: text });
  const question = (name: string, n: number, more: Partial<Question>): Question => ({
    id: id(name),
    kind: 'question',
    nominationId: nominationId(n),
    taskId: taskId('assess'),
    bodyId: bodyId('arbejdsgruppe-klinisk-anvendelse'),
    by: person('arne'),
    askedAt: '2027-06-07T08:12:00.000Z',
    deadlineAt: '2027-06-16T10:00:00.000Z',
    texts: keep(`q-${name}`, 'question', 'Hvor mange af patienterne får i dag en diagnose med genpanel?'),
    answer: null,
    withdrawnAt: null,
    ...more,
  });
  const asked = [
    question('q1', 1, {}),
    question('q2', 1, {
      askedAt: '2027-06-02T08:00:00.000Z',
      answer: {
        by: person('nora'),
        at: '2027-06-04T12:30:00.000Z',
        texts: keep('a-q2', 'answer', 'Omkring en tredjedel, se den danske opgørelse fra 2025.'),
      },
    }),
    question('q3', 2, { kind: 'more', bodyId: bodyId('sekretariatet'), taskId: taskId('nominate') }),
  ];
  const checked = {
    [nominationId(0)]: { by: person('sara'), at: '2027-06-03T08:00:00.000Z', revision: 1 },
    [nominationId(3)]: { by: person('sara'), at: '2027-06-03T08:00:00.000Z', revision: 0 },
  };
  const questions = { asked: Object.fromEntries(asked.map((one) => [one.id, one])), checked };
  const following = { [nominationId(1)]: [person('klaus')] };
  const round = { ...base.round, matters: { ...base.round.matters, questions, following } };
  return opened({ ...base, round }, 'nominate');
}

/** The first is to take in two others: one nominator has agreed; another asks to join; a third pair has been merged. */
export function merging(): World {
  const base = questioned();
  const reason = base.words.keep('r-merge', { reason: 'De tre indstillinger handler om den samme gruppe.' });
  const merge = (name: string, into: number, from: readonly number[], more: Partial<Merge>): Merge => ({
    id: as<MergeId>(name),
    into: nominationId(into),
    from: from.map(nominationId),
    by: person('sara'),
    proposedAt: '2027-06-08T08:00:00.000Z',
    texts: reason,
    agreed: [],
    agreedFor: [],
    status: 'proposed',
    endedAt: null,
    before: null,
    ...more,
  });
  const merges = [
    merge('m1', 0, [4], { agreed: [person('kaj')] }),
    merge('m2', 2, [5], { status: 'done', endedAt: '2027-06-09T08:00:00.000Z' }),
  ];
  const join = { id: as<JoinId>('j1'), nominationId: nominationId(2), personId: person('pia'), answer: null };
  const nominations = {
    ...base.round.nominations,
    [nominationId(4)]: { ...nominationAt(base, 4), nominators: [person('kaj')] },
    [nominationId(5)]: { ...nominationAt(base, 5), status: 'merged' as const },
  };
  const matters = {
    ...base.round.matters,
    merging: Object.fromEntries(merges.map((one) => [one.id, one])),
    joining: { [join.id]: join },
  };
  return { ...base, round: { ...base.round, nominations, matters } };
}

function nominationAt({ round }: World, n: number): Nomination {
  const nomination = round.nominations[nominationId(n)];
  if (nomination === undefined) throw new Error(`no nomination ${n}`);
  return nomination;
}

/** Region Midtjylland has set a deadline of its own, two days before the task's. */
function withInternal() {
  const base = questioned();
  const set = { deadlineAt: '2027-06-16T10:00:00.000Z', setAt: '2027-06-02T08:00:00.000Z', revision: 1 };
  const internal = { [taskId('nominate')]: { [bodyId('region-midtjylland')]: set } };
  return of({ ...base, round: { ...base.round, matters: { ...base.round.matters, internal } } });
}

/** Nominating with a grace: before the deadline, in the grace, and what an earlier round has left. */
function graceSamples(): readonly Sample[] {
  const base = questioned();
  const task = base.round.tasks[taskId('nominate')];
  if (task === undefined || task.deadlineAt === null) throw new Error('no deadline');
  const { deadlineAt } = task;
  const grace = { [task.id]: { deadlineAt, until: '2027-08-20T10:00:00.000Z' } };
  const round = { ...base.round, matters: { ...base.round.matters, grace } };
  const later = { ...base, round };
  const old = {
    ...base.round,
    id: as<RoundId>('runde-2025'),
    name: 'Runde 2025',
    startsAt: '2025-01-01T08:00:00.000Z',
    status: 'closed' as const,
  };
  const offers = [
    { from: old, nominationId: as<NominationId>('draft-1'), title: 'Arvelig hørenedsættelse' },
    { from: old, nominationId: nominationId(4), title: null },
  ];
  return [
    {
      name: 'task-nominate-grace',
      make: (l) => cards.taskCard({ ...of(later).shared(l, 'nominate'), bodyId: bodyId('region-midtjylland') }),
    },
    { name: 'carry', make: (l) => cards.carryCard({ ...of(later).own(l, 'nora', 'nominate'), offers }) },
    {
      name: 'my-nominations-left',
      make: (l) =>
        cards.myNominationsCard({
          ...of(later).personal(l, 'nora'),
          rounds: [old, round],
          drafts: [
            {
              nominationId: as<NominationId>('draft-1'),
              title: 'Arvelig hørenedsættelse',
              filled: 9,
              total: 16,
              owner: null,
              sharedWith: [],
              begunAt: '2025-01-10T08:00:00.000Z',
              round: old,
              taskId: taskId('nominate'),
            },
          ],
          page: 0,
        }),
    },
  ];
}

/** Changed twice after it was sent; and one that waits for backing. */
function changedSamples(): readonly Sample[] {
  const base = questioned();
  const one = nominationAt(base, 0);
  const earlier = base.words.keep('earlier', { title: 'Nethindesygdom', why: 'Gruppen er *lille*.' });
  const facts = { ...one.facts, [as<FieldId>('patients-per-year')]: 80 };
  const before = { onBehalfOf: one.onBehalfOf, texts: earlier, facts };
  const changes = [
    { by: person('nora'), at: '2027-06-01T08:00:00.000Z', before },
    { by: person('klaus'), at: '2027-06-02T08:00:00.000Z', before: { ...before, texts: one.texts } },
  ];
  const waiting = {
    ...nominationAt(base, 1),
    status: 'awaitingBacking' as const,
    number: null,
    submittedAt: null,
    backedBy: [],
  };
  const nominations = { ...base.round.nominations, [one.id]: { ...one, changes }, [waiting.id]: waiting };
  const changed = of({ ...base, round: { ...base.round, nominations } });
  const backer = waiting.onBehalfOf[0] ?? bodyId('region-midtjylland');
  return [
    {
      name: 'nomination-changed',
      make: (l) => cards.nominationCard({ ...changed.own(l, 'sara', 'assess'), nominationId: one.id, page: 0 }),
    },
    {
      name: 'nomination-changes',
      make: (l) => cards.changesCard({ ...changed.own(l, 'sara', 'assess'), nominationId: one.id, page: 0 }),
    },
    {
      name: 'nomination-changes-stranger',
      make: (l) => cards.changesCard({ ...changed.own(l, 'klaus', 'assess'), nominationId: one.id, page: 0 }),
    },
    {
      name: 'backing',
      make: (l) =>
        cards.backingCard({ ...changed.own(l, 'rikke', 'nominate'), nominationId: waiting.id, bodyId: backer }),
    },
  ];
}

function togetherSamples(): readonly Sample[] {
  const base = of(merging());
  const read = (name: string, n: number) => (l: Language) =>
    cards.nominationCard({ ...base.own(l, name, 'assess'), nominationId: nominationId(n), page: 0 });
  const alike = [nominationId(0), nominationId(3)];
  return [
    { name: 'nomination-merge-proposed', make: read('nora', 0) },
    {
      name: 'form-internal-deadline',
      make: (l) =>
        cards.internalDeadlineForm({
          ...base.own(l, 'rikke', 'nominate'),
          ...form,
          bodyId: bodyId('region-midtjylland'),
          date: '2027-06-16',
        }),
    },
    {
      name: 'task-nominate-internal',
      make: (l) => cards.taskCard({ ...withInternal().shared(l, 'nominate'), bodyId: bodyId('region-midtjylland') }),
    },
    ...graceSamples(),
    { name: 'own-nominate-internal', make: (l) => cards.ownTaskCard(withInternal().ownCard(l, 'rikke', 'nominate')) },
    { name: 'nomination-merge-office', make: read('sara', 0) },
    { name: 'nomination-merged', make: read('nora', 5) },
    { name: 'nomination-contains', make: read('nora', 2) },
    {
      name: 'form-compare',
      make: (l) =>
        cards.compareForm({
          ...base.own(l, 'nora', 'nominate'),
          ...form,
          nominationId: as('draft-1'),
          title: 'Arvelige nethindesygdomme',
          alike,
          joinId: as<JoinId>('j9'),
        }),
    },
    {
      name: 'form-merge',
      make: (l) =>
        cards.mergeForm({
          ...base.own(l, 'sara', 'nominate'),
          ...form,
          nominationId: nominationId(1),
          mergeId: as<MergeId>('m9'),
          alike: [{ id: nominationId(0), words: ['arvelig', 'voksne'] }],
          rest: [3, 4, 5].map(nominationId),
          picked: [],
          reason: '',
        }),
    },
    {
      name: 'form-merge-undo',
      make: (l) =>
        cards.undoMergeForm({
          ...base.own(l, 'nora', 'nominate'),
          ...form,
          mergeId: as<MergeId>('m2'),
          reason: '',
        }),
    },
  ];
}

export function nominatorSamples(): readonly Sample[] {
  const base = of(questioned());
  const read = (name: string, n: number) => (l: Language) =>
    cards.nominationCard({ ...base.own(l, name, 'assess'), nominationId: nominationId(n), page: 0 });
  return [
    ...togetherSamples(),
    ...changedSamples(),
    { name: 'nomination-asked', make: read('nora', 1) },
    { name: 'nomination-asked-assessor', make: read('anna', 1) },
    { name: 'nomination-asked-follower', make: read('klaus', 1) },
    { name: 'nomination-asked-for-more', make: read('nora', 2) },
    { name: 'nomination-unchecked', make: read('sara', 4) },
    {
      name: 'list-intake',
      make: (l) => cards.listCard({ ...base.own(l, 'sara', 'nominate'), list: 'intake', page: 0, bodyId: null }),
    },
    {
      name: 'form-question',
      make: (l) =>
        cards.questionForm({
          ...base.own(l, 'anna', 'assess'),
          ...form,
          nominationId: nominationId(4),
          questionId: id('q9'),
          bodyId: bodyId('arbejdsgruppe-klinisk-anvendelse'),
          kind: 'question',
          text: '',
          date: '2027-06-21',
        }),
    },
    {
      name: 'form-ask-for-more',
      make: (l) =>
        cards.questionForm({
          ...base.own(l, 'sara', 'nominate'),
          ...form,
          fault: { name: 'TextMissing' },
          nominationId: nominationId(4),
          questionId: id('q9'),
          bodyId: bodyId('sekretariatet'),
          kind: 'more',
          text: '',
          date: '2027-06-21',
        }),
    },
    {
      name: 'form-answer',
      make: (l) => cards.answerForm({ ...base.own(l, 'nora', 'assess'), ...form, questionId: id('q1'), text: '' }),
    },
    {
      name: 'answered',
      make: (l) => cards.answeredCard({ ...base.own(l, 'arne', 'assess'), questionId: id('q2') }),
    },
    {
      name: 'reminder-question',
      make: (l) => {
        const { round } = questioned();
        const waiting = outstandingFor(round, person('nora'), '2027-06-14').flatMap(({ entries, ...left }) =>
          entries.map((outstanding) => ({ round, ...left, outstanding })),
        );
        return cards.reminderCard({ ...base.personal(l, 'nora'), waiting, links: [] });
      },
    },
  ];
}
