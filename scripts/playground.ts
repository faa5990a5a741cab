// Owns `npm run playground`: the bot without credentials beside Microsoft's Agents Playground, where the person has it. The
// Playground is neither a dependency nor shipped: its licence is for evaluation.
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { packageRoot } from '../bot/packageRoot';

/** The Playground's own usual port, and ours. */
const playgroundPort = 56_150;
const botPort = Number(process.env['PORT'] ?? '3978');

const notThere = `Microsoft's Agents Playground is not on this machine. With its licence accepted:

    npm install --global @microsoft/m365agentsplayground

and try again. Without it: npm start, which brings a local Teams of its own.
`;

/** Whether a command is found on PATH; nothing is started to find out. */
function isInstalled(command: string): boolean {
  const names = process.platform === 'win32' ? [`${command}.cmd`, `${command}.exe`] : [command];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.some((folder) => names.some((name) => isExecutable(join(folder, name))));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function run(): void {
  if (!isInstalled('agentsplayground')) {
    process.stderr.write(notThere);
    process.exitCode = 1;
    return;
  }
  const definition = join(packageRoot(), 'data', 'playground', 'definition.json');
  const env = {
    ...process.env,
    PORT: String(botPort),
    DATA_DIR: process.env['DATA_DIR'] ?? '.data-playground',
    // A round in which everything is open from the first day: the Playground's clock cannot be moved.
    DEFINITION_FILES: [definition, process.env['DEFINITION_FILES'] ?? ''].filter((file) => file !== '').join(','),
    PLAYGROUND_URL: `http://localhost:${playgroundPort}/_connector`,
    // The Playground reports home unless it is told not to.
    APPLICATION_INSIGHTS_NO_STATSBEAT: '1',
  };
  const bot = spawn(process.execPath, [join(packageRoot(), 'dist', 'bot', 'index.js')], { env, stdio: 'inherit' });
  const flags = ['--channel-id', 'msteams', '--port', String(playgroundPort), '--disable-telemetry'];
  const endpoint = `http://127.0.0.1:${botPort}/api/messages`;
  const shell = process.platform === 'win32';
  const beside = spawn('agentsplayground', ['--app-endpoint', endpoint, ...flags], { env, stdio: 'inherit', shell });
  endTogether([bot, beside]);
}

/** Either alone is of no use. */
function endTogether(children: readonly ChildProcess[]): void {
  const end = (): void => {
    for (const child of children) if (child.exitCode === null) child.kill('SIGTERM');
  };
  for (const child of children) child.once('exit', end);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
}

run();
