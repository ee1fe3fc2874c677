import fs from 'node:fs';
import { shortHash } from '#kernel/short-hash.ts';
import { findRepository } from '../git/find-repository.ts';
import { type FileStamp, isSettled, isSettledAt } from './file-stamp.ts';
import { entriesOf } from './folder-entries.ts';

/** A folder as it was: when entries come or go its stamp changes, and with its names what is told of them. */
export interface FolderState {
  /** Relative to the root; empty for the root itself. */
  path: string;
  /** From before its names were read; undefined where it cannot be relied on. */
  stamp: FileStamp | undefined;
  /** The same for the same names of files and of folders; empty where that cannot be relied on either. */
  names: string;
}

/** More would take longer to look at than git takes to list what lies in them. */
const mostFolders = 50_000;

/** What a walk is told. */
export interface Walk {
  /** A time in milliseconds since the Unix epoch: of a folder that changed later, or just before, nothing is relied on. */
  asOf: number;
  /** Folders that hold files git knows, at any depth. */
  holds: ReadonlySet<string>;
  /** Which of these folders git ignores. */
  ignored(folders: readonly string[]): Promise<readonly string[]>;
}

/** Folders as they are, and those `.gitignore` files in them that are there. */
export interface Walked {
  folders: FolderState[];
  ignoreFiles: string[];
}

/**
 * Looks at folders below a root, and at those inside of them: at all that hold files git knows, and at others unless git ignores
 * them or they are repositories of their own. Undefined where there are too many.
 */
export async function walkFolders(root: string, about: Walk, from: readonly string[] = ['']): Promise<Walked | undefined> {
  const walked: Walked = { folders: [], ignoreFiles: [] };
  for (let next = from; next.length > 0 && walked.folders.length <= mostFolders; )
    next = await notIgnored(enterHolding(next, { root, about, walked }), about);
  return walked.folders.length > mostFolders ? undefined : walked;
}

/** Enters these and all inside of them that hold files git knows. Returns the others that are inside. */
function enterHolding(from: readonly string[], { about, root, walked }: { about: Walk; root: string; walked: Walked }): string[] {
  const others: string[] = [];
  const next = [...from];
  for (let path = next.pop(); path !== undefined && walked.folders.length <= mostFolders; path = next.pop()) {
    const look = lookAt(root, path);
    walked.folders.push(stateOf(look, about.asOf));
    walked.ignoreFiles.push(...ignoreFilesIn(look));
    const own = path === '' ? undefined : repositoryIn(root, look);
    if (own?.folder !== undefined) walked.folders.push(stateOf(own.folder, about.asOf));
    if (own?.isSound === true && !about.holds.has(path)) continue;
    for (const inner of foldersIn(look)) (about.holds.has(inner) ? next : others).push(inner);
  }
  return others;
}

async function notIgnored(folders: readonly string[], { ignored }: Walk): Promise<string[]> {
  const left = new Set(folders.length === 0 ? [] : await ignored(folders));
  return folders.filter((path) => !left.has(path));
}

/** Folders as they were, for whoever compares thousands of them. */
export interface KnownFolders {
  readonly paths: readonly string[];
  /** Whether this is the stamp that one had. */
  hasStamp(index: number, stamp: FileStamp): boolean;
  namesAt(index: number): string;
  stateAt(index: number): FolderState;
}

/** A look at a folder, unless it has its stamp still. */
function changedLook(root: string, folders: KnownFolders, index: number): FolderLook | undefined {
  const path = folders.paths[index] ?? '';
  const now = stampOf(root, path);
  return now !== undefined && folders.hasStamp(index, now) ? undefined : lookAt(root, path);
}

/**
 * Whether these folders hold the same names as they did. Where a stamp has changed and the names have not, as after a file was replaced by
 * another of its name, `renewed` has the new one.
 */
export function compareFolders(root: string, folders: KnownFolders): { isSame: boolean; renewed: Map<number, FileStamp> } {
  const renewed = new Map<number, FileStamp>();
  for (const index of folders.paths.keys()) {
    const look = changedLook(root, folders, index);
    if (look === undefined) continue;
    const names = folders.namesAt(index);
    if (names === '' || namesOf(look) !== names) return { isSame: false, renewed };
    if (look.stamp !== undefined && isSettled(look.stamp)) renewed.set(index, look.stamp);
  }
  return { isSame: true, renewed };
}

