import fs from 'node:fs';
import path from 'node:path';
import type { Repository } from './find-repository.ts';

/** The commit a worktree stands on, by reading; undefined where only git could tell (no commit yet, other ref formats). */
export function readHead(repository: Repository): string | undefined {
  const head = readLine(path.join(repository.gitDir, 'HEAD'));
  const ref = head?.startsWith('ref: ') ? head.slice('ref: '.length) : undefined;
  if (ref === undefined) return head;
  return readLine(path.join(repository.commonDir, ref)) ?? readPacked(repository.commonDir, ref);
}

/** The branch that a worktree stands on, by reading; undefined where it stands on a commit. */
export function readBranch({ gitDir }: Pick<Repository, 'gitDir'>): string | undefined {
  return /^ref: refs\/heads\/(.+)$/.exec(readLine(path.join(gitDir, 'HEAD')) ?? '')?.[1];
}

function readPacked(commonDir: string, ref: string): string | undefined {
  const packed = readText(path.join(commonDir, 'packed-refs')) ?? '';
  return packed
    .split('\n')
    .find((line) => line.endsWith(` ${ref}`))
    ?.split(' ')[0];
}

function readLine(file: string): string | undefined {
  return readText(file)?.split('\n')[0]?.trim();
}

function readText(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return undefined; // absent or unreadable: both mean that we cannot tell
  }
}
