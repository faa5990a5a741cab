// Reads the published elections of test/fixtures/elections: ballots as ours, and what others say of the outcome.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Band } from '../../../services/process/tally/bands';
import type { Fraction } from '../../../services/process/tally/rational';
import type { RankedBallot } from '../../../services/process/tally/ranking';

export type Table = readonly (readonly number[])[];

/** What a source says; only what it says is there to compare with. */
export interface Published {
  readonly pairs?: Table;
  readonly paths?: Table;
  readonly margins?: Table;
  readonly bands?: readonly (readonly string[])[];
  readonly winners?: readonly string[];
  readonly condorcetWinner?: string | null;
  readonly bordaPoints?: Readonly<Record<string, number>>;
  readonly bordaBands?: readonly (readonly string[])[];
}

export interface Election {
  readonly name: string;
  readonly alternatives: readonly string[];
  readonly ballots: readonly RankedBallot[];
  readonly expected: Published;
}

/** A tally sheet as Debian publishes it: `count: ranks`, one character per option. */
interface TallySheet extends Omit<Election, 'ballots'> {
  readonly voters: number;
  readonly tally: readonly string[];
}

export interface TableElection extends Omit<Election, 'ballots'> {
  readonly pairs: Table;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, '../../fixtures/elections', file), 'utf8'));
}

export function electionsOf(file: string): readonly Election[] {
  return read(file) as readonly Election[];
}

export function tableElection(file: string): TableElection {
  return read(file) as TableElection;
}

export function talliedElection(file: string): Election & { readonly voters: number } {
  const sheet = read(file) as TallySheet;
  return { ...sheet, ballots: sheet.tally.map((line) => ballotOf(line, sheet.alternatives)) };
}

function ballotOf(line: string, alternatives: readonly string[]): RankedBallot {
  const [count = '', ranks = ''] = line.split(': ');
  const groups = new Map<number, string[]>();
  alternatives.forEach((alternative, index) => {
    const rank = ranks[index];
    if (rank === undefined || rank === '-') return;
    groups.set(Number(rank), [...(groups.get(Number(rank)) ?? []), alternative]);
  });
  const ranking = [...groups.keys()].sort((one, other) => one - other).map((rank) => groups.get(rank) ?? []);
  return { ranking, count: Number(count) };
}

/** Bands without their places: groups, best first. */
export function groupsOf(bands: readonly Band[]): readonly (readonly string[])[] {
  return bands.map((band) => band.alternatives);
}

export function numberOf([part, whole]: Fraction): number {
  return part / whole;
}
