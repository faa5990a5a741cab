/**
 * The embedded database as a process of its own: `npm run database -- --port N [--data DIR]`. Owns the command line and
 * the signals; everything else is services/store/embedded. Listens on loopback only: it knows no passwords.
 */
import { InvalidArgumentError, program } from 'commander';
import { EmbeddedServerError } from '../services/store/embedded/errors';
import { startEmbeddedServer } from '../services/store/embedded/server';

interface Options {
  readonly port: number;
  readonly data: string;
}

const PORT_MAX = 65_535;

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > PORT_MAX) {
    throw new InvalidArgumentError(`a port is a whole number from 0 (choose one) to ${PORT_MAX}`);
  }
  return port;
}

async function main(): Promise<void> {
  program
    .name('database')
    .description('Runs the embedded database on 127.0.0.1 and prints its URI, for MONGODB_URI.')
    .option('--port <number>', 'port to listen on; 0 chooses a free one', parsePort, 0)
    .option('--data <folder>', 'where the data lie', process.env['DATA_DIR'] ?? '.data')
    .parse();
  const { port, data } = program.opts<Options>();
  const server = await startEmbeddedServer({ dataDir: data, port, host: '127.0.0.1' });
  console.log(server.uri);
  // The second signal finds no listener and ends the process at once; even then nothing acknowledged is lost.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
}

main().catch((error: unknown) => {
  if (error instanceof EmbeddedServerError) console.error(`${error.code}: ${error.message}`);
  else console.error(error);
  process.exitCode = 1;
});
