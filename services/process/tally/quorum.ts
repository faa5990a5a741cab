// Whether enough of a body took part: a number, a share, or so many from each of some groups (PROCESS.md §9).
// Counts seats; whether a body decides without its quorum, and who is called in, is the round's business.
import { wholeNumber } from './errors';
import { neededOf, type ShareRule } from './share';

export const QUORUM_VERSION = 'quorum/1';

/** At least a number of answers; a share of the body; or `each` from every one of the groups. */
export type QuorumRule =
  { readonly number: number } | ShareRule | { readonly groups: readonly string[]; readonly each: number };

/** A seat as the quorum sees it. `group` is whatever the definition counts by: the body, or whom the mandate speaks for. */
export type Seat = { readonly group: string | null; readonly recused: boolean; readonly answered: boolean };

/** What a card says: "9 pladser. 2 er inhabile, 7 kan deltage. 5 har svaret. Beslutningsdygtig ved 5: ja." Plain JSON. */
export type QuorumResult = {
  readonly version: string;
  readonly seats: number;
  readonly recused: number;
  /** Seats that may take part: all but the recused. */
  readonly entitled: number;
  /** Of the entitled; an answer of a recused seat is not one. */
  readonly answered: number;
  readonly needed: number;
  readonly met: boolean;
  /** False when too few are left after recusals, however many answer: then somebody must be called in. */
  readonly reachable: boolean;
  /** Groups from which answers are missing, in the rule's order. Empty unless the rule is by group. */
  readonly missingGroups: readonly string[];
};

/**
 * The quorum of some seats.
 * @param of what a share is taken of: all seats (the default of definitions) or those who may take part. A number and a
 * group rule are the same under both.
 * @throws TallyError `NotAWholeNumber`, `NotAShare`.
 */
export function quorum(rule: QuorumRule, of: 'seats' | 'entitled', seats: readonly Seat[]): QuorumResult {
  const entitled = seats.filter((seat) => !seat.recused);
  const answered = entitled.filter((seat) => seat.answered);
  const counts = {
    version: QUORUM_VERSION,
    seats: seats.length,
    recused: seats.length - entitled.length,
    entitled: entitled.length,
    answered: answered.length,
  };
  if ('groups' in rule) return { ...counts, ...byGroup(rule, entitled, answered) };
  const base = of === 'seats' ? seats.length : entitled.length;
  const needed = 'number' in rule ? wholeNumber(rule.number, 1) : neededOf(base, rule);
  const met = answered.length >= needed;
  return { ...counts, needed, met, reachable: entitled.length >= needed, missingGroups: [] };
}

function byGroup(
  rule: { readonly groups: readonly string[]; readonly each: number },
  entitled: readonly Seat[],
  answered: readonly Seat[],
): Pick<QuorumResult, 'needed' | 'met' | 'reachable' | 'missingGroups'> {
  const each = wholeNumber(rule.each, 1);
  const groups = [...new Set(rule.groups)];
  const lacking = (seats: readonly Seat[]): string[] =>
    groups.filter((group) => seats.filter((seat) => seat.group === group).length < each);
  const missingGroups = lacking(answered);
  return {
    // Without groups it would be met by nobody.
    needed: Math.max(1, groups.length * each),
    met: missingGroups.length === 0 && answered.length > 0,
    reachable: lacking(entitled).length === 0 && entitled.length > 0,
    missingGroups,
  };
}
