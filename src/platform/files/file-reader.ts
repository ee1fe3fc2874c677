import fs from 'node:fs';
import { maxFileBytes, resolveInside } from './read-inside.ts';

/**
 * `readInside` for whoever reads many files: into the same memory again and again. What Node takes for each file it gives
 * back late, and a hundred megabytes lie about.
 */
export function fileReader(root: string): (relative: string) => string | undefined {
  let room: Buffer | undefined;
  return (relative) => {
    const file = resolveInside(root, relative);
    const stat = file === undefined ? undefined : fs.statSync(file, { throwIfNoEntry: false });
    if (file === undefined || stat?.isFile() !== true || stat.size > maxFileBytes) return undefined;
    room ??= Buffer.allocUnsafeSlow(maxFileBytes + 1);
    const length = readInto(room, file);
    const bytes = room.subarray(0, length);
    return length > maxFileBytes || bytes.includes(0) ? undefined : bytes.toString('utf8');
  };
}

/** How much was read: all there is, or as much as there is room for. */
function readInto(room: Buffer, file: string): number {
  const opened = fs.openSync(file, 'r');
  try {
    let length = 0;
    for (let count = -1; count !== 0; length += count) count = fs.readSync(opened, room, length, room.length - length, null);
    return length;
  } finally {
    fs.closeSync(opened);
  }
}
