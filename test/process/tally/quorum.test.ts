// Whether enough of a body took part, with the arithmetic that a card shows.
import { array, assert, boolean, constantFrom, integer, oneof, property, record } from 'fast-check';
import { quorum, QUORUM_VERSION, type QuorumRule, type Seat } from '../../../services/process/tally/quorum';

const MORE_THAN_HALF: QuorumRule = { share: [1, 2], strictlyMore: true };
const faultOf = (code: string) => expect.objectContaining({ name: 'TallyError', code });

/** Seats written one letter each: `a` answered, `-` not, `r` recused, `R` recused though an answer came. */
function seats(written: string, group: string | null = null): Seat[] {
  return Array.from(written, (mark) => ({
    group,
    recused: mark.toLowerCase() === 'r',
    answered: mark === 'a' || mark === 'R',
  }));
}

describe('a quorum of more than half', () => {
  it('counts over all seats: 9 seats, 2 recused, 5 answers', () => {
    expect(quorum(MORE_THAN_HALF, 'seats', seats('aaaaa--rr'))).toEqual({
      version: QUORUM_VERSION,
      seats: 9,
      recused: 2,
      entitled: 7,
      answered: 5,
      needed: 5,
      met: true,
      reachable: true,
      missingGroups: [],
    });
  });

  it('or over those who may take part', () => {
    expect(quorum(MORE_THAN_HALF, 'entitled', seats('aaaa---rr'))).toMatchObject({ needed: 4, met: true });
    expect(quorum(MORE_THAN_HALF, 'seats', seats('aaaa---rr'))).toMatchObject({ needed: 5, met: false });
  });

  it('does not count what a recused seat answered', () => {
    expect(quorum(MORE_THAN_HALF, 'seats', seats('aaaaR----'))).toMatchObject({ answered: 4, met: false });
  });

  it('cannot be reached when too many are recused', () => {
    expect(quorum(MORE_THAN_HALF, 'seats', seats('aarr'))).toMatchObject({ needed: 3, met: false, reachable: false });
  });

  it('is met by nobody where there are no seats', () => {
    expect(quorum(MORE_THAN_HALF, 'seats', [])).toMatchObject({ needed: 1, met: false, reachable: false });
  });
});

describe('a quorum of a number', () => {
  it('is that number, whoever is recused', () => {
    expect(quorum({ number: 3 }, 'seats', seats('aa-rr'))).toMatchObject({ needed: 3, met: false, reachable: true });
    expect(quorum({ number: 3 }, 'entitled', seats('aaarr'))).toMatchObject({ needed: 3, met: true });
  });

  it('is at least one', () => {
    expect(() => quorum({ number: 0 }, 'seats', seats('a'))).toThrow(faultOf('NotAWholeNumber'));
  });
});

describe('a quorum by group', () => {
  const rule: QuorumRule = { groups: ['nord', 'midt', 'syd', 'øst'], each: 1 };

  it('says which groups are missing', () => {
    const body = [...seats('a-', 'nord'), ...seats('--', 'midt'), ...seats('a', 'syd'), ...seats('r-', 'øst')];
    expect(quorum(rule, 'seats', body)).toMatchObject({
      needed: 4,
      answered: 2,
      met: false,
      reachable: true,
      missingGroups: ['midt', 'øst'],
    });
  });

  it('is met by one of each, and not by many of some', () => {
    const oneOfEach = ['nord', 'midt', 'syd', 'øst'].flatMap((group) => seats('a--', group));
    expect(quorum(rule, 'seats', oneOfEach)).toMatchObject({ met: true, missingGroups: [] });
    expect(quorum(rule, 'seats', seats('aaaaaa', 'nord'))).toMatchObject({ met: false, answered: 6 });
  });

  it('cannot be reached when all of a group are recused', () => {
    const body = [...seats('a', 'nord'), ...seats('a', 'midt'), ...seats('a', 'syd'), ...seats('r', 'øst')];
    expect(quorum(rule, 'seats', body)).toMatchObject({ met: false, reachable: false, missingGroups: ['øst'] });
  });

  it('may ask for more of each', () => {
    const body = [...seats('aa', 'nord'), ...seats('a-', 'syd')];
    expect(quorum({ groups: ['nord', 'syd'], each: 2 }, 'seats', body)).toMatchObject({
      needed: 4,
      met: false,
      missingGroups: ['syd'],
    });
  });
});

describe('every quorum', () => {
  const groups = ['nord', 'midt', 'syd'];
  const seat = record({ group: constantFrom(...groups), recused: boolean(), answered: boolean() });
  const rules = oneof(
    record({ number: integer({ min: 1, max: 8 }) }),
    record({
      share: constantFrom<readonly [number, number]>([1, 2], [2, 3], [1, 1]),
      strictlyMore: constantFrom(false),
    }),
    record({ groups: constantFrom(groups, groups.slice(1)), each: integer({ min: 1, max: 2 }) }),
  );
  const of = constantFrom('seats' as const, 'entitled' as const);

  it('once met stays met when another answers', () => {
    assert(
      property(rules, of, array(seat, { maxLength: 12 }), integer({ min: 0, max: 11 }), (rule, base, body, at) => {
        const more = body.map((one, index) => (index === at ? { ...one, answered: true } : one));
        const before = quorum(rule, base, body);
        const after = quorum(rule, base, more);
        expect(Number(after.met)).toBeGreaterThanOrEqual(Number(before.met));
        expect(after.needed).toBe(before.needed);
      }),
    );
  });

  it('can be reached exactly when it would be met if all who may answer did', () => {
    assert(
      property(rules, of, array(seat, { maxLength: 12 }), (rule, base, body) => {
        const all = body.map((one) => ({ ...one, answered: true }));
        expect(quorum(rule, base, body).reachable).toBe(quorum(rule, base, all).met);
      }),
    );
  });

  it('is not moved by what the recused answer, nor by the order of seats', () => {
    assert(
      property(rules, of, array(seat, { maxLength: 12 }), (rule, base, body) => {
        const other = body.map((one) => (one.recused ? { ...one, answered: !one.answered } : one)).toReversed();
        expect(quorum(rule, base, other)).toEqual(quorum(rule, base, body));
      }),
    );
  });
});
