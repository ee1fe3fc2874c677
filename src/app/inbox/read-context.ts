import path from 'node:path';
import { MisuseError } from '#kernel/errors.ts';
import { readStart } from '#platform/files/read-first-line.ts';

/** More than a context may hold in the widest letters: what is longer is refused by its length. */
const mostBytes = 100_000;

/** The text of a file that is to be the context of a question. */
export function readContext(cwd: string, file: string): string {
  const text = readStart(path.resolve(cwd, file), mostBytes);
  if (text !== undefined && !text.includes('\0')) return text;
  throw new MisuseError(`${file} cannot be read as text.`, {
    code: 'no-context-file',
    facts: { file },
    fix: 'Name a text file, or give the text itself with --context.',
  });
}
