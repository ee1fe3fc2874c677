import fs from 'node:fs';
import path from 'node:path';

const quietly = { throwIfNoEntry: false } as const;

/** A file written so shortly before may be written again without its times showing it: file systems tick in up to 10 ms. */
const tickMs = 100;

/**
 * What changes whenever a file is written, replaced or renamed: size, times and inode. Empty where that cannot be relied
 * on, because the file is missing or was written just now.
 */
export function fileStamp(root: string, relative: string): string {
  const stat = statQuietly(path.join(root, relative));
  if (stat === undefined || Math.max(stat.mtimeMs, stat.ctimeMs) > Date.now() - tickMs) return '';
  return `${stat.size}:${stat.mtimeMs}:${stat.ctimeMs}:${stat.ino}`;
}

/** The same for all that lies under some folders: changes when a file comes, goes, or is written. Links are not followed. */
export function foldersStamp(folders: readonly string[]): string {
  return folders.map((folder) => stampsIn(folder, '')).join('\n');
}

function stampsIn(folder: string, prefix: string): string {
  let stamps = '';
  for (const entry of entriesOf(folder)) {
    const file = `${folder}/${entry.name}`;
    stamps += entry.isDirectory() ? stampsIn(file, `${prefix}${entry.name}/`) : `${prefix}${entry.name} ${stampOf(file)}\n`;
  }
  return stamps;
}

function entriesOf(folder: string): fs.Dirent[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}

/** What was written just now is stamped by the clock, so that it never equals anything kept. */
function stampOf(file: string): string {
  return fileStamp('', file) || `new ${process.hrtime.bigint()}`;
}

function statQuietly(file: string): fs.Stats | undefined {
  try {
    return fs.statSync(file, quietly);
  } catch {
    return undefined;
  }
}
