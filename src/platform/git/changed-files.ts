import fs from 'node:fs';
import path from 'node:path';
import { makeScratchFolder } from '../files/scratch-folder.ts';
import { runProcess } from '../process/run-process.ts';
import { FileLooks } from '../stamps/file-looks.ts';
import { git, gitWith, splitNul } from './run-git.ts';
import { isLost, listUntracked } from './worktree-files.ts';

/**
 * Files that differ between a commit and the worktree, and untracked ones. Deleted files are left out, a renamed one
 * stands under its new name. `base` undefined: since the last commit, or everything where there is none yet.
 */
export async function changedFiles(root: string, base: string | undefined, signal?: AbortSignal): Promise<string[]> {
  const from = base ?? (await lastCommit(root, signal));
  const looks = new FileLooks(root);
  const [changed, untracked] = await Promise.all([git(root, ['diff', ...listing, from, '--'], signal), listUntracked(root, signal, looks)]);
  return [...splitNul(changed).filter((relative) => looks.at(relative) !== 'link'), ...untracked];
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

/** More pairs than that are not compared by content; files that were only renamed are told apart at any number. */
const renameLimit = '-l5000';

const renameListing = [
  '-z',
  '--name-status',
  '--diff-filter=R',
  '--find-renames',
  renameLimit,
  '--ignore-submodules=all',
  '--no-ext-diff',
  '--no-textconv',
  '--no-relative',
];

/**
 * What files of a commit are called now, where git sees that they were renamed: old name to new, in the worktree
 * (untracked files included) or in the index.
 */
export async function renamedFiles(
  root: string,
  since: { commit: string; to: 'worktree' | 'index' },
  signal?: AbortSignal,
): Promise<Map<string, string>> {
  const base = since.commit;
  if (since.to === 'index') return toMap(await git(root, ['diff', '--cached', ...renameListing, base, '--'], signal));
  const folder = makeScratchFolder('tackroom-renames');
  try {
    const env = { ...process.env, GIT_INDEX_FILE: await copyIndex(root, folder, signal) };
    const list = path.join(folder, 'untracked');
    const nameable = (await listUntracked(root, signal)).filter((relative) => !isLost(relative));
    fs.writeFileSync(list, nameable.join('\0'));
    // Only a file the index knows takes part in a comparison; ours learns of all, and nobody else's is touched.
    await gitWith({ root, env }, ['add', '--intent-to-add', `--pathspec-from-file=${list}`, '--pathspec-file-nul'], signal);
    return toMap(await gitWith({ root, env }, ['diff', ...renameListing, base, '--'], signal));
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function copyIndex(root: string, folder: string, signal?: AbortSignal): Promise<string> {
  const index = path.resolve(root, (await git(root, ['rev-parse', '--git-path', 'index'], signal)).trimEnd());
  const copy = path.join(folder, 'index');
  if (fs.existsSync(index)) fs.copyFileSync(index, copy);
  return copy;
}

/** Three parts a rename: how like, from, to. */
function toMap(output: string): Map<string, string> {
  const parts = splitNul(output);
  const renames = new Map<string, string>();
  for (let at = 0; at + 2 < parts.length; at += 3) renames.set(parts[at + 1] ?? '', parts[at + 2] ?? '');
  return renames;
}
