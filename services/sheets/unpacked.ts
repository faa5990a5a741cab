// Looks at how large a spreadsheet is once it is unpacked, before anything reads it: a small file can be made to fill the
// memory. Knows the zip container only; what is inside is for whoever reads it.
import { inflateRawSync } from 'node:zlib';

/** A sheet of 500 nominations with every reason at its longest is 12 MB unpacked. */
const UNPACKED_MAX = 32 * 1024 * 1024;
/** A workbook of one sheet has about ten parts. */
const PARTS_MAX = 100;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const STORED = 0;
const DEFLATED = 8;

/** True when `file` is a zip whose parts together stay within the limits; false for anything else. Never throws. */
export function unpacksWithin(file: Buffer, max = UNPACKED_MAX): boolean {
  try {
    const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
    if (end < 0 || file.readUInt32LE(end) !== END) return false;
    const parts = file.readUInt16LE(end + 10);
    if (parts > PARTS_MAX) return false;
    let at = file.readUInt32LE(end + 16);
    let left = max;
    for (let part = 0; part < parts; part += 1) {
      if (file.readUInt32LE(at) !== ENTRY) return false;
      left -= unpackedSize(file, at, left);
      if (left < 0) return false;
      at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
    }
    return true;
  } catch {
    return false;
  }
}

/** The true size, by unpacking: what the directory says may be a lie. Throws beyond `max`, or when it cannot be unpacked. */
function unpackedSize(file: Buffer, entry: number, max: number): number {
  const method = file.readUInt16LE(entry + 10);
  const packed = file.readUInt32LE(entry + 20);
  const local = file.readUInt32LE(entry + 42);
  const from = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
  if (from + packed > file.length) throw new RangeError('a part ends outside the file');
  if (method === STORED) return packed;
  if (method !== DEFLATED) throw new RangeError('an unknown way of packing');
  return inflateRawSync(file.subarray(from, from + packed), { maxOutputLength: Math.max(1, max) }).length;
}
