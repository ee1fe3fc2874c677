import path from 'node:path';
import { MisuseError } from '#kernel/errors.ts';
import { replaceFile } from '#platform/files/replace-file.ts';

/** Writes a report to a file; `file` is relative to `cwd`. */
export function writeReport(cwd: string, file: string, text: string): void {
  try {
    replaceFile(path.resolve(cwd, file), text);
  } catch (cause) {
    throw new MisuseError(`the report could not be written to ${file}: ${cause instanceof Error ? cause.message : String(cause)}.`, {
      code: 'output-not-writable',
      facts: { file },
      fix: 'Name a file, in a folder that is there and that you may write to.',
      cause,
    });
  }
}
