import fs from 'node:fs';
import path from 'node:path';
import { shortHash } from '#kernel/short-hash.ts';

/** `.<which file, hashed: its own name may be as long as names can be>.<pid>.tackroom-tmp`. */
const pattern = /^\.[0-9a-f]{16}\.(\d+)\.tackroom-tmp$/;

/** Where this process writes the new text of a file before it takes the file's place in one step. */
export function temporaryBeside(file: string): string {
  return path.join(path.dirname(file), `.${shortHash(path.basename(file))}.${process.pid}.tackroom-tmp`);
}

/** Whether a path is such a file, ours or another process's. */
export function isTemporary(file: string): boolean {
  return file.endsWith('.tackroom-tmp') && pattern.test(path.posix.basename(file));
}

/** Takes away those of these files, relative to a folder, whose writer is gone, as when it was killed half way. */
export function removeAbandoned(folder: string, files: readonly string[]): void {
  for (const file of files) {
    const pid = Number(pattern.exec(path.basename(file))?.[1]);
    if (pid > 0 && !isAlive(pid)) fs.rmSync(path.join(folder, file), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
