// What always holds of the check: it never throws, it names the place of any one fault, and a definition without faults
// lets a round begin and end. A good file is broken at a random place; the seed is printed by fast-check when one fails.
import * as fc from 'fast-check';
import { parseDefinition } from '../../../services/process/definition/load';
import { definitionFile, definitionOf, put, shipped, type Loose } from './files';

/** Every path of a file, as `steps[0].tasks[1].after`. */
function pathsOf(value: unknown, path = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const children = Array.isArray(value)
    ? value.flatMap((child, at) => pathsOf(child, `${path}[${at}]`))
    : Object.entries(value).flatMap(([key, child]) => pathsOf(child, path === '' ? key : `${path}.${key}`));
  return path === '' ? children : [path, ...children];
}

const anyFile = fc.constantFrom(...shipped);
const anyPlace = anyFile.chain((name) =>
  fc.record({ name: fc.constant(name), path: fc.constantFrom(...pathsOf(definitionFile(name))) }),
);

function faultsOf(file: Loose) {
  const parsed = parseDefinition(file);
  return parsed.ok ? [] : parsed.faults;
}

test('whatever stands at whatever place, the answer is a definition or a list of faults in words', () => {
  fc.assert(
    fc.property(anyPlace, fc.jsonValue(), ({ name, path }, value) => {
      const file = definitionFile(name);
      put(file, path, value);
      for (const fault of faultsOf(file)) {
        expect(fault.path).not.toBe('');
        expect(fault.message).toMatch(/^[A-Z"].*\.$/s);
        expect(fault.message).not.toMatch(/undefined|\[object|Invalid input/);
      }
    }),
    { numRuns: 300 },
  );
});

test('a value that can stand nowhere is told at its own place', () => {
  fc.assert(
    fc.property(anyPlace, ({ name, path }) => {
      const file = definitionFile(name);
      const impossible = { 'no such key': true };
      put(file, path, impossible);
      expect(faultsOf(file).some((fault) => fault.path.startsWith(path))).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('an unknown key is told wherever it stands', () => {
  const places = anyPlace.filter(({ name, path }) => isObject(valueAt(definitionFile(name), path)));
  fc.assert(
    fc.property(places, ({ name, path }) => {
      const file = definitionFile(name);
      put(file, `${path}.stray`, 1);
      expect(faultsOf(file)).toContainEqual(expect.objectContaining({ path: `${path}.stray` }));
    }),
    { numRuns: 100 },
  );
});

test('a task that waits for a task that is not there is told, whichever it is', () => {
  const tasks = definitionOf('ngc-2019').steps.flatMap((step, at) =>
    step.tasks.map((_, index) => [at, index] as const),
  );
  fc.assert(
    fc.property(fc.constantFrom(...tasks), ([step, task]) => {
      const file = definitionFile('ngc-2019');
      const path = `steps[${step}].tasks[${task}].after`;
      put(file, path, ['no-such-task']);
      expect(faultsOf(file).map((fault) => fault.path)).toContain(`${path}[0]`);
    }),
  );
});

test('any new circle is told', () => {
  const ids = definitionOf('ngc-2019').steps.flatMap((step) => step.tasks.map(({ id }) => id));
  fc.assert(
    fc.property(fc.constantFrom(...ids), (last) => {
      const file = definitionFile('ngc-2019');
      put(file, 'steps[0].tasks[0].after', [last]);
      expect(faultsOf(file).some(({ message }) => message.includes('wait for each other'))).toBe(true);
    }),
  );
});

test('without faults every task opens when those before it are closed, and the round ends with the last', () => {
  for (const name of shipped) {
    const tasks = definitionOf(name).steps.flatMap((step) => step.tasks);
    const closed = new Set<string>();
    let open = tasks.filter(({ id, after }) => !closed.has(id) && after.every((before) => closed.has(before)));
    while (open.length > 0) {
      for (const { id } of open) closed.add(id);
      open = tasks.filter(({ id, after }) => !closed.has(id) && after.every((before) => closed.has(before)));
    }
    expect(closed.size).toBe(tasks.length);
  }
});

function valueAt(file: Loose, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((key) => key !== '')
    .reduce<unknown>((at, key) => (isObject(at) || Array.isArray(at) ? Reflect.get(at, key) : undefined), file);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
