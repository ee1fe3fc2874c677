import fs from 'node:fs';
import path from 'node:path';
import { readStart } from './read-first-line.ts';

/** Larger files are not source that a person or an agent wrote. */
export const maxFileBytes = 2 * 1024 * 1024;

/**
 * Text of a file inside `root`. Undefined where there is none to check: missing, not a regular file, binary,
 * over 2 MiB, or reached by a link or `..` that leads out of `root` (which must be a real path).
 */
export function readInside(root: string, relative: string): string | undefined {
  const file = resolveInside(root, relative);
  return file === undefined ? undefined : readResolved(file);
}

/** The same for what `resolveInside` has found. */
function readResolved(file: string): string | undefined {
  try {
    const stat = fs.statSync(file);
    if (!stat.isFile() || stat.size > maxFileBytes) return undefined;
    const text = fs.readFileSync(file, 'utf8');
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined; // gone since it was found, or not ours to read
  }
}

/** Real path of `relative` (or an absolute path) when it lies inside `root`, links followed; else undefined. */
export function resolveInside(root: string, relative: string): string | undefined {
  const wanted = path.resolve(root, relative);
  try {
    // The system's own way takes a tenth of the time, but may spell `root` otherwise where case does not matter.
    return inside(root, fs.realpathSync.native(wanted)) ?? inside(root, fs.realpathSync(wanted));
  } catch {
    return undefined;
  }
}

function inside(root: string, real: string): string | undefined {
  return real === root || real.startsWith(root + path.sep) ? real : undefined;
}

/** Whether a path inside `root`, a real path, leads to a folder that is inside as well. */
export function isFolder(root: string, relative: string): boolean {
  const real = resolveInside(root, relative);
  return real !== undefined && fs.statSync(real, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** Path relative to `root` with forward slashes; undefined when it is outside, links followed. */
export function relativeInside(root: string, anyPath: string, from = root): string | undefined {
  const real = resolveInside(root, path.resolve(from, anyPath));
  return real === undefined ? undefined : relativeTo(root, real);
}

/** Both at once: the path relative to `root`, and the text, which is undefined as `readInside` says. */
export function locateAndRead(root: string, anyPath: string, from: string): { path: string; text: string | undefined } | undefined {
  const real = resolveInside(root, path.resolve(from, anyPath));
  const relative = real && relativeTo(root, real);
  return real === undefined || relative === undefined ? undefined : { path: relative, text: readResolved(real) };
}

function relativeTo(root: string, real: string): string | undefined {
  if (real === root) return undefined;
  const relative = real.slice(root.endsWith(path.sep) ? root.length : root.length + 1);
  return path.sep === '/' ? relative : relative.split(path.sep).join('/');
}

/** Why a file that `readInside` gives no text of may be text all the same; undefined where it is none, or not there. */
export function whyUnread(root: string, relative: string): string | undefined {
  try {
    const file = path.join(root, relative);
    const stat = fs.lstatSync(file);
    if (!stat.isFile()) return undefined;
    const start = readStart(file, 8_000);
    if (start === undefined) return 'we may not read it';
    if (start.includes('\0')) return saysSomething(start) ? 'it holds NUL characters, as text in UTF-16 does; save it as UTF-8' : undefined;
    return stat.size > maxFileBytes ? 'it is larger than 2 MiB' : undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EACCES' ? 'we may not read its folder' : undefined;
  }
}

/** Whether what was read as UTF-8 is text but for characters of NUL: what is none has other signs of control, or bytes that are no UTF-8. */
function saysSomething(start: string): boolean {
  const text = start.replace(/^\uFFFD{2}/, '').replaceAll('\0', ''); // the mark of UTF-16
  return text.length > start.length / 3 && !/\uFFFD|[^\P{Cc}\s]/u.test(text);
}
