// Nominations and appointments over the change of the regions (PROCESS.md §3): what one body began, its successor
// finishes, and nothing has to be done twice.
import { definitionWith, electorateOf, given, seat, started, tick } from '../given';
import { appointed, back, form, nominationIn, revise, send, taskIn, waitingIn } from './sketches';

const bodies = [
  { id: 'sekretariat', kind: 'secretariat', da: 'Sekretariatet', en: 'The secretariat' },
  { id: 'udvalg', kind: 'committee', da: 'Udvalget', en: 'The committee' },
  { id: 'selskab', kind: 'society', da: 'Selskabet', en: 'The society' },
  {
    id: 'region-nord',
    kind: 'region',
    da: 'Region Nord',
    en: 'Region North',
    validTo: '2026-12-31',
    successor: 'region-ny',
  },
  {
    id: 'region-syd',
    kind: 'region',
    da: 'Region Syd',
    en: 'Region South',
    validTo: '2026-12-31',
    successor: 'region-ny',
  },
  { id: 'region-ny', kind: 'region', da: 'Region Ny', en: 'Region New', validFrom: '2027-01-01' },
];
const inDecember = '2026-12-14T08:00:00.000Z';
const inJanuary = '2027-01-05T08:00:00.000Z';
const thatDay = '2027-01-05T09:00:00.000Z';
/** The change is in the record. */
const changed = tick(inJanuary);
const people = [
  seat('nord', 'region-nord', { role: 'contact' }),
  seat('syd', 'region-syd', { role: 'contact' }),
  seat('ny', 'region-ny', { role: 'contact' }),
];

function round(task: object) {
  const definition = definitionWith(
    [{ id: 'indstil', kind: 'nominate', bodies: ['kind:region'], workingDays: 40, ...task }],
    { bodies, form },
  );
  return started(definition, electorateOf(definition, ...people), { at: inDecember, startsAt: inDecember });
}

describe('a nomination of two regions that become one', () => {
  const sent = [round({}), send('klara', 'n1', { of: ['region-nord', 'region-syd'] })];

  it('is backed by both before the change', () => {
    given(...sent, back('nord', 'n1', 'region-nord'))
      .when(back('syd', 'n1', 'region-syd'))
      .thenEvents('NominationBacked', 'NominationSubmitted');
  });

  it('is backed by the successor for both, once, after the change', () => {
    given(...sent, changed)
      .when({ ...back('ny', 'n1', 'region-ny'), at: thatDay })
      .thenEvents({ type: 'NominationBacked', bodyId: 'region-ny' }, 'NominationSubmitted');
  });

  it('is backed by the successor for the one that is missing', () => {
    given(...sent, back('nord', 'n1', 'region-nord'), changed)
      .when({ ...back('ny', 'n1', 'region-syd'), at: thatDay })
      .thenEvents({ type: 'NominationBacked', bodyId: 'region-ny' }, 'NominationSubmitted')
      .thenState((state) => expect(nominationIn(state, 'n1').onBehalfOf).toEqual(['region-nord', 'region-syd']));
  });

  it('is no longer the business of the old contacts', () => {
    given(...sent)
      .when({ ...back('nord', 'n1', 'region-nord'), at: thatDay })
      .thenRefused('NotContact');
    expect(waitingIn(given(...sent).state, 'indstil', '2027-01-05')).toEqual(['ny backing 1/1']);
  });

  it('may keep its historic names when it is revised, while a new one cannot take them', () => {
    given(...sent, changed)
      .when({ ...revise('klara', 'n1', { of: ['region-nord'] }), at: thatDay })
      .thenEvents('NominationRevised');
    given(...sent)
      .when({ ...send('kurt', 'n2', { of: ['region-nord'] }), at: thatDay })
      .thenRefused('UnknownOrganisation');
  });
});

test('seats that the merged bodies filled are the successor’s', () => {
  const definition = definitionWith(
    [{ id: 'udpeg', kind: 'appoint', bodies: ['kind:region', 'selskab'], per: 'round', workingDays: 40 }],
    { bodies },
  );
  const told = given(
    started(definition, electorateOf(definition, ...people, seat('lars', 'selskab', { role: 'contact' })), {
      at: inDecember,
      startsAt: inDecember,
    }),
    appointed('nord', 'region-nord', 'round'),
  );
  expect(waitingIn(told.state, 'udpeg', '2026-12-14')).toEqual(['lars appointments 1/1', 'syd appointments 1/1']);
  expect(waitingIn(told.state, 'udpeg', '2027-01-05')).toEqual(['lars appointments 1/1']);
  told
    .when(changed)
    .thenEvents({ type: 'BodySucceeded', bodyId: 'region-nord', successor: 'region-ny', seats: 1 }, 'BodySucceeded');
  expect(taskIn(told.when(changed).state, 'udpeg')?.status).toBe('open');
  told.when({ ...appointed('lars', 'selskab', 'round'), at: inJanuary }).thenEvents(
    'MemberAppointed',
    'BodySucceeded',
    'BodySucceeded',
    {
      type: 'TaskClosed',
      result: { outcome: 'filled', arithmetic: { filled: 2, of: 2 } },
    },
    'RoundClosed',
  );
});
