import fs from 'node:fs';
import path from 'node:path';
import { temporaryBeside } from './temporary-file.ts';
import { openTarget } from './write-files.ts';

/** Writes a file that must not be there yet, whole and in one step; false where it is. `relative` may not lead out of `root`. */
export function createFile(root: string, relative: string, text: string): boolean {
  const target = openTarget(root, relative);
  if (target.text !== undefined) return false;
  fs.mkdirSync(path.dirname(target.real), { recursive: true });
  const temporary = temporaryBeside(target.real);
  try {
    fs.writeFileSync(temporary, text);
    fs.linkSync(temporary, target.real); // unlike a rename it never takes the place of what came meanwhile
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(temporary, { force: true });
  }
}
