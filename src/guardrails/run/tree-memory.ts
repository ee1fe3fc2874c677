import type { Tree } from '../tree.ts';
import type { Memory } from './run-result.ts';

const identities = new WeakMap<readonly string[], string>();

/** What tells a list of paths from every other; of each list it is told once. */
export function identityOfPaths(memory: Memory, paths: readonly string[]): string {
  const known = identities.get(paths) ?? memory.identityOf(paths.join('\0'));
  identities.set(paths, known);
  return known;
}

const memories = new WeakMap<Tree, Memory>();

/** For kinds that look at several files: what is remembered of those in a tree. */
export function treeMemory(tree: Tree): Memory | undefined {
  return memories.get(tree);
}

export function setTreeMemory(tree: Tree, memory: Memory): void {
  memories.set(tree, memory);
}
