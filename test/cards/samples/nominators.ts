// Samples of what goes between nominators and those who handle their nominations: questions, answers, the check at intake.
import { cards } from '../../../cards';
import { as } from '../../../services/process/ids';
import type { QuestionId } from '../../../services/process/ids';
import type { Question } from '../../../services/process/round/matters/questions/state';
import { outstandingFor } from '../../../services/process/round/outstanding';
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

export function nominatorSamples(): readonly Sample[] {
  const base = of(questioned());
  const read = (name: string, n: number) => (l: Language) =>
    cards.nominationCard({ ...base.own(l, name, 'assess'), nominationId: nominationId(n), page: 0 });
  return [
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
        return cards.reminderCard({ ...base.personal(l, 'nora'), waiting });
      },
    },
  ];
}
