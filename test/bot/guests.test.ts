// Who is refused as a guest, and how seldom Teams is asked: by the organisation as it stands and what the roster says.
import { createGuests } from '../../bot/guests';
import type { Membership } from '../../bot/teams/roster';
import { as, type BodyId, type MandateId, type PersonId } from '../../services/process/ids';
import type { Mandate } from '../../services/process/organisation/state';
import { emptyOrganisation } from '../../services/process/organisation/state';

const gry = as<PersonId>('gry');
const mandate: Mandate = {
  id: as<MandateId>('seat'),
  bodyId: as<BodyId>('council'),
  role: 'member',
  holder: as<PersonId>('mette'),
  speaksFor: null,
  substitute: null,
  preparers: [],
  validFrom: null,
  validTo: null,
};

function asked(membership: Membership | null | 'fails', seat: Partial<Mandate> = {}) {
  const state = { calls: 0 };
  const seated = { ...mandate, ...seat };
  const guests = createGuests({
    ask: async () => {
      state.calls += 1;
      if (membership === 'fails') throw new Error('no roster');
      return membership;
    },
    organisation: async () => ({ ...emptyOrganisation, mandates: { [seated.id]: seated } }),
    rounds: async () => [],
    today: () => '2027-01-13',
    secretariat: ['aad-secretary'],
  });
  const who = { personId: gry, aadObjectId: 'aad-gry', teamsId: '29:gry', reference: {} };
  return { state, refused: async (more: Partial<typeof who> = {}) => guests.isRefused({ ...who, ...more }) };
}

test('a guest without a mandate is refused, and the roster is asked once', async () => {
  const { state, refused } = asked('guest');
  expect([await refused(), await refused()]).toEqual([true, true]);
  expect(state.calls).toBe(1);
});

test.each([
  ['holds a seat', { holder: gry }],
  ['stands in for one', { substitute: gry }],
  ['prepares for one', { preparers: [gry] }],
] as const)('a guest who %s takes part, and nobody asks what he is', async (_, seat) => {
  const { state, refused } = asked('guest', seat);
  expect(await refused()).toBe(false);
  expect(state.calls).toBe(0);
});

test('a seat that has ended, or has not begun, is none', async () => {
  expect(await asked('guest', { holder: gry, validTo: '2027-01-12' }).refused()).toBe(true);
  expect(await asked('guest', { holder: gry, validFrom: '2027-01-14' }).refused()).toBe(true);
});

test('members are let in, as are those who set up the first round, and whoever Teams says nothing of', async () => {
  expect(await asked('member').refused()).toBe(false);
  expect(await asked('guest').refused({ aadObjectId: 'aad-secretary' })).toBe(false);
  expect(await asked(null).refused()).toBe(false);
  expect(await asked('fails').refused()).toBe(false);
});