/**
 * The same folders as they are now, and what came. `ignoreFiles` are all that were there, as they still are. Undefined where there
 * are too many folders, or where other rules may hold of what git ignores.
 */
export async function refreshFolders(
  root: string,
  { folders, ignoreFiles }: { folders: KnownFolders; ignoreFiles: readonly string[] },
  about: Walk,
): Promise<Walked | undefined> {
  const known = new Set(folders.paths);
  const marks = new Set([...ignoreFiles, ...known, '.git']);
  const inside: string[] = [];
  const fresh: FolderState[] = [];
  for (const index of folders.paths.keys()) {
    const look = changedLook(root, folders, index);
    if (look !== undefined && mayChangeRules(folders.namesAt(index), look, marks)) return undefined;
    if (look === undefined) fresh.push(folders.stateAt(index));
    else if (look.stamp !== undefined) {
      fresh.push(stateOf(look, about.asOf));
      inside.push(...foldersIn(look));
    }
  }
  const come = inside.filter((path) => !(known.has(path) || about.holds.has(path)));
  const holding = [...about.holds].filter((path) => !known.has(path));
  const walked = await walkFolders(root, about, [...holding, ...(await notIgnored(come, about))]);
  return walked === undefined ? undefined : { folders: unique([...fresh, ...walked.folders]), ignoreFiles: walked.ignoreFiles };
}

/** An ignore file, or a repository inside of this one, may have come or gone. */
function mayChangeRules(names: string, look: FolderLook, known: ReadonlySet<string>): boolean {
  if (look.stamp === undefined || namesOf(look) === names) return false;
  if (/(?:^|\/)\.git$/.test(look.path)) return true;
  return look.entries.some(({ name }) => (name === '.git' || name === '.gitignore') && !known.has(below(look.path, name)));
}

/** One that came may have been walked from above as well. */
function unique(folders: readonly FolderState[]): FolderState[] {
  return [...new Map(folders.map((folder) => [folder.path, folder])).values()];
}

function stateOf(look: FolderLook, asOf: number): FolderState {
  const isReliable = look.stamp !== undefined && isSettledAt(look.stamp, asOf);
  return isReliable ? { path: look.path, stamp: look.stamp, names: namesOf(look) } : { path: look.path, stamp: undefined, names: '' };
}

interface FolderLook {
  path: string;
  /** From before the entries were read. */
  stamp: FileStamp | undefined;
  entries: fs.Dirent[];
}

function lookAt(root: string, path: string): FolderLook {
  return { path, stamp: stampOf(root, path), entries: entriesOf(placeOf(root, path)) };
}

function foldersIn({ entries, path }: FolderLook): string[] {
  return entries.flatMap((entry) => (entry.isDirectory() && entry.name !== '.git' ? [below(path, entry.name)] : []));
}

function ignoreFilesIn({ entries, path }: FolderLook): string[] {
  return entries.flatMap(({ name }) => (name === '.gitignore' ? [below(path, name)] : []));
}

function namesOf({ entries }: FolderLook): string {
  const names = entries.map((entry) => `${entry.isDirectory() ? 'd' : 'f'}${entry.name}`).sort();
  return shortHash(names.join('/'));
}

/** What git takes for a repository it does not enter; what only has its name it does. */
function repositoryIn(root: string, { entries, path }: FolderLook): { isSound: boolean; folder?: FolderLook } | undefined {
  const dotGit = entries.find(({ name }) => name === '.git');
  if (dotGit === undefined) return undefined;
  if (!dotGit.isDirectory()) return { isSound: findRepository(placeOf(root, path))?.root === fs.realpathSync.native(placeOf(root, path)) };
  const folder = lookAt(root, below(path, '.git'));
  return { isSound: ['HEAD', 'objects', 'refs'].every((wanted) => folder.entries.some(({ name }) => name === wanted)), folder };
}

/** Characters of `names`, where it is not empty. */
export const namesLength = 16;

const quietly = { throwIfNoEntry: false } as const;

function stampOf(root: string, path: string): FileStamp | undefined {
  try {
    const stat = fs.lstatSync(placeOf(root, path), quietly);
    return stat?.isDirectory() ? stat : undefined;
  } catch {
    return undefined;
  }
}

function placeOf(root: string, path: string): string {
  return path === '' ? root : `${root}/${path}`;
}

function below(path: string, name: string): string {
  return path === '' ? name : `${path}/${name}`;
}
