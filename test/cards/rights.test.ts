// What cards and forms keep to themselves: presses can be forged, so each asks again who looks.
import { cards } from '../../cards';
import { conflictOf } from '../../services/process/round/matters/impartiality/standing';
import { evolve } from '../../services/process/round/evolve';
import type { RoundEvent } from '../../services/process/round/events';
import type { RoundState } from '../../services/process/round/state';
import { as, type MergeId, type QuestionId } from '../../services/process/ids';
import { form, of } from './sample';
import { bodyId, nominationId, person, taskId, type World } from './world';
import { merging } from './samples/nominators';
import { assessing, concluding, ranked } from './worlds';
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

it('shows whoever is held out of a nomination no reason of it before it is told', () => {
  const base = publishing();
  const list = (world: World) =>
    JSON.stringify(
      cards.listCard({ ...of(world).own('da', 'sara', 'notice'), list: 'reasons', page: 3, bodyId: null }),
    );
  const own = (world: World) =>
    JSON.stringify(cards.reasonForm({ ...of(world).own('da', 'sara', 'notice'), ...reason }));
  const shared = (world: World) =>
    JSON.stringify(cards.reasonsForm({ ...of(world).own('da', 'sara', 'notice'), ...form }));
  expect(own(base)).toContain('Udbyttet er endnu ikke');
  expect(own(held(base, 'sara', 29))).not.toContain('Udbyttet er endnu ikke');
  // n29 has a reason of its own, so the shared one is none of it; n2 has not.
  expect(shared(held(base, 'sara', 29))).toContain('reasons.save');
  expect(shared(held(base, 'sara', 2))).not.toContain('reasons.save');
  const number = base.round.nominations[nominationId(29)]?.number ?? 'none';
  const pages = (world: World) =>
    [0, 1, 2, 3, 4, 5].map((page) =>
      JSON.stringify(cards.listCard({ ...of(world).own('da', 'sara', 'notice'), list: 'reasons', page, bodyId: null })),
    );
  expect(pages(base).join('')).toContain(number);
  expect(pages(held(base, 'sara', 29)).join('')).not.toContain(number);
  expect(list(base)).toContain('reason.open');
});

it('names the titles of a merge to nobody whose it is not, whatever id is pressed', () => {
  const base = merging();
  const undo = (world: World, name: string) =>
    JSON.stringify(
      cards.undoMergeForm({
        ...of(world).own('da', name, 'nominate'),
        ...form,
        mergeId: as<MergeId>('m2'),
        reason: '',
      }),
    );
  expect(undo(base, 'nora')).toContain('merge.undo');
  expect(undo(base, 'rikke')).not.toContain('merge.undo');
  expect(undo(base, 'sara')).toContain('merge.undo');
  expect(undo(held(base, 'sara', 2), 'sara')).not.toContain('merge.undo');
});

it('offers a merge to nobody who may not propose one, and names nothing to whoever is held out', () => {
  const base = merging();
  const asked = {
    ...form,
    nominationId: nominationId(1),
    mergeId: as<MergeId>('m9'),
    alike: [{ id: nominationId(3), words: ['arvelig'] }],
    rest: [nominationId(4)],
    picked: [],
    reason: '',
  };
  const shown = (world: World, name: string) =>
    JSON.stringify(cards.mergeForm({ ...of(world).own('da', name, 'nominate'), ...asked }));
  expect(shown(base, 'sara')).toContain('merge.propose');
  expect(shown(base, 'rikke')).not.toContain('merge.propose');
  expect(shown(held(base, 'sara', 1), 'sara')).not.toContain('merge.propose');
});

it('opens the advice on a nomination to nobody who is held out of it', () => {
  const base = concluding();
  const asked = { ...form, nominationId: nominationId(4), values: { outcome: null, into: null, reason: '' } };
  const shown = (world: World) =>
    JSON.stringify(cards.conclusionForm({ ...of(world).own('da', 'sara', 'conclude'), ...asked }));
  expect(shown(base)).toContain('conclusion.draft');
  expect(shown(held(base, 'sara', 4))).not.toContain('conclusion.draft');
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

it('asks for a declaration of whoever judges, and of nobody who only follows', () => {
  const base = of(merging());
  const shown = (name: string) =>
    JSON.stringify(cards.declarationForm({ ...base.own('da', name, 'assess'), ...form, picked: null }));
  expect(shown('anna')).toContain('interests.choose');
  expect(shown('nora')).not.toContain('interests.choose');
});
