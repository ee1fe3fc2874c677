import { createRequire } from 'node:module';
import path from 'node:path';
import { shortHash } from '#kernel/short-hash.ts';

type Environment = Record<string, string | undefined>;

/**
 * The folder for what the product itself knows of a repository, outside every worktree, so that a sandboxed
 * agent cannot write it: one for all worktrees, named by the git folder they share. It is not created here.
 */
export function stateFolder(commonDir: string, env: Environment): string {
  return path.join(stateHome(env), shortHash(commonDir));
}

/** The folder for code that V8 made of a package, which is the same for all repositories that it serves. */
export function codeFolder(packageFolder: string, env: Environment): string {
  return path.join(stateHome(env), 'code', shortHash(packageFolder));
}

/**
 * The folder for what a shell must find of a worktree, which can put paths together but not hash them: named by the real path of
 * the worktree's top folder.
 */
export function warmFolder(root: string, env: Environment): string {
  return path.join(stateHome(env), 'warm', root);
}

/** The folder for code that V8 made of the program itself: in the user's own cache, where nobody else can plant anything. */
export function programCodeFolder(env: Environment): string {
  const cache = absolute(env.XDG_CACHE_HOME) ?? absolute(env.LOCALAPPDATA) ?? path.join(home(env), '.cache');
  return path.join(cache, 'tackroom', 'compiled');
}

function stateHome(env: Environment): string {
  return path.join(absolute(env.XDG_STATE_HOME) ?? path.join(home(env), '.local', 'state'), 'tackroom');
}

/** Where a person installs Tackroom once for all repositories: a folder with a `node_modules`. */
export function userInstallFolder(env: Environment): string {
  return path.join(absolute(env.XDG_DATA_HOME) ?? path.join(home(env), '.local', 'share'), 'tackroom');
}

const load = createRequire(import.meta.url);

/** `node:os` is asked only where the environment does not tell. */
function home(env: Environment): string {
  const os = (): typeof import('node:os') => load('node:os');
  return absolute(env.HOME) ?? os().homedir();
}

/** The XDG specification says that a relative path in these variables is to be ignored. */
function absolute(value: string | undefined): string | undefined {
  return value !== undefined && path.isAbsolute(value) ? value : undefined;
}
