// `npm run verify` as an operator runs it: a process of its own on the data directory, with exit codes a script can use.
// Always on the embedded server: the point is a directory that no bot holds.
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../services/store/open';
import { add, counter } from '../store/contract/counter';
import { compiledProduct } from '../support/compiled';

let dataDir = '';
let head = '';

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'trinvis-verify-'));
  const store = await openStore({ dataDir, stamp: 'local', ids: randomUUID });
  for (const note of ['a', 'b', 'c']) await store.streams(counter).execute('x', add(note));
  head = (await store.commits.heads())[0]?.hash ?? '';
  await store.close();
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

interface Answer {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function verify(environment: Readonly<Record<string, string>>, ...flags: readonly string[]): Promise<Answer> {
  const script = join(compiledProduct(), 'scripts/verify.js');
  const env = { PATH: process.env['PATH'], MONGODB_URI: '', ...environment };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [script, ...flags], { env, cwd: tmpdir() }, (_, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err });
    });
  });
}

it('says that a record is sound, and where a hash from a receipt stands', async () => {
  const answer = await verify({ DATA_DIR: dataDir }, '--head', head);
  expect(answer).toMatchObject({ code: 0, err: '' });
  expect(answer.out.split('\n')).toEqual([
    `ok     counter/x: 3 commits, head ${head}`,
    'ok     The hash is the head: commit 3 of counter/x.',
    'The record is sound: 3 commits in 1 stream.',
    '',
  ]);
});

it('ends with 1 when a hash is not there', async () => {
  const answer = await verify({ DATA_DIR: dataDir }, '--head', '0'.repeat(64));
  expect(answer.code).toBe(1);
  expect(answer.out).toContain('FAULT  No commit has the hash you asked for');
});

it('ends with 2 and says what to do while a bot runs on the data directory, or when there is none', async () => {
  const bot = await openStore({ dataDir, stamp: 'local', ids: randomUUID });
  const held = await verify({ DATA_DIR: dataDir });
  await bot.close();
  expect(held.code).toBe(2);
  expect(held.err).toContain('is in use by a running Trinvis. Stop that one first');
  const nowhere = await verify({ DATA_DIR: join(dataDir, 'nowhere') });
  expect(nowhere.code).toBe(2);
  expect(nowhere.err).toContain('There is no data directory');
});

it('ends with 2 when the database is away, without showing its address', async () => {
  const uri = 'mongodb://someone:secret@127.0.0.1:1/x?serverSelectionTimeoutMS=100';
  const answer = await verify({ MONGODB_URI: uri });
  expect(answer.code).toBe(2);
  expect(answer.err).toContain('The database did not answer');
  expect(answer.err + answer.out).not.toContain('secret');
});
