import fs from 'node:fs';
import { resolveInside } from './read-inside.ts';

/** Whether a path inside `root`, a real path, leads to a folder that is inside as well. */
export function isFolder(root: string, relative: string): boolean {
  const real = resolveInside(root, relative);
  return real !== undefined && fs.statSync(real, { throwIfNoEntry: false })?.isDirectory() === true;
}
