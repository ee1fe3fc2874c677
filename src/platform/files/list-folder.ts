import fs from 'node:fs';
import path from 'node:path';

/** Paths of all files under a folder, relative to it, with forward slashes, sorted; none where it is missing. Links are listed, not followed. */
export function listFolder(folder: string): string[] {
  return fs.existsSync(folder) ? listInto(folder, '').sort() : [];
}

/** By hand: Node's own recursive listing walks through links to folders, out of the repository and round in circles. */
function listInto(folder: string, prefix: string): string[] {
  return fs.readdirSync(path.join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const relative = `${prefix}${entry.name}`;
    return entry.isDirectory() ? listInto(folder, `${relative}/`) : [relative];
  });
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
