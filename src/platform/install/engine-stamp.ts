import path from 'node:path';
import { readStamp } from '../stamps/file-stamp.ts';

/** Changes when another version of the package is put into its folder; undefined where the folder holds none. */
export function engineStamp(folder: string): string | undefined {
  const stamp = readStamp(path.join(folder, 'dist', 'hook-first.cjs'));
  return stamp && `${stamp.size}:${stamp.mtimeMs}`;
}
