import fs from 'node:fs';
import path from 'node:path';
import { maxFileBytes, resolveInside } from './read-inside.ts';

/**
 * `readInside` for whoever reads many files: into the same memory again and again. What Node takes for each file it gives
 * back late, and a hundred megabytes lie about. `onOpened` hears of each file that is no link, before it is read.
 */
export function fileReader(root: string, onOpened?: (relative: string, stat: fs.Stats) => void): (relative: string) => string | undefined {
  const open = opener(root);
  let room: Buffer | undefined;
  return (relative) => {
    try {
      const opened = open(relative);
      if (opened === undefined) return undefined;
      const { descriptor } = opened;
      try {
        const stat = fs.fstatSync(descriptor);
        if (!stat.isFile()) return undefined;
        if (!opened.isLinked) onOpened?.(relative, stat);
        if (stat.size > maxFileBytes) return undefined;
        room ??= Buffer.allocUnsafeSlow(maxFileBytes + 1);
        const bytes = room.subarray(0, readInto(room, descriptor, stat.size + 1));
        return bytes.length > maxFileBytes || bytes.includes(0) ? undefined : bytes.toString('utf8');
      } finally {
        fs.closeSync(descriptor);
      }
    } catch {
      return undefined; // it went meanwhile, or may not be read
    }
  };
}

/** So long where a folder leads is taken for what it was. */
const folderMs = 500;

interface Opened {
  descriptor: number;
  /** Whether its path may lead over a link. */
  isLinked: boolean;
}

/**
 * Opens a file that lies in `root`, links followed. Where its folder leads is not asked for each file anew; that it is no link itself is
 * told while it is opened. A pipe does not hold us up.
 */
function opener(root: string): (relative: string) => Opened | undefined {
  const { O_NOFOLLOW, O_NONBLOCK, O_RDONLY } = fs.constants;
  const follow = (relative: string): Opened | undefined => {
    const file = resolveInside(root, relative);
    return file === undefined || !fs.statSync(file).isFile() ? undefined : { descriptor: fs.openSync(file, O_RDONLY), isLinked: true };
  };
  if (typeof O_NOFOLLOW !== 'number') return follow; // Windows has none
  const realFolder = folderFinder(root);
  return (relative) => {
    const slash = relative.lastIndexOf('/');
    const folder = realFolder(slash < 0 ? '.' : relative.slice(0, slash) || '/');
    if (folder === undefined) return undefined;
    try {
      return { descriptor: fs.openSync(`${folder}/${relative.slice(slash + 1)}`, O_RDONLY | O_NOFOLLOW | O_NONBLOCK), isLinked: false };
    } catch {
      return follow(relative);
    }
  };
}

/** Where folders in `root` lead, links followed; undefined where that is outside. One that is no link lies where its parent does. */
function folderFinder(root: string): (relative: string) => string | undefined {
  interface Folder {
    name: string;
    real: string | undefined;
    since: number;
  }
  const known = new Map<string, Folder>();
  let last: Folder | undefined; // files are mostly asked for folder by folder
  const realFolder = (name: string): string | undefined => {
    const found = last?.name === name ? last : known.get(name);
    if (found !== undefined && performance.now() - found.since <= folderMs) return found.real;
    const parent = isPlainName(name) ? realFolder(path.dirname(name)) : undefined;
    const plain = `${parent}/${path.basename(name)}`;
    const since = performance.now();
    const real = parent !== undefined && isPlainFolder(plain) ? plain : resolveInside(root, name);
    last = { name, real, since };
    known.set(name, last);
    return real;
  };
  return realFolder;
}

/** Below `root` as far as its name goes. */
function isPlainName(name: string): boolean {
  return !(path.isAbsolute(name) || name.split(path.sep).some((part) => part === '..' || part === '.' || part === ''));
}

function isPlainFolder(file: string): boolean {
  return fs.lstatSync(file, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** How much was read: all there is, or as much as there is room for. One call does for a file that is as long as it was said to be. */
function readInto(room: Buffer, opened: number, expected: number): number {
  let length = fs.readSync(opened, room, 0, expected, null);
  if (length === expected - 1) return length;
  for (let count = -1; count !== 0; length += count) count = fs.readSync(opened, room, length, room.length - length, null);
  return length;
}
