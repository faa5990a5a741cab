// What must hold for every set of ballots. fast-check prints the seed of a failure.
import { array, assert, constantFrom, integer, pre, property, shuffledSubarray, tuple } from 'fast-check';
import { pairTable } from '../../../services/process/tally/pairwise';
import { schulze, type SchulzeResult } from '../../../services/process/tally/schulze';
import { ballotsOn, ballotsWithRecusals, FIVE, naiveGroups, naivePath, naiveVotes, rankings } from './ballots';
import { groupsOf } from './elections';

const RUNS = { numRuns: 300 };
const shuffled = <Item>(items: readonly Item[]) => shuffledSubarray([...items], { minLength: items.length });

function winnersOf(result: SchulzeResult): readonly string[] {
  return result.bands[0]?.alternatives ?? [];
}

function renamed(name: string): string {
  return `ny ${name}`;
}

/** Bands without regard to the order inside them, which means nothing. */
function asSets(result: SchulzeResult): Set<string>[] {
  return groupsOf(result.bands).map((group) => new Set(group));
}

describe('pairs', () => {
  it('are the votes one by one, recusals and all', () => {
    assert(
      property(ballotsWithRecusals(FIVE), (ballots) => {
        const expected = FIVE.map((one) => FIVE.map((other) => (one === other ? 0 : naiveVotes(ballots, one, other))));
        expect(pairTable(FIVE, ballots)).toEqual(expected);
      }),
      RUNS,
    );
  });

  it('hold every ballot once: above, below or equal', () => {
    assert(
      property(ballotsOn(FIVE), (ballots) => {
        const pairs = pairTable(FIVE, ballots);
        const equal = (one: string, other: string): number =>
          ballots
            .filter(({ ranking }) => {
              const of = (alternative: string) => ranking.findIndex((group) => group.includes(alternative));
              return of(one) === of(other);
            })
            .reduce((total, { count = 1 }) => total + count, 0);
        const all = ballots.reduce((total, { count = 1 }) => total + count, 0);
        FIVE.forEach((one, row) => {
          FIVE.forEach((other, column) => {
            if (row === column) return;
            expect((pairs[row]?.[column] ?? 0) + (pairs[column]?.[row] ?? 0) + equal(one, other)).toBe(all);
          });
        });
      }),
      RUNS,
    );
  });
});

