import fs from 'node:fs';
import path from 'node:path';
import { readInside, resolveInside } from '../files/read-inside.ts';
import { runSync } from '../process/run-sync.ts';
import { listArguments, splitNul } from './split-nul.ts';

/**
 * A worktree's files, read when asked for and read once. All paths are listed (by git) only when somebody asks for
 * them: a look at one edited file never does.
 */
export function worktreeTree(root: string, known: readonly string[]) {
  const texts = new Map<string, string | undefined>();
  let all: readonly string[] | undefined;
  return {
    paths(): readonly string[] {
      all ??= list(root) ?? known;
      return all;
    },
    // Most looks are in vain; the slow half is for the others.
    has: (relative: string) => fs.existsSync(path.join(root, relative)) && isFileInside(root, relative),
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

function list(root: string): string[] | undefined {
  const listed = runSync(['git', ...listArguments], { cwd: root, timeoutMs: 5000 });
  return listed.code === 0 ? splitNul(listed.stdout) : undefined;
}
