// The small memories of the store: look-ups gathered into one, and what is forgotten first. No database.
import { gathered } from '../../services/store/gather';
import { LeastRecent } from '../../services/store/least-recent';

/** A source that answers when told to, and counts how often it was asked. */
function source() {
  const asked: (readonly string[])[] = [];
  const answers: (() => void)[] = [];
  const load = async (keys: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    asked.push(keys);
    await new Promise<void>((resolve) => answers.push(resolve));
    if (keys.includes('broken')) throw new Error('no answer');
    return new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, `${key}!`]));
  };
  return { asked, answer: () => answers.shift()?.(), lookUp: gathered(load) };
}

const settled = async (): Promise<void> => new Promise(setImmediate);

describe('gathered look-ups', () => {
  it('that come while one is under way share the next one, each key once', async () => {
    const { asked, answer, lookUp } = source();
    const first = lookUp('a');
    await settled();
    const rest = ['b', 'c', 'b', 'nobody'].map(lookUp);
    await settled();
    expect(asked).toEqual([['a']]);
    answer();
    expect(await first).toBe('a!');
    await settled();
    answer();
    expect(await Promise.all(rest)).toEqual(['b!', 'c!', 'b!', undefined]);
    expect(asked).toEqual([['a'], ['b', 'c', 'nobody']]);
  });

  it('that fail fail for those who asked, not for those after them', async () => {
    const { answer, lookUp } = source();
    const broken = lookUp('broken').catch(String);
    await settled();
    const next = lookUp('a');
    answer();
    expect(await broken).toBe('Error: no answer');
    await settled();
    answer();
    expect(await next).toBe('a!');
  });

  it('never answer with what was read before they were asked', async () => {
    const { asked, answer, lookUp } = source();
    const before = lookUp('a');
    await settled();
    const after = lookUp('a');
    answer();
    await before;
    await settled();
    answer();
    await after;
    expect(asked).toEqual([['a'], ['a']]);
  });
});

it('what has not been asked for longest is forgotten first', () => {
  const memory = new LeastRecent<string, number>(2);
  memory.set('a', 1);
  memory.set('b', 2);
  expect(memory.get('a')).toBe(1);
  memory.set('c', 3);
  expect(['a', 'b', 'c'].map((key) => memory.get(key))).toEqual([1, undefined, 3]);
});
