import fs from 'node:fs';
import path from 'node:path';

/**
 * Where an argument of the command line lies in a worktree, relative to `root` (a real path), with forward slashes; ''
 * is the worktree itself. Links in the folders that exist are followed, so that a path through a linked folder is the
 * path git knows. It need not exist. Undefined outside of `root`.
 */
export function locatePath(root: string, cwd: string, argument: string): string | undefined {
  const wanted = path.resolve(cwd, argument);
  for (let present = wanted, rest = ''; ; rest = path.join(path.basename(present), rest), present = path.dirname(present)) {
    const real = realPath(present);
    if (real === undefined && present !== path.dirname(present)) continue;
    const relative = path.relative(root, path.join(real ?? present, rest));
    return relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative)
      ? undefined
      : relative.split(path.sep).join('/');
  }
}

function realPath(wanted: string): string | undefined {
  try {
    return fs.realpathSync.native(wanted);
  } catch {
    return undefined;
  }
}
