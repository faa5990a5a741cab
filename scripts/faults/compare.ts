// Compares two rehearsals of one seed: every commit by its commandId and events, every tally, every notice. Left out is what
// only says when and where in the row: sequence number, time, hashes, and moments inside events (docs/faults.md).
import type { Notice } from '../../services/store/ports';

export interface Traces {
  /** `<stream> <commandId> <events>` of every commit. */
  readonly commits: ReadonlyMap<string, number>;
  /** `<task> <result>` of every result, with all its arithmetic. */
  readonly tallies: ReadonlyMap<string, number>;
  /** The key of every notice. */
  readonly notices: ReadonlyMap<string, number>;
}

interface Recorded {
  readonly commits: readonly { readonly streamId: string; readonly body: string }[];
}

interface Body {
  readonly commandId: string;
  readonly events: readonly Readonly<Record<string, unknown>>[];
}

export function tracesOf({ commits }: Recorded, notices: readonly Notice[]): Traces {
  const whole = new Map<string, number>();
  const tallies = new Map<string, number>();
  const told = new Map<string, number>();
  for (const { streamId, body } of commits) {
    const { commandId, events } = JSON.parse(body) as Body;
    count(whole, `${streamId} ${commandId} ${timeless(events)}`);
    for (const { taskId, result } of events)
      if (result instanceof Object) count(tallies, `${String(taskId)} ${timeless(result)}`);
  }
  for (const { key } of notices) count(told, dayOf(key));
  return { commits: whole, tallies, notices: told };
}

function count(into: Map<string, number>, key: string): void {
  into.set(key, (into.get(key) ?? 0) + 1);
}

/**
 * A moment that people or rules have set is a whole minute (a deadline at 12.00); one with seconds is when something was
 * received, and the sandbox's clock runs along with the real one: of that the day is compared.
 */
function timeless(value: unknown): string {
  return JSON.stringify(value, (_key, inside: unknown) => (typeof inside === 'string' ? dayOf(inside) : inside));
}

/**
 * Keys whose counts differ, with both counts. Of two that begin alike, such as one command with other events, what is alike is
 * cut out.
 */
export function differences(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): readonly string[] {
  const keys = [...new Set([...one.keys(), ...other.keys()])].filter((key) => one.get(key) !== other.get(key)).sort();
  return keys.map((key, index) => {
    const neighbours = [keys[index - 1], keys[index + 1]].map((near) => sameFrom(key, near ?? ''));
    const alike = Math.max(...neighbours);
    const shown = alike > headLength ? `${key.slice(0, headLength)} … ${key.slice(alike - contextLength)}` : key;
    return `${one.get(key) ?? 0} and ${other.get(key) ?? 0}: ${shown}`;
  });
}

/** A stream, a commandId and what the first event begins with. */
const headLength = 160;
const contextLength = 80;

/** How many characters two texts begin with alike. */
function sameFrom(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** Moments with seconds, also inside keys that name one, as their day. */
function dayOf(text: string): string {
  return text.replace(/(\d{4}-\d\d-\d\d)T\d\d:\d\d:(?!00\.000Z)[\d.]+Z/g, '$1');
}
