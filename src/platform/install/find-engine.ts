import fs from 'node:fs';
import path from 'node:path';
import { userInstallFolder } from '../state/state-folder.ts';

/** The real path of a folder that holds this package, and a cheap signature that changes when another version is put there. */
export interface Engine {
  folder: string;
  stamp: string;
}

/**
 * The package that serves a repository: the checkout itself when it is Tackroom's own, then `node_modules` of the
 * repository or a folder above it, then the per-user install. Undefined when there is none.
 */
export function findEngine(root: string, env: Record<string, string | undefined>): Engine | undefined {
  for (const folder of candidates(root, env)) {
    const stat = fs.statSync(path.join(folder, 'dist', 'hook-first.cjs'), { throwIfNoEntry: false });
    if (stat !== undefined) return { folder: fs.realpathSync.native(folder), stamp: `${folder}:${stat.size}:${stat.mtimeMs}` };
  }
  return undefined;
}

/** The same for the repository in whose `harness` folder a file lies. */
export function findEngineBeside(file: string, env: Record<string, string | undefined>): Engine | undefined {
  return findEngine(fs.realpathSync.native(path.dirname(path.dirname(path.resolve(file)))), env);
}

function* candidates(root: string, env: Record<string, string | undefined>): Generator<string> {
  if (isOwnCheckout(root)) yield root;
  for (let folder = root; ; folder = path.dirname(folder)) {
    yield path.join(folder, 'node_modules', 'tackroom');
    if (folder === path.dirname(folder)) break;
  }
  yield path.join(userInstallFolder(env), 'node_modules', 'tackroom');
}

function isOwnCheckout(root: string): boolean {
  return fs.existsSync(path.join(root, 'src', 'hooks', 'hook-main.ts')) && fs.existsSync(path.join(root, 'bin', 'tackroom'));
}
