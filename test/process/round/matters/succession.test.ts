// What dates do to a running round: regions merge in the middle of a ballot, mandates run out. Each is entered in the record
// once, with the answers that no longer count, and the secretariat is asked for the seats that are empty.
import fc from 'fast-check';
import type { Body } from '../../../../services/process/definition/schema';
import type { Mandate } from '../../../../services/process/organisation/state';
import { outstanding } from '../../../../services/process/round/outstanding';
import { nextDueAt } from '../../../../services/process/round/due';
import type { RoundState } from '../../../../services/process/round/state';
import { calendarOf } from '../../../../services/schedule/calendar';
import {
  bodyId,
  by,
  castBallot,
  defaultBodies,
  definitionWith,
  electorateOf,
  given,
  seat,
  started,
  submittedNomination,
  taskId,
  tick,
  type TaskSketch,
} from '../../given';

const december = '2026-12-17T08:00:00.000Z';
const january = '2027-01-04T08:00:00.000Z';

function region(id: string, more: Partial<Body> = {}) {
  return { id, kind: 'region', da: id, en: id, ...more };
}

const bodies = [
  ...defaultBodies.filter((body) => body.kind !== 'region'),
  region('hovedstaden', { validTo: '2026-12-31', successor: bodyId('oest') }),
  region('sjaelland', { validTo: '2026-12-31', successor: bodyId('oest') }),
  region('oest', { validFrom: '2027-01-01' }),
  region('fyn'),
];

const director = (name: string, speaksFor: string, more: Partial<Mandate> = {}): Mandate =>
  seat(name, 'udvalg', { speaksFor: bodyId(speaksFor), ...more });

const old = [director('hans', 'hovedstaden'), director('sanne', 'sjaelland'), director('freja', 'fyn')];
const oline = director('oline', 'oest');

function running(tasks: readonly TaskSketch[], mandates: readonly Mandate[], more: object = {}) {
  const definition = definitionWith(tasks, { bodies });
  return started(definition, electorateOf(definition, ...mandates), { at: december, startsAt: december, ...more });
}

const vote: TaskSketch = { id: 'valg', kind: 'vote', workingDays: 20 };
const agreement: TaskSketch = { id: 'enighed', kind: 'agree', workingDays: 20 };
const votes = [castBallot({ by: 'hans', task: 'valg' }), castBallot({ by: 'freja', task: 'valg' })];

/** What the secretariat is asked to fill, as `sine udvalg 1/1`. */
function seatsWanted(state: RoundState | null, date = '2027-01-04'): readonly string[] {
  return (state === null ? [] : outstanding(state, date))
    .flatMap(({ entries }) => entries)
    .filter(({ wanted }) => wanted === 'seat')
    .map(({ personId, bodyId: of, left, total }) => `${personId} ${of} ${left}/${total}`);
}

