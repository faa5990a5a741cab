// Owns `npm run verify [-- --head HASH]`: reads the record where MONGODB_URI or DATA_DIR says and tells whether it is sound.
// Exit code 0 when it is, 1 when something is wrong, 2 when the record could not be read. Writes nothing.
import { Command } from 'commander';
import { config } from 'dotenv';
import { recountRound } from '../services/record/recount-round';
import { reportLines } from '../services/record/verify-report';
import { verifyRecord } from '../services/record/verify';
import { calendarOf } from '../services/schedule/calendar';
import { openRecord } from '../services/store/open-record';

interface Flags {
  readonly head?: string;
}

async function run({ head }: Flags): Promise<number> {
  config({ quiet: true });
  const uri = process.env['MONGODB_URI'];
  const dataDir = process.env['DATA_DIR'];
  const record = await openRecord({
    uri: uri === undefined || uri === '' ? undefined : uri,
    dataDir: dataDir === undefined || dataDir === '' ? '.data' : dataDir,
  });
  try {
    const report = await verifyRecord(record, {
      recompute: { round: recountRound(calendarOf) },
      ...(head === undefined ? {} : { head: head.trim().toLowerCase() }),
    });
    for (const line of reportLines(report)) console.log(line);
    return report.sound && report.anchor?.kind !== 'unknown' ? 0 : 1;
  } finally {
    await record.close();
  }
}

async function main(): Promise<void> {
  const program = new Command('verify')
    .description('Checks every commit of the record, the chain between them, the texts they refer to and the results.')
    .option('--head <hash>', 'a hash from a card, a receipt or a minute: tells where it stands in the record')
    .parse();
  try {
    process.exitCode = await run(program.opts<Flags>());
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 2;
  }
}

void main();
