import fs from 'node:fs';
import path from 'node:path';

/** One by one: Node's own way never ends below a folder that answers ENOENT to a new one, as `/proc` does, and says ENOENT for EROFS. */
export function makeFolders(folder: string): void {
  if (fs.statSync(folder, { throwIfNoEntry: false }) !== undefined) return;
  makeFolders(path.dirname(folder));
  try {
    fs.mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
