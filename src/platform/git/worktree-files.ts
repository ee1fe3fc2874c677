import fs from 'node:fs';
import path from 'node:path';
import { isTemporary } from '../files/temporary-file.ts';
import { git } from './run-git.ts';
import { splitNul } from './split-nul.ts';

/** Paths relative to the worktree, with forward slashes, sorted. */
export interface FileList {
  paths: string[];
  /** Files left out because their names are not UTF-8: no report could name them. */
  unnameable: number;
  /** Files that a sparse checkout leaves out: they are part of the repository, and their text is not at hand. */
  absent: string[];
  /** What writers of ours left beside files, or are writing just now: nobody's work. */
  temporary: string[];
}

/** What somebody who has looked knows of a path: a regular file that is what it was, something, or nothing; undefined for others. */
export type Known = (path: string) => 'same-file' | 'there' | 'missing' | undefined;

/**
 * The files of a worktree as a person sees them: what git tracks and what it does not ignore, without links,
 * submodules, and files that are gone. `known` tells what was looked at already.
 */
export async function listWorktreeFiles(root: string, signal?: AbortSignal, known: Known = () => undefined): Promise<FileList> {
  const [tracked, untracked] = await Promise.all([listIndex(root, signal), listUntracked(root, signal, known)]);
  const isThere = (path: string) => ['same-file', 'there'].includes(known(path) ?? '') || exists(root, path);
  const present = tracked.flatMap(({ path, sparse }) => (isThere(path) || (isLost(path) && !sparse) ? [path] : []));
  const files = toFileList([...present, ...untracked]);
  const there = new Set(files.paths);
  return { ...files, absent: tracked.flatMap(({ path, sparse }) => (sparse && !there.has(path) ? [path] : [])).sort() };
}

function exists(root: string, relative: string): boolean {
  try {
    return fs.lstatSync(`${root}/${relative}`, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false; // a folder on its way is a file now
  }
}

/** Untracked files that git does not ignore. An untracked repository inside this one is listed by git as a folder, and left out. */
export async function listUntracked(root: string, signal?: AbortSignal, known: Known = () => undefined): Promise<string[]> {
  const paths = splitNul(await git(root, ['ls-files', '-z', '--others', '--exclude-standard'], signal));
  return paths.filter((relative) => !(relative.endsWith('/') || (known(relative) !== 'same-file' && isLink(root, relative))));
}

export interface IndexEntry {
  path: string;
  /** Git does not look for it in the worktree: a sparse checkout leaves it out, or a person asked for that (`--skip-worktree`). */
  sparse: boolean;
}

/** Regular files of the index. */
export async function listIndex(root: string, signal?: AbortSignal): Promise<IndexEntry[]> {
  const lines = splitNul(await git(root, ['ls-files', '-z', '-t', '--stage'], signal));
  return lines.flatMap((line) => {
    const tab = line.indexOf('\t'); // `H 100644 <object> 0<tab><path>`
    return line.startsWith('100', 2) && tab !== -1 ? [{ path: line.slice(tab + 1), sparse: line.startsWith('S') }] : [];
  });
}

/** Sorts, drops duplicates (a conflict has up to three stages of one file), and sets apart names that are not UTF-8, and our own. */
export function toFileList(paths: readonly string[]): FileList {
  const nameable = paths.filter((relative) => !isLost(relative));
  const temporary = nameable.filter(isTemporary);
  const own = new Set(temporary);
  const others = own.size === 0 ? nameable : nameable.filter((relative) => !own.has(relative));
  return { paths: [...new Set(others)].sort(), unnameable: paths.length - nameable.length, absent: [], temporary };
}

/** Whether a name is not UTF-8: what git said was not what we read, and leads to no file. */
export function isLost(relative: string): boolean {
  return relative.includes('\uFFFD');
}

export function isLink(root: string, relative: string): boolean {
  try {
    return fs.lstatSync(path.join(root, relative)).isSymbolicLink();
  } catch {
    return false; // gone since git named it, or its folder has become a file
  }
}
