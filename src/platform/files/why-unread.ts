import fs from 'node:fs';
import path from 'node:path';
import { readStart } from './read-first-line.ts';
import { maxFileBytes } from './read-inside.ts';

/** Why a file that `readInside` gives no text of may be text all the same; undefined where it is none, or not there. */
export function whyUnread(root: string, relative: string): string | undefined {
  try {
    const file = path.join(root, relative);
    const stat = fs.lstatSync(file);
    if (!stat.isFile()) return undefined;
    const start = readStart(file, 8_000);
    if (start === undefined) return 'we may not read it';
    return stat.size > maxFileBytes && !start.includes('\0') ? 'it is larger than 2 MiB' : undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EACCES' ? 'we may not read its folder' : undefined;
  }
}
