// A round follows the organisation: what changes counts from then on, and the merger of two regions votes once.
import type { Body } from '../../../../services/process/definition/schema';
import type { Mandate } from '../../../../services/process/organisation/state';
import { as, type MandateId } from '../../../../services/process/ids';
import type { RoundStep } from '../../given';
import {
  bodyId,
  by,
  castBallot,
  defaultBodies,
  definitionWith,
  electorateOf,
  given,
  person,
  seat,
  started,
  taskId,
  tick,
} from '../../given';

const definition = definitionWith([{ id: 'enighed', kind: 'agree', workingDays: 5 }]);
const anna = seat('anna', 'udvalg', { substitute: person('asta') });
const bo = seat('bo', 'udvalg');
const start = started(definition, electorateOf(definition, anna, bo));

function follow(orgSeq: number, ...mandates: readonly Mandate[]): RoundStep {
  return by('system', { type: 'FollowOrganisation', orgSeq, electorate: electorateOf(definition, ...mandates) });
}

function region(id: string, more: Partial<Body> = {}) {
  return { id, kind: 'region', da: id, en: id, ...more };
}

function director(name: string, speaksFor: string): Mandate {
  return seat(name, 'udvalg', { speaksFor: bodyId(speaksFor) });
}

describe('following the organisation', () => {
  it('records what is new, what changed and what is gone', () => {
    const moved = { ...anna, holder: person('alma') };
    given(start)
      .when(follow(2, moved, seat('dan', 'udvalg')))
      .thenEvents({
        type: 'OrganisationFollowed',
        orgSeq: 2,
        bodies: [],
        mandates: [moved, seat('dan', 'udvalg')],
        removed: ['udvalg-bo'],
      });
  });

  it('changes nothing the second time, and nothing when it does not concern the round', () => {
    const dan = seat('dan', 'udvalg');
    given(start, follow(2, anna, bo, dan))
      .when(follow(2, anna, bo))
      .thenUnchanged();
    given(start)
      .when(follow(2, anna, bo))
      .thenUnchanged();
  });

  it('is the system’s own business', () => {
    const command = follow(2, anna).command;
    given(start).when(by('sine', command)).thenRefused('NotSecretariat');
  });

  it('gives the right to answer to the new holder, from that commit on', () => {
    const told = given(start, follow(2, { ...anna, holder: person('alma') }, bo));
    told
      .when(castBallot({ by: 'anna', task: 'enighed', mandate: 'udvalg-anna', choice: 'agree' }))
      .thenRefused('NoMandate');
    told.when(castBallot({ by: 'alma', task: 'enighed', choice: 'agree' })).thenEvents('BallotCast');
  });

  it('closes a task for which the one who left was the last to answer', () => {
    given(start, castBallot({ by: 'bo', task: 'enighed', choice: 'agree' }))
      .when(follow(2, bo))
      .thenEvents('OrganisationFollowed', { type: 'TaskClosed', result: { outcome: 'agreed' } }, 'RoundClosed');
  });

  it('sets the answer of a mandate that is gone aside, visibly, and keeps it', () => {
    const told = given(
      start,
      castBallot({ by: 'anna', task: 'enighed', choice: 'disagree', reason: true }),
      follow(2, bo),
    );
    told
      .when(castBallot({ by: 'bo', task: 'enighed', choice: 'agree' }))
      .thenEvents(
        'BallotCast',
        { type: 'TaskClosed', result: { outcome: 'agreed', arithmetic: { setAside: ['udvalg-anna'] } } },
        'RoundClosed',
      )
      .thenState((round) => {
        expect(round.tasks[taskId('enighed')]?.work).toMatchObject({
          ballots: { 'udvalg-anna': { choice: 'disagree' } },
        });
      });
  });

  it('ends the call of a substitute whom the organisation no longer names, or whose holder is another', () => {
    const called = by('anna', {
      type: 'CallSubstitute',
      taskId: taskId('enighed'),
      mandateId: as<MandateId>('udvalg-anna'),
    });
    const lapsed = given(start, called, follow(2, { ...anna, substitute: person('axel') }, bo));
    lapsed
      .when(castBallot({ by: 'asta', task: 'enighed', mandate: 'udvalg-anna', choice: 'agree' }))
      .thenRefused('NoMandate');
    lapsed.when(castBallot({ by: 'anna', task: 'enighed', choice: 'agree' })).thenEvents('BallotCast');
    const standing = given(start, called, follow(2, anna, bo, seat('dan', 'udvalg')));
    standing
      .when(castBallot({ by: 'asta', task: 'enighed', mandate: 'udvalg-anna', choice: 'agree' }))
      .thenEvents('BallotCast');
  });
});

