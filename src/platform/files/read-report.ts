import fs from 'node:fs';
import { resolveInside } from './read-inside.ts';

/** Larger ones are not held in memory. */
const maxReportBytes = 256 * 1024 * 1024;

/** A file that a program wrote for others to read, which may be larger than what a person writes. */
export type ReportFile = { kind: 'read'; text: string; writtenMs: number } | { kind: 'missing' | 'too-large' };

/** Reads a report inside `root`, a real path; a link that leads out of it counts as missing. */
export function readReport(root: string, relative: string): ReportFile {
  const file = resolveInside(root, relative);
  const stat = file === undefined ? undefined : fs.statSync(file, { throwIfNoEntry: false });
  if (file === undefined || stat === undefined || !stat.isFile()) return { kind: 'missing' };
  if (stat.size > maxReportBytes) return { kind: 'too-large' };
  return { kind: 'read', text: fs.readFileSync(file, 'utf8'), writtenMs: stat.mtimeMs };
}

/** When a file inside `root` was last written, in milliseconds since the Unix epoch. */
export function modifiedMs(root: string, relative: string): number | undefined {
  const file = resolveInside(root, relative);
  return file === undefined ? undefined : fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}
