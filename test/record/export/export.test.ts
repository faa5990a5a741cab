// The case as files, made from records that lie in the repository: minutes, index, and declarations apart.
import type { PersonId } from '../../../services/process/ids';
import { exportRounds } from '../../../services/record/export/read';
import type { CaseFile } from '../../../services/record/export/files';
import { calendarOf } from '../../../services/schedule/calendar';
import { sha256 } from '../../../services/store/commit-format';
import { readGolden, sourceOf } from '../golden/record-file';

const now = '2027-12-01T12:00:00.000Z';

async function filesOf(name: string): Promise<readonly CaseFile[]> {
  const source = { ...sourceOf(readGolden(name)), names: async () => new Map<PersonId, string>() };
  const rounds = await exportRounds(source, { language: 'da', now, calendarOf });
  return rounds[0]?.files ?? [];
}

const named = (files: readonly CaseFile[], path: string): string =>
  files.find((file) => file.path === path)?.content ?? '';

test('the index names every file of the case with its checksum, and none that is kept apart', async () => {
  const files = await filesOf('format-1-every-event');
  const index = named(files, 'sag/indeks.md');
  for (const { path, content } of files.filter(
    (file) => file.path.startsWith('sag/') && !file.path.endsWith('indeks.md'),
  )) {
    expect(index).toContain(path.slice('sag/'.length));
    expect(index).toContain(sha256(content));
  }
  expect(index).not.toContain('habilitet');
  expect(files.map(({ path }) => path)).toContain('uden-for-sagen/habilitet.md');
});

test('a real round has every task with its result, every nomination with its advice, and every answer in its minutes', async () => {
  const files = await filesOf('format-1-ngc-2019');
  const minutes = named(files, 'sag/referat.md');
  expect(minutes).toContain('# Referat: ');
  expect(minutes).toMatch(/Der blev opnået enighed|Forslaget blev vedtaget/);
  expect(minutes).toContain('#### Svar');
  expect(named(files, 'sag/indstillinger.md').match(/^## 20\d\d-\d{3} /gm)?.length).toBeGreaterThan(5);
});

test('the same record is the same files to the byte', async () => {
  expect(await filesOf('format-1-every-event')).toEqual(await filesOf('format-1-every-event'));
});
