// Samples of impartiality: a declaration, a report, a batch to rule on, and what tasks say to who is held out.
import * as cards from '../../../cards';
import { evolve } from '../../../services/process/round/evolve';
import { conflictsIn } from '../../../services/process/round/matters/impartiality/standing';
import type { RoundEvent } from '../../../services/process/round/events';
import type { RoundState } from '../../../services/process/round/state';
import { of } from '../sample';
import type { Sample } from '../sample';
import { assessor, nominationId, now, person, taskId } from '../world';
import type { World } from '../world';
import { assessing, selecting } from '../worlds';

const held = (base: World, by: string, ...events: readonly RoundEvent[]): World => {
  const definition = { ...base.round.definition, impartiality: {} };
  const round = events.reduce<RoundState>(
    (folded, event) => evolve(folded, { event, by: person(by), at: '2027-06-10T08:00:00.000Z' }),
    { ...base.round, definition },
  );
  return { ...base, round };
};

function reported(base: World, name: string, n: number, parties: readonly string[], task: string): RoundEvent {
  return {
    type: 'ConflictReported',
    personId: person(name),
    nominationId: nominationId(n),
    grounds: [n % 2 === 0 ? 'institution' : 'association'],
    decidedBy: parties,
    taskId: taskId(task),
    deadlineAt: '2027-06-17T10:00:00.000Z',
    texts: base.words.keep(`habilitet-${name}-${String(n)}`, {
      [`about_n0${String(n)}`]: 'Jeg sidder i bestyrelsen for det selskab, der har indstillet.',
    }),
  };
}

function ruledOut(name: string, n: number): RoundEvent {
  return {
    type: 'ConflictRuled',
    personId: person(name),
    nominationId: nominationId(n),
    outcome: 'disqualified',
    counts: { disqualified: 5, notDisqualified: 0, exception: 0 },
    deciders: 8,
    texts: null,
  };
}

export function impartialitySamples(): readonly Sample[] {
  const group = ['arbejdsgruppe-klinisk-anvendelse'];
  const base = assessing();
  const open = held(
    base,
    'arne',
    { type: 'InterestsDeclared', texts: null },
    reported(base, 'arne', 3, group, 'assess'),
    reported(base, 'arne', 4, group, 'assess'),
    reported(base, 'asta', 5, group, 'assess'),
    ruledOut('arne', 4),
  );
  const chosen = selecting();
  const directors = ['sundhedsdirektoerer'];
  const selection = held(
    chosen,
    'signe',
    reported(chosen, 'signe', 3, directors, 'select'),
    reported(chosen, 'signe', 4, directors, 'select'),
    ruledOut('signe', 3),
  );
  const { own, ownCard } = of(open);
  const form = { surface: 'dialog', fault: null } as const;
  const picked = [nominationId(3), nominationId(7)];
  const told = (name: string) => conflictsIn(open.round).filter(({ personId }) => personId === person(name));
  return [
    {
      name: 'declaration',
      make: (language) => cards.declarationForm({ ...own(language, 'arne', 'assess'), ...form, picked: null }),
    },
    {
      name: 'declaration-grounds',
      make: (language) =>
        cards.groundsForm({ ...own(language, 'arne', 'assess'), ...form, picked, grounds: {}, abouts: {} }),
    },
    {
      name: 'conflict-report',
      make: (language) =>
        cards.reportForm({
          ...own(language, 'anna', 'assess'),
          ...form,
          nominationId: nominationId(8),
          person: '',
          ground: '',
          reason: '',
        }),
    },
    {
      name: 'rulings',
      make: (language) => cards.rulingsForm({ ...own(language, 'anna', 'assess'), ...form, votes: {}, reason: '' }),
    },
    {
      name: 'conflict-told',
      make: (language) =>
        cards.conflictToldCard({
          ...own(language, 'anna', 'assess'),
          personId: person('asta'),
          conflicts: told('asta'),
        }),
    },
    {
      name: 'conflict-told-ruled',
      make: (language) =>
        cards.conflictToldCard({
          ...own(language, 'anna', 'assess'),
          personId: person('arne'),
          conflicts: told('arne').filter(({ ruling }) => ruling !== null),
        }),
    },
    { name: 'task-assess-impartiality', make: (l) => cards.taskCard(of(open).shared(l, 'assess')) },
    { name: 'own-held-out', make: (language) => cards.ownTaskCard(ownCard(language, 'arne', 'assess')) },
    {
      name: 'own-leading-held-out-chat',
      make: (language) => cards.ownTaskCard({ ...ownCard(language, 'anna', 'assess'), chats: {} }),
    },
    { name: 'own-leading-held-out', make: (language) => cards.ownTaskCard(ownCard(language, 'anna', 'assess')) },
    {
      name: 'own-selection-held-out',
      make: (language) => cards.ownTaskCard(of(selection).ownCard(language, 'signe', 'select')),
    },
    {
      name: 'list-held-out',
      make: (language) =>
        cards.listCard({ ...own(language, 'arne', 'assess'), list: 'assessments', page: 0, bodyId: null }),
    },
    {
      name: 'list-declarations',
      make: (language) =>
        cards.listCard({ ...own(language, 'sara', 'assess'), list: 'declarations', page: 0, bodyId: null }),
    },
    {
      name: 'nomination-held-out',
      make: (language) =>
        cards.nominationCard({ ...own(language, 'arne', 'assess'), nominationId: nominationId(4), page: 0 }),
    },
    {
      name: 'tasks-impartiality',
      make: (language) =>
        cards.tasksCard({
          ...of(open).personal(language, 'anna'),
          page: 0,
          waiting: (['declaration', 'ruling'] as const).map((wanted) => ({
            round: open.round,
            taskId: taskId('assess'),
            matter: wanted,
            deadlineAt: '2027-06-17T10:00:00.000Z',
            deadlineSetAt: now,
            deadlineRevision: 0,
            outstanding: {
              personId: person('anna'),
              mandateId: assessor('anna'),
              bodyId: group[0] as never,
              wanted,
              left: 2,
              total: 2,
              nominationIds: [],
            },
          })),
        }),
    },
  ];
}
