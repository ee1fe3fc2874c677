import path from 'node:path';
import { findRepository } from '#platform/git/find-repository.ts';
import { findOwnPackage } from '#platform/install/own-package.ts';

/** What a person in this folder types to call us: `tackroom` alone is found by no shell where it is a dependency of the repository. */
export function callName(cwd: string, own: string = findOwnPackage(import.meta.url).folder): string {
  const inside = own.lastIndexOf(`${path.sep}node_modules${path.sep}`);
  if (inside === -1) return 'tackroom';
  const base = own.slice(0, inside);
  const root = findRepository(cwd)?.root;
  const isNear = root !== undefined && (within(root, base) || within(base, root));
  return isNear ? 'npx tackroom' : 'tackroom';
}

function within(folder: string, other: string): boolean {
  return other === folder || other.startsWith(folder + path.sep);
}
