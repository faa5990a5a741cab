// The exported record as plain data, and a fold of its own: who holds which seat, what was answered, what came out.
// Written from the form of the commits alone and importing nothing of the rules, so that it is a second opinion.
import { isObject } from '../players/cards';

export interface ExportedCommit {
  readonly streamId: string;
  readonly seq: number;
  readonly commandId: string;
  readonly at: string;
  readonly actor: string;
  readonly body: string;
  readonly prevHash: string;
  readonly hash: string;
}

export interface ExportedPerson {
  readonly personId: string;
  readonly aadObjectId: string;
}

export interface ExportedRecord {
  readonly commits: readonly ExportedCommit[];
  readonly people: readonly ExportedPerson[];
}

export type Json = Readonly<Record<string, unknown>>;

export interface RecordedEvent {
  readonly streamId: string;
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly type: string;
  readonly data: Json;
}

/** All events of the record in the order of each stream; a body that cannot be read has none (the chain tells). */
export function eventsOf(record: ExportedRecord): readonly RecordedEvent[] {
  return record.commits.flatMap(({ streamId, seq, body }) => {
    const parsed = parse(body);
    const events: readonly unknown[] = Array.isArray(parsed['events']) ? parsed['events'] : [];
    return events.filter(isObject).map((data) => ({
      streamId,
      seq,
      at: text(parsed, 'at'),
      actor: text(parsed, 'actor'),
      type: text(data, 'type'),
      data,
    }));
  });
}

function parse(body: string): Json {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

export function text(data: Json, key: string): string {
  const value = data[key];
  return typeof value === 'string' ? value : '';
}

export function list(data: Json, key: string): readonly unknown[] {
  const value = data[key];
  return Array.isArray(value) ? value : [];
}

export function texts(data: Json, key: string): readonly string[] {
  return list(data, key).filter((value): value is string => typeof value === 'string');
}

export function object(data: Json, key: string): Json {
  const value = data[key];
  return isObject(value) ? value : {};
}

export interface Seat {
  readonly id: string;
  readonly bodyId: string;
  readonly role: string;
  readonly holder: string;
  readonly substitute: string;
  /** The organisation it speaks for; empty where it speaks for itself. */
  readonly speaksFor: string;
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface RecordedTask {
  readonly id: string;
  readonly kind: string;
  readonly definition: Json;
  openedAt: string | null;
  closedAt: string | null;
  asOf: string | null;
  outcome: string;
  arithmetic: Json;
}

export interface RecordedNomination {
  readonly id: string;
  nominators: readonly string[];
  number: string | null;
  status: 'sent' | 'returned' | 'submitted' | 'withdrawn' | 'merged' | 'carriedOver';
  conclusion: string | null;
  decision: 'selected' | 'notSelected' | null;
  groupId: string | null;
}

export interface RecordedBallot {
  readonly ballot: Json;
  readonly by: string;
  /** Nominations it says nothing of. */
  readonly without: readonly string[];
}

/** A secret ballot's box, opened. */
export interface Box {
  readonly voted: readonly string[];
  readonly choices: readonly string[];
}

/** What the record says of one round. */
export interface RecordedRound {
  readonly id: string;
  readonly definition: Json;
  readonly previous: string | null;
  readonly carriedIn: readonly string[];
  readonly tasks: ReadonlyMap<string, RecordedTask>;
  readonly nominations: ReadonlyMap<string, RecordedNomination>;
  readonly seats: ReadonlyMap<string, Seat>;
  /** By task and seat, as the last BallotCast says. */
  readonly ballots: ReadonlyMap<string, ReadonlyMap<string, RecordedBallot>>;
  /** What substitutes answered beside them, for what the seats' own answerers are held out of. */
  readonly instead: ReadonlyMap<string, ReadonlyMap<string, RecordedBallot>>;
  /** Secret ballots as their box was opened: who had voted, and what was in it. By task. */
  readonly boxes: ReadonlyMap<string, Box>;
  /** Who may take no part in which nomination, as was ruled: `person nomination`. */
  readonly disqualified: ReadonlySet<string>;
  readonly groups: number;
  readonly next: string | null;
  readonly carriedOver: readonly string[];
  readonly closed: boolean;
  readonly headHash: string;
  readonly events: readonly RecordedEvent[];
}
