// A writer in a process of its own: commits notes in waves of ten and prints each one after it was acknowledged.
// Started by children.ts, also to be killed in the middle.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openStore } from '../../../services/store/open';
import { add, counter } from './counter';

const waveSize = 10;

async function write(): Promise<void> {
  const { uri, dataDir, stream, prefix, count } = JSON.parse(process.argv[2] ?? '') as {
    readonly uri?: string;
    readonly dataDir: string;
    readonly stream: string;
    readonly prefix: string;
    readonly count: number;
  };
  const store = await openStore({ uri, dataDir, stamp: 'local', ids: randomUUID });
  const counters = store.streams(counter);
  for (let next = 0; next < count; next += waveSize) {
    const wave = Array.from({ length: waveSize }, (_, index) => `${prefix}${next + index}`);
    await Promise.all(
      wave.map(async (note) => {
        const outcome = await counters.execute(stream, add(note));
        // Synchronously, so that a line that was printed is one that was acknowledged, even with SIGKILL right after.
        if (outcome.kind === 'done') writeSync(1, `${note}\n`);
      }),
    );
  }
  await store.close();
}

void write();
