// Votes by majority: what carries, what is lost, and when it is a tie.
import { assert, constantFrom, integer, property, tuple } from 'fast-check';
import {
  ABSOLUTE_MAJORITY,
  approval,
  majority,
  MAJORITY_VERSION,
  SIMPLE_MAJORITY,
  type MajorityRule,
  type VoteCounts,
} from '../../../services/process/tally/majority';

const TWO_THIRDS: MajorityRule = { of: 'cast', share: [2, 3], strictlyMore: false };
const faultOf = (code: string) => expect.objectContaining({ name: 'TallyError', code });

/** Votes as `for-against-abstain` of so many entitled. */
function votes(written: string, entitled: number): VoteCounts {
  const [yes = 0, no = 0, abstain = 0] = written.split('-').map(Number);
  return { entitled, for: yes, against: no, abstain };
}

describe('a simple majority', () => {
  it.each([
    ['3-2-4', 9, 'carried', 5, 3],
    ['2-2-0', 4, 'tied', 4, 3],
    ['2-3-0', 9, 'lost', 5, 3],
    ['1-0-8', 9, 'carried', 1, 1],
    ['0-0-4', 4, 'lost', 0, 1],
    ['0-0-0', 4, 'lost', 0, 1],
  ])('with %s of %i is %s: of %i, %i needed', (written, entitled, outcome, base, needed) => {
    expect(majority(SIMPLE_MAJORITY, votes(written, entitled))).toMatchObject({ outcome, base, needed });
  });

  it('shows its whole arithmetic and its version', () => {
    expect(majority(SIMPLE_MAJORITY, votes('3-1-1', 7))).toEqual({
      version: MAJORITY_VERSION,
      outcome: 'carried',
      entitled: 7,
      for: 3,
      against: 1,
      abstain: 1,
      missing: 2,
      base: 4,
      needed: 3,
    });
  });
});

describe('an absolute majority', () => {
  it.each([
    ['5-0-0', 9, 'carried', 5],
    ['4-0-0', 9, 'lost', 5],
    ['4-4-1', 9, 'tied', 5],
    ['2-2-0', 4, 'tied', 3],
    ['1-1-0', 4, 'lost', 3],
    ['3-1-0', 4, 'carried', 3],
  ])('with %s of %i is %s: %i needed', (written, entitled, outcome, needed) => {
    const result = majority(ABSOLUTE_MAJORITY, votes(written, entitled));
    expect(result).toMatchObject({ outcome, base: entitled, needed });
  });
});

describe('a qualified majority', () => {
  it.each([
    [TWO_THIRDS, '4-2-0', 'carried', 6, 4],
    [TWO_THIRDS, '3-2-0', 'lost', 5, 4],
    [TWO_THIRDS, '2-2-0', 'lost', 4, 3],
    [{ ...TWO_THIRDS, strictlyMore: true }, '4-2-0', 'lost', 6, 5],
    [{ ...TWO_THIRDS, of: 'present' as const }, '4-2-1', 'lost', 7, 5],
    [{ ...TWO_THIRDS, of: 'all' as const }, '4-2-1', 'lost', 9, 6],
    [{ ...TWO_THIRDS, share: [1, 1] as const }, '4-0-5', 'carried', 4, 4],
    [{ ...TWO_THIRDS, share: [0, 1] as const }, '0-4-0', 'lost', 4, 1],
  ])('by %j with %s of 9 is %s: of %i, %i needed', (rule, written, outcome, base, needed) => {
    expect(majority(rule, votes(written, 9))).toMatchObject({ outcome, base, needed });
  });

  it('of at least half can carry when the votes are even', () => {
    expect(majority({ of: 'cast', share: [1, 2], strictlyMore: false }, votes('2-2-0', 4)).outcome).toBe('carried');
  });
});

describe('approvals', () => {
  it.each([
    ['all', '4-0-0', 4, 'carried', 4],
    ['all', '3-0-1', 4, 'lost', 4],
    ['any', '1-3-0', 4, 'carried', 1],
    ['all', '0-0-0', 0, 'lost', 1],
    [2, '2-2-0', 4, 'carried', 2],
  ] as const)('needing %s with %s of %i: %s, %i needed', (needs, written, entitled, outcome, needed) => {
    expect(approval(needs, votes(written, entitled))).toMatchObject({ outcome, needed, base: entitled });
  });
});

describe('what cannot be counted', () => {
  it('more votes than there are electors', () => {
    expect(() => majority(SIMPLE_MAJORITY, votes('3-2-0', 4))).toThrow(faultOf('MoreVotesThanEntitled'));
  });

  it.each([votes('1.5-0-0', 4), { ...votes('0-0-0', 4), for: -1 }])('no votes: %j', (counts) => {
    expect(() => majority(SIMPLE_MAJORITY, counts)).toThrow(faultOf('NotAWholeNumber'));
  });

  it.each([
    { share: [3, 2] as const, strictlyMore: false },
    { share: [1, 0] as const, strictlyMore: false },
    { share: [1, 1] as const, strictlyMore: true },
  ])('no share: %j', (share) => {
    expect(() => majority({ of: 'cast', ...share }, votes('1-0-0', 4))).toThrow(faultOf('NotAShare'));
  });
});

describe('every majority', () => {
  const rules = tuple(
    constantFrom('cast' as const, 'present' as const, 'all' as const),
    constantFrom<readonly [number, number]>([1, 2], [2, 3], [3, 4], [1, 3]),
    constantFrom(true, false),
  ).map(([of, share, strictlyMore]): MajorityRule => ({ of, share, strictlyMore }));
  const number = integer({ min: 0, max: 12 });
  const rankOf = { lost: 0, tied: 1, carried: 2 };

  it('is at least the share it asks for, and by the fewest votes that are', () => {
    assert(
      property(rules, number, number, number, (rule, yes, no, abstain) => {
        const { base, needed } = majority(rule, { entitled: 40, for: yes, against: no, abstain });
        const [part, whole] = rule.share;
        const isEnough = (count: number) =>
          rule.strictlyMore ? count * whole > base * part : count * whole >= base * part;
        expect(isEnough(needed)).toBe(true);
        expect(needed === 1 || !isEnough(needed - 1)).toBe(true);
      }),
    );
  });

  it('never comes out worse for a vote that turns from against to for', () => {
    assert(
      property(rules, number, integer({ min: 1, max: 12 }), number, (rule, yes, no, abstain) => {
        const before = majority(rule, { entitled: 40, for: yes, against: no, abstain });
        const after = majority(rule, { entitled: 40, for: yes + 1, against: no - 1, abstain });
        expect(rankOf[after.outcome]).toBeGreaterThanOrEqual(rankOf[before.outcome]);
      }),
    );
  });

  it('counts everybody once', () => {
    assert(
      property(rules, number, number, number, (rule, yes, no, abstain) => {
        const result = majority(rule, { entitled: 40, for: yes, against: no, abstain });
        expect(result.for + result.against + result.abstain + result.missing).toBe(result.entitled);
      }),
    );
  });
});
