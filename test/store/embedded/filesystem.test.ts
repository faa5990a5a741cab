/** Which file systems data may lie on. */
import { mountNameOf, networkFileSystem } from '../../../services/store/embedded/storage/filesystem';

const MOUNTINFO = [
  '22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw',
  '30 22 0:50 / /mnt/team rw shared:9 - fuse.sshfs user@host:/ rw',
  '31 22 0:51 / /mnt/team/local rw shared:9 - ext4 /dev/vdb1 rw',
  '32 22 0:52 / /mnt/with\\040space rw shared:9 - fuseblk /dev/sdb1 rw',
].join('\n');

test.each([
  ['/data', 'ext4'],
  ['/mnt/team', 'fuse.sshfs'],
  ['/mnt/team/x', 'fuse.sshfs'],
  ['/mnt/team/local/x', 'ext4'],
  ['/mnt/teamwork', 'ext4'],
  ['/mnt/with space/x', 'fuseblk'],
])('%s lies on %s', (path, expected) => {
  expect(mountNameOf(path, MOUNTINFO)).toBe(expected);
});

const FUSE = 0x65735546;

test.each([
  ['ext4', 0xef53, undefined, undefined],
  ['overlay', 0x794c7630, undefined, undefined],
  ['tmpfs', 0x01021994, undefined, undefined],
  ['nfs', 0x6969, undefined, 'nfs'],
  ['cifs', 0xff534d42, undefined, 'cifs'],
  ['9p', 0x01021997, undefined, '9p'],
  ['sshfs', FUSE, 'fuse.sshfs', 'fuse.sshfs'],
  ['an unnamed fuse', FUSE, undefined, 'fuse'],
  ['ntfs on a disk', FUSE, 'fuseblk', undefined],
])('%s', (_name, type, name, expected) => {
  expect(networkFileSystem({ type, name })).toBe(expected);
});
