import fs from 'node:fs';
import path from 'node:path';
import { resolveInside } from './read-inside.ts';

/** Larger ones are not held in memory. */
const maxReportBytes = 256 * 1024 * 1024;

/** A file that a program wrote for others to read, which may be larger than what a person writes. */
export type ReportFile = { kind: 'read'; text: string; writtenMs: number } | { kind: 'missing' | 'no-file' | 'too-large' };

/** Reads a report inside `root`, a real path. `no-file`: a folder, a pipe, what we may not read, a link to nowhere or out of `root`. */
export function readReport(root: string, relative: string): ReportFile {
  try {
    const wanted = path.resolve(root, relative);
    if (fs.lstatSync(wanted, { throwIfNoEntry: false }) === undefined) return { kind: 'missing' };
    const file = resolveInside(root, relative);
    if (file === undefined) return { kind: 'no-file' };
    const stat = fs.lstatSync(file);
    if (!stat.isFile()) return { kind: 'no-file' };
    if (stat.size > maxReportBytes) return { kind: 'too-large' };
    return { kind: 'read', text: fs.readFileSync(file, 'utf8'), writtenMs: stat.mtimeMs };
  } catch (error) {
    return { kind: error instanceof Error && 'code' in error && error.code === 'EACCES' ? 'no-file' : 'missing' };
  }
}

/** When a file inside `root` was last written, in milliseconds since the Unix epoch. */
export function modifiedMs(root: string, relative: string): number | undefined {
  const file = resolveInside(root, relative);
  return file === undefined ? undefined : fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}
