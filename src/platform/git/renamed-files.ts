import fs from 'node:fs';
import path from 'node:path';
import { makeScratchFolder } from '../files/scratch-folder.ts';
import { git, gitWith } from './run-git.ts';
import { splitNul } from './split-nul.ts';
import { listUntracked } from './worktree-files.ts';

/** More pairs than that are not compared by content; files that were only renamed are told apart at any number. */
const renameLimit = '-l5000';

const listing = [
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
  if (since.to === 'index') return toMap(await git(root, ['diff', '--cached', ...listing, base, '--'], signal));
  const folder = makeScratchFolder('tackroom-renames');
  try {
    const env = { ...process.env, GIT_INDEX_FILE: await copyIndex(root, folder, signal) };
    const list = path.join(folder, 'untracked');
    fs.writeFileSync(list, (await listUntracked(root, signal)).join('\0'));
    // Only a file the index knows takes part in a comparison; ours learns of all, and nobody else's is touched.
    await gitWith({ root, env }, ['add', '--intent-to-add', `--pathspec-from-file=${list}`, '--pathspec-file-nul'], signal);
    return toMap(await gitWith({ root, env }, ['diff', ...listing, base, '--'], signal));
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
