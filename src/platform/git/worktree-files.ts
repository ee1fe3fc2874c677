import fs from 'node:fs';
import path from 'node:path';
import { git } from './run-git.ts';
import { splitNul } from './split-nul.ts';

/** Paths relative to the worktree, with forward slashes, sorted. */
export interface FileList {
  paths: string[];
  /** Files left out because their names are not UTF-8: no report could name them. */
  unnameable: number;
}

/**
 * The files of a worktree as a person sees them: what git tracks and what it does not ignore, without links,
 * submodules, files left out by a sparse checkout, and files that are gone.
 */
export async function listWorktreeFiles(root: string, signal?: AbortSignal): Promise<FileList> {
  const [tracked, deleted, untracked] = await Promise.all([
    listIndex(root, signal),
    git(root, ['ls-files', '-z', '--deleted'], signal).then(splitNul),
    listUntracked(root, signal),
  ]);
  const gone = new Set(deleted);
  const present = tracked.flatMap((entry) => (entry.sparse || gone.has(entry.path) ? [] : [entry.path]));
  return toFileList([...present, ...untracked]);
}

/** Untracked files that git does not ignore. An untracked repository inside this one is listed by git as a folder, and left out. */
export async function listUntracked(root: string, signal?: AbortSignal): Promise<string[]> {
  const paths = splitNul(await git(root, ['ls-files', '-z', '--others', '--exclude-standard'], signal));
  return paths.filter((relative) => !(relative.endsWith('/') || isLink(root, relative)));
}

export interface IndexEntry {
  path: string;
  /** Not in the worktree by the wish of a sparse checkout. */
  sparse: boolean;
}

/** Regular files of the index. */
export async function listIndex(root: string, signal?: AbortSignal): Promise<IndexEntry[]> {
  const lines = splitNul(await git(root, ['ls-files', '-z', '-t', '--stage'], signal));
  return lines.flatMap((line) => {
    const [, tag, path] = /^(\S) 100\d{3} \S+ \d\t(.+)$/s.exec(line) ?? [];
    return path === undefined ? [] : [{ path, sparse: tag === 'S' }];
  });
}

/** Sorts, drops duplicates (a conflict has up to three stages of one file), and sets names apart that are not UTF-8. */
export function toFileList(paths: readonly string[]): FileList {
  const nameable = paths.filter((relative) => !relative.includes('\uFFFD'));
  return { paths: [...new Set(nameable)].sort(), unnameable: paths.length - nameable.length };
}

export function isLink(root: string, relative: string): boolean {
  try {
    return fs.lstatSync(path.join(root, relative)).isSymbolicLink();
  } catch {
    return false; // gone since git named it, or its folder has become a file
  }
}
