// What an invariant is: a sentence, and a look at the evidence that answers with what breaks it. Computed from the
// connector's traffic, what players pressed and the exported record alone; nothing of the rules is asked.
import type { Counters, Violation } from '../../teams/api';
import type { ExportedRecord, RecordedRound } from '../evidence/record';
import type { TrafficReader } from '../evidence/traffic';
import type { NominationBook } from '../players/book';
import type { Entry } from '../players/journal';
import type { Scenario, ScenarioAct } from '../scenario/schema';

export interface Evidence {
  readonly scenario: Scenario;
  readonly record: ExportedRecord;
  /** All rounds of the record; the one that was played first. */
  readonly rounds: readonly RecordedRound[];
  readonly round: RecordedRound;
  readonly entries: readonly Entry[];
  readonly traffic: TrafficReader;
  readonly book: NominationBook;
  readonly counters: Counters;
  readonly violations: readonly Violation[];
  /** How often the bot was to be killed, and was. */
  readonly kills: { readonly wanted: number; readonly done: number };
  /** What the scenario has people do that nobody did. */
  readonly actsLeft: readonly ScenarioAct[];
  /** The chat with the bot of somebody with this Entra object id. */
  readonly chatOf: (aad: string) => string;
}

export interface Invariant {
  readonly name: string;
  /** What breaks it, one line each; empty when it holds. */
  readonly breaches: (evidence: Evidence) => readonly string[];
}

export interface Judged {
  readonly name: string;
  readonly held: boolean;
  readonly breaches: readonly string[];
}

/** The random id of a person in the record, by Entra object id. */
export function personIds(record: ExportedRecord): ReadonlyMap<string, string> {
  return new Map(record.people.map(({ personId, aadObjectId }) => [aadObjectId, personId]));
}

export function count<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
