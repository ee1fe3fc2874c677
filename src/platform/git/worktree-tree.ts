import fs from 'node:fs';
import path from 'node:path';
import { readInside, resolveInside } from '../files/read-inside.ts';
import { runSync } from '../process/run-sync.ts';
import type { Repository } from './find-repository.ts';
import { listArguments, splitNul } from './run-git.ts';

/**
 * A worktree's files, read when asked for and read once. All paths are listed (by git) only when somebody asks for
 * them: a look at one edited file never does.
 */
export function worktreeTree({ root, gitDir }: Pick<Repository, 'root' | 'gitDir'>, known: readonly string[]) {
  const texts = new Map<string, string | undefined>();
  let all: readonly string[] | undefined;
  let absent: ReadonlySet<string> | undefined;
  const isAbsent = (relative: string): boolean => {
    absent ??= new Set(leftOut(root, gitDir));
    return absent.has(relative);
  };
  return {
    paths(): readonly string[] {
      all ??= list(root) ?? known;
      return all;
    },
    // Most looks are in vain; the slow half is for the others.
    has: (relative: string) => (fs.existsSync(path.join(root, relative)) ? isFileInside(root, relative) : isAbsent(relative)),
    read(relative: string): string | undefined {
      if (!texts.has(relative)) texts.set(relative, readInside(root, relative));
      return texts.get(relative);
    },
  };
}

function isFileInside(root: string, relative: string): boolean {
  const real = resolveInside(root, relative);
  return real !== undefined && fs.statSync(real).isFile();
}

/** What a sparse checkout leaves out is not missing. Git is asked only where there is one. */
function leftOut(root: string, gitDir: string): string[] {
  if (!fs.existsSync(path.join(gitDir, 'info', 'sparse-checkout'))) return [];
  const listed = runSync(['git', 'ls-files', '-z', '-t', '--cached'], { cwd: root, timeoutMs: 5000 });
  return splitNul(listed.code === 0 ? listed.stdout : '').flatMap((line) => (line.startsWith('S ') ? [line.slice(2)] : []));
}

function list(root: string): string[] | undefined {
  const listed = runSync(['git', ...listArguments], { cwd: root, timeoutMs: 5000 });
  return listed.code === 0 ? splitNul(listed.stdout) : undefined;
}
