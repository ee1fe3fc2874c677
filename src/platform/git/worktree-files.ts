import fs from 'node:fs';
import path from 'node:path';
import { isTemporary } from '../files/temporary-file.ts';
import { FileLooks } from '../stamps/file-looks.ts';
import type { IndexLook } from '../stamps/index-look.ts';
import { git, splitNul } from './run-git.ts';

/** Paths relative to the worktree, with forward slashes, sorted. */
export interface FileList {
  paths: string[];
  /** Files left out because their names are not UTF-8: no report could name them. */
  unnameable: number;
  /** Files that a sparse checkout leaves out: they are part of the repository, and their text is not at hand. */
  absent: string[];
  /** Files of `paths` that git does not compare with its index: untracked ones, and those it was told not to look at. */
  unwatched: string[];
  /** What writers of ours left beside files, or are writing just now: nobody's work. */
  temporary: string[];
}

/** Regular files that the index holds. */
export interface Tracked {
  /** Sorted: files that git looks at, each once, with names of UTF-8 that are not ours. Nearly always these are all. */
  plain: readonly string[];
  others: readonly IndexEntry[];
  /** Of the index, where it can be relied on. */
  stamp?: string;
  /** Whether the index was the same before. */
  isKept?: true;
}

/** What whoever lists has at hand. */
export interface Listing {
  looks?: FileLooks | Promise<FileLooks>;
  tracked?: Promise<Tracked> | undefined;
  /** As `listOthers` tells. */
  others?: Promise<string[]> | undefined;
  /** What git says of all files of the index: those that are as it knows them are not looked at. */
  index?: Promise<IndexLook | undefined> | undefined;
}

/**
 * The files of a worktree as a person sees them: what git tracks and what it does not ignore, without links,
 * submodules, and files that are gone. Looks at each, as soon as there are `looks`.
 */
export async function listWorktreeFiles(root: string, signal?: AbortSignal, about: Listing = {}): Promise<FileList> {
  const anyLooks = about.looks ?? new FileLooks(root);
  const [tracked, all] = await Promise.all([about.tracked ?? listIndex(root, signal), about.others ?? listOthers(root, signal)]);
  const looks = await anyLooks;
  const untracked = withoutLinks(all, looks);
  const index = await about.index;
  const isVouched = index !== undefined && index.stamp === tracked.stamp;
  if (isVouched) looks.hear({ isThere: vouching(tracked, index) });
  const plain = tracked.plain.filter((path) => (isVouched && !index.differing.has(path)) || looks.isThere(path));
  const others = tracked.others.filter(({ path, sparse }) => looks.isThere(path) || (isLost(path) && !sparse));
  const files = withOthers(plain, [...others.map(({ path }) => path), ...untracked]);
  const sparse = tracked.others.flatMap((entry) => (entry.sparse ? [entry.path] : []));
  const unwatched = [...untracked, ...tracked.others.flatMap(({ path, watched }) => (watched ? [] : [path]))];
  if (sparse.length + unwatched.length === 0) return files;
  const there = new Set(files.paths);
  return { ...files, unwatched: unwatched.filter((path) => there.has(path)), absent: sparse.filter((path) => !there.has(path)).sort() };
}

/** Whether git says of a file of its index that it is as the index knows it. */
function vouching({ plain }: Tracked, { differing }: IndexLook): (path: string) => boolean {
  let known: ReadonlySet<string> | undefined;
  return (path) => {
    known ??= new Set(plain);
    return known.has(path) && !differing.has(path);
  };
}

/** Untracked files that git does not ignore, without links. */
export async function listUntracked(root: string, signal?: AbortSignal, looks = new FileLooks(root)): Promise<string[]> {
  return withoutLinks(await listOthers(root, signal), looks);
}

/** What git neither tracks nor ignores: files and links. An untracked repository inside this one is listed by git as a folder, and left out. */
export async function listOthers(root: string, signal?: AbortSignal): Promise<string[]> {
  const paths = splitNul(await git(root, ['ls-files', '-z', '--others', '--exclude-standard'], signal));
  return paths.filter((relative) => !relative.endsWith('/'));
}

function withoutLinks(paths: readonly string[], looks: FileLooks): string[] {
  return paths.filter((relative) => looks.at(relative) !== 'link');
}

export interface IndexEntry {
  path: string;
  /** Git does not look for it in the worktree: a sparse checkout leaves it out, or a person asked for that (`--skip-worktree`). */
  sparse: boolean;
  /** Whether git tells when it changes: a person may have asked it not to (`--assume-unchanged`). */
  watched: boolean;
}

/** The least that the index takes for one file. */
const entryBytes = 72;

/** How many files git tracks at most, told by the size of its index. */
export function countTracked({ gitDir }: { gitDir: string }): number {
  const { size = 0 } = fs.statSync(path.join(gitDir, 'index'), { throwIfNoEntry: false }) ?? {};
  return Math.floor(size / entryBytes);
}

export async function listIndex(root: string, signal?: AbortSignal): Promise<Tracked> {
  const plain = new Set<string>(); // a conflict has up to three stages of one file
  const others: IndexEntry[] = [];
  for (const line of splitNul(await git(root, ['ls-files', '-z', '-v', '--stage'], signal))) {
    const tab = line.indexOf('\t'); // `H 100644 <object> 0<tab><path>`
    if (!line.startsWith('100', 2) || tab === -1) continue;
    const path = line.slice(tab + 1);
    const kind = line.charAt(0); // small where the file is assumed to be unchanged
    if (kind === 'H' && !isLost(path) && !isTemporary(path)) plain.add(path);
    else others.push({ path, sparse: kind.toUpperCase() === 'S', watched: kind === 'H' });
  }
  return { plain: [...plain].sort(), others };
}

/** Sorts, and sets apart names that are not UTF-8, and our own. */
export function toFileList(paths: readonly string[]): FileList {
  return withOthers([], paths);
}

/** The same with `plain` as they are in the index. */
function withOthers(plain: readonly string[], others: readonly string[]): FileList {
  const nameable = others.filter((relative) => !isLost(relative));
  const temporary = nameable.filter(isTemporary);
  const fine = nameable.filter((relative) => !isTemporary(relative));
  const paths = fine.length === 0 ? [...plain] : [...new Set([...plain, ...fine])].sort();
  return { paths, unnameable: others.length - nameable.length, absent: [], unwatched: [], temporary };
}

/** Whether a name is not UTF-8: what git said was not what we read, and leads to no file. */
export function isLost(relative: string): boolean {
  return relative.includes('\uFFFD');
}
