// Keeping the organisation: bodies, mandates, substitutes, preparers, channels; by the secretariat alone.
import type { Body } from '../../../services/process/definition/schema';
import { as, type MandateId } from '../../../services/process/ids';
import { organisationDecider } from '../../../services/process/organisation/decider';
import type { OrganisationCommand } from '../../../services/process/organisation/messages';
import { secretariatOf } from '../../../services/process/organisation/secretariat';
import type { Mandate, OrganisationState } from '../../../services/process/organisation/state';
import { calendarOf } from '../../../services/schedule/calendar';
import type { Step } from '../given';
import { bodyId, definitionWith, person, seat, storiesOf } from '../given';

const definition = definitionWith([{ id: 'valg', kind: 'vote' }]);
const calendar = calendarOf(definition.calendar);
const given = storiesOf(organisationDecider((at) => calendar.dateOf(at)));

function by(name: string, command: OrganisationCommand): Step<OrganisationState, OrganisationCommand> {
  const actor =
    name === 'system' ? ({ kind: 'system' } as const) : ({ kind: 'person', personId: person(name) } as const);
  return { actor, at: null, command };
}

const register = (bodies: readonly Body[]) => by('system', { type: 'RegisterBodies', bodies });
const give = (mandate: Mandate, who = 'sine') => by(who, { type: 'GiveMandate', mandate });
const mandateId = (id: string) => as<MandateId>(id);

function bind(body: string, channelId: string) {
  return by('sine', { type: 'BindChannel', bodyId: bodyId(body), channel: { teamId: 't1', channelId } });
}

const setUp = [register(definition.bodies), give(seat('sine', 'sekretariat'), 'system')];
const anna = seat('anna', 'udvalg');

describe('a first set-up', () => {
  it('is the system’s: until then nobody is of the secretariat', () => {
    given()
      .when(by('sine', { type: 'RegisterBodies', bodies: definition.bodies }))
      .thenRefused('NotSecretariat');
    given(register(definition.bodies))
      .when(give(seat('sine', 'sekretariat')))
      .thenRefused('NotSecretariat');
    given(...setUp)
      .when(give(anna))
      .thenEvents({ type: 'MandateGiven', mandate: anna });
  });

  it('makes a secretariat of those with a seat in it that counts, on the days they have it', () => {
    const { state } = given(
      ...setUp,
      give(seat('otto', 'sekretariat', { role: 'observer' })),
      give(seat('sara', 'sekretariat', { validFrom: '2027-03-01' })),
      give(anna),
    );
    expect(secretariatOf(state, '2027-02-28')).toEqual(['sine']);
    expect(secretariatOf(state, '2027-03-01')).toEqual(['sara', 'sine']);
  });
});

describe('bodies', () => {
  it('are entered when new and revised when they differ, and nothing else is said of them', () => {
    const renamed = definition.bodies.map((body) =>
      body.id === bodyId('udvalg') ? { ...body, da: 'Det nye udvalg' } : body,
    );
    given(...setUp)
      .when(register(renamed))
      .thenEvents({ type: 'BodyRegistered', body: { id: 'udvalg', da: 'Det nye udvalg' } });
  });

  it('that are known already change nothing', () => {
    given(...setUp)
      .when(register(definition.bodies))
      .thenUnchanged();
  });

  it('do not end before they begin', () => {
    const [body] = definition.bodies;
    if (body === undefined) throw new Error('no body');
    given(...setUp)
      .when(register([{ ...body, validFrom: '2027-02-01', validTo: '2027-01-01' }]))
      .thenRefused('ValidityReversed');
  });
});