describe('Schulze', () => {
  it('is what the definition says, path by path and band by band', () => {
    assert(
      property(ballotsWithRecusals(FIVE), (ballots) => {
        const result = schulze(FIVE, ballots);
        const path = (one: string, other: string) => naivePath(ballots, FIVE, one, other);
        expect(result.paths).toEqual(FIVE.map((one) => FIVE.map((other) => (one === other ? 0 : path(one, other)))));
        const beats = (one: string, other: string) => path(one, other) > path(other, one);
        expect(groupsOf(result.bands)).toEqual(naiveGroups(FIVE, beats));
      }),
      { numRuns: 150 },
    );
  });

  it('does not care for the order of ballots', () => {
    const both = ballotsWithRecusals(FIVE).chain((ballots) => tuple(constantFrom(ballots), shuffled(ballots)));
    assert(
      property(both, ([ballots, other]) => {
        expect(schulze(FIVE, other)).toEqual(schulze(FIVE, ballots));
      }),
      RUNS,
    );
  });

  it('does not care whether ballots that are alike come one by one or counted', () => {
    assert(
      property(ballotsOn(FIVE), (ballots) => {
        const single = ballots.flatMap(({ ranking, count }) => Array.from({ length: count ?? 1 }, () => ({ ranking })));
        expect(schulze(FIVE, single)).toEqual(schulze(FIVE, ballots));
      }),
      RUNS,
    );
  });

  it('does not care for names or for the order of the list (neutrality)', () => {
    assert(
      property(ballotsWithRecusals(FIVE), shuffled(FIVE), (ballots, order) => {
        const others = ballots.map(({ ranking, recused = [], count }) => ({
          ranking: ranking.map((group) => group.map(renamed)),
          recused: recused.map(renamed),
          count: count ?? 1,
        }));
        const expected = asSets(schulze(FIVE, ballots)).map((band) => new Set([...band].map(renamed)));
        expect(asSets(schulze(order.map(renamed), others))).toEqual(expected);
      }),
      RUNS,
    );
  });

  it('lets the Condorcet winner win alone', () => {
    assert(
      property(ballotsWithRecusals(FIVE), (ballots) => {
        const beatsAll = FIVE.filter((one) =>
          FIVE.every((other) => one === other || naiveVotes(ballots, one, other) > naiveVotes(ballots, other, one)),
        );
        const result = schulze(FIVE, ballots);
        expect(result.condorcetWinner).toBe(beatsAll[0] ?? null);
        pre(beatsAll.length > 0);
        expect(winnersOf(result)).toEqual(beatsAll);
      }),
      RUNS,
    );
  });

  it('never lets one win who loses to everybody', () => {
    assert(
      property(ballotsOn(FIVE), (ballots) => {
        const losesToAll = FIVE.filter((one) =>
          FIVE.every((other) => one === other || naiveVotes(ballots, one, other) < naiveVotes(ballots, other, one)),
        );
        for (const loser of losesToAll) expect(winnersOf(schulze(FIVE, ballots))).not.toContain(loser);
      }),
      RUNS,
    );
  });

  it('never takes a win away because somebody put the winner higher (monotonicity)', () => {
    assert(
      property(ballotsOn(FIVE), integer({ min: 0, max: 8 }), integer({ min: 0, max: 4 }), (ballots, at, which) => {
        const winners = winnersOf(schulze(FIVE, ballots));
        const winner = winners[which % winners.length] ?? '';
        const raised = ballots.map((ballot, index) => {
          if (index !== at) return ballot;
          const rest = ballot.ranking.map((group) => group.filter((other) => other !== winner));
          return { ...ballot, ranking: [[winner], ...rest] };
        });
        expect(winnersOf(schulze(FIVE, raised))).toContain(winner);
      }),
      RUNS,
    );
  });

  it('does not let the same one win alone when all ballots are turned round (reversal symmetry)', () => {
    assert(
      property(ballotsOn(FIVE), (ballots) => {
        const turned = ballots.map(({ ranking, count }) => {
          const unranked = FIVE.filter((alternative) => !ranking.flat().includes(alternative));
          return { ranking: [unranked, ...ranking.toReversed()], count: count ?? 1 };
        });
        const winners = winnersOf(schulze(FIVE, ballots));
        pre(winners.length === 1);
        expect(winnersOf(schulze(FIVE, turned))).not.toContain(winners[0]);
      }),
      RUNS,
    );
  });

  it('is not moved by what the recused say of what they are recused in', () => {
    const otherwise = array(rankings(FIVE), { minLength: 9, maxLength: 9 });
    assert(
      property(ballotsOn(FIVE), otherwise, (ballots, others) => {
        // Everybody is recused in E, and puts it somewhere else the second time.
        const recused = ballots.map((ballot) => ({ ...ballot, recused: ['E'] }));
        const moved = recused.map((ballot, index) => {
          const without = ballot.ranking.map((group) => group.filter((alternative) => alternative !== 'E'));
          const place = (others[index]?.length ?? 0) % (without.length + 1);
          return { ...ballot, ranking: without.toSpliced(place, 0, ['E']) };
        });
        expect(schulze(FIVE, moved)).toEqual(schulze(FIVE, recused));
      }),
      RUNS,
    );
  });

  it('gives every alternative one place', () => {
    assert(
      property(ballotsWithRecusals(FIVE), (ballots) => {
        const { bands } = schulze(FIVE, ballots);
        const places = bands.flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, index) => from + index),
        );
        expect(places).toEqual([1, 2, 3, 4, 5]);
        expect(new Set(groupsOf(bands).flat())).toEqual(new Set(FIVE));
      }),
      RUNS,
    );
  });
});