describe('two regions that become one in the middle of a ballot', () => {
  it('pass with an entry in the record: what they took part in, and the answers set aside', () => {
    const nomination = submittedNomination('n1', '2026-001', { onBehalfOf: [bodyId('hovedstaden')] });
    given(running([vote], [...old, oline], { carriedOver: [nomination] }), ...votes)
      .when(tick(january))
      .thenEvents(
        {
          type: 'BodySucceeded',
          bodyId: 'hovedstaden',
          successor: 'oest',
          lastDay: '2026-12-31',
          tasks: ['valg'],
          setAside: [{ taskId: 'valg', mandateIds: ['udvalg-hans'] }],
          nominations: ['n1'],
          seats: 0,
        },
        { type: 'BodySucceeded', bodyId: 'sjaelland', setAside: [], nominations: [] },
      )
      .thenState((state) => expect(Object.keys(state.matters.succession.passed)).toEqual(['hovedstaden', 'sjaelland']));
  });

  it('are entered once, and not before their last day is over', () => {
    const told = given(running([vote], [...old, oline]));
    told.when(tick('2026-12-31T22:59:00.000Z')).thenUnchanged();
    given(running([vote], [...old, oline]), tick('2026-12-31T23:00:00.000Z'))
      .when(tick(january))
      .thenUnchanged();
  });

  it('are known to a round that begins afterwards, and entered in none that is over', () => {
    given(running([vote], [oline, director('freja', 'fyn')], { at: january, startsAt: january }))
      .when(tick('2027-01-05T08:00:00.000Z'))
      .thenUnchanged();
    const closed = by('sine', {
      type: 'CloseTask',
      taskId: taskId('valg'),
      texts: { id: 't', hash: 'h', fields: ['reason'] } as never,
    });
    given(running([{ ...vote, closes: 'byHand' }], [...old, oline]), closed)
      .when(tick(january))
      .thenUnchanged();
  });

  it('leave the answers to a vote that was over by then', () => {
    given(running([{ ...vote, workingDays: 5 }], [...old, oline]), ...votes)
      .when(tick(january))
      .thenEvents(
        { type: 'BodySucceeded', setAside: [] },
        'BodySucceeded',
        { type: 'TaskClosed', result: { arithmetic: { quorum: { seats: 3, answered: 2 } } } },
        'RoundClosed',
      );
  });

  it('are looked for just after midnight', () => {
    const { state } = given(running([vote], [...old, oline]));
    if (state === null) throw new Error('no round');
    expect(nextDueAt(state, december, calendarOf(state.definition.calendar))).toBe('2026-12-31T23:00:00.000Z');
  });
});

describe('a seat that nobody holds', () => {
  it('is asked of the secretariat while a task waits, and no longer once it is given', () => {
    const told = given(running([vote], old), tick(january));
    expect(seatsWanted(told.state)).toEqual(['sine udvalg 1/1']);
    expect(seatsWanted(given(running([vote], [...old, oline]), tick(january)).state)).toEqual([]);
    expect(seatsWanted(given(running([vote], old)).state, '2026-12-17')).toEqual([]);
  });

  it('keeps a task that all others have answered from closing without its organisation', () => {
    const agreed = (name: string) => castBallot({ by: name, task: 'enighed', choice: 'agree' });
    const told = given(running([agreement], old), agreed('freja'));
    told.when(tick(january)).thenEvents('BodySucceeded', 'BodySucceeded');
    const later = given(running([agreement], [...old, oline]), agreed('freja'), tick(january));
    later
      .when(agreed('oline'))
      .thenEvents('BallotCast', { type: 'TaskClosed', result: { outcome: 'agreed' } }, 'RoundClosed');
  });

  it('is not missed where nobody ever spoke for the organisation', () => {
    expect(seatsWanted(given(running([vote], [director('freja', 'fyn')]), tick(january)).state)).toEqual([]);
  });
});

describe('a mandate that runs out', () => {
  const ending = director('fie', 'fyn', { validTo: '2026-12-22' });

  it('is entered with the answers set aside, and its seat is asked for', () => {
    const told = given(running([vote], [ending, oline]), castBallot({ by: 'fie', task: 'valg' }));
    const outcome = told.when(tick('2026-12-23T08:00:00.000Z'));
    outcome.thenEvents({
      type: 'MandateLapsed',
      mandateId: 'udvalg-fie',
      lastDay: '2026-12-22',
      setAside: [{ taskId: 'valg', mandateIds: ['udvalg-fie'] }],
    });
    expect(seatsWanted(outcome.state, '2026-12-23')).toEqual(['sine udvalg 1/1']);
  });

  it('is entered again when it was renewed and runs out anew', () => {
    const definition = definitionWith([vote], { bodies });
    const follow = by('system', {
      type: 'FollowOrganisation',
      orgSeq: 2,
      electorate: electorateOf(definition, { ...ending, validTo: '2027-01-04' }, oline),
    });
    const told = given(running([vote], [ending, oline]), tick('2026-12-23T08:00:00.000Z'), follow);
    told.when(tick('2026-12-30T08:00:00.000Z')).thenUnchanged();
    told
      .when(tick('2027-01-05T08:00:00.000Z'))
      .thenEvents('BodySucceeded', 'BodySucceeded', { type: 'MandateLapsed', lastDay: '2027-01-04' });
  });

  it('asks for nothing where another speaks for the same organisation', () => {
    const told = given(running([vote], [ending, director('frida', 'fyn')]), tick('2026-12-23T08:00:00.000Z'));
    expect(seatsWanted(told.state, '2026-12-23')).toEqual([]);
  });
});

