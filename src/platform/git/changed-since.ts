import fs from 'node:fs';
import path from 'node:path';
import { isTemporary } from '../files/temporary-file.ts';
import { runSync } from '../process/run-sync.ts';
import type { Repository } from './find-repository.ts';
import { splitNul } from './run-git.ts';

/** Clocks of file systems are coarser than ours. */
const slackMs = 20;

/**
 * Paths, relative to the worktree, of files that were written since a moment (milliseconds since the epoch): what git
 * calls changed or untracked and whose inode changed since then, and what was committed since then on top of `head`.
 * Files git ignores are left out. Empty when git does not answer within `timeoutMs`.
 */
export function changedSince(repository: Repository, since: { at: number; head?: string }, timeoutMs: number): string[] {
  const paths = new Set([...changedInWorktree(repository.root, timeoutMs), ...changedInCommits(repository.root, since, timeoutMs)]);
  return [...paths].filter((relative) => {
    if (isTemporary(relative)) return false;
    const stat = fs.lstatSync(path.join(repository.root, relative), { throwIfNoEntry: false });
    return stat?.isFile() === true && stat.ctimeMs >= since.at - slackMs;
  });
}

function changedInWorktree(root: string, timeoutMs: number): string[] {
  const status = runSync(
    ['git', '--no-optional-locks', 'status', '--porcelain=v1', '-z', '--untracked-files=all', '--no-renames', '--ignore-submodules=all'],
    { cwd: root, timeoutMs },
  );
  return status.code === 0 ? splitNul(status.stdout).map((entry) => entry.slice(3)) : [];
}

/** Only commits made since then: a pull or a switch of branches brings other people's. */
function changedInCommits(root: string, since: { at: number; head?: string }, timeoutMs: number): string[] {
  if (since.head === undefined) return [];
  const after = `--since=@${Math.floor(since.at / 1000)}`;
  const log = runSync(['git', 'log', '--format=', '--name-only', '-z', '--no-renames', '--no-merges', after, `${since.head}..HEAD`], {
    cwd: root,
    timeoutMs,
  });
  return log.code === 0 ? splitNul(log.stdout) : [];
}
