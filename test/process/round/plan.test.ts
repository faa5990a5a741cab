// Planning a round: when its tasks would open and fall due, and what the secretariat should look at first.
import { emptyOrganisation } from '../../../services/process/organisation/state';
import type { Mandate, OrganisationState } from '../../../services/process/organisation/state';
import { plan } from '../../../services/process/round/plan';
import { setupWarnings } from '../../../services/process/round/plan-warnings';
import { calendarOf } from '../../../services/schedule/calendar';
import { bodyId, defaultBodies, definitionWith, electorateOf, seat } from '../given';

const definition = definitionWith([
  { id: 'a', kind: 'agree', workingDays: 5 },
  { id: 'b', kind: 'vote', workingDays: 10, after: ['a'] },
  { id: 'c', kind: 'vote', workingDays: 2, after: ['a'] },
  { id: 'd', kind: 'vote', workingDays: 1, after: ['b', 'c'] },
]);
const calendar = calendarOf(definition.calendar);
const start = '2027-01-11T08:00:00.000Z';

function organisationOf(of: typeof definition, ...mandates: readonly Mandate[]): OrganisationState {
  const channels = Object.fromEntries(of.bodies.map(({ id }) => [id, { teamId: 't', channelId: `c-${id}` }]));
  return { ...emptyOrganisation, seq: 1, channels, ...electorateOf(of, ...mandates) };
}

function warn(of: typeof definition, startsAt: string, organisation: OrganisationState) {
  return setupWarnings(of, plan(of, startsAt, calendar), organisation, calendar);
}

describe('a plan', () => {
  it('lets every task use all its time, after the last one it waits for', () => {
    expect(plan(definition, start, calendar)).toEqual([
      { taskId: 'a', opensAt: start, deadlineAt: '2027-01-18T11:00:00.000Z' },
      { taskId: 'b', opensAt: '2027-01-18T11:00:00.000Z', deadlineAt: '2027-02-01T11:00:00.000Z' },
      { taskId: 'c', opensAt: '2027-01-18T11:00:00.000Z', deadlineAt: '2027-01-20T11:00:00.000Z' },
      { taskId: 'd', opensAt: '2027-02-01T11:00:00.000Z', deadlineAt: '2027-02-02T11:00:00.000Z' },
    ]);
  });

  it('leaves out what waits for itself or for something unknown', () => {
    const odd = definitionWith([
      { id: 'a', kind: 'vote', after: ['b'] },
      { id: 'b', kind: 'vote', after: ['a'] },
      { id: 'c', kind: 'vote', after: ['ukendt'] },
      { id: 'd', kind: 'vote' },
    ]);
    expect(plan(odd, start, calendar).map(({ taskId }) => taskId)).toEqual(['d']);
  });
});

describe('a warning', () => {
  const merging = definitionWith([{ id: 'valg', kind: 'vote', bodies: ['udvalg', 'kind:region'], workingDays: 20 }], {
    bodies: [
      ...defaultBodies.filter((body) => body.kind !== 'region'),
      { id: 'vest', kind: 'region', da: 'Vest', en: 'West', validTo: '2026-12-31', successor: 'ny' },
      { id: 'ny', kind: 'region', da: 'Ny', en: 'New', validFrom: '2027-01-01' },
    ],
  });
  it('comes when a deadline crosses the day on which a body is replaced', () => {
    const organisation = organisationOf(merging, seat('anna', 'udvalg'), seat('vera', 'vest'));
    expect(warn(merging, '2026-12-14T08:00:00.000Z', organisation)).toEqual([
      { name: 'Succession', taskId: 'valg', bodyId: 'vest', successor: 'ny' },
    ]);
    expect(warn(merging, '2026-11-02T08:00:00.000Z', organisation)).toEqual([]);
  });

  it('comes when seats speak for a body that is replaced', () => {
    const directors = definitionWith([{ id: 'valg', kind: 'vote', workingDays: 20 }], { bodies: merging.bodies });
    const organisation = organisationOf(directors, seat('hans', 'udvalg', { speaksFor: bodyId('vest') }));
    expect(warn(directors, '2026-12-14T08:00:00.000Z', organisation)).toMatchObject([
      { name: 'Succession', bodyId: 'vest' },
    ]);
  });

  it('comes when a mandate ends before the deadline, unless it is renewed', () => {
    const ending = seat('anna', 'udvalg', { validTo: '2027-01-15', speaksFor: bodyId('region-nord') });
    const renewed = seat('alma', 'udvalg', { validFrom: '2027-01-16', speaksFor: bodyId('region-nord') });
    const one = definitionWith([{ id: 'valg', kind: 'vote' }]);
    expect(warn(one, start, organisationOf(one, ending, seat('bo', 'udvalg')))).toEqual([
      { name: 'MandateEnds', bodyId: 'udvalg', taskId: 'valg', lastDay: '2027-01-15' },
    ]);
    expect(warn(one, start, organisationOf(one, ending, renewed))).toEqual([]);
  });

  it('comes for whom a task cannot do without, and for a body without a channel', () => {
    const needy = definitionWith([
      { id: 'indstil', kind: 'nominate', bodies: ['region-nord'] },
      { id: 'vurder', kind: 'conclude', bodies: ['udvalg'], draftedBy: ['sekretariat'] },
      { id: 'valg', kind: 'vote', bodies: ['bestyrelse'] },
    ]);
    const organisation = {
      ...organisationOf(needy, seat('anna', 'udvalg'), seat('otto', 'bestyrelse', { role: 'observer' })),
      channels: {},
    };
    expect(warn(needy, start, organisation)).toEqual([
      { name: 'NoContact', bodyId: 'region-nord' },
      { name: 'NoChannel', bodyId: 'region-nord' },
      { name: 'NoChair', bodyId: 'udvalg' },
      { name: 'NoChannel', bodyId: 'udvalg' },
      { name: 'NoSeats', bodyId: 'bestyrelse' },
      { name: 'NoChannel', bodyId: 'bestyrelse' },
    ]);
  });

  it('is none when everybody is there', () => {
    const all = organisationOf(definition, seat('anna', 'udvalg'));
    expect(warn(definition, start, all)).toEqual([]);
  });
});