describe('a mandate', () => {
  it('is given once', () => {
    given(...setUp, give(anna))
      .when(give(anna))
      .thenUnchanged();
    given(...setUp, give(anna))
      .when(give({ ...anna, holder: person('alma') }))
      .thenRefused('MandateExists');
  });

  it('is in a known body, and speaks for a known one', () => {
    given(...setUp)
      .when(give(seat('anna', 'ukendt')))
      .thenRefused('UnknownBody', { bodyId: 'ukendt' });
    given(...setUp)
      .when(give({ ...anna, speaksFor: bodyId('ukendt') }))
      .thenRefused('UnknownBody', { bodyId: 'ukendt' });
  });

  it('does not end before it begins', () => {
    given(...setUp)
      .when(give({ ...anna, validFrom: '2027-02-01', validTo: '2027-01-01' }))
      .thenRefused('ValidityReversed');
    const later = give({ ...anna, validFrom: '2027-02-01' });
    given(...setUp, later)
      .when(by('sine', { type: 'EndMandate', mandateId: anna.id, lastDay: '2027-01-31' }))
      .thenRefused('ValidityReversed');
  });

  it('ends on a last day', () => {
    const end = by('sine', { type: 'EndMandate', mandateId: anna.id, lastDay: '2027-06-30' });
    given(...setUp, give(anna))
      .when(end)
      .thenEvents('MandateEnded')
      .thenState((state) => {
        expect(state.mandates[anna.id]?.validTo).toBe('2027-06-30');
      });
    given(...setUp, give(anna), end)
      .when(end)
      .thenUnchanged();
  });

  it('has a substitute who is another person', () => {
    const name = (personId: string | null) =>
      by('sine', { type: 'NameSubstitute', mandateId: anna.id, personId: personId === null ? null : person(personId) });
    given(...setUp, give(anna))
      .when(name('asta'))
      .thenEvents({ type: 'SubstituteNamed', personId: 'asta' });
    given(...setUp, give(anna))
      .when(name('anna'))
      .thenRefused('SubstituteIsHolder');
    given(...setUp)
      .when(give({ ...anna, substitute: person('anna') }))
      .thenRefused('SubstituteIsHolder');
    given(...setUp, give(anna), name('asta'))
      .when(name('asta'))
      .thenUnchanged();
    given(...setUp, give(anna), name('asta'))
      .when(name(null))
      .thenEvents({ type: 'SubstituteNamed', personId: null });
  });

  it('has preparers, each once', () => {
    const name = (...names: string[]) =>
      by('sine', { type: 'NamePreparers', mandateId: anna.id, personIds: names.map(person) });
    given(...setUp, give(anna))
      .when(name('per', 'ida', 'per'))
      .thenEvents({ type: 'PreparersNamed', personIds: ['ida', 'per'] });
    given(...setUp, give(anna), name('per', 'ida'))
      .when(name('ida', 'per'))
      .thenUnchanged();
  });

  it('that nobody knows cannot be changed', () => {
    const unknown = mandateId('ukendt');
    for (const command of [
      { type: 'EndMandate', mandateId: unknown, lastDay: '2027-06-30' },
      { type: 'NameSubstitute', mandateId: unknown, personId: null },
      { type: 'NamePreparers', mandateId: unknown, personIds: [] },
    ] as const) {
      given(...setUp)
        .when(by('sine', command))
        .thenRefused('UnknownMandate', { mandateId: 'ukendt' });
    }
  });

  it('is the secretariat’s to give', () => {
    given(...setUp, give(anna))
      .when(give(seat('bo', 'udvalg'), 'anna'))
      .thenRefused('NotSecretariat');
  });
});

describe('a channel', () => {
  it('serves one body, which can move to another', () => {
    given(...setUp)
      .when(bind('udvalg', 'c1'))
      .thenEvents({ type: 'ChannelBound', bodyId: 'udvalg' });
    given(...setUp, bind('udvalg', 'c1'))
      .when(bind('bestyrelse', 'c1'))
      .thenRefused('ChannelTaken', { bodyId: 'udvalg' });
    given(...setUp, bind('udvalg', 'c1'))
      .when(bind('udvalg', 'c2'))
      .thenEvents('ChannelBound');
    given(...setUp, bind('udvalg', 'c1'), bind('udvalg', 'c2'))
      .when(bind('bestyrelse', 'c1'))
      .thenEvents('ChannelBound');
  });

  it('bound again changes nothing', () => {
    given(...setUp, bind('udvalg', 'c1'))
      .when(bind('udvalg', 'c1'))
      .thenUnchanged();
  });

  it('belongs to a known body', () => {
    given(...setUp)
      .when(bind('ukendt', 'c1'))
      .thenRefused('UnknownBody');
  });
});

describe('the organisation’s number', () => {
  it('grows with every event and with nothing else', () => {
    const { state } = given(...setUp);
    expect(state.seq).toBe(definition.bodies.length + 1);
    expect(given(...setUp).when(register(definition.bodies)).state.seq).toBe(state.seq);
  });
});