describe('a seat that ends soon', () => {
  const renewals = (state: RoundState | null, date: string): readonly string[] =>
    (state === null ? [] : outstanding(state, date))
      .flatMap(({ entries }) => entries)
      .filter(({ wanted }) => wanted === 'renewal')
      .map(({ personId, bodyId: of, left }) => `${personId} ${of} ${left}`);

  it('is told the secretariat a month before, its own term or the end of whom it speaks for', () => {
    const ending = director('fie', 'fyn', { validTo: '2027-01-20' });
    const told = given(running([vote], [ending, director('hans', 'hovedstaden')]));
    expect(renewals(told.state, '2026-12-17')).toEqual(['sine udvalg 1']);
    expect(renewals(told.state, '2026-12-21')).toEqual(['sine udvalg 2']);
  });

  it('is asked of whoever speaks for the organisation that appoints, and not of who sits in it', () => {
    const ending = director('fie', 'fyn', { validTo: '2027-01-20' });
    const contact = seat('fritz', 'fyn', { role: 'contact' });
    const chair = seat('fie', 'fyn', { role: 'chair' });
    const asked = (state: RoundState | null): readonly string[] =>
      (state === null ? [] : outstanding(state, '2026-12-21'))
        .flatMap(({ entries }) => entries)
        .filter(({ wanted }) => wanted === 'renewalAsked')
        .map(({ personId, bodyId: of, left }) => `${personId} ${of} ${left}`);
    expect(asked(given(running([vote], [ending, contact, chair])).state)).toEqual(['fritz udvalg 1']);
    expect(asked(given(running([vote], [ending])).state)).toEqual([]);
  });

  it('is not told where somebody follows, or long before', () => {
    const ending = director('fie', 'fyn', { validTo: '2027-01-20' });
    const next = seat('frida', 'udvalg', { speaksFor: bodyId('fyn'), validFrom: '2027-01-21' });
    expect(renewals(given(running([vote], [ending, next])).state, '2027-01-04')).toEqual([]);
    expect(renewals(given(running([vote], [director('hans', 'hovedstaden'), oline])).state, '2026-12-17')).toEqual([]);
    expect(renewals(given(running([vote], [ending])).state, '2026-12-17')).toEqual([]);
  });
});

test('whoever votes when, the regions that merged never have more votes than their successor', () => {
  const steps = fc.array(
    fc.record({
      by: fc.constantFrom('hans', 'sanne', 'freja', 'oline'),
      choice: fc.constantFrom('for' as const, 'against' as const),
      day: fc.integer({ min: 0, max: 25 }),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(steps, (casts) => {
      const at = (day: number, n: number) =>
        new Date(Date.parse(december) + day * 86_400_000 + n * 1_000).toISOString();
      const sorted = casts.toSorted((one, other) => one.day - other.day);
      let told = given(running([vote], [...old, oline]));
      const accepted = [running([vote], [...old, oline])];
      for (const [n, cast] of sorted.entries()) {
        const step = castBallot({ by: cast.by, task: 'valg', choice: cast.choice, at: at(cast.day, n + 1) });
        if (told.when(step).decision.kind !== 'accepted') continue;
        accepted.push(step);
        told = given(...accepted);
      }
      const outcome = told.when(tick('2027-02-01T08:00:00.000Z'));
      const closed = outcome.state?.tasks[taskId('valg')]?.result?.arithmetic as
        { readonly vote?: { readonly for: number; readonly against: number } } | undefined;
      const counted = closed?.vote ?? { for: 0, against: 0 };
      expect(counted.for + counted.against).toBeLessThanOrEqual(2);
    }),
    { seed: 20270101, numRuns: 60 },
  );
});
