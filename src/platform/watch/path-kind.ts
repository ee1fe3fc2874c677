import fs from 'node:fs';

/** What lies at a path inside a root, links not followed. */
export function pathKind(root: string, relative: string): 'file' | 'folder' | 'other' | 'missing' {
  try {
    const stat = fs.lstatSync(`${root}/${relative}`, { throwIfNoEntry: false });
    if (stat === undefined) return 'missing';
    if (stat.isFile()) return 'file';
    return stat.isDirectory() ? 'folder' : 'other';
  } catch {
    return 'missing'; // a folder on its way is a file now
  }
}
