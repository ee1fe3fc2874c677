import fs from 'node:fs';
import { PlatformError } from '../errors.ts';
import { readInside, whyUnread } from '../files/read-inside.ts';
import { makeScratchFolder } from '../files/scratch-folder.ts';
import { runProcess } from '../process/run-process.ts';
import { git, splitNul } from './run-git.ts';
import { type FileList, listIndex, toFileList } from './worktree-files.ts';

/** The index as files: what would be committed now. */
export interface StagedCopy {
  files: FileList;
  read(relative: string): string | undefined;
  whyUnread(relative: string): string | undefined;
  remove(): void;
}

/**
 * Makes the index readable: where a file's staged content equals the worktree's, the worktree is read; the others are
 * written to a temporary folder by one git process. The caller removes the copy.
 */
export async function stagedCopy(root: string, signal?: AbortSignal): Promise<StagedCopy> {
  const [index, differing] = await Promise.all([
    listIndex(root, signal),
    git(root, ['diff-files', '-z', '--name-only', '--ignore-submodules=all'], signal),
  ]);
  const sparse = index.others.flatMap((entry) => (entry.sparse ? [entry.path] : []));
  const paths = [...index.plain, ...index.others.map(({ path }) => path)];
  const unlike = new Set([...splitNul(differing), ...sparse]);
  const folder = makeScratchFolder('tackroom-index');
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  try {
    await checkOut(root, { folder, paths: paths.filter((path) => unlike.has(path)) }, signal);
  } catch (error) {
    remove();
    throw error;
  }
  const placeOf = (relative: string) => (unlike.has(relative) ? folder : root);
  return {
    files: toFileList(paths),
    read: (relative) => readInside(placeOf(relative), relative),
    whyUnread: (relative) => whyUnread(placeOf(relative), relative),
    remove,
  };
}

/** Filters of large-file stores are switched off: they would fetch, and what they hold is not source. */
const plain = ['-c', 'filter.lfs.smudge=', '-c', 'filter.lfs.process=', '-c', 'filter.lfs.required=false'];

async function checkOut(root: string, copy: { folder: string; paths: readonly string[] }, signal?: AbortSignal): Promise<void> {
  if (copy.paths.length === 0) return;
  const command = ['git', ...plain, 'checkout-index', '--stdin', '-z', '--quiet', `--prefix=${copy.folder}/`];
  const outcome = await runProcess(command, { cwd: root, input: copy.paths.join('\0'), timeoutMs: 120_000 }, signal);
  if (outcome.kind === 'cancelled') signal?.throwIfAborted();
  // Exit code 1: a file without a staged version (in conflict). It reads as missing.
  if (outcome.kind === 'exited' && outcome.code <= 1) return;
  throw new PlatformError(`git checkout-index failed in ${root}: ${outcome.stderr.trim().split('\n')[0] || outcome.kind}`, {
    code: 'git-failed',
    facts: { outcome: outcome.kind },
    fix: 'Run the same git command by hand to see why.',
  });
}
