// Reads the arithmetic of a closed task as it stands in the record (services/process/round/kinds, tally) for showing.
// Must compute no result: what cannot be read is simply not shown, as a record may be older than this code.
import { z } from 'zod';
import type { Json, TaskResult } from '../../services/process/round/state';

const count = z.number();

const quorum = z.object({
  seats: count,
  recused: count,
  entitled: count,
  answered: count,
  needed: count,
  met: z.boolean(),
  missingGroups: z.array(z.string()),
});
export type ShownQuorum = z.infer<typeof quorum>;

const vote = z.object({
  outcome: z.string(),
  entitled: count,
  for: count,
  against: count,
  abstain: count,
  missing: count,
  base: count,
  needed: count,
  dissent: z.array(z.string()).optional(),
});
export type ShownVote = z.infer<typeof vote>;

const ranking = z.object({
  alternatives: z.array(z.string()),
  pairs: z.array(z.array(count)),
  bands: z.array(z.object({ from: count, to: count, alternatives: z.array(z.string()) })),
});
export type ShownRanking = z.infer<typeof ranking>;
export type ShownBand = ShownRanking['bands'][number];

const lot = z.object({
  seed: z.string(),
  draws: z.array(z.object({ remainder: count, drawn: z.enum(['for', 'against']) })).min(1),
});

const ballots = z.object({
  quorum: quorum.optional(),
  choices: z.record(z.string(), count).optional(),
  setAside: z.array(z.string()).optional(),
  withheld: z.array(z.string()).optional(),
  pending: count.optional(),
  apart: z.array(z.object({ nominationIds: z.array(z.string()), quorum, vote, outcome: z.string() })).optional(),
  vote: vote.nullish(),
  ranking: ranking.optional(),
  lot: lot.optional(),
});
export type ShownBallots = z.infer<typeof ballots>;

const read = new WeakMap<TaskResult, ShownBallots | null>();

/** The arithmetic of a task that a body answered together; null where it is none, or of a shape not known here. */
export function ballotArithmetic(result: TaskResult): ShownBallots | null {
  const known = read.get(result);
  if (known !== undefined) return known;
  const parsed = ballots.safeParse(result.arithmetic);
  const shown = parsed.success ? parsed.data : null;
  read.set(result, shown);
  return shown;
}

/** A number of the arithmetic by its key, where it is one. */
export function numberIn(arithmetic: Json, key: string): number | null {
  if (arithmetic === null || typeof arithmetic !== 'object' || Array.isArray(arithmetic)) return null;
  const value = (arithmetic as { readonly [key: string]: Json })[key];
  return typeof value === 'number' ? value : null;
}
