import fs from 'node:fs';
import path from 'node:path';

/** Where a worktree and its repository are; found by reading, without starting git. */
export interface Repository {
  /** Real path of the worktree's top folder. */
  root: string;
  /** Real path of the git folder that all worktrees share. */
  commonDir: string;
  /** Real path of this worktree's own git folder. */
  gitDir: string;
}

/**
 * Walks up from `from` to the first folder that holds `.git`; undefined outside a repository, and where that `.git` is a file
 * that leads to none: git stops there too, and what lies further up is another repository.
 */
export function findRepository(from: string): Repository | undefined {
  const found = nearestGit(from);
  if (found === undefined || found.kind === 'broken') return undefined;
  const { folder: root, gitDir, commonDir } = found;
  return { root, gitDir, commonDir };
}

/** A `.git` file that leads to no git folder, as after the main repository of a worktree was moved. */
export interface BrokenGitFile {
  file: string;
  /** Where it leads to; undefined where it says nothing of that. */
  target: string | undefined;
}

/** What makes `findRepository` find none although there is a `.git` file; undefined where nothing does. */
export function brokenGitFile(from: string): BrokenGitFile | undefined {
  const found = nearestGit(from);
  return found?.kind === 'broken' ? { file: path.join(found.folder, '.git'), target: found.target } : undefined;
}

type Git = { folder: string } & ({ kind: 'sound'; gitDir: string; commonDir: string } | { kind: 'broken'; target: string | undefined });

function nearestGit(from: string): Git | undefined {
  let folder: string;
  try {
    folder = fs.realpathSync.native(from);
  } catch {
    return undefined;
  }
  for (;;) {
    const git = gitIn(folder);
    if (git !== undefined) return git;
    const parent = path.dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}

function gitIn(folder: string): Git | undefined {
  const dotGit = path.join(folder, '.git');
  try {
    const stat = fs.statSync(dotGit, { throwIfNoEntry: false });
    if (stat === undefined) return undefined;
    // A folder that holds no repository is a folder like others, to git too.
    if (stat.isDirectory()) return isGitFolder(dotGit) ? sound(folder, dotGit) : undefined;
    const target = stat.isFile() ? pointerIn(dotGit) : undefined;
    if (target === undefined || !isGitFolder(target)) return { folder, kind: 'broken', target };
    return sound(folder, target);
  } catch {
    return { folder, kind: 'broken', target: undefined }; // a link in a circle, or not ours to read
  }
}

function sound(folder: string, target: string): Git {
  const gitDir = fs.realpathSync.native(target);
  return { folder, kind: 'sound', gitDir, commonDir: readCommonDir(gitDir) };
}

/** By one file that each has. */
function isGitFolder(folder: string): boolean {
  return fs.lstatSync(path.join(folder, 'HEAD'), { throwIfNoEntry: false }) !== undefined;
}

function pointerIn(file: string): string | undefined {
  const pointer = /^gitdir: (.+)$/m.exec(fs.readFileSync(file, 'utf8'))?.[1];
  return pointer === undefined ? undefined : path.resolve(path.dirname(file), pointer.trim());
}

function readCommonDir(gitDir: string): string {
  const file = path.join(gitDir, 'commondir');
  if (!fs.existsSync(file)) return gitDir;
  return fs.realpathSync.native(path.resolve(gitDir, fs.readFileSync(file, 'utf8').trim()));
}

/**
 * Top folders of all worktrees of a repository that are there, by reading what git reads; real paths, sorted. `commonDir` is the git folder that they share.
 */
export function listWorktrees(commonDir: string): string[] {
  const folder = path.join(commonDir, 'worktrees');
  const linked = fs.existsSync(folder) ? fs.readdirSync(folder).flatMap((name) => worktreeIn(path.join(folder, name, 'gitdir'))) : [];
  const main = path.basename(commonDir) === '.git' ? [path.dirname(commonDir)] : [];
  const roots = [...main, ...linked].flatMap((root) => ownRoot(root, commonDir));
  return [...new Set(roots)].sort();
}

/** The file names the `.git` of the worktree. */
function worktreeIn(file: string): string[] {
  try {
    return [path.dirname(path.resolve(path.dirname(file), fs.readFileSync(file, 'utf8').trim()))];
  } catch {
    return []; // it is being made or removed
  }
}

/** Another repository may stand there now. */
function ownRoot(folder: string, commonDir: string): string[] {
  const found = findRepository(folder);
  return found?.commonDir === commonDir ? [found.root] : [];
}
