import fs from 'node:fs';
import path from 'node:path';
import { makeFolders } from './make-folders.ts';

/** Text of a file we keep ourselves; undefined where there is none. */
export function readState(file: string): string | undefined {
  return orNothing(() => fs.readFileSync(file, 'utf8'));
}

/** The same for a file that is no text. */
export function readStateBytes(file: string): Buffer | undefined {
  return orNothing(() => fs.readFileSync(file));
}

function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Replaces a file in one step: a reader sees what was there or what comes, never half of it. */
export function writeState(file: string, content: string | Buffer): void {
  const temporary = `${file}.${process.pid}.tmp`;
  makeFolders(path.dirname(file));
  fs.writeFileSync(temporary, content, { mode: 0o600 });
  fs.renameSync(temporary, file);
}
