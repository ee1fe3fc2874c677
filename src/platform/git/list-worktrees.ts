import fs from 'node:fs';
import path from 'node:path';
import { findRepository } from './find-repository.ts';

/**
 * Top folders of all worktrees of a repository that are there, by reading what git reads; real paths, sorted. `commonDir` is the git folder that they share.
 */
export function listWorktrees(commonDir: string): string[] {
  const folder = path.join(commonDir, 'worktrees');
  const linked = fs.existsSync(folder) ? fs.readdirSync(folder).flatMap((name) => pointerIn(path.join(folder, name, 'gitdir'))) : [];
  const main = path.basename(commonDir) === '.git' ? [path.dirname(commonDir)] : [];
  const roots = [...main, ...linked].flatMap((root) => ownRoot(root, commonDir));
  return [...new Set(roots)].sort();
}

/** The file names the `.git` of the worktree. */
function pointerIn(file: string): string[] {
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
