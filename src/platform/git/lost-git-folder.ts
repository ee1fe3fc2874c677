import fs from 'node:fs';
import path from 'node:path';

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
