import fs from 'node:fs';
import path from 'node:path';

/** Larger files are not source that a person or an agent wrote. */
const maxFileBytes = 2 * 1024 * 1024;

/**
 * Text of a file inside `root`. Undefined where there is none to check: missing, not a regular file, binary,
 * over 2 MiB, or reached by a link or `..` that leads out of `root` (which must be a real path).
 */
export function readInside(root: string, relative: string): string | undefined {
  const file = resolveInside(root, relative);
  if (file === undefined) return undefined;
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile() || stat.size > maxFileBytes) return undefined;
  const bytes = fs.readFileSync(file);
  return bytes.includes(0) ? undefined : bytes.toString('utf8');
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

/** Path relative to `root` with forward slashes; undefined when it is outside, links followed. */
export function relativeInside(root: string, anyPath: string, from = root): string | undefined {
  const real = resolveInside(root, path.resolve(from, anyPath));
  if (real === undefined || real === root) return undefined;
  return path.relative(root, real).split(path.sep).join('/');
}
