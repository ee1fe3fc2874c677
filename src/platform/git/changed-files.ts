import { runProcess } from '../process/run-process.ts';
import { git } from './run-git.ts';
import { splitNul } from './split-nul.ts';
import { isLink, listUntracked } from './worktree-files.ts';

/**
 * Files that differ between a commit and the worktree, and untracked ones. Deleted files are left out, a renamed one
 * stands under its new name. `base` undefined: since the last commit, or everything where there is none yet.
 */
export async function changedFiles(root: string, base: string | undefined, signal?: AbortSignal): Promise<string[]> {
  const from = base ?? (await lastCommit(root, signal));
  const [changed, untracked] = await Promise.all([git(root, ['diff', ...listing, from, '--'], signal), listUntracked(root, signal)]);
  return [...splitNul(changed).filter((relative) => !isLink(root, relative)), ...untracked];
}

/** Files whose staged content differs from the last commit; deleted ones are left out. */
export async function stagedFiles(root: string, signal?: AbortSignal): Promise<string[]> {
  return splitNul(await git(root, ['diff', '--cached', ...listing, await lastCommit(root, signal), '--'], signal));
}

/** `--no-ext-diff` and `--no-textconv`: what a person's git configuration adds to diffs is not for programs. */
const listing = [
  '-z',
  '--name-only',
  '--diff-filter=d',
  '--no-renames',
  '--ignore-submodules=all',
  '--no-ext-diff',
  '--no-textconv',
  '--no-relative',
];

/** The last commit, or the empty tree where there is no commit yet. */
async function lastCommit(root: string, signal?: AbortSignal): Promise<string> {
  const head = await runProcess(['git', 'rev-parse', '--verify', '--quiet', 'HEAD^{commit}'], { cwd: root }, signal);
  if (head.kind === 'exited' && head.code === 0) return head.stdout.trim();
  return (await git(root, ['hash-object', '-t', 'tree', '--stdin'], signal)).trim();
}
