/**
 * Refuses data directories on network file systems, where neither memory maps nor locks hold what lmdb needs of them.
 * Owns the lists; must not create anything.
 */
import { readFileSync, realpathSync, statfsSync } from 'node:fs';
import { platform } from 'node:os';
import { EmbeddedServerError } from '../errors';

/** statfs(2) types of network file systems on Linux (linux/magic.h and the file systems' own sources). */
const NETWORK_TYPES = new Map<number, string>([
  [0x6969, 'nfs'],
  [0x517b, 'smb'],
  [0xfe534d42, 'smb2'],
  [0xff534d42, 'cifs'],
  [0x01021997, '9p'],
  [0x5346414f, 'afs'],
  [0x6b414653, 'afs'],
  [0x73757245, 'coda'],
  [0x00c36400, 'ceph'],
  [0x0bd00bd0, 'lustre'],
  [0x564c, 'ncp'],
]);

/** FUSE says nothing of what is behind it; only block devices (ntfs, exfat) are known to be local. */
const FUSE_TYPE = 0x65735546;
const LOCAL_FUSE = new Set(['fuseblk']);

export interface MountFacts {
  /** statfs's type, as an unsigned number. */
  readonly type: number;
  /** The type by name from /proc/self/mountinfo, if found. */
  readonly name: string | undefined;
}

/** The name of the network file system these facts speak of, or undefined for a local one. */
export function networkFileSystem(facts: MountFacts): string | undefined {
  const network = NETWORK_TYPES.get(facts.type);
  if (network !== undefined) return network;
  if (facts.type !== FUSE_TYPE) return undefined;
  return facts.name !== undefined && LOCAL_FUSE.has(facts.name) ? undefined : (facts.name ?? 'fuse');
}

/** The file system name of the mount that holds `path`: the longest mount point that is a parent of it. */
export function mountNameOf(path: string, mountinfo: string): string | undefined {
  let best = { point: '', name: undefined as string | undefined };
  for (const line of mountinfo.split('\n')) {
    const [before, after] = line.split(' - ');
    const point = before?.split(' ')[4]?.replaceAll('\\040', ' ');
    if (point === undefined || after === undefined || point.length < best.point.length) continue;
    const isParent = path === point || path.startsWith(point.endsWith('/') ? point : `${point}/`);
    if (isParent) best = { point, name: after.split(' ')[0] };
  }
  return best.name;
}

/** Refuses with DATA_DIR_ON_NETWORK. Checked on Linux by statfs and on Windows by the path; macOS is not checked. */
export function refuseNetworkFileSystem(dataDir: string): void {
  const real = realpathSync(dataDir);
  const found = platform() === 'linux' ? networkFileSystem(factsOf(real)) : windowsShare(real);
  if (found === undefined) return;
  throw new EmbeddedServerError(
    'DATA_DIR_ON_NETWORK',
    `${dataDir} lies on a network file system (${found}); choose a folder on a local disk`,
  );
}

function factsOf(path: string): MountFacts {
  const type = statfsSync(path).type >>> 0;
  // Only FUSE needs the name, and only Linux with /proc has it.
  return { type, name: type === FUSE_TYPE ? mountNameOf(path, readMountinfo()) : undefined };
}

function readMountinfo(): string {
  try {
    return readFileSync('/proc/self/mountinfo', 'utf8');
  } catch {
    return '';
  }
}

function windowsShare(path: string): string | undefined {
  return path.startsWith('\\\\') ? 'a Windows share' : undefined;
}
