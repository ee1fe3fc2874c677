import fs from 'node:fs';
import path from 'node:path';

/** Paths of all files under a folder, relative to it, with forward slashes, sorted; none where it is missing. Links are not followed. */
export function listFolder(folder: string): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

export interface FolderEntry {
  name: string;
  isFolder: boolean;
  /** Milliseconds since the Unix epoch when it was made; where the file system does not tell, when it was last written. */
  madeAt: number;
}

/** What lies directly in a folder; nothing where it is missing or may not be read. */
export function listEntries(folder: string): FolderEntry[] {
  try {
    return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
      const stat = fs.statSync(path.join(folder, entry.name), { throwIfNoEntry: false });
      return stat === undefined ? [] : [{ name: entry.name, isFolder: stat.isDirectory(), madeAt: stat.birthtimeMs || stat.mtimeMs }];
    });
  } catch {
    return [];
  }
}

/** When a file was last written, in milliseconds since the Unix epoch; undefined where it is missing. */
export function writtenAt(file: string): number | undefined {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs;
}
