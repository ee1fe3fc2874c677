import fs from 'node:fs';
import { maxFileBytes, resolveInside } from './read-inside.ts';

/**
 * `readInside` for whoever reads many files: into the same memory again and again. What Node takes for each file it gives
 * back late, and a hundred megabytes lie about.
 */
export function fileReader(root: string): (relative: string) => string | undefined {
  let room: Buffer | undefined;
  return (relative) => {
    try {
      const file = resolveInside(root, relative);
      const stat = file === undefined ? undefined : fs.statSync(file, { throwIfNoEntry: false });
      if (file === undefined || stat?.isFile() !== true || stat.size > maxFileBytes) return undefined;
      room ??= Buffer.allocUnsafeSlow(maxFileBytes + 1);
      const bytes = room.subarray(0, readInto(room, file, stat.size + 1));
      return bytes.length > maxFileBytes || bytes.includes(0) ? undefined : bytes.toString('utf8');
    } catch {
      return undefined; // it went meanwhile, or may not be read
    }
  };
}

/** How much was read: all there is, or as much as there is room for. One call does for a file that is as long as it was said to be. */
function readInto(room: Buffer, file: string, expected: number): number {
  const opened = fs.openSync(file, 'r');
  try {
    let length = fs.readSync(opened, room, 0, expected, null);
    if (length === expected - 1) return length;
    for (let count = -1; count !== 0; length += count) count = fs.readSync(opened, room, length, room.length - length, null);
    return length;
  } finally {
    fs.closeSync(opened);
  }
}
