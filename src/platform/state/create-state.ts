import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { makeFolders } from './make-folders.ts';

/** `there`: somebody was first, and the file is as it was. `refused`: the system does not let us write there. */
export type Created = 'made' | 'there' | 'refused';

/** What missing rights, a sandbox, a read-only disk and a file system that takes no folders say. */
const refusals: readonly string[] = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'];

/**
 * Makes a file that must not be there yet, whole and in one step: of several writers one wins, and no reader sees half of it,
 * not even when the writer is killed.
 */
export function createState(file: string, text: string): Created {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    makeFolders(path.dirname(file));
    fs.writeFileSync(temporary, text, { flag: 'wx', mode: 0o600, flush: true });
    return link(temporary, file);
  } catch (error) {
    const code = codeOf(error);
    if (code !== undefined && refusals.includes(code)) return 'refused';
    throw error;
  } finally {
    remove(temporary);
  }
}

function link(from: string, to: string): Created {
  try {
    fs.linkSync(from, to);
    return 'made';
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'there';
    return copy(from, to); // a file system without hard links
  }
}

function copy(from: string, to: string): Created {
  try {
    fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL);
    return 'made';
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return 'there';
    throw error;
  }
}

function remove(temporary: string): void {
  try {
    fs.rmSync(temporary, { force: true });
  } catch {
    // where nothing may be written, nothing was
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
