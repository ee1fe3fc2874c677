import fs from 'node:fs';
import path from 'node:path';
import { maxFileBytes, resolveInside } from './read-inside.ts';

/**
 * `readInside` for whoever reads many files: into the same memory again and again. What Node takes for each file it gives
 * back late, and a hundred megabytes lie about.
 */
export function fileReader(root: string): (relative: string) => string | undefined {
  const open = opener(root);
  let room: Buffer | undefined;
  return (relative) => {
    try {
      const opened = open(relative);
      if (opened === undefined) return undefined;
      try {
        const stat = fs.fstatSync(opened);
        if (!stat.isFile() || stat.size > maxFileBytes) return undefined;
        room ??= Buffer.allocUnsafeSlow(maxFileBytes + 1);
        const bytes = room.subarray(0, readInto(room, opened, stat.size + 1));
        return bytes.length > maxFileBytes || bytes.includes(0) ? undefined : bytes.toString('utf8');
      } finally {
        fs.closeSync(opened);
      }
    } catch {
      return undefined; // it went meanwhile, or may not be read
    }
  };
}

/** So long where a folder leads is taken for what it was. */
const folderMs = 500;

/**
 * Opens a file that lies in `root`, links followed. Where its folder leads is not asked for each file anew; that it is no link itself is
 * told while it is opened. A pipe does not hold us up.
 */
function opener(root: string): (relative: string) => number | undefined {
  const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = fs.constants;
  const follow = (relative: string) => {
    const file = resolveInside(root, relative);
    return file === undefined || !fs.statSync(file).isFile() ? undefined : fs.openSync(file, O_RDONLY);
  };
  if (typeof O_NOFOLLOW !== 'number') return follow; // Windows has none
  let folder: { name: string; real: string | undefined; since: number } | undefined;
  return (relative) => {
    const name = path.dirname(relative);
    const now = performance.now();
    if (folder?.name !== name || now - folder.since > folderMs) folder = { name, real: resolveInside(root, name), since: now };
    if (folder.real === undefined) return undefined;
    try {
      return fs.openSync(`${folder.real}/${path.basename(relative)}`, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    } catch {
      return follow(relative);
    }
  };
}

/** How much was read: all there is, or as much as there is room for. One call does for a file that is as long as it was said to be. */
function readInto(room: Buffer, opened: number, expected: number): number {
  let length = fs.readSync(opened, room, 0, expected, null);
  if (length === expected - 1) return length;
  for (let count = -1; count !== 0; length += count) count = fs.readSync(opened, room, length, room.length - length, null);
  return length;
}
