// Who may import whom (DESIGN.md §2): read from the import lines of every source file.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';

const root = resolve(__dirname, '../..');
const sources = ['bot', 'cards', 'services', 'scripts', 'bench'];
const importLine =
  /^(?:import|export)\b[^'"]*?\bfrom\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]|\b(?:require|import)\(\s*['"]([^'"]+)['"]\s*\)/gm;

interface Import {
  /** Path below the root, with forward slashes. */
  readonly from: string;
  /** A package's name, or a path below the root. */
  readonly to: string;
}

function typescriptFiles(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(importLine)].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? '';
    return { from: file, to: target.startsWith('.') ? posix.join(dirname(file), target) : target };
  });
}

const imports = sources.flatMap(typescriptFiles).flatMap(importsOf);
const within = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);
const isLocal = (path: string): boolean => sources.some((folder) => within(path, folder)) || within(path, 'data');
const offending = (rule: (line: Import) => boolean): readonly string[] =>
  imports.filter(rule).map((line) => `${line.from} imports ${line.to}`);

test('the import lines of the product are seen at all', () => {
  expect(imports.length).toBeGreaterThan(50);
});

test('services/process imports only itself and the schema library', () => {
  expect(
    offending(({ from, to }) => within(from, 'services/process') && !within(to, 'services/process') && to !== 'zod'),
  ).toEqual([]);
});

test('cards imports, of our own, only services/process', () => {
  expect(
    offending(
      ({ from, to }) => within(from, 'cards') && isLocal(to) && !within(to, 'cards') && !within(to, 'services/process'),
    ),
  ).toEqual([]);
});

test('nothing imports bot but bot itself and the commands that start it', () => {
  expect(
    offending(
      ({ from, to }) => within(to, 'bot') && !within(from, 'bot') && !within(from, 'scripts') && !within(from, 'bench'),
    ),
  ).toEqual([]);
});

const reserved: readonly { readonly packages: RegExp; readonly allowed: readonly string[] }[] = [
  { packages: /^(botbuilder|botframework-)/, allowed: ['bot', 'services/delivery/teams'] },
  { packages: /^(mongoose|mongodb|bson|lmdb|mingo)/, allowed: ['services/store'] },
  { packages: /^@microsoft\/microsoft-graph-client/, allowed: ['services/graph'] },
  { packages: /^node-cron/, allowed: ['services/schedule'] },
  { packages: /^restify/, allowed: ['bot', 'services/local'] },
  { packages: /^adaptivecards-templating|^adaptive-expressions/, allowed: ['cards'] },
];

test.each(reserved)('only $allowed knows $packages', ({ packages, allowed }) => {
  expect(
    offending(
      ({ from, to }) =>
        packages.test(to) && !within(from, 'bench') && !allowed.some((folder) => from.startsWith(folder)),
    ),
  ).toEqual([]);
});

test('the local Teams and the rehearsal know no rules, no cards and no bot: they see what a person sees', () => {
  const known = ['services/process', 'bot', 'cards'];
  expect(
    offending(({ from, to }) => within(from, 'services/local') && known.some((folder) => within(to, folder))),
  ).toEqual([]);
});
