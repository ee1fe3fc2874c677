import path from 'node:path';
import { shellWord } from '#kernel/shell-word.ts';
import { findRepository } from '#platform/git/find-repository.ts';
import { findOwnPackage } from '#platform/install/own-package.ts';
import { userInstallFolder } from '#platform/state/state-folder.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What a person in this folder types to call us: `tackroom` alone is found by no shell where it is a dependency of the repository, or lies where
 * a person has it for all repositories.
 */
export function callName(cwd: string, env: Environment, own: string = findOwnPackage(import.meta.url).folder): string {
  const inside = own.lastIndexOf(`${path.sep}node_modules${path.sep}`);
  if (inside === -1) return 'tackroom';
  const base = own.slice(0, inside);
  const root = findRepository(cwd)?.root;
  const isNear = root !== undefined && (within(root, base) || within(base, root));
  if (isNear) return 'npx tackroom';
  return base === userInstallFolder(env) ? inShell(path.join(base, 'node_modules', '.bin', 'tackroom'), env) : 'tackroom';
}

/** With the short name of the home folder, unless a shell would read the path otherwise. */
function inShell(file: string, { HOME = '' }: Environment): string {
  const behind = file.slice(HOME.length);
  return HOME !== '' && within(HOME, file) && shellWord(behind) === behind ? `~${behind}` : shellWord(file);
}

function within(folder: string, other: string): boolean {
  return other === folder || other.startsWith(folder + path.sep);
}
