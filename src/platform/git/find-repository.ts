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

/** Walks up from `from` to the first folder that holds `.git`; undefined outside a repository. */
export function findRepository(from: string): Repository | undefined {
  let folder: string;
  try {
    folder = fs.realpathSync.native(from);
  } catch {
    return undefined;
  }
  for (;;) {
    const gitDir = readGitDir(folder);
    if (gitDir !== undefined) return { root: folder, gitDir, commonDir: readCommonDir(gitDir) };
    const parent = path.dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}

function readGitDir(folder: string): string | undefined {
  const dotGit = path.join(folder, '.git');
  const stat = fs.statSync(dotGit, { throwIfNoEntry: false });
  if (stat === undefined) return undefined;
  if (stat.isDirectory()) return fs.realpathSync.native(dotGit);
  const pointer = /^gitdir: (.+)$/m.exec(fs.readFileSync(dotGit, 'utf8'))?.[1];
  if (pointer === undefined) return undefined;
  const target = path.resolve(folder, pointer.trim());
  return fs.existsSync(target) ? fs.realpathSync.native(target) : undefined;
}

function readCommonDir(gitDir: string): string {
  const file = path.join(gitDir, 'commondir');
  if (!fs.existsSync(file)) return gitDir;
  return fs.realpathSync.native(path.resolve(gitDir, fs.readFileSync(file, 'utf8').trim()));
}

/** Where a worktree's `.git` file points to although nothing is there, as after its main repository was moved; undefined where none does. */
export function lostGitFolder(from: string): string | undefined {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    const target = pointerIn(folder);
    if (target !== undefined) return fs.existsSync(target) ? undefined : target;
    if (folder === path.dirname(folder)) return undefined;
  }
}

function pointerIn(folder: string): string | undefined {
  try {
    const pointer = /^gitdir: (.+)$/m.exec(fs.readFileSync(path.join(folder, '.git'), 'utf8'))?.[1];
    return pointer === undefined ? undefined : path.resolve(folder, pointer.trim());
  } catch {
    return undefined;
  }
}
