// Which letters a round wants for its nominators: receipts of what was submitted in it, never of what came over from before.
import type { RoundState } from '../../services/process/round/state';
import { wantedAtOnce } from '../../services/delivery/wanted';
import { calendarOf } from '../../services/schedule/calendar';
import {
  by,
  castBallot,
  definitionWith,
  electorateOf,
  given,
  monday,
  nominationId,
  seat,
  started,
  submittedNomination,
  taskId,
  texts,
} from '../process/given';
import { back, form, giveBack, published, reasoned, revise, send, withdraw } from '../process/kinds/sketches';

const definition = definitionWith([{ id: 'indstil', kind: 'nominate', bodies: ['kind:region'] }], { form });
const electorate = electorateOf(definition, seat('nord', 'region-nord', { role: 'contact' }));

function wantedKeys(state: RoundState | null): readonly string[] {
  if (state === null) throw new Error('no round');
  return wantedAtOnce(state, {}, monday, calendarOf(definition.calendar)).map(({ key }) => key);
}

test('a nomination that is submitted gives each of its nominators a receipt', () => {
  const told = given(
    started(definition, electorate),
    send('klara', 'n1', { with: ['kurt'] }),
    back('nord', 'n1', 'region-nord'),
  );
  expect(wantedKeys(told.state)).toEqual(['receipt/r1/n1/klara', 'receipt/r1/n1/kurt']);
});

describe('a nomination that waits for backing', () => {
  const sent = [started(definition, electorate), send('klara', 'n1')] as const;
  const asked = 'backing/r1/n1/1/region-nord/nord';

  test('is told its contact at once, and nobody else', () => {
    expect(wantedKeys(given(...sent).state)).toEqual([asked]);
  });

  test('is not told again when its text gets better, but when it begins to wait anew', () => {
    expect(wantedKeys(given(...sent, revise('klara', 'n1')).state)).toEqual([asked]);
    const anew = given(...sent, giveBack('nord', 'n1', 'region-nord'), revise('klara', 'n1'));
    expect(wantedKeys(anew.state)).toEqual(['backing/r1/n1/2/region-nord/nord']);
  });

  test('is told nobody once it is withdrawn', () => {
    expect(wantedKeys(given(...sent, withdraw('klara', 'n1')).state)).toEqual([]);
  });
});

test('one that comes over from an earlier round gives none, as it was received then', () => {
  const told = given(started(definition, electorate, { carriedOver: [submittedNomination('n9', '2026-009')] }));
  expect(wantedKeys(told.state)).toEqual([]);
});

describe('a decision', () => {
  const telling = definitionWith([
    {
      id: 'udvaelg',
      kind: 'vote',
      closes: 'whenAnswered',
      about: 'submitted',
      proposal: { of: 'selection', by: ['sekretariat'] },
    },
    { id: 'besked', kind: 'publish', bodies: ['sekretariat'], after: ['udvaelg'], effects: ['notifyNominators'] },
    { id: 'offentlig', kind: 'publish', bodies: ['sekretariat'], after: ['besked'], effects: ['publishResult'] },
  ]);
  const decided = [
    started(telling, electorateOf(telling, seat('anna', 'udvalg')), {
      carriedOver: [submittedNomination('n1', '2026-001')],
    }),
    by('sine', { type: 'ProposeSelection', taskId: taskId('udvaelg'), nominationIds: [nominationId('n1')], basis: 0 }),
    castBallot({ by: 'anna', task: 'udvaelg', choice: 'for' }),
    reasoned('sine', null, texts('selected')),
  ] as const;
  const channels = {
    udvalg: { teamId: 't', channelId: 'udvalgets' },
    selskab: { teamId: 't', channelId: 'selskabets' },
  };

  function wantedOf(...more: readonly ReturnType<typeof published>[]): readonly string[] {
    const { state } = given(...decided, ...more);
    if (state === null) throw new Error('no round');
    const wanted = wantedAtOnce(state, channels, monday, calendarOf(telling.calendar));
    return wanted.filter(({ data }) => data['taskId'] !== 'udvaelg').map(({ key }) => key);
  }

  test('is told nobody before the notice is given', () => {
    expect(wantedOf()).toEqual([]);
  });

  test('is told its nominators first, and published to all who took part only afterwards', () => {
    expect(wantedOf(published('sine', 'besked'))).toEqual(['outcome/r1/n1/nina']);
    expect(wantedOf(published('sine', 'besked'), published('sine', 'offentlig'))).toEqual([
      'outcome/r1/n1/nina',
      'published/r1/offentlig/udvalg',
    ]);
  });
});
