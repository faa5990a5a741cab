// Compares two rehearsals of one seed by what does not depend on random ids and on who was faster: how often each act was
// done by whom in which task, what came out of each task, and what was told to whom.
import type { Notice } from '../../services/store/ports';

export interface Traces {
  /** `<type> <task> <who>` with how often it stands in the record. */
  readonly acts: ReadonlyMap<string, number>;
  /** Every event with who did it, without what chance or the clock puts there: random ids, numbers in a row, moments. */
  readonly events: ReadonlyMap<string, number>;
  /** `<task> <outcome>` of every result. */
  readonly results: ReadonlyMap<string, number>;
  /** `<kind> <task> <to>` of every notice, sent or dropped. */
  readonly notices: ReadonlyMap<string, number>;
}

interface Recorded {
  readonly commits: readonly { readonly streamId: string; readonly actor: string; readonly body: string }[];
  readonly people: readonly { readonly personId: string; readonly aadObjectId: string }[];
}

function count(into: Map<string, number>, key: string): void {
  into.set(key, (into.get(key) ?? 0) + 1);
}

export function tracesOf({ commits, people }: Recorded, notices: readonly Notice[]): Traces {
  const names = new Map(people.map(({ personId, aadObjectId }) => [personId, aadObjectId]));
  const acts = new Map<string, number>();
  const whole = new Map<string, number>();
  const results = new Map<string, number>();
  const told = new Map<string, number>();
  for (const { actor, body } of commits.filter((commit) => commit.streamId.startsWith('round/'))) {
    const { events } = JSON.parse(body) as { readonly events: readonly Readonly<Record<string, unknown>>[] };
    for (const event of events) {
      const of = typeof event['taskId'] === 'string' ? event['taskId'] : '';
      count(whole, `${names.get(actor) ?? actor} ${plain(event, names)}`);
      count(acts, `${String(event['type'])} ${of} ${names.get(actor) ?? actor}`);
      const result = event['result'];
      if (result instanceof Object) count(results, `${of} ${String(Reflect.get(result, 'outcome'))}`);
    }
  }
  for (const { kind, addressKey, data } of notices) {
    const to = names.get(addressKey.replace('personal/', '')) ?? addressKey;
    count(told, `${kind} ${String(data['taskId'] ?? '')} ${to}`);
  }
  return { acts, events: whole, results, notices: told };
}

/** What a run with another luck of ids and another order of arrival must say as well. Lists are compared as sets. */
function plain(event: unknown, names: ReadonlyMap<string, string>): string {
  return JSON.stringify(event, (_key, value: unknown) => {
    if (typeof value === 'string') return names.get(value) ?? masked(value);
    if (Array.isArray(value)) return value.map((one) => plain(one, names)).sort();
    if (!(value instanceof Object)) return value;
    // Under random keys nothing but the values can be compared.
    if (Object.keys(value).some((key) => !names.has(key) && masked(key) !== key))
      return Object.values(value)
        .map((one) => plain(one, names))
        .sort();
    const entries = Object.entries(value).map(([key, one]) => [names.get(key) ?? masked(key), one] as const);
    return Object.fromEntries(entries.sort(([one], [other]) => (one < other ? -1 : 1)));
  });
}

/** Random ids, hashes, numbers of nominations and moments. */
function masked(text: string): string {
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '*')
    .replace(/[0-9a-f]{64}/g, '#')
    .replace(/\b\d{4}-\d{3}\b/g, 'nr')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '@');
}

/** Keys whose counts differ, with both counts. */
export function differences(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])]
    .filter((key) => one.get(key) !== other.get(key))
    .sort()
    .map((key) => `${key}: ${one.get(key) ?? 0} and ${other.get(key) ?? 0}`);
}
