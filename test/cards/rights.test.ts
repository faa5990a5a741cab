// What cards and forms keep to themselves: presses can be forged, so each asks again who looks.
import { cards } from '../../cards';
import { conflictOf } from '../../services/process/round/matters/impartiality/standing';
import { evolve } from '../../services/process/round/evolve';
import type { RoundEvent } from '../../services/process/round/events';
import type { RoundState } from '../../services/process/round/state';
import { as, type QuestionId } from '../../services/process/ids';
import { form, of } from './sample';
import { bodyId, nominationId, person, taskId, type World } from './world';
import { assessing, ranked } from './worlds';
import { publishing } from './worlds-after';

const reason = { ...form, nominationId: nominationId(29) };

function held(base: World, name: string, n: number): World {
  const about = { personId: person(name), nominationId: nominationId(n) };
  const event: RoundEvent = {
    type: 'ConflictReported',
    ...about,
    grounds: ['other'],
    decidedBy: [],
    taskId: taskId('rank'),
    deadlineAt: '2027-06-17T10:00:00.000Z',
    texts: null,
  };
  const round: RoundState = evolve(base.round, { event, by: person(name), at: '2027-06-10T08:00:00.000Z' });
  expect(conflictOf(round, about.personId, about.nominationId)).not.toBeNull();
  return { ...base, round };
}

it('shows who is held out neither the place nor the duels of his nomination', () => {
  const base = ranked();
  const n = Object.values(base.round.nominations).findIndex(({ id }) => id === nominationId(2));
  const number = Object.values(base.round.nominations)[n]?.number ?? 'none';
  for (const list of ['result', 'duels'] as const) {
    const pages = (world: World) =>
      [0, 1, 2, 3].map((page) =>
        JSON.stringify(cards.listCard({ ...of(world).own('da', 'nina', 'rank'), list, page, bodyId: null })),
      );
    expect(pages(base).join('')).toContain(number);
    expect(pages(held(base, 'nina', 2)).join('')).not.toContain(number);
  }
});

it('shows a reason before it is told to those who write it alone', () => {
  const shown = (name: string) =>
    JSON.stringify(cards.reasonForm({ ...of(publishing()).own('da', name, 'notice'), ...reason }));
  expect(shown('sara')).toContain('reason.save');
  expect(shown('nora')).not.toContain('reason.save');
  const shared = (name: string) =>
    JSON.stringify(cards.reasonsForm({ ...of(publishing()).own('da', name, 'notice'), ...form }));
  expect(shared('sara')).toContain('reasons.save');
  expect(shared('nora')).not.toContain('reasons.save');
});

it('shows what is new about a nomination to its nominators alone', () => {
  const shown = (name: string) =>
    JSON.stringify(cards.informationForm({ ...of(publishing()).own('da', name, 'notice'), ...reason }));
  expect(shown('nora')).toContain('information.tell');
  expect(shown('sara')).not.toContain('information.tell');
});

it('tells a title to nobody who may not ask about the nomination', () => {
  const base = assessing();
  const asked = {
    ...form,
    nominationId: nominationId(4),
    questionId: as<QuestionId>('q9'),
    bodyId: bodyId('arbejdsgruppe-klinisk-anvendelse'),
    kind: 'question' as const,
    text: '',
    date: '2027-06-21',
  };
  const shown = (world: World) =>
    JSON.stringify(cards.questionForm({ ...of(world).own('da', 'anna', 'assess'), ...asked }));
  expect(shown(base)).toContain('question.ask');
  expect(shown(held(base, 'anna', 4))).not.toContain('question.ask');
});
