import fs from 'node:fs';
import { compareText } from '#kernel/compare-text.ts';
import { entriesOf } from './folder-entries.ts';

const quietly = { throwIfNoEntry: false } as const;

/** A file written so shortly before may be written again without its times showing it: file systems tick in up to 10 ms. */
const tickMs = 100;
/** The same where both times are whole seconds, as on file systems that tell no more: FAT ticks every two. */
const coarseTickMs = 2_100;

/** What changes whenever a file is written, replaced or renamed. */
export interface FileStamp {
  size: number;
  mtimeMs: number;
  ctimeMs: number;
  ino: number;
}

/** The stamp of a file, links followed; undefined where there is none. */
export function readStamp(file: string): FileStamp | undefined {
  try {
    return fs.statSync(file, quietly);
  } catch {
    return undefined;
  }
}

/** Whether a stamp can be relied on: that of a file which was written just now can not. */
export function isSettled(stamp: FileStamp): boolean {
  return isSettledAt(stamp, Date.now());
}

/** The same of a time in milliseconds since the Unix epoch. */
export function isSettledAt({ ctimeMs, mtimeMs }: FileStamp, timeMs: number): boolean {
  const isCoarse = mtimeMs % 1000 === 0 && ctimeMs % 1000 === 0;
  return Math.max(mtimeMs, ctimeMs) <= timeMs - (isCoarse ? coarseTickMs : tickMs);
}

/** One text for all that lies under some folders: changes when a file comes, goes, or is written. Links are not followed. */
export function foldersStamp(folders: readonly string[]): string {
  return folders.map((folder) => stampsIn(folder, '')).join('\n');
}

function stampsIn(folder: string, prefix: string): string {
  let stamps = '';
  for (const entry of entriesOf(folder).sort((a, b) => compareText(a.name, b.name))) {
    const file = `${folder}/${entry.name}`;
    if (entry.isDirectory()) stamps += stampsIn(file, `${prefix}${entry.name}/`);
    else stamps += `${prefix}${entry.name} ${fileStamp(file)}\n`;
  }
  return stamps;
}

/**
 * One text for a file or folder, links followed. What was written after `timeMs` (milliseconds since the Unix epoch), or just before, is
 * stamped by the clock, so that it never equals anything kept.
 */
export function fileStamp(file: string, timeMs = Date.now()): string {
  return settledStamp(file, timeMs) ?? `new ${process.hrtime.bigint()}`;
}

/** The same, but undefined for what was written so late. */
export function settledStamp(file: string, timeMs: number): string | undefined {
  const stamp = readStamp(file);
  if (stamp === undefined) return 'missing';
  return isSettledAt(stamp, timeMs) ? stampText(stamp) : undefined;
}

/** The same for the same stamp. */
export function stampText({ ctimeMs, ino, mtimeMs, size }: FileStamp): string {
  return `${size}:${mtimeMs}:${ctimeMs}:${ino}`;
}
