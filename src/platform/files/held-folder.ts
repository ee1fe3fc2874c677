import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** A folder in somebody else's hands: what lies in it may be made to lead astray, and may change while we look. */
export interface HeldFolder {
  /** Names of what lies in it, sorted. */
  names(): string[];
  /** A plain file that has one name; links, pipes, folders and what is larger than `maxBytes` are refused with the reason. */
  read(name: string, maxBytes: number): { kind: 'read'; text: string } | { kind: 'missing' } | { kind: 'refused'; reason: string };
  /** Puts a whole file in its place in one step; a link of that name is replaced, never followed. */
  write(name: string, text: string): void;
  /** What cannot be removed, such as a folder, stays. */
  remove(name: string): void;
  close(): void;
}

/**
 * Opens the folder that the names lead to below `root` (a real path), none of them a link; undefined where there is none.
 * On Linux it is held by its descriptor: another folder that is put in its place meanwhile changes nothing.
 */
export function holdFolder(root: string, names: readonly string[], options: { make?: boolean } = {}): HeldFolder | undefined {
  let held = openFolder(root);
  for (const name of names) {
    const next = held === undefined ? undefined : stepInto(held, name, options.make === true);
    held?.close();
    held = next;
  }
  return held === undefined ? undefined : operations(held);
}

interface Opened {
  /** What files in it are reached by. */
  path: string;
  close(): void;
}

function stepInto(held: Opened, name: string, make: boolean): Opened | undefined {
  const folder = path.join(held.path, name);
  if (make && fs.lstatSync(folder, { throwIfNoEntry: false }) === undefined) fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  return openFolder(folder);
}

/** Undefined also where we may not enter it: whoever holds the folder can take the right away, and must stop nobody by that. */
function openFolder(folder: string): Opened | undefined {
  try {
    return open(folder);
  } catch {
    return undefined; // no rights, or it went meanwhile
  }
}

function open(folder: string): Opened | undefined {
  if (fs.lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return undefined;
  fs.accessSync(folder, fs.constants.R_OK | fs.constants.X_OK);
  const descriptor = process.platform === 'linux' ? openDescriptor(folder) : undefined;
  if (descriptor === undefined) return { path: folder, close: () => {} };
  return { path: `/proc/self/fd/${descriptor}`, close: () => fs.closeSync(descriptor) };
}

/** Undefined where the system has no `/proc` for us. */
function openDescriptor(folder: string): number | undefined {
  const { O_DIRECTORY, O_NOFOLLOW, O_RDONLY } = fs.constants;
  const descriptor = fs.openSync(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  if (fs.existsSync(`/proc/self/fd/${descriptor}/.`)) return descriptor;
  fs.closeSync(descriptor);
  return undefined;
}

function operations({ path: folder, close }: Opened): HeldFolder {
  return {
    names: () => fs.readdirSync(folder).sort(),
    read: (name, maxBytes) => readPlain(path.join(folder, name), maxBytes),
    write: (name, text) => {
      const temporary = path.join(folder, `.${name}.${randomBytes(6).toString('hex')}.tmp`);
      try {
        fs.writeFileSync(temporary, text, { flag: 'wx', mode: 0o600 });
        fs.renameSync(temporary, path.join(folder, name));
      } finally {
        fs.rmSync(temporary, { force: true });
      }
    },
    remove: (name) => {
      try {
        fs.unlinkSync(path.join(folder, name));
      } catch {
        // it is gone, or a folder: those who put it there may keep it
      }
    },
    close,
  };
}

function readPlain(file: string, maxBytes: number): ReturnType<HeldFolder['read']> {
  const looked = fs.lstatSync(file, { throwIfNoEntry: false }); // the folder may be entered: that was asked when it was opened
  if (looked === undefined) return { kind: 'missing' };
  if (!looked.isFile()) return { kind: 'refused', reason: 'it is a link, or no plain file' };
  let descriptor: number;
  try {
    const { O_NOFOLLOW = 0, O_NONBLOCK = 0, O_RDONLY } = fs.constants; // Windows has neither
    descriptor = fs.openSync(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch {
    return { kind: 'refused', reason: 'it cannot be opened' };
  }
  try {
    const stat = fs.fstatSync(descriptor);
    if (!stat.isFile()) return { kind: 'refused', reason: 'it is no plain file' };
    if (stat.nlink !== 1) return { kind: 'refused', reason: 'it has a second name elsewhere (a hard link)' };
    return readAtMost(descriptor, maxBytes);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** It may grow while it is read. */
function readAtMost(descriptor: number, maxBytes: number): ReturnType<HeldFolder['read']> {
  const bytes = Buffer.alloc(maxBytes + 1);
  let length = 0;
  for (let count = -1; count !== 0 && length < bytes.length; length += count) {
    count = fs.readSync(descriptor, bytes, length, bytes.length - length, null);
  }
  if (length > maxBytes) return { kind: 'refused', reason: `it is larger than ${maxBytes} bytes` };
  return { kind: 'read', text: bytes.toString('utf8', 0, length) };
}
