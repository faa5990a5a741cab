// Owns `npm run export -- --to FOLDER [--language en]`: writes the case of every round as files, minutes first, read where
// MONGODB_URI or DATA_DIR says. Exit code 0, or 2 when something could not be read or written. Changes nothing in the record.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command, Option } from 'commander';
import { config } from 'dotenv';
import { exportRounds } from '../services/record/export/read';
import { calendarOf } from '../services/schedule/calendar';
import { systemClock } from '../services/schedule/clock';
import { openRecord } from '../services/store/open-record';

interface Flags {
  readonly to: string;
  readonly language: 'da' | 'en';
}

async function run({ to, language }: Flags): Promise<void> {
  config({ quiet: true });
  const { MONGODB_URI: uri = '', DATA_DIR: dataDir = '' } = process.env;
  const record = await openRecord({
    uri: uri === '' ? undefined : uri,
    dataDir: dataDir === '' ? '.data' : dataDir,
  });
  try {
    const rounds = await exportRounds(record, { language, calendarOf, now: systemClock.now() });
    for (const { id, name, files } of rounds) {
      for (const { path, content } of files) {
        const file = join(to, id, path);
        await mkdir(dirname(file), { recursive: true });
        // Never over what was exported before: an export is kept as it was made.
        await writeFile(file, content, { flag: 'wx' });
      }
      console.log(`${name}: ${String(files.length)} files in ${join(to, id)}`);
    }
    if (rounds.length === 0) console.log('There is no round in the record.');
  } finally {
    await record.close();
  }
}

async function main(): Promise<void> {
  const program = new Command('export')
    .description('Writes every round as files: minutes, nominations, assessments, notes, an index; interests apart.')
    .requiredOption('--to <folder>', 'where the files are written')
    .addOption(new Option('--language <language>', 'of the files').choices(['da', 'en']).default('da'))
    .parse();
  try {
    await run(program.opts<Flags>());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}

void main();
