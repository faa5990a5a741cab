// Where a fault is tried: a folder that vanishes afterwards and a local Teams in this process. Knows nothing of the fault.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocalTeams, type LocalTeams } from '../../services/local/teams/local-teams';

/** Both are gone when `work` has ended, however it ends. */
export async function onGround<Result>(
  name: string,
  work: (folder: string, teams: LocalTeams) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), `trinvis-${name}-`));
  const teams = await startLocalTeams({ port: 0, token: `faults-${name}-token-01`, bots: [] });
  try {
    return await work(folder, teams);
  } finally {
    await teams.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
