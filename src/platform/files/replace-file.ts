import fs from 'node:fs';
import { temporaryBeside } from './temporary-file.ts';

/**
 * Writes a whole file wherever the person who asked wants it, in one step, so that no reader sees half of it. What is there
 * and no regular file (a pipe, `/dev/stdout`) is written to as it is.
 */
export function replaceFile(file: string, text: string): void {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (stat !== undefined && !stat.isFile()) {
    fs.writeFileSync(file, text);
    return;
  }
  const real = stat === undefined ? file : fs.realpathSync(file);
  const temporary = temporaryBeside(real);
  try {
    fs.writeFileSync(temporary, text, { flag: 'wx', ...(stat === undefined ? {} : { mode: stat.mode }) });
    fs.renameSync(temporary, real);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}
