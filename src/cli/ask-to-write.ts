import type { Io } from './command.ts';
import { confirm } from './confirm.ts';

/** The options of a command that changes files of the repository. */
export interface WriteOptions {
  yes?: true;
  dryRun?: true;
}

/** `write`, or the exit code of a command that leaves everything as it is. */
export async function askToWrite(options: WriteOptions, io: Io, files: number): Promise<'write' | 0 | 2> {
  const what = countFiles(files);
  if (options.dryRun) {
    io.stdout.write(`Nothing was changed (--dry-run): it would be ${what}.\n`);
    return 0;
  }
  if (options.yes) return 'write';
  const answer = await confirm(io, `Change ${what}?`);
  if (answer === 'yes') return 'write';
  if (answer === 'no') {
    io.stdout.write('Nothing was changed.\n');
    return 0;
  }
  io.stderr.write('Nothing was changed: there is no terminal to ask. Pass --yes to go on, or --dry-run to only look.\n');
  return 2;
}

export function countFiles(files: number): string {
  return files === 1 ? '1 file' : `${files} files`;
}