describe('the merger of two regions on 31 December', () => {
  const bodies = [
    ...defaultBodies.filter((body) => body.kind !== 'region'),
    region('hovedstaden', { validTo: '2026-12-31', successor: bodyId('oest') }),
    region('sjaelland', { validTo: '2026-12-31', successor: bodyId('oest') }),
    region('oest', { validFrom: '2027-01-01' }),
    region('fyn'),
  ];
  const vote = definitionWith([{ id: 'valg', kind: 'vote', workingDays: 10 }], { bodies });
  const electorate = electorateOf(
    vote,
    director('hans', 'hovedstaden'),
    director('sanne', 'sjaelland'),
    director('oline', 'oest'),
    director('freja', 'fyn'),
  );
  // Ten working days from 17 December 2026 end on 6 January 2027: 24 and 31 December, weekends and New Year are none.
  const begun = started(vote, electorate, { at: '2026-12-17T08:00:00.000Z' });
  const old = [
    castBallot({ by: 'hans', task: 'valg', choice: 'against', at: '2026-12-18T08:00:00.000Z' }),
    castBallot({ by: 'sanne', task: 'valg', choice: 'against' }),
    castBallot({ by: 'freja', task: 'valg', choice: 'for' }),
  ];

  it('lets the merged regions answer until then, and not their successor', () => {
    given(begun)
      .when(castBallot({ by: 'hans', task: 'valg', at: '2026-12-31T22:59:00.000Z' }))
      .thenEvents('BallotCast');
    given(begun)
      .when(castBallot({ by: 'oline', task: 'valg', at: '2026-12-31T22:59:00.000Z' }))
      .thenRefused('NoMandate');
  });

  it('lets only the successor answer from then on', () => {
    given(begun)
      .when(castBallot({ by: 'hans', task: 'valg', at: '2027-01-01T00:00:00.000Z' }))
      .thenRefused('NoMandate');
    given(begun)
      .when(castBallot({ by: 'oline', task: 'valg', at: '2027-01-01T00:00:00.000Z' }))
      .thenEvents('BallotCast', 'BodySucceeded', 'BodySucceeded');
  });

  it('counts the successor once and sets the old answers aside', () => {
    given(begun, ...old, castBallot({ by: 'oline', task: 'valg', choice: 'for', at: '2027-01-04T08:00:00.000Z' }))
      .when(tick('2027-01-06T12:00:00.000Z'))
      .thenEvents(
        {
          type: 'TaskClosed',
          result: {
            outcome: 'carried',
            arithmetic: {
              quorum: { seats: 2, answered: 2 },
              vote: { for: 2, against: 0 },
              setAside: ['udvalg-hans', 'udvalg-sanne'],
            },
          },
        },
        'RoundClosed',
      );
  });

  it('leaves a result that was closed before it as it was', () => {
    const early = started(vote, electorate, { at: '2026-12-10T08:00:00.000Z' });
    given(early, ...old.map((step) => ({ ...step, at: null })))
      .when(tick('2027-01-06T08:00:00.000Z'))
      .thenEvents(
        { type: 'BodySucceeded', bodyId: 'hovedstaden', setAside: [] },
        { type: 'BodySucceeded', bodyId: 'sjaelland', setAside: [] },
        {
          type: 'TaskClosed',
          asOf: '2026-12-28T11:00:00.000Z',
          result: { outcome: 'rejected', arithmetic: { quorum: { seats: 3 } } },
        },
        'RoundClosed',
      );
  });
});
