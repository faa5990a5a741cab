// What the scenario says that the record must hold: an event, or a task closed with a result. Compares words and numbers at
// paths; knows nothing of what they mean.
import { isObject } from '../players/cards';
import type { ScenarioExpectation } from '../scenario/schema';
import { aadOf } from '../stage';
import { personIds, type Evidence, type Invariant } from './invariant';

/** The value at a path, as words: a list as its items divided by commas, in the order of the alphabet. */
function wordsAt(data: unknown, path: readonly string[]): string {
  const found = path.reduce<unknown>(stepInto, data);
  if (Array.isArray(found)) return found.map(String).toSorted().join(',');
  return typeof found === 'string' ? found : (JSON.stringify(found) ?? '');
}

/** One step of a path: a key, a place in a list, or the id of something in it. */
function stepInto(value: unknown, key: string): unknown {
  if (!Array.isArray(value)) return isObject(value) ? value[key] : undefined;
  const items: readonly unknown[] = value;
  return /^\d+$/.test(key) ? items[Number(key)] : items.find((item) => isObject(item) && item['id'] === key);
}

/** `nomination:KEY` and `person:KEY` as the record knows them. */
function named(words: string, { book, record }: Evidence): string {
  const ids = personIds(record);
  return words
    .replaceAll(/nomination:([a-z0-9-]+)/g, (same, key: string) => book.idOf(key) ?? same)
    .replaceAll(/person:([a-z0-9-]+)/g, (same, key: string) => ids.get(aadOf(key)) ?? same);
}

function holds(data: unknown, { says }: ScenarioExpectation, evidence: Evidence): boolean {
  return Object.entries(says).every(([path, words]) => {
    const wanted = named(words, evidence).split(',').toSorted().join(',');
    const steps = path.split('.').map((step) => named(step, evidence));
    return wordsAt(data, steps) === wanted;
  });
}

function isThere(expectation: ScenarioExpectation, evidence: Evidence): boolean {
  const { event: type, task: taskId, by } = expectation;
  const actor = by === undefined ? null : named(`person:${by}`, evidence);
  const { round } = evidence;
  if (taskId !== undefined) {
    const task = round.tasks.get(taskId);
    return task !== undefined && task.closedAt !== null && holds(task, expectation, evidence);
  }
  return round.events.some(
    (one) => one.type === type && (actor === null || one.actor === actor) && holds(one.data, expectation, evidence),
  );
}

export const expected: readonly Invariant[] = [
  {
    name: 'The record holds what the scenario says that it must',
    breaches: (evidence) =>
      evidence.scenario.expects.filter((one) => !isThere(one, evidence)).map(({ note }) => `Not there: ${note}`),
  },
];
