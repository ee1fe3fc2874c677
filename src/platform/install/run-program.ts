import fs from 'node:fs';
import path from 'node:path';
import { shortHash } from '#kernel/short-hash.ts';
import { programCodeFolder } from '../state/state-folder.ts';
import { loadBundle } from './load-bundle.ts';

/**
 * Runs the file that the command line was joined into (`scripts/bundle-cli.ts`; its real path) with the code that V8 made of it in
 * earlier calls, and keeps that of this one. A check has code of its own: the functions that other commands use are different ones.
 */
export function runProgram(
  file: string,
  { args, env }: { args: readonly string[]; env: Readonly<Record<string, string | undefined>> },
): void {
  const { mtimeMs, size } = fs.statSync(file);
  const what = args[0] === 'check' ? 'check' : 'other';
  const name = `${shortHash(path.dirname(file))}-${what}-${process.version}-${process.arch}`;
  const { keepCode } = loadBundle(file, { file: path.join(programCodeFolder(env), name), stamp: `${size}:${mtimeMs}` });
  process.once('exit', () => keepCode(true));
}
